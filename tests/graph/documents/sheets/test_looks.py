"""What a workbook hides, crosses out, draws over cells or has not calculated is kept or told."""

import zipfile

import pytest

from dutygraph.graph.documents.document import Grid
from dutygraph.graph.documents.opening import open_document

HIDDEN = [
    ("documents.hidden-rows", {"name": "分工", "places": "3–4"}),
    ("documents.hidden-columns", {"name": "分工", "places": "C"}),
    ("documents.struck-cells", {"name": "分工", "places": "D2、B3、E4"}),
]
ROWS = [
    ["序号", "任务", "备注", "责任单位", "数"],
    ["1", "修缮渡口", "暂缓", "县港航局、县财政局", "7"],
    ["2", "加固护岸", "", "县水利局", "8"],
    ["3", "更换缆绳", "", "县应急局", "9"],
    ["4", "双人值班", "", "各镇", "10"],
]


def told(document):
    return [(doubt.code, dict(doubt.values)) for doubt in document.doubts]


def grid(document):
    (found,) = (block for block in document.blocks if isinstance(block, Grid))
    return [[cell.text for cell in row] for row in found.rows]


def test_a_workbook_of_openpyxl(word, tmp_path):
    document = open_document(word.write_looks(tmp_path / "a.xlsx"))
    assert grid(document) == ROWS
    assert told(document) == HIDDEN


def test_a_binary_workbook_of_libreoffice(files):
    document = open_document(files / "looks.xls")
    assert grid(document) == ROWS
    assert told(document) == HIDDEN


def test_formulas_without_result_and_errors_are_told(word, tmp_path):
    document = open_document(word.write_lost(tmp_path / "a.xlsx"))
    assert grid(document)[1:] == [["", "修缮渡口", "", ""], ["2", "加固护岸", "", "各镇"]]
    assert told(document) == [
        ("documents.lost-values", {"name": "分工", "places": "A2、C2、D2、C3"})
    ]


def test_errors_of_a_calculated_binary_workbook_are_told(files):
    document = open_document(files / "lost.xls")
    assert grid(document)[1:] == [["1", "修缮渡口", "县港航局", ""], ["2", "加固护岸", "", "各镇"]]
    assert told(document) == [("documents.lost-values", {"name": "分工", "places": "D2、C3"})]


def test_a_formula_that_results_in_no_text_is_not_told(book):
    book.sheet.write_formula("B2", '=IF(A2="","x","")', None, "x")
    book.sheet.write_formula("C1", "=1+1", None, 2)
    book.file.close()
    with zipfile.ZipFile(book.path) as old:
        parts = {part: old.read(part) for part in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert b'<c r="B2" t="str">' in parts[sheet]
    parts[sheet] = parts[sheet].replace(b"<v>x</v>", b"<v></v>")
    with zipfile.ZipFile(book.path, "w") as new:
        for part, content in parts.items():
            new.writestr(part, content)
    assert told(open_document(book.path)) == []


def test_text_in_shapes_over_a_sheet_stands_before_or_after_it(book, texts):
    book.sheet.insert_textbox("A3", "注：各镇参照执行。")
    book.sheet.insert_textbox("A1", "云溪县渡口安全工作\n分工表")
    book.sheet.write_comment("B2", "请核实")
    assert book.told() == []
    assert texts(open_document(book.path)) == [
        "云溪县渡口安全工作",
        "分工表",
        [["任务", "单位"], ["修缮渡口", "县港航局"]],
        "注：各镇参照执行。",
    ]


MONTHS = ("2026年6月", "2026年6月", "2026年6月", "2026年6月1日", "2026年6月1日")


def test_a_date_of_which_the_cell_shows_the_month_is_a_month(book):
    for at, code in enumerate(('yyyy"年"m"月"', "[$-804]yyyy/m;@", "mmm-yy", "yyyy/m/d", "m-d")):
        form = book.file.add_format({"num_format": code})
        book.sheet.write_number(at + 2, 0, 46174, form)
        book.sheet.write(at + 2, 1, "县港航局")
    assert book.told() == [("documents.month-or-day", {"n": "2", "name": "表"})]
    rows = grid(open_document(book.path))
    assert tuple(row[0] for row in rows[2:]) == MONTHS


def test_the_months_of_a_binary_workbook_are_months(files):
    (months,) = open_document(files / "months.xls").grids
    assert tuple(row[0].text for row in months.rows) == ("时限", *MONTHS, "6月底前")


def test_words_that_a_format_writes_around_a_number_are_read(book):
    codes = (
        '0"月底前"',
        '"第"0"项"',
        'General"年"',
        "0月",
        '0"月";@',
        "0.00",
        '0.0"万元"',
        "#,##0",
    )
    for at, code in enumerate(codes):
        form = book.file.add_format({"num_format": code})
        book.sheet.write_number(at + 2, 0, 6, form)
        book.sheet.write_string(at + 2, 1, "县港航局", form)
    assert book.told() == []
    rows = grid(open_document(book.path))[2:]
    assert [row[0] for row in rows] == ["6月底前", "第6项", "6年", "6月", "6月", "6", "6", "6"]
    assert {row[1] for row in rows} == {"县港航局"}


@pytest.fixture
def book(tmp_path):
    """A workbook of XlsxWriter with one sheet 表 of two columns; it is opened when closed."""
    import xlsxwriter

    class Book:
        path = tmp_path / "a.xlsx"
        file = xlsxwriter.Workbook(path)
        sheet = file.add_worksheet("表")

        def told(self, rows=(("任务", "单位"), ("修缮渡口", "县港航局"))):
            for at, row in enumerate(rows):
                self.sheet.write_row(at, 0, row)
            self.file.close()
            return told(open_document(self.path))

    return Book()


def test_a_workbook_of_xlsxwriter(book):
    book.sheet.set_row(1, None, None, {"hidden": True})
    book.sheet.set_column("B:XFD", None, None, {"hidden": True})
    crossed = book.file.add_format({"font_strikeout": True})
    book.sheet.write_rich_string("A4", "加固", crossed, "护岸", "等")
    book.sheet.write("B4", "县水利局", crossed)
    assert book.told() == [
        ("documents.hidden-rows", {"name": "表", "places": "2"}),
        ("documents.hidden-columns", {"name": "表", "places": "B"}),
        ("documents.struck-cells", {"name": "表", "places": "A4、B4"}),
    ]


def test_rows_out_of_a_filter_are_told_shortly(book):
    rows = [("任务", "单位"), *[(f"任务{n}", "县港航局") for n in range(40)]]
    for at in range(1, 40, 2):
        book.sheet.set_row(at, None, None, {"hidden": True})
    (doubt,) = book.told(rows)
    places = "2、4、6、8、10、12、14、16、18、20、22、24…"
    assert doubt == ("documents.hidden-rows", {"name": "表", "places": places})


def test_what_is_hidden_or_crossed_out_and_blank_is_not_told(book):
    book.sheet.set_row(5, None, None, {"hidden": True})
    book.sheet.set_column("E:F", None, None, {"hidden": True})
    book.sheet.write_blank("C1", None, book.file.add_format({"font_strikeout": True}))
    assert book.told() == []
