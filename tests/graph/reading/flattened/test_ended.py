"""Flattened tables with one cell a line, each cell ending in a pipe, and their neighbours."""

import pytest


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


@pytest.mark.parametrize("end", [" |", "|", "｜", " ｜", ""])
@pytest.mark.parametrize("task", ["目标与任务", "工作任务", "重点工作", "主要内容"])
@pytest.mark.parametrize("names", ["谢 明、陶 亮", "谢 明陶 亮", "谢  明 陶  亮"])
def test_persons_spaced_out_in_cells_of_any_end(read, end, task, names):
    rows = [
        ["序号", task, "牵头领导", "牵头责任单位", "责任单位", "完成时限"],
        ["79", "修缮全县渡口，统一标识。", "陶 亮", "县港航局", "县财政局、各镇", "9月底前"],
        ["80", "开展船员培训。", names, "县人社局", "县总工会", "12月底前"],
    ]
    plan = read("云泽县任务分工表\n" + "\n".join(cell + end for row in rows for cell in row))
    units = [[unit for _, unit in owners] for _, _, owners in told(plan)]
    assert units == [
        ["陶亮", "县港航局", "县财政局", "各镇"],
        ["谢明", "陶亮", "县人社局", "县总工会"],
    ]


def test_full_width_pipes_stand_between_cells(read):
    plan = read("序号｜工作任务｜责任单位\n1｜修缮渡口。｜县港航局\n2｜开展培训。｜县人社局")
    assert [unit for _, _, owners in told(plan) for _, unit in owners] == ["县港航局", "县人社局"]


ROWS = [
    ["渡口", "1", "修缮渡口。", "县港航局", "9月底"],
    ["2", "更换标识。", "县财政局", "10月底"],
    ["船员", "3", "开展培训。", "县人社局", "12月底"],
]


@pytest.mark.parametrize("end", [" |\n", "\n"])
@pytest.mark.parametrize("below", ["", "云泽县港航局\n2026年3月1日\n", "上一篇：公告\n"])
def test_rows_may_begin_with_a_category_and_the_last_pipe_may_be_lost(read, end, below):
    cells = ["类别", "序号", "项目内容", "责任单位", "完成时限", *(c for row in ROWS for c in row)]
    plan = read("云泽县2026年渡口安全任务分工表\n" + " |\n".join(cells) + end + below)
    assert told(plan) == [(row[-4], row[-3], [("responsible", row[-2])]) for row in ROWS]
    assert [[t.raw for t in r.timing] for r in plan.requirements] == [row[-1:] for row in ROWS]
    assert [r.section for r in plan.requirements] == ["s1", "s1", "s2"]


MERGED = [
    ["序号", "存在问题", "整改措施", "责任科室", "督导单位", "整改时限"],
    ["1", "渡口有隐患", "修缮渡口。", "渡口科", "县港航局", "8月底前"],
    ["2", "开展培训。", "船员科", "县港航局", "9月底前"],
]


@pytest.mark.parametrize(
    "below",
    [
        "云泽县人民政府办公室\n2026年3月1日\n",
        "中共云泽县委员会\n",
        "抄送：县纪委\n",
        "注：以上均为责任单位。\n",
        "联系人：陶亮\n",
        "附件：渡口名单\n",
    ],
)
def test_a_line_without_a_pipe_is_no_cell_of_a_row_that_a_merge_left_short(read, below):
    body = "".join(cell + " |\n" for row in MERGED for cell in row)
    plan = read("云泽县2026年渡口整改台账\n" + body + below)
    assert told(plan) == [
        (row[0], row[-4], [("responsible", row[-3]), ("supervise", row[-2])]) for row in MERGED[1:]
    ]
    assert not plan.doubts


@pytest.mark.parametrize("blank", ["|||", "|\n|\n|"])
def test_numbers_inside_the_tasks_begin_rows_below_headings_of_their_own(read, blank):
    plan = read(
        "2026年云泽县重点工作分解表\n工作任务 |\n工作要求 |\n牵头单位 |\n责任单位 |\n"
        f"一、守护渡口 |\n{blank}\n渡口安全 |\n1.修缮渡口，9月底前完成。 |\n县港航局 |\n各镇 |\n"
        "2.更换缆绳。 |\n县港航局 |\n县财政局、县应急局 |\n"
        f"二、守护堤岸 |\n{blank}\n堤岸巡查 |\n3.每月巡查堤岸。 |\n县水利局 |\n各镇 |\n"
        "堤岸绿化 |\n4.栽种柳树。 |\n县林业局 |\n县水利局 |\n"
    )
    found = {r.number: [a.unit for a in plan.assignments(r)] for r in plan.requirements}
    assert found == {
        "1": ["县港航局", "各镇"],
        "2": ["县港航局", "县财政局", "县应急局"],
        "3": ["县水利局", "各镇"],
        "4": ["县林业局", "县水利局"],
    }
    assert [section.title for section in plan.sections] == ["一、守护渡口", "二、守护堤岸"]
    tasks = ["渡口安全", "渡口安全", "堤岸巡查", "堤岸绿化"]
    titles = {task.id: task.title for task in plan.tasks}
    assert [titles[r.task] for r in plan.requirements] == tasks
