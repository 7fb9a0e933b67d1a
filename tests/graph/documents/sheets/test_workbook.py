"""Workbooks: every visible sheet, merged areas filled, numbers as they are shown."""

from datetime import date, datetime

import pytest

from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.errors import DocumentError


@pytest.fixture
def book(tmp_path, texts):
    """Write a workbook with openpyxl and give it back as texts."""
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)

    class Book:
        path = tmp_path / "a.xlsx"

        def sheet(self, rows, merged=(), name="表"):
            sheet = workbook.create_sheet(name)
            for row in rows:
                sheet.append(row)
            for area in merged:
                sheet.merge_cells(area)
            return sheet

        def document(self):
            workbook.save(self.path)
            return open_document(self.path)

        def read(self):
            return texts(self.document())

    return Book()


def test_title_and_note_are_paragraphs_and_the_table_a_grid(book):
    rows = [
        ["渡口安全工作分工表"],
        [None, None, "单位：个"],
        ["序号", "任务", "单位"],
        [1, "修缮渡口", "县港航局"],
        [2, "加固护岸", None],
        [],
        ["注：各镇参照执行。"],
    ]
    book.sheet(rows, ["A1:C1"])
    assert book.read() == [
        "渡口安全工作分工表",
        [
            ["", "", "单位：个"],
            ["序号", "任务", "单位"],
            ["1", "修缮渡口", "县港航局"],
            ["2", "加固护岸", ""],
        ],
        "注：各镇参照执行。",
    ]


def test_merged_areas_are_filled_and_keep_the_place_of_the_sheet(book):
    rows = [["任务", "单位"], ["修缮渡口", "县港航局"], [None, "县财政局"]]
    rows += [["值守", None], ["末", "县应急局"]]
    book.sheet([[], *[[None, *row] for row in rows]], ["B3:B4", "B5:C5"])
    (grid,) = book.document().grids
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["任务", "单位"],
        ["修缮渡口", "县港航局"],
        ["修缮渡口", "县财政局"],
        ["值守", "值守"],
        ["末", "县应急局"],
    ]
    assert grid.rows[2][0].merged
    assert (grid.rows[2][0].span.row, grid.rows[2][0].span.column) == (3, 2)
    assert (grid.rows[2][1].span.row, grid.rows[2][1].span.column) == (4, 3)


def test_a_band_across_the_table_stays_in_it(book):
    rows = [
        ["任务", "单位"],
        ["一、设施"],
        ["修缮渡口", "县港航局"],
        ["二、人员"],
        ["值守", "县应急局"],
    ]
    book.sheet(rows, ["A2:B2", "A4:B4"])
    assert book.read() == [
        [
            ["任务", "单位"],
            ["一、设施", "一、设施"],
            ["修缮渡口", "县港航局"],
            ["二、人员", "二、人员"],
            ["值守", "县应急局"],
        ]
    ]


def test_every_visible_sheet_is_read_and_a_hidden_one_told(book):
    book.sheet([["a", "b"], ["c", "d"]], name="甲")
    book.sheet([["x", "y"], ["z", "w"]], name="码表").sheet_state = "hidden"
    book.sheet([["e", "f"], ["g", "h"]], name="乙")
    document = book.document()
    assert [(grid.span.sheet, grid.span.table) for grid in document.grids] == [("甲", 1), ("乙", 2)]
    assert [(doubt.code, doubt.values) for doubt in document.doubts] == [
        ("documents.hidden-sheet", (("name", "码表"),))
    ]


def test_values_are_written_as_cells_show_them(book):
    rows = [["值", "x"], *[[value, "x"] for value in (3, 2.5, True, "上\n下", date(2026, 6, 30))]]
    book.sheet([*rows, [datetime(2026, 6, 30, 9, 5), "x"]])
    (grid,) = book.read()
    values = [row[0] for row in grid]
    assert values == ["值", "3", "2.5", "TRUE", "上\n下", "2026年6月30日", "2026-06-30T09:05:00"]


def test_the_first_of_a_month_may_be_only_the_month(book):
    book.sheet([["任务", "时限"], ["修缮渡口", date(2026, 6, 1)], ["值守", date(2026, 6, 30)]])
    (doubt,) = book.document().doubts
    assert (doubt.code, dict(doubt.values)) == ("documents.month-or-day", {"n": "1", "name": "表"})


def test_a_sheet_of_one_column_is_prose(book):
    book.sheet([["一、总则"], ["（责任单位：甲局）"]])
    assert book.read() == ["一、总则", "（责任单位：甲局）"]


def test_a_cell_far_away_is_refused_before_it_fills_the_memory(book):
    sheet = book.sheet([["a", "b"]])
    sheet.cell(1_048_576, 16_384, "远")
    with pytest.raises(DocumentError) as caught:
        book.document()
    assert caught.value.key == "documents.table-too-large"


def test_a_formatted_but_empty_cell_far_away_does_no_harm(book):
    from openpyxl.styles import Font

    sheet = book.sheet([["a", "b"], ["c", "d"]])
    sheet.cell(1_048_576, 16_384).font = Font(bold=True)
    assert book.read() == [[["a", "b"], ["c", "d"]]]
