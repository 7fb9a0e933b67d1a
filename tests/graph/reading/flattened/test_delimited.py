"""Rows with marks between the cells: rows broken over lines, and more than one table."""

import pytest

TITLE = "云泽县2026年渡口安全任务分工表\n"
HEAD = "重点任务 | 具体举措 | 牵头单位 | 配合单位 | 完成时限\n"


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


FIRST = ["lead 县港航局", "support 县财政局"]
SECOND = ["lead 县人社局", "support 县总工会"]


@pytest.mark.parametrize("second", ["船员 | ", " | ", ""])
def test_a_row_is_open_until_it_has_as_many_cells_as_there_are_headings(read, second):
    plan = read(
        TITLE
        + HEAD
        + "渡口 | 1.修缮渡口。\n2.更换标识。\n3.建设平台。 | 县港航局 | 县财政局 | 9月底前\n"
        + f"{second}4.培训船员。\n5.更换救生衣。 | 县人社局 | 县总工会 | 10月底前\n"
    )
    assert told_by(plan) == [
        ("1", "修缮渡口。", FIRST, ["9月底前"]),
        ("2", "更换标识。", FIRST, ["9月底前"]),
        ("3", "建设平台。", FIRST, ["9月底前"]),
        ("4", "培训船员。", SECOND, ["10月底前"]),
        ("5", "更换救生衣。", SECOND, ["10月底前"]),
    ]


def test_a_cell_may_go_on_behind_the_number_of_a_page(read):
    plan = read(
        TITLE + "序号 | 工作任务 | 责任单位 | 完成时限\n"
        "1 | 编制渡口布局规划，按程序报\n- 1 -\n批后公布。 | 县港航局 | 9月底前\n"
        "2 | 开展船员培训。 | 县人社局 | 10月底前\n"
    )
    assert [one[:3:2] for one in told_by(plan)] == [
        ("1", ["responsible 县港航局"]),
        ("2", ["responsible 县人社局"]),
    ]
    assert "".join(plan.requirements[0].text.split()) == "编制渡口布局规划，按程序报批后公布。"


def test_a_row_with_its_own_number_is_no_rest_of_the_row_before(read):
    plan = read(
        TITLE + "序号 | 责任单位 | 工作任务 | 配合单位 | 备注\n"
        "1 | 县港航局 | 修缮渡口\n2 | 县人社局 | 培训船员\n"
    )
    assert [one[:3] for one in told_by(plan)] == [
        ("1", "修缮渡口", ["lead 县港航局"]),
        ("2", "培训船员", ["lead 县人社局"]),
    ]


def in_lines(rows, mark):
    return "\n".join(mark.join(row) for row in rows) + "\n"


FIGURES = [
    ["序号", "指标", "责任单位"],
    ["1", "渡运量增长6%。", "县港航局"],
    ["2", "事故下降5%。", "县应急局"],
]
TASKS = [
    ["序号", "任务", "牵头单位", "配合单位", "完成时限"],
    ["1", "修缮渡口。", "县港航局", "县财政局", "9月底"],
    ["2", "培训船员。", "县人社局", "县总工会", "10月底"],
]
GOODS = [
    ["序号", "完成时限", "责任单位", "实事项目"],
    ["1", "9月底", "县民政局", "建成养老院。"],
    ["2", "10月底", "县水利局", "建成水厂。"],
]
TOLD = {
    "FIGURES": [
        ("1", "渡运量增长6%。", ["responsible 县港航局"], []),
        ("2", "事故下降5%。", ["responsible 县应急局"], []),
    ],
    "TASKS": [
        ("1", "修缮渡口。", FIRST, ["9月底"]),
        ("2", "培训船员。", SECOND, ["10月底"]),
    ],
    "GOODS": [
        ("1", "建成养老院。", ["responsible 县民政局"], ["9月底"]),
        ("2", "建成水厂。", ["responsible 县水利局"], ["10月底"]),
    ],
}


@pytest.mark.parametrize("mark", [" | ", "\t", "\n", "\n|\n"])
@pytest.mark.parametrize("between", ["", "\n", "二、其他工作\n", "\n二、其他工作\n\n"])
@pytest.mark.parametrize(
    ("first", "second"),
    [("FIGURES", "TASKS"), ("TASKS", "FIGURES"), ("TASKS", "GOODS"), ("GOODS", "TASKS")],
)
def test_each_row_of_headings_sets_the_columns_anew(read, mark, between, first, second):
    tables = [in_lines(globals()[name], mark) for name in (first, second)]
    plan = read(TITLE + between.join(tables))
    assert told_by(plan) == TOLD[first] + TOLD[second]
    titles = [section.title for section in plan.sections]
    assert titles == (["二、其他工作"] if "二" in between else [])


def test_a_year_at_the_end_of_a_row_begins_no_headings(read):
    head = ["序号", "工作任务", "牵头部门", "完成时限"]
    rows = [["1", "修缮渡口。", "县港航局", "2026年"], ["2", "培训船员。", "县人社局", "2027年"]]
    plan = read(TITLE + "\n".join(cell for row in [head, rows[0], head, rows[1]] for cell in row))
    assert [one[3] for one in told_by(plan)] == [["2026年"], ["2027年"]]


@pytest.mark.parametrize("serial", ["序号", ""])
def test_a_row_whose_number_and_units_stand_in_place_is_in_place(read, serial):
    plan = read(
        TITLE + f"| {serial} | 类别 | 工作内容 | 责任单位 | 完成时限 | 备注 |\n"
        "| 1 | 渡口 | 修缮渡口12处。 | 县港航局 | 4月底前 | |\n"
        "| 2 | | 每月通报巡查情况。 | 县公安局 | 5月 | |\n"
        "| 3 | | 清理船只。 | 县应急局 | 6月 | |\n"
    )
    assert [one[:3] for one in told_by(plan)] == [
        ("1", "修缮渡口12处。", ["responsible 县港航局"]),
        ("2", "每月通报巡查情况。", ["responsible 县公安局"]),
        ("3", "清理船只。", ["responsible 县应急局"]),
    ]


def test_a_title_in_a_row_of_the_table_is_no_heading_of_a_column(read):
    plan = read(
        "| 云泽县2026年渡口安全任务分工表 | | | |\n"
        "| | 工作内容 | 责任单位 | 完成时限 |\n"
        "| 1 | 修缮渡口。 | 县港航局 | 4月底 |\n"
        "| 2 | 清理船只。 | 县应急局 | 6月底 |\n"
    )
    assert [one[:3] for one in told_by(plan)] == [
        ("1", "修缮渡口。", ["responsible 县港航局"]),
        ("2", "清理船只。", ["responsible 县应急局"]),
    ]


@pytest.mark.parametrize("written", ["<br>", "<br/>", "<BR />"])
def test_a_break_that_a_web_page_wrote_into_a_cell_is_one(read, written):
    plan = read(
        "# 云泽县2026年渡口安全任务分工\n\n"
        "| 序号 | 牵头部门 | 责任部门 | 重点任务 |\n| --- | --- | --- | --- |\n"
        f"| 1 | 县港航局 | 县财政局{written}县人力资源和{written}社会保障局 "
        f"| 修缮渡口。{written}更换标识。 |\n"
        "| 2 | 县应急局 | 各镇 | 培训船员。 |\n"
    )
    assert [one[:3] for one in told_by(plan)] == [
        (
            "1",
            "修缮渡口。\n更换标识。",
            ["lead 县港航局", "support 县财政局", "support 县人力资源和社会保障局"],
        ),
        ("2", "培训船员。", ["lead 县应急局", "support 各镇"]),
    ]
    assert [a.span.line for r in plan.requirements for a in plan.assignments(r)] == [5, 5, 5, 6, 6]


def test_the_rule_for_the_lead_may_name_departments_in_brackets(read):
    plan = read(
        "各项任务列首位的科室（单位）为牵头单位，要主动协调；其他单位要积极配合。\n"
        "云泽县港航局2026年任务分解\n序号 | 工作任务 | 责任科室（单位） | 完成时限\n"
        "1 | 修缮渡口。 | 工程科、航道站 | 9月底\n"
    )
    assert told_by(plan)[0][2] == ["lead 工程科", "support 航道站"]


def test_a_short_row_whose_cells_a_merge_left_out_is_whole(read):
    plan = read(
        TITLE + "一级任务 | 二级任务 | 三级任务 | 责任单位\n"
        "一、渡口 | （一）修缮 | 1.更换标识 | 县港航局\n2.安装护栏 | 县应急局\n"
        "（二）管理 | 3.巡查渡口 | 县交通局\n二、船员 | （一）培训 | 4.培训船员 | 县人社局\n"
    )
    assert [one[:3] for one in told_by(plan)] == [
        ("1", "更换标识", ["responsible 县港航局"]),
        ("2", "安装护栏", ["responsible 县应急局"]),
        ("3", "巡查渡口", ["responsible 县交通局"]),
        ("4", "培训船员", ["responsible 县人社局"]),
    ]


@pytest.mark.parametrize("mark", [" | ", "\t"])
@pytest.mark.parametrize("numbers", [("1.", "2.", "3."), ("（1）", "（2）", "（3）")])
def test_a_last_cell_goes_on_in_lines_that_count_on(read, mark, numbers):
    points = ["排查渡口；", "更换标识；", "建设平台。"]
    lines = [number + point for number, point in zip(numbers, points, strict=True)]
    rows = [
        ["序号", "责任单位", "完成时限", "工作任务"],
        ["1", "县财政局", "8月底前", "保障资金。"],
        ["2", "县港航局", "9月底前", "\n".join(lines)],
        ["3", "县人社局", "10月底前", "培训船员。"],
    ]
    plan = read(TITLE + "\n".join(mark.join(row) for row in rows))
    told = [(r.text, [a.unit for a in plan.assignments(r)]) for r in plan.requirements]
    assert told == [
        ("保障资金。", ["县财政局"]),
        *((point, ["县港航局"]) for point in points),
        ("培训船员。", ["县人社局"]),
    ]


@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_other_lines_below_a_full_row_do_not_go_on_in_it(read, mark):
    rows = [["序号", "责任单位", "工作任务"], ["1", "县港航局", "1.修缮渡口。"]]
    body = "\n".join(mark.join(row) for row in rows)
    plan = read(f"{TITLE}{body}\n3.本表由县港航局解释。\n")
    assert [r.text for r in plan.requirements] == ["修缮渡口。"]


@pytest.mark.parametrize("mark", [" | ", "\t"])
@pytest.mark.parametrize("heading", ["议题", "工作类别"])
@pytest.mark.parametrize("code", ["2026-3-", "AQ-0", "A"])
def test_a_row_without_its_section_keeps_a_number_of_several_parts(read, mark, heading, code):
    rows = [
        ["编号", heading, "工作任务", "责任单位", "完成时限"],
        [f"{code}1", "渡口安全", "修缮渡口。", "县港航局", "8月底前"],
        [f"{code}2", "", "更换标识。", "县应急局", "9月底前"],
        [f"{code}3", "船员培训", "培训船员。", "县人社局", "10月底前"],
    ]
    plan = read(TITLE + "\n".join(mark.join(row) for row in rows))
    assert told_by(plan) == [
        (row[0], row[2], [f"responsible {row[3]}"], [row[4]]) for row in rows[1:]
    ]
