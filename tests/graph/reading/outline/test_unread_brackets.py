"""Brackets that may list units in words of no known form are told, and only they."""

import pytest

NUMBERED = """云泽县2026年渡口任务分工方案
一、渡口
1.修缮渡口。（县港航局牵头）
2.更换标识。（{}）
3.开展培训。（责任单位：县人社局）
4.巡查水域。（县公安局、县应急局）
"""
PLAIN = """云泽县2026年渡口任务分工方案
修缮渡口。（县港航局）
更换标识。（{}）
开展培训。（县人社局）
"""
INNER = """云泽县2026年渡口任务分工方案
一、渡口
1.修缮渡口（县港航局）；更换标识（{}）；开展培训（县人社局）。
2.巡查水域（县公安局）。
"""
UNKNOWN = ["白鹭驿、老渔翁合唱团", "老渔翁合唱团", "陶亮、谢明", "验收单位：县财政局"]
ASIDE = [
    *("不含西岸", "试行", "详见附件", "以下简称“渡改桥”", "其中西岸6处", "每年一次", "9月底前"),
    *("共12处", "App", "ETC、ITS", "2026年版", "省级", "约束性指标", "按序时进度", "下同"),
    *("教育活动、医疗服务", "含桥梁、码头", "第3条", "此件公开发布", "投资1.2亿元", "渡口改成的"),
]


def told(plan):
    return [
        (dict(doubt.values)["text"], doubt.span.line)
        for doubt in plan.doubts
        if doubt.code == "reading.unread-bracket"
    ]


@pytest.mark.parametrize("text", UNKNOWN)
@pytest.mark.parametrize(("form", "line"), [(NUMBERED, 4), (PLAIN, 3)])
def test_a_list_in_words_of_no_known_form_is_told(read, form, line, text):
    assert told(read(form.format(text))) == [(text, line)]


def test_so_is_one_behind_a_sentence_between_others(read):
    assert told(read(INNER.format("白鹭驿、老渔翁合唱团"))) == [("白鹭驿、老渔翁合唱团", 3)]


def test_so_is_one_in_the_first_item_and_the_last(read):
    text = NUMBERED.replace("县港航局牵头", "白鹭驿").replace("县公安局、县应急局", "老渔翁")
    assert told(read(text.format("县财政局"))) == [("白鹭驿", 3), ("老渔翁", 6)]


@pytest.mark.parametrize("text", ASIDE)
@pytest.mark.parametrize("form", [NUMBERED, PLAIN, INNER])
def test_what_explains_is_not(read, form, text):
    assert told(read(form.format(text))) == []


@pytest.mark.parametrize("text", UNKNOWN[:3])
def test_nor_is_a_bracket_where_others_stand_elsewhere(read, text):
    labelled = NUMBERED.replace("（县港航局牵头）", "\n责任单位：县港航局")
    labelled = labelled.replace("（责任单位：县人社局）", "\n责任单位：县人社局")
    labelled = labelled.replace("（县公安局、县应急局）", "\n责任单位：县公安局、县应急局")
    assert told(read(labelled.format(text))) == []
    behind = NUMBERED.replace("（{}）", f"（{text}）（县财政局）")
    assert told(read(behind)) == []
    below = NUMBERED.format("县财政局") + f"云泽县人民政府\n（{text}）"
    assert told(read(below)) == []
