"""One plan in every layout of plain text is one plan."""

import pytest

HEAD = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]
ROWS = [
    ["1", "修缮全县12处渡口，统一更换标识。", "县港航局", "县财政局、各镇", "9月底前"],
    ["2", "开展船员培训，每季度通报一次。", "县人社局、县港航局", "县总工会", "持续推进"],
    ["3", "建设渡口监控平台", "县数据局", "无", "12月底前"],
]
TOLD = [
    ("1", ROWS[0][1], [("lead", "县港航局"), ("support", "县财政局"), ("support", "各镇")]),
    (
        "2",
        ROWS[1][1],
        [("lead", "县人社局"), ("lead", "县港航局"), ("support", "县总工会")],
    ),
    ("3", ROWS[2][1], [("lead", "县数据局")]),
]
TIMES = [["9月底前"], ["每季度", "持续推进"], ["12月底前"]]
TITLE = "云泽县2026年渡口安全任务分工表\n\n"


def tabs_a_row(rows):
    return "\n".join("\t".join(row) for row in rows)


def pipes_a_row(rows):
    return "\n".join(" | ".join(row) for row in rows)


def markdown(rows):
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def tab_a_cell(rows):
    return "\n\n".join("\n".join("\t" + cell for cell in row) for row in rows)


def pipe_between_cells(rows):
    return "\n".join("\n|\n".join(row) for row in rows)


def a_cell_a_line(rows):
    return "\n".join("\n".join(row) for row in rows)


def spaces_a_row(rows):
    return "\n".join(" ".join(row) for row in rows)


FORMS = [
    tabs_a_row,
    pipes_a_row,
    markdown,
    tab_a_cell,
    pipe_between_cells,
    a_cell_a_line,
    spaces_a_row,
]


def told_by(plan):
    return [
        (r.number, r.text, [(a.role.value, a.unit) for a in plan.assignments(r)])
        for r in plan.requirements
    ]


@pytest.mark.parametrize("form", FORMS)
def test_every_flattened_form_gives_the_same_plan(read, form):
    plan = read(TITLE + form([HEAD, *ROWS]))
    assert told_by(plan) == TOLD
    assert [[t.raw for t in r.timing] for r in plan.requirements] == TIMES
    assert plan.source.layout == "flattened-table"
    assert plan.title == "云泽县2026年渡口安全任务分工表"


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_columns_does_not_matter(read, form):
    order = [0, 4, 3, 2, 1] if form is not a_cell_a_line else [0, 1, 4, 2, 3]
    plan = read(TITLE + form([[row[i] for i in order] for row in [HEAD, *ROWS]]))
    told = [(number, text, sorted(named)) for number, text, named in told_by(plan)]
    assert told == [(number, text, sorted(named)) for number, text, named in TOLD]


@pytest.mark.parametrize("form", [tabs_a_row, pipes_a_row, tab_a_cell, pipe_between_cells])
def test_a_table_may_have_no_serial_column(read, form):
    plan = read(TITLE + form([row[1:] for row in [HEAD, *ROWS]]))
    assert [one[1:] for one in told_by(plan)] == [one[1:] for one in TOLD]


@pytest.mark.parametrize("form", [tabs_a_row, pipes_a_row, pipe_between_cells, a_cell_a_line])
def test_a_serial_column_may_have_no_heading(read, form):
    plan = read(TITLE + form([HEAD[1:], *ROWS]))
    assert told_by(plan) == TOLD


@pytest.mark.parametrize("form", FORMS)
def test_headings_repeated_by_a_page_break_are_no_rows(read, form):
    plan = read(TITLE + form([HEAD, *ROWS[:2], HEAD, *ROWS[2:]]))
    assert told_by(plan) == TOLD


@pytest.mark.parametrize("form", [tabs_a_row, pipes_a_row, pipe_between_cells, a_cell_a_line])
def test_noise_around_a_table_changes_nothing(read, form):
    before = "首页 > 政务公开 > 公告\n索引号：001\n\n云泽县2026年渡口安全任务分工表\n\n"
    plan = read(before + form([HEAD, *ROWS]) + "\n\n云泽县人民政府办公室\n2026年3月1日\n【打印】\n")
    assert told_by(plan) == TOLD


def test_a_banner_row_is_a_section(read):
    text = TITLE + (
        "序号 | 工作任务 | 责任单位\n"
        "一、渡口\n"
        "1 | 修缮渡口 | 县港航局\n"
        "二、道路 | |\n"
        "2 | 拓宽道路 | 县交通局\n"
    )
    plan = read(text)
    assert [s.title for s in plan.sections] == ["一、渡口", "二、道路"]
    assert [r.section for r in plan.requirements] == ["s1", "s2"]


@pytest.mark.parametrize(
    ("headings", "section", "task"),
    [
        (["二、扩大投资", "三、强化链条", "四、改善民生"], "四、改善民生", None),
        (
            ["二、扩大投资、优化服务", "三、强链条、育集群,构建体系"],
            "三、强链条、育集群,构建体系",
            None,
        ),
        (["二、扩大投资", "（一）抓项目"], "二、扩大投资", "（一）抓项目"),
        (["（一）扩大投资", "（二）强化链条"], "一、主要目标", "（二）强化链条"),
        (["第二部分 扩大投资", "第三部分 强化链条"], "第三部分 强化链条", None),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_of_headings_one_above_the_other_the_last_one_counts(
    read, between, headings, section, task
):
    first = ["一、主要目标", "3", "修缮全县12处渡口。", "县港航局", "县财政局、县住建局"]
    last = ["68", "推动船员培训。", "县教育局", "县财政局"]
    cells = ["序号", "重点工作任务", "主要责任单位", "协同配合单位", *first, *headings, *last]
    plan = read(TITLE + between.join(cells))
    told = plan.requirements[-1]
    sections = {one.id: one.title for one in plan.sections}
    tasks = {one.id: one.title for one in plan.tasks}
    assert told.number == "68"
    assert (sections[told.section], tasks.get(told.task)) == (section, task)


def test_cells_that_a_merge_left_out_shift_the_row_left(read):
    text = TITLE + (
        "类别 | 工作任务 | 具体措施 | 责任单位 | 完成时限\n"
        "一、渡口 | （一）安全 | 修缮全部渡口码头设施，保障安全。 | 县港航局 | 6月底前\n"
        "更换全部渡口的安全标识标牌。 | 县港航局、县财政局 | 9月底前 | ||\n"
        "（二）服务 | 开展全员培训并组织考试。 | 县人社局 | 全年 | | |\n"
    )
    plan = read(text)
    assert [r.task for r in plan.requirements] == ["s1.t1", "s1.t1", "s1.t2"]
    assert [[a.unit for a in plan.assignments(r)] for r in plan.requirements] == [
        ["县港航局"],
        ["县港航局", "县财政局"],
        ["县人社局"],
    ]
    assert [r.timing[0].raw for r in plan.requirements] == ["6月底前", "9月底前", "全年"]


def test_a_unit_cell_may_be_broken_over_lines(read):
    text = (
        TITLE
        + "序号\t任务\t责任单位\t时限\n"
        + "1\t修缮渡口\t县港航局\n县财政局\n各镇\t6月底\n2\t培训\t县人社局\t全年"
    )
    plan = read(text)
    assert [[a.unit for a in plan.assignments(r)] for r in plan.requirements] == [
        ["县港航局", "县财政局", "各镇"],
        ["县人社局"],
    ]


def test_headings_may_be_broken_over_lines(read):
    text = (
        TITLE
        + "工作\n方向\n主要任务\n责任\n单位\n完成\n时限\n渡口\n1.修缮渡口。\n县港航局\n6月底前\n"
    )
    plan = read(text)
    (only,) = plan.requirements
    assert (only.number, only.text) == ("1", "修缮渡口。")
    assert [a.unit for a in plan.assignments(only)] == ["县港航局"]


def test_a_blank_unit_cell_shares_the_one_above_and_says_so(read):
    plan = read(TITLE + "序号 | 任务 | 责任单位\n1 | 修缮渡口 | 县港航局\n2 | 更换标识 | ")
    assert [row.requirements for row in plan.rows] == [("r1", "r2")]
    assert "reading.blank-cell" in [doubt.code for doubt in plan.doubts]


def test_several_numbered_requirements_share_one_cell(read):
    cells = "\t1.修缮渡口。\n\n2.更换标识。\n3.培训。\n\t县港航局\n"
    text = "甲县分工方案\n\t工作任务\n\t责任单位\n\n" + cells
    plan = read(text)
    assert [r.number for r in plan.requirements] == ["1", "2", "3"]
    assert len(plan.rows) == 1
    assert "reading.shared-cell" in [doubt.code for doubt in plan.doubts]


@pytest.mark.parametrize("form", [tabs_a_row, pipes_a_row, tab_a_cell, a_cell_a_line])
def test_headings_over_nothing_give_no_requirement(read, form):
    plan = read(TITLE + form([HEAD]) + "\n" + form([[""] * 5, [""] * 5]))
    assert plan.requirements == ()
    assert [doubt.code for doubt in plan.doubts] == ["reading.table-without-tasks"]


def test_places_count_in_the_cell_and_name_the_line(read):
    plan = read(TITLE + tabs_a_row([HEAD, *ROWS]))
    second = plan.requirements[1]
    assert second.span.place == "table 1, row 3, column 2"
    assert second.span.line == 5
    for requirement, assignment in plan.pairs():
        row = ROWS[int(requirement.number) - 1]
        cell = row[assignment.span.column - 1]
        assert cell[assignment.span.start : assignment.span.end] == assignment.unit


def test_cells_under_a_heading_of_shares_tell_the_roles_themselves(read):
    plan = read(
        "云泽县任务分工表\n\n| 序号 | 工作内容 | 责任分工 |\n"
        "| 1 | 修缮渡口 | 牵头：县港航局；配合：县财政局、各镇 |\n"
        "| 2 | 培训船员 | 县人社局牵头，县总工会配合 |\n"
    )
    assert [
        (r.text, [(str(a.role), a.unit) for a in plan.assignments(r)]) for r in plan.requirements
    ] == [
        ("修缮渡口", [("lead", "县港航局"), ("support", "县财政局"), ("support", "各镇")]),
        ("培训船员", [("lead", "县人社局"), ("support", "县总工会")]),
    ]


def test_a_row_with_a_blank_first_cell_keeps_its_columns(read):
    plan = read(
        "云泽县任务分工表\n\n工作方向 | 工作任务 | 责任部门 | 时限要求 | 备注\n"
        "渡口 | 1.修缮渡口，统一更换标识 | 办公室牵头，财务部协助 | 每季度 | \n"
        " | 2.培训船员，5月底前完成 | 办公室牵头，港航技术科配合 | 5月底前，持续推进 | \n"
    )
    assert [r.number for r in plan.requirements] == ["1", "2"]


def test_a_numbered_heading_behind_the_last_row_ends_a_table_with_pipes(read):
    plan = read(
        "一、安排表\n工作内容 | 时间安排 | 责任单位 |\n修缮渡口 | 1月份 | 县港航局 |\n"
        "开展培训 | 2月份 | 县人社局 |\n二、工作要求\n（一）各责任单位要抓好落实。"
    )
    assert [r.text for r in plan.requirements] == ["修缮渡口", "开展培训"]


def test_a_unit_cell_broken_over_lines_goes_on_before_the_blank_end_of_its_row(read):
    plan = read(
        "任务内容 | 工作内容及要求 | 责任单位 或牵头单位 | 协助 单位 | 完成 期限 |\n"
        "渡 口 | 修缮渡口。 | 县港航局 | 县财政局\n县审计局 | 2026年9月20日前 |\n"
        "桥 梁 | 修缮桥梁。 | 县交通局 | 有关部门 | 2026年9月20日前 |"
    )
    assert [[(a.role.value, a.unit) for a in plan.assignments(r)] for r in plan.requirements] == [
        [("lead", "县港航局"), ("support", "县财政局"), ("support", "县审计局")],
        [("lead", "县交通局"), ("support", "有关部门")],
    ]


def test_columns_of_quarters_tell_the_progress_and_are_no_requirements(read):
    plan = read(
        "序号\t目标任务\t责任单位\t一季度\t二季度\t三季度\t四季度\n"
        "1\t修缮渡口\t县港航局\t完成招标\t开工\t完成主体\t竣工\n"
        "2\t修桥\t县交通局\t前期\t开工\t施工\t完工"
    )
    assert [r.text for r in plan.requirements] == ["修缮渡口", "修桥"]


def test_lines_above_a_table_that_read_like_columns_of_progress_are_none(read):
    cells = "序号\n工作任务\n责任单位\n1\n修缮渡口。\n县港航局\n2\n修桥。\n县交通局"
    plan = read(f"云泽县重点工作推进情况\n2026年3月\n{cells}")
    assert [(r.number, r.text, r.span.column) for r in plan.requirements] == [
        ("1", "修缮渡口。", 2),
        ("2", "修桥。", 2),
    ]


@pytest.mark.parametrize("form", [pipes_a_row, markdown, tabs_a_row])
def test_one_text_in_every_cell_of_a_row_is_one_merged_cell(read, form):
    heading, note = ["一、渡口安全"] * 5, ["注：列第一位的为牵头单位"] * 5
    plan = read(TITLE + form([HEAD, heading, *ROWS, note]))
    assert told_by(plan) == TOLD
    assert [section.title for section in plan.sections] == ["一、渡口安全"]


@pytest.mark.parametrize("form", [pipes_a_row, markdown, tabs_a_row])
@pytest.mark.parametrize("total", ["合计", "总计：", "小 计"])
def test_a_row_that_sums_up_is_no_task(read, form, total):
    assert told_by(read(TITLE + form([HEAD, *ROWS, [total, "3项", "", "", ""]]))) == TOLD


def test_cells_may_stand_between_no_break_spaces(read):
    lines = "\n".join("\u00a0".join(row) for row in [HEAD, *ROWS])
    assert told_by(read(TITLE + lines)) == TOLD


@pytest.mark.parametrize("form", [pipes_a_row, tabs_a_row, a_cell_a_line, spaces_a_row])
@pytest.mark.parametrize("line", ["续表", "（续表）", "接上页", "— 2 —"])
def test_a_line_that_says_that_the_table_goes_on_is_no_cell(read, form, line):
    text = form([HEAD, *ROWS[:2]]) + f"\n{line}\n" + form([HEAD, *ROWS[2:]])
    assert told_by(read(TITLE + text)) == TOLD


def test_bold_type_in_markdown_is_none_of_the_words(read):
    bold = [[f"**{cell}**" for cell in row] for row in [HEAD, *ROWS]]
    assert told_by(read(TITLE + markdown(bold))) == TOLD


@pytest.mark.parametrize("form", [a_cell_a_line, pipe_between_cells])
@pytest.mark.parametrize("numbers", ["（一） （二） （三）", "（1） （2） （3）", "1、 2、 3、"])
def test_the_number_of_the_first_row_is_no_part_of_the_last_heading(read, form, numbers):
    rows = [[number, *row[1:]] for number, row in zip(numbers.split(), ROWS, strict=True)]
    plan = read(TITLE + form([HEAD, *rows]))
    assert [r.number for r in plan.requirements] == [n.rstrip("、") for n in numbers.split()]
    assert [one[1:] for one in told_by(plan)] == [one[1:] for one in TOLD]
