"""Rows of a line each with a space between cells: cells may be broken, and text stands below."""

import pytest

TITLE = "云泽县2026年渡口安全任务分工表\n"
HEAD = "序号 工作任务 牵头单位 配合单位 完成时限\n"
FIRST = "1 修缮渡口 县港航局 县财政局 9月底前\n"
LAST = "3 更换标识 县应急局 各镇 12月底前\n"


def told_by(plan):
    return [
        (r.number, r.text, [a.unit for a in plan.assignments(r)], [t.raw for t in r.timing])
        for r in plan.requirements
    ]


@pytest.mark.parametrize(
    ("broken", "text", "units"),
    [
        (
            "2 培训船员 县人社局 县财政局\n县总工会 10月底前\n",
            "培训船员",
            ["县人社局", "县财政局", "县总工会"],
        ),
        (
            "2 培训船员，\n发放证书 县人社局 县财政局 10月底前\n",
            "培训船员，\n发放证书",
            ["县人社局", "县财政局"],
        ),
        (
            "2 培训船员，\n发放证书，\n建立台账 县人社局 县财政局 10月底前\n",
            "培训船员，\n发放证书，\n建立台账",
            ["县人社局", "县财政局"],
        ),
    ],
)
def test_a_cell_may_be_broken_over_lines(read, broken, text, units):
    plan = read(TITLE + HEAD + FIRST + broken + LAST)
    assert told_by(plan) == [
        ("1", "修缮渡口", ["县港航局", "县财政局"], ["9月底前"]),
        ("2", text, units, ["10月底前"]),
        ("3", "更换标识", ["县应急局", "各镇"], ["12月底前"]),
    ]


@pytest.mark.parametrize(
    "below",
    [
        "三、保障措施\n各单位要加强领导，压实责任。\n",
        "各单位要加强领导，压实责任，每月底前报送进展。\n",
        "以上任务由各单位抓好落实\n",
    ],
)
@pytest.mark.parametrize("serial", [True, False])
def test_lines_below_that_name_no_unit_in_a_cell_are_no_rows(read, below, serial):
    rows = HEAD + FIRST + LAST
    if not serial:
        rows = "\n".join(line.partition(" ")[2] for line in rows.split("\n"))
    plan = read(TITLE + rows + below)
    assert [one[1:] for one in told_by(plan)] == [
        ("修缮渡口", ["县港航局", "县财政局"], ["9月底前"]),
        ("更换标识", ["县应急局", "各镇"], ["12月底前"]),
    ]


def test_a_last_row_with_its_number_may_leave_out_merged_units(read):
    plan = read(TITLE + HEAD + FIRST + "2 培训船员  10月底前\n")
    assert [one[:2] for one in told_by(plan)] == [("1", "修缮渡口"), ("2", "培训船员")]
