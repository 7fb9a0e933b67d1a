"""Of several columns of text, what stands in their cells tells which one holds the tasks."""

import pytest

TITLE = "云泽县2026年渡口工作任务分解表\n"
NAMES = ["渡口修缮", "船员培训", "标识更换"]
STEPS = ["6月底前修缮渡口12处；9月底前验收。", "培训船员300人。", "更换标识，张贴告示。"]
UNITS = ["县港航局", "县人社局", "县应急局"]


def plan_of(read, first, second, names=None, steps=None, units="牵头单位"):
    rows = zip("123", names or NAMES, steps or STEPS, UNITS, strict=True)
    head = ["序号", first, second, units, "配合单位"]
    lines = [head, *([*row, "县财政局"] for row in rows)]
    return read(TITLE + "\n".join(" | ".join(line) for line in lines))


def told(plan):
    titles = {section.id: section.title for section in plan.sections}
    return [(titles.get(r.section), r.text) for r in plan.requirements]


def said(plan, code):
    return [dict(doubt.values) for doubt in plan.doubts if doubt.code == f"reading.{code}"]


@pytest.mark.parametrize("first", ["项目名称", "实事项目", "任务名称", "指标"])
@pytest.mark.parametrize(
    "second", ["指标要求", "目标值", "工作举措及实施计划", "年内打算", "年度目标"]
)
@pytest.mark.parametrize("steps", [STEPS, ["增长5%左右", "完成改造21处", "完成投资2.5亿元"]])
def test_behind_names_of_tasks_the_next_column_tells_what_is_to_be_done(read, first, second, steps):
    plan = plan_of(read, first, second, steps=steps)
    assert told(plan) == list(zip(NAMES, steps, strict=True))


def test_and_its_times_are_read(read):
    plan = plan_of(read, "实事项目", "年内打算")
    assert [[t.raw for t in r.timing] for r in plan.requirements] == [
        ["6月底前", "9月底前"],
        [],
        [],
    ]


@pytest.mark.parametrize("second", ["所在乡镇", "数量", "合同号"])
def test_units_and_figures_behind_names_are_not_what_is_to_be_done(read, second):
    cells = {"所在乡镇": ["城关镇", "石桥镇", "柳林乡"], "数量": ["12", "30", "8"]}
    plan = plan_of(
        read, "项目名称", second, steps=cells.get(second, ["2026-0113", "2026-0114", "2026-0115"])
    )
    assert [text for _, text in told(plan)] == NAMES


def test_shared_work_beside_units_holds_the_tasks_where_it_begins_with_doing(read):
    steps = ["修缮渡口，县应急局配合检查。", "培训船员300人。", "更换标识。"]
    plan = plan_of(read, "主要任务", "责任分解", steps=steps)
    assert told(plan) == list(zip(NAMES, steps, strict=True))
    assert {a.unit for r in plan.requirements for a in plan.assignments(r)} == {*UNITS, "县财政局"}


@pytest.mark.parametrize("first", ["工作事项", "目标任务", "改革任务", "事项", "报告内容"])
def test_sentences_behind_short_names_are_the_tasks_whatever_the_headings_say(read, first):
    assert told(plan_of(read, first, "工作任务")) == list(zip(NAMES, STEPS, strict=True))


def test_sentences_before_names_stay_the_tasks(read):
    plan = plan_of(read, "目标任务", "工作任务", names=STEPS, steps=NAMES)
    assert [text for _, text in told(plan)] == STEPS


@pytest.mark.parametrize("heading", ["类型", "专项", "重点行动", "章节"])
def test_kinds_and_campaigns_before_the_tasks_hold_the_sections(read, heading):
    assert told(plan_of(read, heading, "工作任务")) == list(zip(NAMES, STEPS, strict=True))


def test_a_kind_behind_the_tasks_is_a_remark(read):
    plan = plan_of(read, "工作任务", "项目类型", names=STEPS, steps=["新建", "续建", "新建"])
    assert told(plan) == [(None, step) for step in STEPS]
    assert [r.remark for r in plan.requirements] == ["新建", "续建", "新建"]


def test_a_problem_behind_the_units_is_a_remark_and_none_above_its_measures(read):
    rows = "1 | 修缮渡口。 | 县港航局 | 缺少资金\n2 | 培训船员。 | 县人社局 | 缺少教员\n"
    plan = read(TITLE + "序号 | 工作任务 | 责任单位 | 存在问题\n" + rows)
    assert told(plan) == [(None, "修缮渡口。"), (None, "培训船员。")]
    plan = plan_of(read, "存在问题", "整改目标")
    assert told(plan) == list(zip(NAMES, STEPS, strict=True))


@pytest.mark.parametrize(
    ("heading", "doubts"),
    [("年内打算", [{"heading": "年内打算", "text": "6月底前修缮渡口12处；……"}]), ("备注", [])],
)
def test_words_beside_the_tasks_that_tell_work_and_are_not_read_are_told(read, heading, doubts):
    plan = plan_of(read, "工作任务", heading)
    assert [text for _, text in told(plan)] == NAMES
    assert said(plan, "unread-words") == doubts


def test_a_goal_behind_the_tasks_is_a_remark_and_its_times_are_told(read):
    steps = ["6月底前建成", "9月底前办完", "12月底前换完"]
    plan = plan_of(read, "工作任务", "年度目标", steps=steps)
    assert [r.remark for r in plan.requirements] == steps
    assert said(plan, "unread-words") == [{"heading": "年度目标", "text": "6月底前建成"}]


@pytest.mark.parametrize(
    ("lead", "support"),
    [("首要责任单位", "联办单位"), ("牵头单位", "相关单位"), ("牵头单位", "成员单位")],
)
def test_headings_of_units_in_more_words(read, lead, support):
    rows = "1 | 修缮渡口。 | 县港航局 | 县财政局\n2 | 培训船员。 | 县人社局 | 县财政局\n"
    plan = read(TITLE + f"序号 | 工作任务 | {lead} | {support}\n" + rows)
    assert [(a.role.value, a.unit) for a in plan.assignments(plan.requirements[0])] == [
        ("lead", "县港航局"),
        ("support", "县财政局"),
    ]


@pytest.mark.parametrize("states", [["加快建设", "新开工", "竣工"], ["前期", "在建", "完工"]])
def test_how_far_a_task_is_stands_behind_its_name_and_is_no_task(read, states):
    assert told(plan_of(read, "项目名称", "建设阶段", steps=states)) == [
        (None, name) for name in NAMES
    ]


@pytest.mark.parametrize("between", ["\n", "\n|\n", " |\n", None])
def test_numbers_and_limits_of_proposals_are_known_by_their_headings(read, between):
    head = ["提案编号", "案由", "主办单位", "会办单位", "办复时限"]
    rows = [
        [number, f"关于{name}的建议", unit, "县财政局", "6月底前"]
        for number, name, unit in zip(["9021", "9034", "9043"], NAMES, UNITS, strict=True)
    ]
    if between is None:
        body = "\n".join("\t".join(row) for row in [head, *rows])
    else:
        body = between.join(cell for row in [head, *rows] for cell in row)
    plan = read(f"云泽县2026年提案办理任务分解表\n{body}\n")
    assert [
        [
            r.number,
            r.text,
            *(a.unit for a in plan.assignments(r)),
            *(t.raw for t in r.timing),
        ]
        for r in plan.requirements
    ] == rows
