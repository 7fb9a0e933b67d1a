"""What cannot be known of the units of a row is said."""

import pytest

TITLE = "云泽县2026年渡口安全任务分工表\n"
HEAD = "序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限\n"
FIRST = "1 | 修缮渡口。 | 县港航局 | 县财政局 | 9月底\n"
THIRD = "3 | 更换标识。 | 县应急局 | 各镇 | 12月底\n"


def said(plan, code):
    return [dict(doubt.values) for doubt in plan.doubts if doubt.code == f"reading.{code}"]


def named(plan, at):
    return [(a.role.value, a.unit) for a in plan.assignments(plan.requirements[at])]


def test_a_blank_cell_of_the_lead_may_be_merged_with_the_one_above(read):
    plan = read(TITLE + HEAD + FIRST + "2 | 培训船员。 | | 县公安局 | 10月底\n" + THIRD)
    assert named(plan, 1) == [("support", "县公安局")]
    assert said(plan, "blank-lead") == [{"numbers": "2", "heading": "牵头单位"}]


@pytest.mark.parametrize(
    "second", ["2 | 培训船员。 | 县公安局 | 10月底 | | |\n", "2 | 培训船员。 | 县公安局 | 10月底\n"]
)
def test_which_of_two_columns_a_merged_cell_left_out_does_not_show(read, second):
    plan = read(TITLE + HEAD + FIRST + second + THIRD)
    assert said(plan, "unit-column") == [{"numbers": "2"}]
    assert said(plan, "blank-lead") == []


def test_nor_does_a_blank_cell_between_cells_of_one_line_each(read):
    rows = (HEAD + FIRST + "2 | 培训船员。 | 县公安局 | 10月底\n" + THIRD).replace(" | ", "\n")
    plan = read(TITLE + rows)
    assert named(plan, 1) == [("lead", "县公安局")]
    assert said(plan, "unit-column") == [{"numbers": "2"}]


def test_a_row_with_a_cell_for_each_heading_leaves_no_doubt(read):
    plan = read(TITLE + HEAD + FIRST + "2 | 培训船员。 | 县公安局 | | 10月底\n" + THIRD)
    assert said(plan, "unit-column") == said(plan, "blank-lead") == []


@pytest.mark.parametrize(
    ("heading", "cells", "code"),
    [
        ("验收单位", ["县城投公司", "县交通局"], "unread-units"),
        ("启动时间", ["3月", "4月底前"], "unread-times"),
        ("亮点", ["统一标识", "送教上船"], None),
        ("", ["县城投公司", "县交通局"], None),
    ],
)
@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_a_column_of_units_or_times_that_is_not_read_is_told(read, heading, cells, code, mark):
    rows = [
        ["序号", "工作任务", "责任单位", heading, "完成时限"],
        ["1", "修缮渡口。", "县港航局", cells[0], "9月底"],
        ["2", "培训船员。", "县人社局", cells[1], "10月底"],
    ]
    plan = read(TITLE + "\n".join(mark.join(row) for row in rows))
    told = {"heading": heading, "text": cells[0]}
    codes = ("unread-units", "unread-times")
    assert {one: said(plan, one) for one in codes} == {
        one: [told] if one == code else [] for one in codes
    }
    assert named(plan, 0) == [("responsible", "县港航局")]


BESIDE = [
    ["1", "修缮渡口。", "县港航局", "县城投公司、县住建局", "9月底"],
    ["2", "培训船员。", "县人社局", "县交通局", "10月底"],
]


@pytest.mark.parametrize("known", ["责任单位", "牵头单位", "配合单位"])
@pytest.mark.parametrize("heading", ["挂牌攻坚单位", "攻坚科室", "涉及部门（科室）"])
@pytest.mark.parametrize("mark", [" | ", "\t"])
def test_a_column_of_units_is_guessed_where_its_heading_ends_in_a_word_for_them(
    read, known, heading, mark
):
    rows = [["序号", "工作任务", known, heading, "完成时限"], *BESIDE]
    plan = read(TITLE + "\n".join(mark.join(row) for row in rows))
    first = plan.assignments(plan.requirements[0])
    assert [(a.unit, a.confidence) for a in first] == [
        ("县港航局", 0.97),
        ("县城投公司", 0.4),
        ("县住建局", 0.4),
    ]
    assert [a.role.value for a in first][1:] == ["responsible"] * 2
    assert said(plan, "guessed-heading") == [{"heading": heading, "text": BESIDE[0][3]}]
    assert said(plan, "unread-units") == said(plan, "unsure-name") == []


@pytest.mark.parametrize(
    "heading", ["填报单位", "监理单位", "数据来源部门", "上级对口部门", "联络股室", "归口"]
)
def test_it_is_only_told_where_the_heading_speaks_against_it(read, heading):
    rows = [["序号", "工作任务", "责任单位", heading, "完成时限"], *BESIDE]
    plan = read(TITLE + "\n".join(" | ".join(row) for row in rows))
    assert named(plan, 0) == [("responsible", "县港航局")]
    assert [doubt["heading"] for doubt in said(plan, "unread-units")] == [heading]
    assert said(plan, "guessed-heading") == []


def test_a_rule_for_the_lead_tells_who_leads_among_the_sure_units(read):
    rows = [["序号", "工作任务", "点位", "攻坚单位", "责任单位", "完成时限"]]
    rows += [[row[0], row[1], "东门", row[3], row[2], row[4]] for row in BESIDE]
    text = TITLE + "\n".join(" | ".join(row) for row in rows)
    plan = read(text + "\n\n注：责任单位列第一位的为牵头单位。")
    assert ("lead", "县港航局") in named(plan, 0)
    assert [role for role, _ in named(plan, 0)].count("lead") == 1


def test_a_blank_time_in_the_first_column_is_merged_with_the_one_above(read):
    plan = read(
        TITLE + "完成时限 | 序号 | 工作任务 | 责任单位\n9月底 | 1 | 修缮渡口。 | 县港航局\n"
        " | 2 | 培训船员。 | 县人社局\n12月底 | 3 | 更换标识。 | 县应急局\n"
    )
    times = [[t.raw for t in r.timing] for r in plan.requirements]
    assert times == [["9月底"], ["9月底"], ["12月底"]]
    assert said(plan, "blank-time") == [{"text": "9月底"}]


def test_a_blank_time_elsewhere_is_none(read):
    plan = read(TITLE + HEAD + FIRST + "2 | 培训船员。 | 县公安局 | 各镇 | \n" + THIRD)
    assert [[t.raw for t in r.timing] for r in plan.requirements] == [["9月底"], [], ["12月底"]]


def test_a_blank_cell_of_the_lead_beside_those_responsible_is_said_too(read):
    rows = HEAD.replace("配合单位", "责任单位") + FIRST + "2 | 培训船员。 | | 县公安局 | 10月底\n"
    plan = read(TITLE + rows + THIRD)
    assert said(plan, "blank-lead") == [{"numbers": "2", "heading": "牵头单位"}]
