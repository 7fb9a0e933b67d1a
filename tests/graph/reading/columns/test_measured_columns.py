"""A mere quantity says how much of a task is to be done, and is no task itself."""

import pytest

from dutygraph.graph.reading.columns.fitness import looks
from dutygraph.graph.reading.columns.measures import is_measure, tells_quantity

TITLE = "云泽县2026年民生实事项目分解表\n"
NAMES = ["新建乡镇渡口", "渡工免费体检", "改造渡船", "提高渡工补贴"]
UNITS = ["县港航局", "县卫健局", "县交通局", "县民政局"]
GOALS = ["36座", "4100人", "12艘", "每人每月不低于70元"]


def plan_of(read, head, *columns):
    rows = [head, *zip("1234", *columns, strict=True)]
    return read(TITLE + "\n".join(" | ".join(row) for row in rows))


def told(plan):
    titles = {section.id: section.title for section in plan.sections}
    return [(titles.get(r.section), r.text, r.remark) for r in plan.requirements]


@pytest.mark.parametrize("names", ["项目名称", "民生实事项目", "省民生实事项目名称", "实事内容"])
@pytest.mark.parametrize("goal", ["目标任务", "年度目标", "目标值"])
def test_a_goal_of_quantities_is_a_remark_on_the_names(read, names, goal):
    plan = plan_of(read, ["序号", names, goal, "责任单位"], NAMES, GOALS, UNITS)
    assert told(plan) == [(None, *pair) for pair in zip(NAMES, GOALS, strict=True)]


def test_behind_the_units_it_is_kept_before_other_remarks(read):
    head = ["序号", "项目名称", "责任单位", "目标任务", "1-9月完成情况", "完成率", "备注"]
    done, rates = ["30座", "3950人", "12艘", ""], ["83%", "96%", "100%", "100%"]
    notes = ["", "含临时渡工", "", ""]
    plan = plan_of(read, head, NAMES, UNITS, GOALS, done, rates, notes)
    expected = ["36座", "4100人\n含临时渡工", "12艘", "每人每月不低于70元"]
    assert [remark for _, _, remark in told(plan)] == expected


def test_a_goal_of_sentences_is_the_task_and_a_quantity_among_them_is_not(read):
    goals = ["建成渡口36座并验收。", "4100人", "9月底前完成渡船改造。", "印发补贴办法。"]
    plan = plan_of(read, ["序号", "项目名称", "目标任务", "责任单位"], NAMES, goals, UNITS)
    texts = [text for _, text, _ in told(plan)]
    assert texts == [goals[0], NAMES[1], *goals[2:]]
    assert plan.requirements[1].remark == "4100人"


@pytest.mark.parametrize("text", ["36座", "9200", "≥95%", "1.2万人次", "36座、12公里", "62%以上"])
def test_numbers_with_what_they_count_are_a_measure(text):
    assert is_measure(text)
    assert looks(text) in {"measure", "number"}


@pytest.mark.parametrize("text", ["新建36座", "2026年", "30日内", "12个乡镇", "三合村", "增长5%"])
def test_work_times_and_places_are_none(text):
    assert not is_measure(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("标准不低于4320元/年，人均救助不低于230元/月", True),
        ("12个行政村", True),
        ("新增不少于70张床位", False),
        ("2个停车场建成", False),
        ("2026年", False),
    ],
)
def test_a_bound_and_a_noun_may_stand_beside_it(text, expected):
    assert tells_quantity(text) is expected
