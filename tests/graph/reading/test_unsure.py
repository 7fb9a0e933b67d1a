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
