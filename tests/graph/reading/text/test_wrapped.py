"""White space and ends of lines inside times, numbers and titles."""

import pytest

from dutygraph.graph.plan import TimingKind as Kind
from dutygraph.graph.reading.front.citations import citations
from dutygraph.graph.reading.times.demands import timings
from dutygraph.graph.reading.times.told import told_timings
from dutygraph.graph.reading.times.whole import is_time

TIMES = """
2025 年 6 月底前完工|2025-06
到 2027 年底建成|2027
6 月 30 日前报送|2024-06-30
2025年6 月底前|2025-06
2025 年 12 月 31 日前完成|2025-12-31
“十五五”期 末建成|2030
2025年6月⏎底前完成|2025-06
9月底⏎前完工|2024-09
到2027⏎年建成|2027
接报后 24 小时内处置|None
15个工作⏎日内办结|None
"""


@pytest.mark.parametrize(("text", "date"), [one.split("|") for one in TIMES.split("\n") if one])
def test_white_space_inside_a_time_is_none_of_it(piece, text, date):
    text = text.replace("⏎", "\n")
    (found,) = timings(piece(text), 2024)
    assert (found.kind, str(found.date)) == (Kind.DEADLINE, date)
    assert text[found.span.start : found.span.end] == found.raw


@pytest.mark.parametrize(
    ("text", "kind", "period", "count"),
    [
        ("每年不少于 2 次", Kind.MINIMUM_FREQUENCY, "P1Y", 2),
        ("每季 度通报", Kind.RECURRENCE, "P3M", None),
        ("每季\n度通报", Kind.RECURRENCE, "P3M", None),
    ],
)
def test_nor_inside_a_period(piece, text, kind, period, count):
    (found,) = timings(piece(text), 2024)
    assert (found.kind, found.period, found.count) == (kind, period, count)


@pytest.mark.parametrize("cell", ["2025 年 6 月底", "2025年 6月"])
def test_nor_in_a_cell(piece, cell):
    (found,) = told_timings(piece(cell), 2024)
    assert (found.raw, found.date) == (cell, "2025-06")


def test_two_times_on_two_lines_stay_two(piece):
    assert [t.raw for t in told_timings(piece("6月底前\n长期坚持"), 2024)] == [
        "6月底前",
        "长期坚持",
    ]


@pytest.mark.parametrize("text", ["12 月底前", "2025 年 6 月底前", "于 6 月 30 日前完成"])
def test_a_time_with_white_space_is_a_time_among_names(read, text):
    assert is_time(text)
    plan = read(f"1.修渡口。（县港航局、县水利局，{text}）\n")
    assert [a.unit for a in plan.assignments(plan.requirements[0])] == ["县港航局", "县水利局"]


@pytest.mark.parametrize(
    "text",
    [
        "落实《渡口管理办法》（云政办发〔2025〕 7 号）",
        "落实《渡口管理办法》 （云政办发 〔2025〕 7号）",
        "落实《渡口\n管理办法》（云政办发〔2025〕7号）",
    ],
)
def test_white_space_inside_a_citation_is_none_of_it(piece, text):
    (found,) = citations(piece(text))
    assert (found.title, str(found.number)) == ("渡口管理办法", "云政办发〔2025〕7号")
    assert text[found.span.start : found.span.end] == found.raw


def test_a_page_breaks_titles_and_times_of_an_item_over_lines(read):
    plan = read(
        "云泽县2026年渡口工作分工\n1.落实《渡口\n管理办法》，每季度开展一\n次检查，到2027年\n底前建成。"
        "（县港航局）\n2.培训船员。（县人社局）\n"
    )
    first = plan.requirements[0]
    assert [one.title for one in first.citations] == ["渡口管理办法"]
    assert [(t.kind, t.date) for t in first.timing] == [
        (Kind.RECURRENCE, None),
        (Kind.DEADLINE, "2027"),
    ]
    assert [one.span.paragraph for one in first.timing] == [3, 4]
