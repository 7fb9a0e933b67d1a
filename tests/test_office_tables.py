"""Tables as offices draw them in Excel and Word: read as a careful reader sees them."""

import datetime as dt

import pytest

from dutygraph.graph.intake import read_plans
from dutygraph.graph.record import plan_record

TITLE = "甲县2026年渡口安全重点任务分工方案"
NOTE = "注：列第一位的为牵头单位。"


def told(path):
    """Give number, text, section, units and dates of every requirement."""
    (plan,) = read_plans(path)
    dates = [
        [timing.get("date") for timing in requirement["timing"]]
        for requirement in plan_record(plan)["requirements"]
    ]
    return [
        (
            r.number,
            r.text,
            plan.section_by_id[r.section].title if r.section else "",
            [(a.unit, a.role.value) for a in plan.assignments(r)],
            found,
        )
        for r, found in zip(plan.requirements, dates, strict=True)
    ]


def units(*names):
    return [(name, "support" if at else "lead") for at, name in enumerate(names)]


def test_a_sheet_with_grouped_headings_banners_real_dates_and_a_note(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        [TITLE],
        ["序号", "工作任务", "责任分工", None, "完成时限", "备注"],
        [None, None, "牵头单位", "配合单位"],
        ["一、夯实基础"],
        [1.0, "修缮渡口。", "县港航局", "县财政局", 45657],
        [2.0, "加固护岸。", "县水利局", "县财政局", dt.date(2026, 6, 30)],
        ["二、强化保障"],
        [3.0, "值守。", "县教育局", "县财政局", "2026/9/30"],
        [NOTE],
        *[[None] * 9] * 3,
    ):
        sheet.append(row)
    for area in ("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3", "A4:F4", "A7:F7", "A9:F9"):
        sheet.merge_cells(area)
    sheet["E5"].number_format = "yyyy/m/d"
    sheet["E6"].number_format = 'm"月"d"日"'
    sheet.column_dimensions["F"].hidden = True
    book.save(tmp_path / "plan.xlsx")
    assert told(tmp_path / "plan.xlsx") == [
        ("1", "修缮渡口。", "一、夯实基础", units("县港航局", "县财政局"), ["2024-12-31"]),
        ("2", "加固护岸。", "一、夯实基础", units("县水利局", "县财政局"), ["2026-06-30"]),
        ("3", "值守。", "二、强化保障", units("县教育局", "县财政局"), ["2026-09-30"]),
    ]


def test_a_table_split_into_several_with_a_title_row_merged_units_and_a_note(tmp_path):
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph(TITLE)

    def add(rows, *merges):
        table = document.add_table(len(rows), 4, style="Table Grid")
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
        for first, last in merges:
            table.cell(*first).merge(table.cell(*last))
        document.add_paragraph()

    head = ["序号", "工作任务", "责任单位", "完成时限"]
    first = [["附件：任务分解表", "", "", ""], head, ["1", "修缮渡口。", "县港航局", "6月底前"]]
    add(
        [*first, ["2", "值守。", "", "年底前"], ["", "", "", ""]],
        ((0, 0), (0, 3)),
        ((2, 2), (3, 2)),
    )
    add([["3", "演练。", "县公安局", "年底前"]])
    add([head, ["4", "巡查。", "县民政局", "年底前"], [NOTE, "", "", ""]], ((2, 0), (2, 3)))
    document.save(tmp_path / "plan.docx")
    assert told(tmp_path / "plan.docx") == [
        ("1", "修缮渡口。", "", units("县港航局"), ["2026-06"]),
        ("2", "值守。", "", units("县港航局"), ["2026"]),
        ("3", "演练。", "", units("县公安局"), ["2026"]),
        ("4", "巡查。", "", units("县民政局"), ["2026"]),
    ]
