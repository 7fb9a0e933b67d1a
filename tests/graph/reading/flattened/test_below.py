"""What stands below a table is none of its rows."""

import pytest

TITLE = "云泽县2026年渡口安全任务分工表\n"
HEAD = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]
ROWS = [
    ["1", "修缮全县渡口。", "县港航局", "县财政局", "9月底前"],
    ["2", "开展船员培训。", "县人社局", "县总工会", "12月底前"],
]
BELOW = [
    "云泽县人民政府办公室\n2026年3月1日\n",
    "中共云泽县委员会\n",
    "抄送：县委办公室，县人大常委会办公室。\n云泽县人民政府办公室 2026年3月1日印发\n",
    "附件：渡口考核办法\n",
    "上一篇：县教育局召开会议\n下一篇：县水利局招聘\n主办：云泽县人民政府办公室\n",
    "【打印本页】\n主办：云泽县人民政府办公室\n",
]


def told_by(plan):
    return [
        (r.number, r.text, [a.unit for a in plan.assignments(r)], [t.raw for t in r.timing])
        for r in plan.requirements
    ]


@pytest.mark.parametrize("between", ["\n", "\n|\n", "\n\n"])
@pytest.mark.parametrize("below", BELOW)
def test_a_full_row_of_cells_is_closed(read, between, below):
    cells = between.join(cell for row in [HEAD, *ROWS] for cell in row)
    assert told_by(read(TITLE + cells + "\n" + below)) == [
        (row[0], row[1], row[2:4], row[4:]) for row in ROWS
    ]


@pytest.mark.parametrize("between", ["\n", "\n|\n"])
@pytest.mark.parametrize("below", [BELOW[0], *BELOW[2:]])
def test_so_is_a_row_that_ends_in_units(read, between, below):
    cells = between.join(cell for row in [HEAD, *ROWS] for cell in row[:4])
    assert told_by(read(TITLE + cells + "\n" + below)) == [
        (row[0], row[1], row[2:4], []) for row in ROWS
    ]


def test_the_unit_and_the_day_of_the_last_row_are_no_signature(read):
    rows = [ROWS[0], ["2", "开展船员培训。", "县人社局", "县政府办公室", "2026年12月1日"]]
    plan = read(TITLE + "\n".join(cell for row in [HEAD, *rows] for cell in row))
    assert told_by(plan)[1][2:] == (["县人社局", "县政府办公室"], ["2026年12月1日"])


@pytest.mark.parametrize("page", ["— 1 —", "第 1 页 共 3 页", "第1页/共3页"])
def test_the_number_of_a_page_is_no_cell(read, page):
    cells = [*HEAD, *ROWS[0], page, *HEAD, *ROWS[1]]
    assert [one[0] for one in told_by(read(TITLE + "\n".join(cells)))] == ["1", "2"]


@pytest.mark.parametrize("mark", [" | ", "\t", " "])
@pytest.mark.parametrize("cells", [3, 4, 5])
@pytest.mark.parametrize("below", [*BELOW, "云泽县人民政府办公室 2026年3月1日印发\n"])
def test_so_is_the_last_row_of_a_line_each_however_short(read, mark, cells, below):
    rows = [HEAD, ROWS[0], ROWS[1][:cells]]
    plan = read(TITLE + "\n".join(mark.join(row) for row in rows) + "\n" + below)
    assert told_by(plan)[1:] == [("2", ROWS[1][1], ROWS[1][2:4][: cells - 2], ROWS[1][4:cells])]


def test_links_between_marks_are_no_row(read):
    rows = "\n".join(" | ".join(row) for row in [HEAD, *ROWS])
    plan = read(TITLE + rows + "\n上一篇：县教育局召开会议 | 下一篇：县水利局招聘\n")
    assert [one[0] for one in told_by(plan)] == ["1", "2"]


NOTES = [
    "注：1.各单位每季度末报送进展情况。",
    "备注：各单位于每季度末将完成情况报县政府办公室。",
    "说明：列首位的为牵头单位。",
    "联系人：李明，电话：2660119。",
    "打印 关闭",
    "主办：云泽县人民政府办公室",
    "（此件公开发布）",
    "扫一扫在手机打开当前页",
    "抄送：县委办公室。",
    "云泽县人民政府办公室 2026年3月1日印发",
    "云泽县人民政府办公室\n2026年3月1日",
]


@pytest.mark.parametrize("order", [(0, 1, 4, 2, 3), (0, 1, 2, 3, 4), (0, 4, 2, 3, 1)])
@pytest.mark.parametrize(
    ("cell", "row"),
    [(" | ", ""), ("\t", ""), (" ", ""), ("\n", ""), ("\n|\n", ""), ("\n|\n", "\n|")],
)
@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_notes_and_the_foot_of_a_page_name_nobody_whatever_the_columns(
    read, order, cell, row, note, gap
):
    rows = [cell.join(one[at] for at in order) + row for one in [HEAD, *ROWS]]
    assert told_by(read(TITLE + "\n".join(rows) + gap + note + "\n")) == [
        (one[0], one[1], one[2:4], one[4:]) for one in ROWS
    ]


def test_a_note_between_rows_of_cells_ends_no_table(read):
    cells = [*HEAD, *ROWS[0], "注：县财政局保障经费。", *ROWS[1]]
    assert [one[:3] for one in told_by(read(TITLE + "\n".join(cells)))] == [
        (row[0], row[1], row[2:4]) for row in ROWS
    ]


@pytest.mark.parametrize("order", [(0, 1, 4, 2, 3), (0, 1, 2, 3, 4), (0, 4, 2, 3, 1)])
@pytest.mark.parametrize("note", [*NOTES, "备注：请于12月10日前报送全年总结。"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_nor_do_they_below_cells_behind_tabs(read, order, note, gap):
    rows = ["\n".join("\t" + row[at] for at in order) for row in [HEAD, *ROWS]]
    plan = read(TITLE + "\n\n".join(rows) + gap + note + "\n")
    assert told_by(plan) == [(one[0], one[1], one[2:4], one[4:]) for one in ROWS]
