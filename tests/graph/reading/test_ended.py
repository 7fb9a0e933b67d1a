"""Flattened tables with one cell a line, each cell ending in a pipe, and their neighbours."""


def told(plan):
    return [
        (r.number, r.text, [(a.role.value, a.unit) for a in plan.assignments(r)])
        for r in plan.requirements
    ]


HEADINGS = "云泽县任务分解表\n序号 |\n目标与任务 |\n分 管 县领导 |\n牵头责任单位 |\n责任单位 |\n"


def test_each_line_that_ends_in_a_pipe_is_a_cell(read):
    plan = read(
        HEADINGS
        + "8 |\n修缮渡口。 |\n陶 亮 |\n县港航局 |\n各有关单位 |\n"
        + "9 |\n开展\n培训。 |\n谢 明陶 亮 |\n县人社局 |\n各有关单位 |"
    )
    assert told(plan) == [
        (
            "8",
            "修缮渡口。",
            [("supervise", "陶亮"), ("lead", "县港航局"), ("support", "各有关单位")],
        ),
        (
            "9",
            "开展\n培训。",
            [
                ("supervise", "谢明"),
                ("supervise", "陶亮"),
                ("lead", "县人社局"),
                ("support", "各有关单位"),
            ],
        ),
    ]


def test_pipes_alone_are_blank_cells_or_end_a_row(read):
    plan = read(
        "序号 |\n主要任务 |\n牵头单位 |\n1-10月推进情况 |\n是否达序 |\n说明 |\n"
        "1 |\n修缮渡口。 |\n县港航局 |\n已完成30%。 |\n是 |\n||\n"
        "2 |\n开展培训。 |\n县人社局 |\n正在推进。 |\n否 |\n场地未定。 |\n|"
    )
    assert told(plan) == [
        ("1", "修缮渡口。", [("lead", "县港航局")]),
        ("2", "开展培训。", [("lead", "县人社局")]),
    ]


def test_a_cell_between_pipes_that_ends_like_a_title_is_no_new_plan(read):
    rows = (("1", "渡口安全管理办法", "县港航局"), ("2", "云泽县法治建设规划", "县司法局"))
    cells = [("序号", "决策事项", "责任单位"), *rows]
    text = "\n|\n".join("\n|\n".join(row) + "\n|" for row in cells)
    plan = read(f"云泽县决策事项目录\n|\n{text}")
    assert [(number, units) for number, _, units in told(plan)] == [
        ("1", [("responsible", "县港航局")]),
        ("2", [("responsible", "县司法局")]),
    ]


def test_headings_broken_in_two_cells_may_be_printed_again(read):
    headings = "序号\n\n项目\n\n牵头\n\n部门\n\n相关责任部门\n\n完成\n\n时间\n\n"
    plan = read(
        f"云泽县任务分解表\n\n{headings}1\n\n修缮渡口\n\n县港航局\n\n13个街道、镇\n\n2026年\n\n"
        f"{headings}2\n\n开展培训\n\n县人社局\n\n相关部门\n\n2026年"
    )
    assert [(number, units) for number, _, units in told(plan)] == [
        ("1", [("lead", "县港航局"), ("support", "13个街道、镇")]),
        ("2", [("lead", "县人社局"), ("support", "相关部门")]),
    ]
