"""Days that a deadline column holds as bare numbers."""

import pytest

from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.reading.times.demands import timings
from dutygraph.graph.reading.times.told import told_timings


@pytest.fixture
def plan_of(tmp_path):
    """Read the plan of a workbook in which a number is no date to Excel."""
    import openpyxl

    def read(*rows):
        book = openpyxl.Workbook()
        for row in (("序号", "工作任务", "责任单位", "完成时限"), *rows):
            book.active.append(row)
        book.save(tmp_path / "a.xlsx")
        (plan,) = read_document(open_document(tmp_path / "a.xlsx"))
        return plan

    return read


def told(plan):
    return [(doubt.code, dict(doubt.values)) for doubt in plan.doubts]


def test_a_number_under_a_deadline_heading_is_read_as_its_day_and_said_once(plan_of):
    plan = plan_of(
        (1, "修缮渡口", "县港航局", 46203),
        (2, "加固护岸", "县水利局", "12月底前"),
        (3, "双人值班", "各镇", 46387),
    )
    dates = [[(t.raw, t.date) for t in r.timing] for r in plan.requirements]
    assert dates == [[("46203", "2026-06-30")], [("12月底前", None)], [("46387", "2026-12-31")]]
    assert told(plan) == [
        ("reading.counted-day", {"n": "2", "number": "46203", "date": "2026-06-30"})
    ]


def test_eight_digits_are_a_day_without_doubt(plan_of):
    plan = plan_of((1, "修缮渡口", "县港航局", 20260630), (2, "双人值班", "各镇", "20261231"))
    assert [r.timing[0].date for r in plan.requirements] == ["2026-06-30", "2026-12-31"]
    assert told(plan) == []


@pytest.mark.parametrize("cell", ["20261330", "20260231", "10000", "99999", "1234567", "462031"])
def test_a_number_that_is_no_day_is_no_deadline(piece, cell):
    assert told_timings(piece(cell), 2026) == ()


@pytest.mark.parametrize("text", ["修缮渡口46203米", "46203", "投入20260630元"])
def test_a_number_in_a_task_is_no_day(piece, text):
    assert timings(piece(text), 2026) == ()
