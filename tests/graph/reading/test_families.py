"""Families of tables, each printed in rows with marks, with tabs, and with one cell a line."""

import pytest

FORMS = {
    "marks": lambda rows: "\n".join(" | ".join(row) for row in rows),
    "tabs": lambda rows: "\n".join("\t".join(row) for row in rows),
    "cells": lambda rows: "\n".join(cell for row in rows for cell in row if cell),
    "spaces": lambda rows: "\n".join(" ".join(row) for row in rows),
}
FAMILIES = {
    "indicators": (
        ["编号", "指标名称", "计量单位", "年度目标值", "责任单位"],
        [
            ["1", "城镇新增就业", "人", "9200", "县人社局"],
            ["2", "渡口改造", "座", "36", "县港航局"],
        ],
        [("1", "城镇新增就业", "responsible:县人社局"), ("2", "渡口改造", "responsible:县港航局")],
    ),
    "marks of an assessment": (
        ["序号", "考核指标", "目标值", "责任单位"],
        [["1", "渡口达标率", "≥95%", "县港航局"], ["2", "渡工持证数", "860人", "县人社局"]],
        [("1", "渡口达标率", "responsible:县港航局"), ("2", "渡工持证数", "responsible:县人社局")],
    ),
    "decisions": (
        ["序号", "决策事项", "承办单位", "法律政策依据", "履行程序", "计划完成时间"],
        [
            ["1", "制定渡口收费办法", "县发改局", "《价格法》", "听证、集体讨论", "2026年9月"],
            ["2", "编制渡口布局规划", "县港航局", "《港口法》", "征求意见", "2026年11月"],
        ],
        [
            ("1", "制定渡口收费办法", "responsible:县发改局 2026年9月"),
            ("2", "编制渡口布局规划", "responsible:县港航局 2026年11月"),
        ],
    ),
    "decisions with a last heading of no known kind": (
        ["序号", "事项名称", "主办单位", "会办单位", "听证与否"],
        [
            ["1", "调整渡运价格", "县发改局", "县港航局", "听证"],
            ["2", "划定禁航水域", "县海事处", "县公安局", "不听证"],
        ],
        [
            ("1", "调整渡运价格", "lead:县发改局 support:县港航局"),
            ("2", "划定禁航水域", "lead:县海事处 support:县公安局"),
        ],
    ),
    "proposals": (
        ["提案号", "案由", "提案人", "主办单位", "会办单位", "答复时限"],
        [
            ["2026001", "关于更新渡船的提案", "何静", "县港航局", "县财政局", "7月底前"],
            ["2026002", "关于渡工培训的提案", "民盟支部", "县人社局", "县海事处", "8月底前"],
        ],
        [
            ("2026001", "关于更新渡船的提案", "lead:县港航局 support:县财政局 7月底前"),
            ("2026002", "关于渡工培训的提案", "lead:县人社局 support:县海事处 8月底前"),
        ],
    ),
    "what a meeting settled": (
        ["会议名称", "议定事项", "主办单位", "协办单位", "完成时限", "督办人", "办理进展"],
        [
            [
                "县政府常务会议",
                "启动渡口改造。",
                "县港航局",
                "县财政局",
                "7月底前",
                "高明",
                "已立项",
            ],
            ["县长办公会议", "解决渡船经费。", "县财政局", "县海事处", "6月底前", "罗文", "办结"],
        ],
        [
            ("", "启动渡口改造。", "lead:县港航局 support:县财政局 supervise:高明 7月底前"),
            ("", "解决渡船经费。", "lead:县财政局 support:县海事处 supervise:罗文 6月底前"),
        ],
    ),
    "rivers, their name before every known heading": (
        ["河流", "河长", "目标任务", "具体措施", "责任单位", "协办单位", "完成时间"],
        [
            ["清水河", "周岚", "水质达标", "关闭排污口2个。", "县水务局", "东山镇", "2026年底前"],
            ["柳河", "赵海", "消除黑臭", "清淤疏浚3公里。", "县住建局", "柳河镇", "2026年8月底前"],
        ],
        [
            ("", "关闭排污口2个。", "supervise:周岚 lead:县水务局 support:东山镇 2026年底前"),
            ("", "清淤疏浚3公里。", "supervise:赵海 lead:县住建局 support:柳河镇 2026年8月底前"),
        ],
    ),
    "figures beside figures": (
        ["序号", "实事名称", "单位", "计划数", "完成数", "完成率", "责任单位"],
        [
            ["1", "新建渡口", "座", "12", "8", "67%", "县港航局"],
            ["2", "更新渡船", "艘", "6", "6", "100%", "县交通局"],
            ["3", "修缮候船室", "处", "4", "1", "25%", "县住建局"],
        ],
        [
            ("1", "新建渡口", "responsible:县港航局"),
            ("2", "更新渡船", "responsible:县交通局"),
            ("3", "修缮候船室", "responsible:县住建局"),
        ],
    ),
    "remarks beside remarks": (
        ["序号", "决策事项名称", "承办单位", "起草依据", "是否听证", "拟提请审议时间"],
        [
            ["1", "渡口布局规划", "县港航局", "《港口法》", "否", "2026年9月"],
            ["2", "渡运票价方案", "县发改局", "《价格法》", "是", "2026年6月"],
        ],
        [
            ("1", "渡口布局规划", "responsible:县港航局 2026年9月"),
            ("2", "渡运票价方案", "responsible:县发改局 2026年6月"),
        ],
    ),
    "groups": (
        ["专班名称", "专班负责人", "牵头单位", "责任单位", "任务清单", "完成时限"],
        [
            ["渡口整治专班", "周岚", "县港航局", "县住建局", "清理渡口货场。", "8月底前"],
            ["安全宣传专班", "林一鸣", "县委宣传部", "县教育局", "设置警示牌200处。", "7月底前"],
        ],
        [
            ("", "清理渡口货场。", "supervise:周岚 lead:县港航局 support:县住建局 8月底前"),
            (
                "",
                "设置警示牌200处。",
                "supervise:林一鸣 lead:县委宣传部 support:县教育局 7月底前",
            ),
        ],
    ),
    "projects": (
        ["序号", "项目名称", "建设规模", "总投资（万元）", "建设年限", "责任单位", "服务领导"],
        [
            ["1", "东门渡口改造", "86米", "900", "2025-2026年", "县港航局", "周岚"],
            ["2", "西门渡口扩建", "2万平方米", "3200", "2026-2027年", "县住建局", "林一鸣"],
        ],
        [
            ("1", "东门渡口改造", "responsible:县港航局 supervise:周岚 2025-2026年"),
            ("2", "西门渡口扩建", "responsible:县住建局 supervise:林一鸣 2026-2027年"),
        ],
    ),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("family", FAMILIES)
def test_tables_of_a_family_are_read_however_they_are_printed(read, family, form):
    head, rows, expected = FAMILIES[family]
    plan = read("云泽县2026年渡口工作任务分解表\n\n" + FORMS[form]([head, *rows]))
    found = []
    for one in plan.requirements:
        told = [f"{a.role.value}:{a.unit}" for a in plan.assignments(one)]
        told += [timing.raw for timing in one.timing]
        found.append((one.number, one.text, " ".join(told)))
    assert found == expected


def test_a_sum_before_the_first_of_cells_a_line_is_no_row(read):
    head = ["序号", "项目名称", "建设规模", "责任单位", "服务领导"]
    rows = [["合计", "36公里"], ["1", "环城路", "12公里", "县交通局", "周岚"]]
    rows += [["2", "滨河路", "24公里", "县住建局", "林一鸣"]]
    plan = read("云泽县2026年项目台账\n" + FORMS["cells"]([head, *rows]))
    assert [(r.number, r.text) for r in plan.requirements] == [("1", "环城路"), ("2", "滨河路")]
