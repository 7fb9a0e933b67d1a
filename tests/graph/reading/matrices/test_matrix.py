"""Matrices of responsibility: units along one side, tasks along the other."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "云泽县2026年渡口安全任务分工表"
UNITS = ["县港航局", "县应急局", "县财政局", "各镇"]
HEAD = ["序号", "工作任务", *UNITS, "完成时限"]
ROWS = [
    ["1", "修缮渡口。", "●", "", "○", "○", "9月底前"],
    ["2", "培训船员。", "●", "○", "", "", "10月底前"],
    ["3", "编制应急预案。", "○", "●", "", "○", "6月底前"],
]
LEGEND = "注：●为牵头单位，○为配合单位。"
LEAD, SUPPORT, RESPONSIBLE = "lead", "support", "responsible"
TOLD = [
    ("修缮渡口。", [(LEAD, "县港航局"), (SUPPORT, "县财政局"), (SUPPORT, "各镇")]),
    ("培训船员。", [(LEAD, "县港航局"), (SUPPORT, "县应急局")]),
    ("编制应急预案。", [(LEAD, "县应急局"), (SUPPORT, "县港航局"), (SUPPORT, "各镇")]),
]
TIMES = ["9月底前", "10月底前", "6月底前"]


def html(rows, *, title=TITLE, below="", head=""):
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    return f"<p>{title}</p><table>{head}{cells}</table><p>{below}</p>"


def lines(mark, rows, *, title=TITLE, below=LEGEND):
    return "\n".join([title, *(mark.join(row) for row in rows), below])


def read(tmp_path, text, suffix=".html"):
    path = tmp_path / f"plan{suffix}"
    path.write_text(text, "utf-8")
    (plan,) = read_plans(path)
    return plan


def told(plan):
    return [
        (r.text, [(a.role.value, a.unit) for a in plan.assignments(r)]) for r in plan.requirements
    ]


def times(plan):
    return [t.raw for r in plan.requirements for t in r.timing]


def codes(plan):
    return [d.code for d in plan.doubts]


def with_words(rows, words):
    return [[words.get(cell, cell) for cell in row] for row in rows]


def turned(rows):
    return [list(cells) for cells in zip(*rows, strict=True)]


def test_units_are_columns_and_marks_tell_their_roles(tmp_path):
    plan = read(tmp_path, html([HEAD, *ROWS], below=LEGEND))
    assert told(plan) == TOLD
    assert times(plan) == TIMES
    assert [r.number for r in plan.requirements] == ["1", "2", "3"]
    assert plan.source.layout == "matrix"
    assert codes(plan) == ["reading.lead-rule"]


def test_every_value_keeps_its_place(tmp_path):
    plan = read(tmp_path, html([HEAD, *ROWS], below=LEGEND))
    first = plan.rows[0].assignments[0]
    assert (first.span.row, first.span.column) == (1, 3)
    assert plan.requirements[1].span.row == 3


@pytest.mark.parametrize("mark", ["\t", "|", " | "])
def test_lines_keep_their_blank_cells(tmp_path, mark):
    plan = read(tmp_path, lines(mark, [HEAD, *ROWS]), ".txt")
    assert (told(plan), times(plan)) == (TOLD, TIMES)


def test_lines_may_lack_the_blank_cells_at_their_ends(tmp_path):
    rows = ["\t".join(row[:-1]).rstrip("\t") for row in [HEAD, *ROWS]]
    assert told(read(tmp_path, "\n".join([TITLE, *rows, LEGEND]), ".txt")) == TOLD


def test_a_table_in_markdown(tmp_path):
    rows = [f"| {' | '.join(row)} |" for row in [HEAD, ["---"] * 7, *ROWS]]
    plan = read(tmp_path, "\n".join([TITLE, "", *rows, "", LEGEND]), ".md")
    assert told(plan) == TOLD


def test_a_sheet(tmp_path):
    text = "\n".join([TITLE, *(",".join(row) for row in [HEAD, *ROWS]), LEGEND])
    assert told(read(tmp_path, text, ".csv")) == TOLD


@pytest.mark.parametrize(
    "words",
    [
        {"●": "牵头", "○": "配合"},
        {"●": "主办", "○": "参与"},
        {"●": "牵头单位", "○": "配合单位"},
        {"●": "主", "○": "协"},
        {"●": "√（牵头）", "○": "√（配合）"},
    ],
)
def test_words_in_the_cells_need_no_legend(tmp_path, words):
    assert told(read(tmp_path, html(with_words([HEAD, *ROWS], words)))) == TOLD


@pytest.mark.parametrize(
    "place",
    [
        lambda rows: html(rows, title=f"{TITLE}</p><p>（▲牵头 △配合）"),
        lambda rows: html(rows, below="说明：牵头单位以▲表示，配合单位以△表示。"),
        lambda rows: html(rows, head="<tr><td colspan=7>▲为牵头部门，△为配合部门"),
        lambda rows: html([*rows, ["注：▲牵头；△配合", "", "", "", "", "", ""]]),
        lambda rows: html([["序号", "工作任务（▲牵头，△配合）", *rows[0][2:]], *rows[1:]]),
    ],
)
def test_the_legend_may_stand_anywhere(tmp_path, place):
    rows = with_words([HEAD, *ROWS], {"●": "▲", "○": "△"})
    assert told(read(tmp_path, place(rows)))[:3] == TOLD


@pytest.mark.parametrize("mark", ["√", "✓", "●", "★", "■"])
def test_without_a_legend_who_is_marked_is_responsible(tmp_path, mark):
    rows = with_words([HEAD, *ROWS], {"●": mark, "○": mark})
    plan = read(tmp_path, html(rows))
    assert told(plan) == [
        (text, [(RESPONSIBLE, unit) for unit in UNITS if unit in dict(map(reversed, units))])
        for text, units in TOLD
    ]
    assert codes(plan) == []


def test_two_kinds_of_marks_without_a_legend_are_told(tmp_path):
    plan = read(tmp_path, html([HEAD, *ROWS]))
    assert {a.role.value for row in plan.rows for a in row.assignments} == {RESPONSIBLE}
    (doubt,) = [d for d in plan.doubts if d.code == "reading.untold-marks"]
    assert dict(doubt.values) == {"marks": "○、●"}


def test_a_mark_that_the_legend_gives_no_role_is_told_and_not_read(tmp_path):
    rows = with_words([HEAD, *ROWS], {"●": "R", "○": "I"})
    plan = read(tmp_path, html(rows, below="R—负责 I—知会"))
    assert [[unit for _, unit in units] for _, units in told(plan)] == [
        ["县港航局"],
        ["县港航局"],
        ["县应急局"],
    ]
    assert "reading.unread-marks" in codes(plan)


GROUPED = (
    "<tr><td rowspan=2>序号<td rowspan=2>工作任务<td colspan=2>牵头单位"
    "<td colspan=2>配合单位<td rowspan=2>完成时限<tr>" + "".join(f"<td>{unit}" for unit in UNITS)
)


def test_headings_above_the_units_tell_their_roles(tmp_path):
    rows = [["1", "修缮渡口。", "√", "", "√", "√", "9月底前"]]
    plan = read(tmp_path, html(rows, head=GROUPED))
    assert told(plan) == [TOLD[0]]


def test_units_may_stand_along_the_left_side(tmp_path):
    rows = turned([["任务\\单位", *UNITS], *(row[1:6] for row in ROWS)])
    assert told(read(tmp_path, html(rows, below=LEGEND))) == TOLD


@pytest.mark.parametrize("corner", ["责任单位", "单位", "", "任务<br>单位"])
def test_whatever_stands_in_the_corner(tmp_path, corner):
    rows = turned(
        [[corner, *UNITS], *(["√" if cell == "●" else cell for cell in row[1:6]] for row in ROWS)]
    )
    rows = [[cell.replace("○", "") for cell in row] for row in rows]
    plan = read(tmp_path, html(rows))
    assert told(plan) == [
        ("修缮渡口。", [(RESPONSIBLE, "县港航局")]),
        ("培训船员。", [(RESPONSIBLE, "县港航局")]),
        ("编制应急预案。", [(RESPONSIBLE, "县应急局")]),
    ]


def test_a_heading_over_the_tasks_is_their_section(tmp_path):
    head = "<tr><td rowspan=2>序号<td rowspan=2>单位<td colspan=2>重点任务<td>保障"
    head += "<tr><td>修缮渡口<td>培训船员<td>编制预案"
    rows = [["1", "县港航局", "√", "", "√"], ["2", "各镇", "√", "√", ""]]
    plan = read(tmp_path, html(rows, head=head))
    assert [
        (plan.section_by_id[r.section].title, text, [unit for _, unit in units])
        for r, (text, units) in zip(plan.requirements, told(plan), strict=True)
    ] == [
        ("重点任务", "修缮渡口", ["县港航局", "各镇"]),
        ("重点任务", "培训船员", ["各镇"]),
        ("保障", "编制预案", ["县港航局"]),
    ]


def test_names_written_from_top_to_bottom_are_whole(tmp_path):
    upright = ["<br>".join(name) for name in ["社会事业局", "县委办公室", "县财政局", "各镇"]]
    plan = read(tmp_path, html([[*HEAD[:2], *upright, HEAD[-1]], *ROWS], below=LEGEND))
    assert [[unit for _, unit in units] for _, units in told(plan)] == [
        ["社会事业局", "县财政局", "各镇"],
        ["社会事业局", "县委办公室"],
        ["县委办公室", "社会事业局", "各镇"],
    ]


def test_rows_of_sections_counts_and_repeated_headings_are_no_tasks(tmp_path):
    count = ["", "牵头项数合计", "2", "1", "0", "0", ""]
    body = "".join("<tr>" + "".join(f"<td>{c}" for c in row) for row in [HEAD, ROWS[0]])
    body += "<tr><td colspan=7>二、船员"
    body += "".join("<tr>" + "".join(f"<td>{c}" for c in row) for row in [HEAD, *ROWS[1:], count])
    plan = read(tmp_path, f"<p>{TITLE}</p><table>{body}</table><p>{LEGEND}</p>")
    assert told(plan) == TOLD
    sections = [plan.section_by_id[r.section].title if r.section else "" for r in plan.requirements]
    assert sections == ["", "二、船员", "二、船员"]


def test_a_matrix_goes_on_behind_a_page_break(tmp_path):
    text = html([HEAD, ROWS[0]]) + html(ROWS[1:], title="", below=LEGEND)
    assert told(read(tmp_path, text)) == TOLD


def test_a_table_beside_a_matrix_is_read_too(tmp_path):
    table = [["序号", "工作任务", "责任单位"], ["4", "公布热线。", "县交通局"]]
    text = html([HEAD, *ROWS], below=LEGEND) + html(table, title="")
    assert told(read(tmp_path, text)) == [*TOLD, ("公布热线。", [(RESPONSIBLE, "县交通局")])]


MONTHS = [f"{month}月" for month in range(1, 5)]
MARKED = [[row[1], *row[2:6]] for row in ROWS]
ATTENDED = [["县港航局", "√", "", "√", ""], ["县财政局", "√", "√", "", ""]]


@pytest.mark.parametrize(
    ("title", "head", "rows"),
    [
        ("云泽县2026年渡口任务进度安排", ["工作任务", *MONTHS], MARKED),
        ("云泽县2026年渡口任务分工", ["工作任务", *MONTHS], MARKED),
        ("云泽县渡口值班责任表", ["姓名", *UNITS], [["陶亮", "√", "", "√", ""]]),
        ("云泽县渡口责任人员表", ["姓名", *UNITS], [["陶亮", "√", "", "√", ""]]),
        ("渡口管理系统使用权限责任表", ["工作任务", *UNITS], MARKED),
        ("云泽县2026年重点任务完成情况统计表", ["工作任务", *UNITS], MARKED),
        ("云泽县渡口培训报名表", ["课程", *UNITS], MARKED),
        ("云泽县各部门任务分工考评表", ["工作任务", *UNITS], MARKED),
        ("云泽县渡口检查表", ["检查内容", *UNITS], MARKED),
        ("云泽县渡口任务分工表", ["工作任务", "陶亮", "方芸", "安宁", "苗青"], MARKED),
        ("云泽县渡口任务分工表", ["工作任务", "东岸", "西岸", "南岸", "北岸"], MARKED),
        ("云泽县渡口责任会议签到表", ["单位", "巡查会", "月会", "季会", "年会"], ATTENDED),
        ("云泽县各单位责任书", ["单位", *MONTHS], ATTENDED),
        ("云泽县各单位重点任务", ["单位", "已印发方案", "已动工", "已完工", "已公开"], ATTENDED),
    ],
)
@pytest.mark.parametrize("form", ["table", "tabs"])
def test_marks_that_say_something_else_name_nobody(tmp_path, form, title, head, rows):
    if form == "tabs":
        plan = read(tmp_path, lines("\t", [head, *rows], title=title, below=""), ".txt")
    else:
        plan = read(tmp_path, html([head, *rows], title=title))
    assert told(plan) == []


@pytest.mark.parametrize(
    "cells", [["95", "88", "90", "85"], ["×", "√", "√", "×"], ["A", "B", "A", "C"]]
)
def test_scores_states_and_grades_name_nobody(tmp_path, cells):
    rows = [[*row[:2], *cells] for row in ROWS]
    assert told(read(tmp_path, html([HEAD[:6], *rows]))) == []


def test_a_legend_of_states_names_nobody(tmp_path):
    plan = read(tmp_path, html([HEAD, *ROWS], below="●表示已完成，○表示未完成"))
    assert told(plan) == []


def test_months_beside_a_column_of_units_leave_the_table_as_it_is(tmp_path):
    rows = [["1", "修缮渡口。", "县港航局", "●", "", "●", ""]]
    rows.append(["2", "培训船员。", "县人社局", "", "●", "", "●"])
    plan = read(tmp_path, html([["序号", "工作任务", "责任单位", *MONTHS], *rows]))
    assert told(plan) == [
        ("修缮渡口。", [(RESPONSIBLE, "县港航局")]),
        ("培训船员。", [(RESPONSIBLE, "县人社局")]),
    ]
    assert times(plan) == []


@pytest.mark.parametrize("more", [0, 2])
def test_headings_of_units_that_are_printed_again_are_no_row_of_a_matrix(tmp_path, more):
    head = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]
    first = ["1", "修缮渡口。", "县港航局", "县财政局", "9月底前"]
    others = [[str(n), "培训船员。", "县人社局", "各镇", "6月底前"] for n in range(2, 3 + more)]
    plan = read(tmp_path, html([head, first, head, *others]))
    assert told(plan) == [
        ("修缮渡口。", [(LEAD, "县港航局"), (SUPPORT, "县财政局")]),
        *[("培训船员。", [(LEAD, "县人社局"), (SUPPORT, "各镇")])] * len(others),
    ]


def test_tasks_that_end_as_units_do_are_tasks_below_a_heading_of_tasks(tmp_path):
    rows = ["工作任务|县卫健局|县教育局", "创建无烟机关|●|○", "创建无烟学校||●"]
    cells = "".join("<tr>" + "".join(f"<td>{c}" for c in row.split("|")) for row in rows)
    page = tmp_path / "plan.html"
    page.write_text(f"<meta charset=utf-8><p>甲县控烟责任分工</p><table>{cells}</table>", "utf-8")
    (plan,) = read_plans(page)
    assert [r.text for r in plan.requirements] == ["创建无烟机关", "创建无烟学校"]
    assert plan.names == ("县卫健局", "县教育局")


def test_a_known_heading_of_tasks_outweighs_how_they_end(tmp_path):
    rows = ["事项|县委办|县府办", "筹备全会|√|", "筹备人代会||√", "编发信息|√|√"]
    cells = "".join("<tr>" + "".join(f"<td>{c}" for c in row.split("|")) for row in rows)
    page = tmp_path / "plan.html"
    page.write_text(f"<meta charset=utf-8><p>甲县职责分工</p><table>{cells}</table>", "utf-8")
    (plan,) = read_plans(page)
    assert [len(plan.assignments(r)) for r in plan.requirements] == [1, 1, 2]
