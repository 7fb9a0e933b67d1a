"""Rows of one cell a line: they begin at numbers, and are not cut in two by further lines."""

import pytest

TITLE = "云泽县2026年渡口安全任务分工表\n"
HEAD = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]
FIRST = ["1", "修缮渡口。", "县港航局", "县财政局", "县住建局", "各镇", "6月底"]
SECOND = ["2", "培训船员。", "县人社局", "县总工会", "8月底"]


def told_by(plan):
    return [
        (
            r.number,
            r.text,
            [f"{a.role.value} {a.unit}" for a in plan.assignments(r)],
            [t.raw for t in r.timing],
        )
        for r in plan.requirements
    ]


def test_further_lines_of_units_are_of_those_who_support_and_it_is_said(read):
    plan = read(TITLE + "\n".join([*HEAD, *FIRST, *SECOND]))
    support = [f"support {unit}" for unit in FIRST[3:6]]
    assert told_by(plan) == [
        ("1", "修缮渡口。", ["lead 县港航局", *support], ["6月底"]),
        ("2", "培训船员。", ["lead 县人社局", "support 县总工会"], ["8月底"]),
    ]
    said = [dict(d.values) for d in plan.doubts if d.code == "reading.unit-column"]
    assert said == [{"numbers": "1"}]


def test_a_mark_at_the_end_of_a_line_leaves_no_doubt(read):
    first = [*FIRST[:3], "县财政局、", "县住建局、", *FIRST[5:]]
    plan = read(TITLE + "\n".join([*HEAD, *first, *SECOND]))
    assert told_by(plan)[0][2] == ["lead 县港航局", *(f"support {u}" for u in FIRST[3:6])]
    assert not [d for d in plan.doubts if d.code == "reading.unit-column"]


def test_a_heading_between_numbered_rows_stands_over_those_below(read):
    rows = [["1", "修缮渡口。", "县港航局", "县财政局", "6月底"], SECOND, ["3", *SECOND[1:]]]
    cells = [*HEAD, *rows[0], *rows[1], "二、船员培训", *rows[2]]
    plan = read(TITLE + "\n".join(cells))
    assert [r.section for r in plan.requirements] == [None, None, "s1"]
    assert [one[3] for one in told_by(plan)] == [["6月底"], ["8月底"], ["8月底"]]


@pytest.mark.parametrize("mark", ["\n", " | ", "\n|\n"])
@pytest.mark.parametrize("numbers", [["1.1", "1.2", "2.1"], ["1-1", "1-2", "2-1"]])
def test_numbers_may_stand_below_others(read, mark, numbers):
    rows = [[number, "修缮渡口", "县港航局", "县财政局", "6月底"] for number in numbers]
    text = "\n".join(mark.join(row) for row in [HEAD, *rows])
    if "\n|" in mark:
        text = mark.join(cell for row in [HEAD, *rows] for cell in row)
    assert [one[:2] for one in told_by(read(TITLE + text))] == [(n, "修缮渡口") for n in numbers]


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
@pytest.mark.parametrize("timed", [True, False])
def test_rows_without_numbers_take_further_lines_of_units_as_well(read, lines, timed):
    support = ["县财政局", "县住建局", "各镇", "县公安局"][:lines]
    rows = [["修缮渡口。", "县港航局", *support, "6月底"], SECOND[1:]]
    cells = [cell for row in [HEAD[1:], *rows] for cell in (row if timed else row[:-1])]
    plan = read(TITLE + "\n".join(cells))
    assert told_by(plan)[0][2] == ["lead 县港航局", *(f"support {unit}" for unit in support)]
    assert told_by(plan)[1][2] == ["lead 县人社局", "support 县总工会"]
    assert any(d.code == "reading.unit-column" for d in plan.doubts) == (lines > 1)
