"""Units that a heading over rows names for all of them."""

import pytest

from dutygraph.graph.intake import read_plans

PLAN = (
    "云泽县2026年重点项目责任表\n序号\t项目\t建设内容\t责任单位\t完成时限\n"
    "{}\n1\t环城路\t完成路基\t\t6月\n2\t北桥\t主桥合龙\t县公路中心\t9月\n"
    "二、生态类\n3\t湿地\t修复200亩\t县林业局\t12月\n"
)


def told(plan):
    return [[(a.role.value, a.unit) for a in plan.assignments(r)] for r in plan.requirements]


@pytest.mark.parametrize(
    "heading",
    [
        "一、交通类（牵头单位：县交通运输局）",
        "一、交通类 牵头单位：县交通运输局",
        "一、交通类（由县交通运输局牵头）",
        "（一）交通类（县交通运输局牵头）",
    ],
)
def test_they_hold_down_to_the_next_heading(read, heading):
    assert told(read(PLAN.format(heading))) == [
        [("lead", "县交通运输局")],
        [("lead", "县交通运输局"), ("support", "县公路中心")],
        [("responsible", "县林业局")],
    ]


@pytest.mark.parametrize("heading", ["一、交通类（县交通运输局）", "一、交通类（共2项）"])
def test_a_bracket_without_a_role_names_nobody(read, heading):
    assert told(read(PLAN.format(heading))) == [
        [],
        [("responsible", "县公路中心")],
        [("responsible", "县林业局")],
    ]


def test_a_blank_cell_below_the_first_row_is_the_one_above(read):
    text = PLAN.format("一、交通类（县交通运输局牵头）").replace("\t县公路中心\t", "\t\t")
    text = text.replace("\t完成路基\t\t", "\t完成路基\t县公路中心\t")
    expected = [("lead", "县交通运输局"), ("support", "县公路中心")]
    assert told(read(text))[:2] == [expected, expected]


def test_mere_names_in_the_bracket_of_a_heading_are_said_to_be_unread(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text(
        "序号,工作任务,配合单位\n一、守护渡口（县港航局）,,\n1,修缮渡口,县财政局\n"
        "二、培训（共1项）,,\n2,培训船员,各镇\n",
        "utf-8",
    )
    (plan,) = read_plans(path)
    told = [dict(d.values)["text"] for d in plan.doubts if d.code == "reading.unread-names"]
    assert told == ["县港航局"]


def test_of_several_notes_over_the_items_above_none_is_taken_into_a_row(read):
    plan = read(
        "云泽县2026年任务分工表\n一、基础设施\n序号|工作任务|责任单位\n1|修缮渡口|县港航局\n"
        "2|更换缆绳|县财政局\n"
        "以上工作由县发改局统筹。\n3|培训船员|县人社局\n以上工作由县教育局统筹。\n"
    )
    units = [[a.unit for a in plan.assignments(r)] for r in plan.requirements]
    assert units == [["县港航局"], ["县财政局"], ["县人社局"]]
    told = [dict(d.values)["text"] for d in plan.doubts if d.code == "reading.unread-names"]
    assert told == ["县教育局统筹"]
