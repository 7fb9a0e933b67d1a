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


def test_headings_may_be_spaced_out_in_one_line(read):
    head = "序 号 任 务 名 称 指 标 要 求 牵 头 部 门 配合 部门 目 标 类 型\n"
    rows = "1 渡口 修缮12处 县港航局 县财政局 A类\n2 船员 培训300人 县人社局 各镇 B类\n"
    plan = read(TITLE + head + rows)
    assert [one[:3] for one in told_by(plan)] == [
        ("1", "修缮12处", ["县港航局", "县财政局"]),
        ("2", "培训300人", ["县人社局", "各镇"]),
    ]
    assert [r.remark for r in plan.requirements] == ["A类", "B类"]


def test_three_lines_of_units_before_a_blank_last_cell_are_one_cell(read):
    head = "序号 工作任务 牵头单位 配合单位 完成时限 备注\n"
    first = "1 修缮渡口 县港航局 县财政局\n县住建局\n各镇 9月底前 \n"
    told = told_by(read(TITLE + head + first + "2 培训船员 县人社局 各镇 10月底前 \n"))
    assert told[0][2:] == (["县港航局", "县财政局", "县住建局", "各镇"], ["9月底前"])
    assert [one[0] for one in told] == ["1", "2"]


BROKEN = """云泽县2026年度渡口联合抽查计划
序号 抽查任务名称 抽查事项 抽查对象范围 抽查比例
及频次
智慧监管
(信用分类)要求
抽查检查
起止时间
发起部门 配合部门 抽查检查
模式
1 渡口经营检查  对渡口经营资质的双随机抽查 全县渡口 4%;2次/年 按信用分类逐级提高抽查比例 3月—11月 \
县港航局 县交通局、
县公安局
县抽县查
2 渡船检验检查 渡船检验和救生设备配备情况检查  渡船、趸船 全年合计抽查比例≥30%;1次/年 不涉及 \
4月—10月 县海事处 县应急局 县抽县查、县抽镇查"""


def test_headings_and_rows_broken_over_lines_are_whole(read):
    plan = read(BROKEN)
    sections = {section.id: section.title for section in plan.sections}
    assert [(sections[r.section], r.text) for r in plan.requirements] == [
        ("渡口经营检查", "对渡口经营资质的双随机抽查"),
        ("渡船检验检查", "渡船检验和救生设备配备情况检查"),
    ]
    named = [[(a.unit, a.role.value) for a in plan.assignments(r)] for r in plan.requirements]
    assert named == [
        [("县港航局", "lead"), ("县交通局", "support"), ("县公安局", "support")],
        [("县海事处", "lead"), ("县应急局", "support")],
    ]
    assert [[t.raw for t in r.timing][-2:] for r in plan.requirements] == [
        ["2次/年", "3月—11月"],
        ["1次/年", "4月—10月"],
    ]


def test_several_cells_of_a_row_that_end_in_marks_go_on_in_one_line(read):
    plan = read(
        "云泽县渡口任务清单\n序号 工作任务 责任单位 完成时限\n"
        "1 修缮渡口，更换缆绳、 县港航局、 6月底前\n标识300处 县财政局\n"
        "2 培训船员 县人社局 8月底前\n"
    )
    told = [(r.number, r.text, [a.unit for a in plan.assignments(r)]) for r in plan.requirements]
    assert told == [
        ("1", "修缮渡口，更换缆绳、\n标识300处", ["县港航局", "县财政局"]),
        ("2", "培训船员", ["县人社局"]),
    ]
