"""Tables with lines: headings in a row or two, printed again, or others further down."""

import pytest

from dutygraph.graph.documents.document import Cell, Document, Grid
from dutygraph.graph.plan import Source
from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.span import Span

TASKS = [
    ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
    ["1", "修缮渡口", "县港航局", "县财政局", "9月底"],
    ["2", "培训船员", "县人社局", "各镇", "10月底"],
]
FIGURES = [
    ["序号", "责任单位", "完成时限", "主要指标", "备注"],
    ["1", "县应急局", "12月底", "事故下降5%", ""],
]
TOLD = [
    ("1", "修缮渡口", ["lead 县港航局", "support 县财政局"], ["9月底"]),
    ("2", "培训船员", ["lead 县人社局", "support 各镇"], ["10月底"]),
]
TOLD_FIGURES = [("1", "事故下降5%", ["responsible 县应急局"], ["12月底"])]


def read(rows):
    cells = tuple(
        tuple(Cell(text, Span(0, len(text), 1, at, column)) for column, text in enumerate(row, 1))
        for at, row in enumerate(rows, 1)
    )
    grid = Grid(cells, Span(0, 0, 1))
    (plan,) = read_document(Document(Source("plan.docx", "0" * 64, "docx"), (grid,)))
    return plan


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


@pytest.mark.parametrize("between", [[], [["二、主要指标"] * 5]])
def test_other_headings_further_down_set_the_columns_anew(between):
    plan = read([*TASKS, *between, *FIGURES])
    assert told_by(plan) == TOLD + TOLD_FIGURES
    assert [section.title for section in plan.sections] == [row[0] for row in between]


def test_headings_printed_again_are_no_row():
    assert told_by(read([*TASKS[:2], TASKS[0], TASKS[2]])) == TOLD


@pytest.mark.parametrize("blank", ["", "责任分工"])
@pytest.mark.parametrize("lower", [["", "", "牵头单位", "配合单位", ""], TASKS[0]])
def test_headings_may_stand_in_two_rows_and_be_printed_again(blank, lower):
    head = [["序号", "工作任务", "责任分工", blank, "完成时限"], lower]
    assert told_by(read([*head, TASKS[1], *head, TASKS[2]])) == TOLD


def test_headings_without_units_are_no_row_either():
    rows = [*TASKS, ["序号", "工作任务", "备注", "进展情况", "完成时限"]]
    assert told_by(read(rows)) == TOLD
