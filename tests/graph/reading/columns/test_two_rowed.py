"""Headings in two rows: 责任分工 over 牵头单位 and 配合单位."""

import pytest

from dutygraph.graph.reading.columns.two_rowed import joined, unfolded

TITLE = "云泽县2026年渡口安全任务分工表\n"
ROWS = [
    ["1", "修缮渡口。", "县港航局", "县财政局", "9月底"],
    ["2", "培训船员。", "县人社局", "县总工会", "10月底"],
]
TOLD = [
    ("1", [("lead", "县港航局"), ("support", "县财政局")], ["9月底"]),
    ("2", [("lead", "县人社局"), ("support", "县总工会")], ["10月底"]),
]


def told_by(plan):
    return [
        (r.number, [(a.role.value, a.unit) for a in plan.assignments(r)], [t.raw for t in r.timing])
        for r in plan.requirements
    ]


@pytest.mark.parametrize("mark", [" | ", "\t"])
@pytest.mark.parametrize("over", ["责任分工", "责任单位"])
@pytest.mark.parametrize(
    "lower",
    [
        ["", "", "牵头单位", "配合单位", ""],
        ["牵头单位", "配合单位"],
        ["", "", "牵头", "配合", ""],
        ["牵头", "配合"],
    ],
)
def test_the_lower_headings_are_those_of_the_columns(read, mark, over, lower):
    blank = [""] if len(lower) == 5 else []
    head = [["序号", "工作任务", over, *blank, "完成时限"], lower]
    plan = read(TITLE + "\n".join(mark.join(row) for row in [*head, *ROWS]))
    assert told_by(plan) == TOLD


@pytest.mark.parametrize("over", ["责任分工", "责任单位", "责任部门"])
def test_headings_of_one_line_each_go_back_to_the_one_above_them(read, over):
    head = ["序号", "工作任务", over, "完成时限", "牵头单位", "配合单位"]
    plan = read(TITLE + "\n".join([*head, *(cell for row in ROWS for cell in row)]))
    assert told_by(plan) == TOLD


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["序号", "任务", "责任单位"], ["1", "修缮渡口", "县港航局"]),
        (["序号", "任务", "责任单位"], ["", "", "牵头单位"]),
        (["序号", "任务", "分管领导", "责任单位"], ["牵头单位", "配合单位"]),
    ],
)
def test_other_rows_are_no_part_of_the_headings(upper, lower):
    assert joined(upper, lower) is None


def test_columns_behind_one_of_units_stay_where_they_are():
    assert unfolded(["序号", "任务", "责任单位", "完成时限", "督导单位", "督导领导"]) is None


@pytest.mark.parametrize("mark", [" | ", "\t"])
@pytest.mark.parametrize("lower", [["", "", "牵头单位", "配合单位", ""], ["牵头单位", "配合单位"]])
def test_both_rows_may_be_printed_again(read, mark, lower):
    blank = [""] if len(lower) == 5 else []
    head = [["序号", "工作任务", "责任分工", *blank, "完成时限"], lower]
    rows = [*head, ROWS[0], *head, ROWS[1]]
    plan = read(TITLE + "\n".join(mark.join(row) for row in rows))
    assert told_by(plan) == TOLD
