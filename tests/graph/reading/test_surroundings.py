"""What rows of tables tell of the document, before and behind the tasks."""

from dutygraph.graph.documents.document import Cell, Document, Grid
from dutygraph.graph.plan import Source
from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.span import Span

TITLE = "云泽县2026年渡口安全任务分工表"
TASKS = (
    ("序号", "工作任务", "责任单位", "完成时限"),
    ("1", "修缮县内全部渡口", "县港航局", "6月底前"),
    ("2", "更换全部渡口标识", "县交通运输局", "年底前"),
)


def grid_of(number, *rows):
    """Give a table; a row of one cell is merged over all columns."""
    width = max(map(len, rows))
    cells = tuple(
        tuple(
            Cell(text, Span(0, len(text), number, at, column))
            for column, text in enumerate(row if len(row) == width else row * width, 1)
        )
        for at, row in enumerate(rows, 1)
    )
    return Grid(cells, Span(0, 0, number))


def read(*grids):
    (plan,) = read_document(Document(Source("plan.docx", "0" * 64, "docx"), grids))
    return plan


def test_the_title_and_who_signs_stand_in_merged_rows_above_the_headings():
    plan = read(grid_of(1, (TITLE,), ("云泽县港航局 2026年3月8日",), *TASKS))
    assert (plan.title, plan.issuer, plan.date) == (TITLE, "云泽县港航局", "2026-03-08")
    assert len(plan.requirements) == 2


def test_a_table_of_facts_about_the_document_stands_before_the_tasks():
    facts = grid_of(
        1,
        ("索引号", "0123/2026-1", "文 号", "云政办〔2026〕3号"),
        ("发布机构", "云泽县人民政府办公室", "成文日期", "2026-03-08"),
        ("名 称：" + TITLE,),
    )
    plan = read(facts, grid_of(2, *TASKS))
    assert (plan.title, plan.issuer) == (TITLE, "云泽县人民政府办公室")
    assert (str(plan.document_number), plan.date) == ("云政办〔2026〕3号", "2026-03-08")
    assert plan.citations == ()


def test_headings_of_a_table_are_no_title():
    assert read(grid_of(1, *TASKS)).title == ""
