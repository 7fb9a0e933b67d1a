"""Units that stand above their items, as in lists of responsibilities."""

import pytest


def told(plan):
    return [
        (r.number, [(a.role.value, a.unit) for a in plan.assignments(r)]) for r in plan.requirements
    ]


FERRIES = ("responsible", "县港航局")
FINANCE = ("responsible", "县财政局")


def test_a_label_line_before_the_first_item_and_none_at_the_end_stands_above(read):
    plan = read(
        "云泽县2026年重点工作责任清单\n责任单位：县港航局\n1.修缮渡口。\n2.更换标识。\n"
        "责任单位：县财政局\n3.拨付资金。\n牵头单位：县人社局\n配合单位：各镇\n4.开展培训。"
    )
    assert told(plan) == [
        ("1", [FERRIES]),
        ("2", [FERRIES]),
        ("3", [FINANCE]),
        ("4", [("lead", "县人社局"), ("support", "各镇")]),
    ]
    assert [row.requirements for row in plan.rows] == [("r1", "r2"), ("r3",), ("r4",)]


def test_labels_above_may_stand_below_headings(read):
    plan = read(
        "云泽县责任清单\n一、渡口\n责任单位：县港航局\n1.修缮渡口。\n2.更换标识。\n"
        "责任单位：县财政局\n3.拨付资金。\n二、桥梁\n责任单位：县港航局\n4.修缮桥梁。"
    )
    assert told(plan) == [
        ("1", [FERRIES]),
        ("2", [FERRIES]),
        ("3", [FINANCE]),
        ("4", [FERRIES]),
    ]
    assert [r.section for r in plan.requirements] == ["s1", "s1", "s1", "s2"]


@pytest.mark.parametrize("tail", ["", "（共2项）", "责任清单", "：", "重点任务（2项）"])
def test_headings_that_are_names_of_units_own_the_items_below(read, tail):
    plan = read(
        f"云泽县任务清单（责任）\n一、县港航局{tail}\n1.修缮渡口。\n2.更换标识。\n"
        f"二、县财政局{tail}\n1.拨付资金。\n2.监管资金。"
    )
    assert told(plan) == [
        ("1", [FERRIES]),
        ("2", [FERRIES]),
        ("1", [FINANCE]),
        ("2", [FINANCE]),
    ]


def test_lines_that_are_names_of_units_own_the_items_below(read):
    plan = read("县港航局：\n1.修缮渡口。\n2.更换标识。\n县财政局：\n1.拨付资金。")
    assert told(plan) == [("1", [FERRIES]), ("2", [FERRIES]), ("1", [FINANCE])]


def test_label_lines_behind_their_items_stand_below(read):
    plan = read("1.修缮渡口。\n责任单位：县港航局\n2.拨付资金。\n责任单位：县财政局")
    assert told(plan) == [("1", [FERRIES]), ("2", [FINANCE])]


def test_one_heading_that_is_no_unit_leaves_the_others_headings(read):
    plan = read("云泽县清单：\n一、县港航局\n1.修缮渡口。\n二、其他工作\n1.拨付资金。")
    assert plan.requirements == ()


COUNTING_ON = (
    "云泽县航运若干举措\n一、修缮渡口（县港航局牵头）\n围绕安全，设施继续改善。\n（一）改造码头。6月底前完工。\n"
    "（二）更换标识。更换50块。\n二、加大投入（县财政局、县金融办牵头）\n（三）争取资金。争取专项资金。\n"
)


def test_brackets_of_headings_own_the_items_that_count_on_below_them(read):
    plan = read(
        f"{COUNTING_ON}三、保障用地（县自然资源局负责）\n（四）供应用地。\n本举措自印发之日起施行。"
    )
    assert told(plan) == [
        ("（一）", [("lead", "县港航局")]),
        ("（二）", [("lead", "县港航局")]),
        ("（三）", [("lead", "县财政局"), ("lead", "县金融办")]),
        ("（四）", [("responsible", "县自然资源局")]),
    ]
    assert [section.title for section in plan.sections] == [
        "一、修缮渡口",
        "二、加大投入",
        "三、保障用地",
    ]
    assert plan.requirements[0].text == "改造码头。6月底前完工。"


def test_points_that_begin_again_below_each_heading_are_its_own(read):
    plan = read(
        "一、修缮渡口（县港航局牵头）\n（一）改造码头。\n（二）更换标识。\n"
        "二、加大投入（县财政局牵头）\n（一）争取资金。"
    )
    assert told(plan) == [("一", [("lead", "县港航局")]), ("二", [("lead", "县财政局")])]
