"""The document's own rule for who leads, in the forms in which offices state it."""

import pytest

from dutygraph.graph.reading.names.lead_rules import lead_rule, lost_marking


def kind(piece):
    rule = lead_rule(piece)
    if rule is not None:
        return rule.kind.value
    return "lost" if lost_marking(piece) else "none"


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("first", "前者为牵头单位"),
        ("first", "责任单位有两个以上的，前者为牵头单位，后者为配合单位。"),
        ("semicolon", "分号前为牵头单位"),
        ("semicolon", "注：分号前的单位为牵头单位，分号后的为配合单位。"),
        ("semicolon", "第一个分号之前的为牵头单位"),
        ("first", "排名第一的为牵头单位"),
        ("first", "排名第一的单位牵头"),
        ("first", "多个责任单位的，排名第一的单位负责牵头落实。"),
        ("first", "首个单位为牵头单位"),
        ("first", "首位单位为牵头单位，其他为配合单位"),
        ("star", "带“▲”的为牵头单位"),
        ("star", "标“★”为牵头单位"),
        ("star", "带*号单位为牵头单位"),
        ("star", "加“※”的是牵头部门"),
        ("star", "▲为牵头单位"),
        ("star", "注：▲表示牵头单位"),
        ("star", "“★”代表牵头单位"),
        ("star", "前面带☆的单位为牵头单位。"),
        ("first", "责任单位中排在第一位的为牵头单位"),
        ("first", "各项任务由列首位的单位牵头负责"),
        ("first", "列第一位的责任单位为总牵头单位"),
        ("first", "第一责任单位牵头抓总"),
        ("first", "涉及多个责任单位的，由排在首位的单位牵头"),
        ("first", "牵头单位为责任单位中的第一个单位"),
        ("first", "牵头单位列第一位"),
        ("first", "首列单位为主办单位"),
        ("first", "列在前面的为牵头单位"),
        ("first", "排在最前的责任单位为牵头单位"),
        ("first", "顿号前为牵头单位"),
        ("comma", "第一个逗号前的为牵头单位"),
        ("comma", "逗号前为牵头单位，逗号后为配合单位"),
        ("alone", "无牵头单位的，责任单位即为牵头单位"),
        ("alone", "没有明确牵头单位的，责任单位为牵头单位"),
        ("none", "责任单位要主动对接牵头单位"),
        ("lost", "加粗的为牵头单位"),
        ("lost", "黑体字单位为牵头单位"),
        ("lost", "字体加黑的为牵头单位"),
        ("lost", "标有下划线的单位为牵头单位"),
        ("lost", "划横线的为牵头单位"),
        ("lost", "红色字体为牵头单位"),
        ("lost", "标红的单位为牵头单位"),
        ("lost", "粗体字部门是牵头部门"),
        ("lost", "楷体加粗的为牵头单位"),
        ("none", "县港航局为牵头单位"),
        ("none", "列在首位的县财政局为牵头部门"),
        ("none", "牵头单位要高度重视"),
        ("none", "第一书记为牵头责任人"),
        ("none", "前者为重点"),
        ("none", "加粗管网，县水务局为牵头单位"),
        ("none", "由第一医院牵头"),
        ("none", "首个示范区由县发改局牵头建设"),
        ("none", "带头落实牵头单位责任"),
        ("none", "以红色资源为依托，牵头单位要抓好"),
        ("none", "突出黑体棚整治，县城管局为牵头单位"),
        ("none", "标*的为跨年度任务"),
    ],
)
def test_a_rule_is_known_by_its_words(piece, told, text):
    assert kind(piece(text)) == told


def test_who_is_responsible_leads_where_nobody_else_does_if_a_document_says_so(read):
    plan = read(
        "云泽县2026年任务分解方案\n各牵头单位（无牵头单位的，责任单位即为牵头单位，下同）要抓好落实。\n"
        "1.修缮渡口。\n牵头单位：县港航局\n责任单位：各镇\n2.培训船员。\n责任单位：县人社局、县财政局\n"
    )
    found = [[(a.unit, a.role.value) for a in plan.assignments(r)] for r in plan.requirements]
    assert found == [
        [("县港航局", "lead"), ("各镇", "support")],
        [("县人社局", "lead"), ("县财政局", "lead")],
    ]
