"""Cells that say 同上."""

import pytest

from dutygraph.graph.documents.document import Cell, Document, Grid
from dutygraph.graph.plan import Source
from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.span import Span

HEADINGS = ("序号", "任务", "牵头单位", "配合单位", "完成时限")


def plan_of(*rows):
    cells = tuple(
        tuple(Cell(text, Span(0, len(text), 1, at, column)) for column, text in enumerate(row, 1))
        for at, row in enumerate((HEADINGS, *rows), 1)
    )
    grid = Grid(cells, Span(0, 0, 1))
    (plan,) = read_document(Document(Source("plan.docx", "0" * 64, "docx"), (grid,)))
    return plan


def told(plan):
    return [
        [(a.role.value, a.unit, a.basis.value) for a in plan.assignments(r)]
        for r in plan.requirements
    ]


@pytest.mark.parametrize("word", ["同上", "同前", "〃", "（同上）"])
def test_the_cells_above_hold_and_each_is_said(word):
    plan = plan_of(
        ("1", "修缮县内全部渡口", "县港航局", "县财政局、县应急局", "9月底前"),
        ("2", "更换全部渡口标识", word, word, word),
        ("3", "清理全部渡口河道", word, "县水利局", word),
    )
    lead = ("lead", "县港航局", "column-heading")
    first, second, third = told(plan)
    assert (
        second
        == first
        == [
            lead,
            ("support", "县财政局", "column-heading"),
            ("support", "县应急局", "column-heading"),
        ]
    )
    assert third == [lead, ("support", "县水利局", "column-heading")]
    assert [[t.raw for t in r.timing] for r in plan.requirements] == [["9月底前"]] * 3
    doubts = [doubt for doubt in plan.doubts if doubt.code == "reading.same-above"]
    assert [(d.span.row, d.span.column) for d in doubts] == [(3, 3), (3, 4), (3, 5), (4, 3), (4, 5)]
    assert dict(doubts[0].values) == {"word": word, "text": "县港航局"}
    assert [len(row.requirements) for row in plan.rows] == [1, 1, 1]


def test_nothing_above_gives_no_unit():
    plan = plan_of(
        ("1", "修缮县内全部渡口", "同上", "县财政局", "9月底前"),
        ("2", "更换全部渡口标识", "县港航局", "", "同上"),
        ("3", "清理全部渡口河道", "县水利局", "同上", "同上"),
    )
    assert [[a[1] for a in row] for row in told(plan)] == [["县财政局"], ["县港航局"], ["县水利局"]]
