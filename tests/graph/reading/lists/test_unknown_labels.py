"""Units behind a label that is no word of a role: a guess, and it is told."""

import pytest

from dutygraph.graph.lexicon.roles import Slot
from dutygraph.graph.reading.lists.assignments import assignments
from dutygraph.graph.reading.lists.units import read_list

PLAN = """云泽县2026年渡口任务分工方案
一、渡口
1.修缮渡口，更换标识。{}
2.开展培训。（责任单位：县人社局）
3.巡查水域。（责任单位：县公安局）
"""
TABLE = """云泽县2026年渡口任务分工表
序号{m}工作任务{m}责任单位{m}验收单位{m}完成时限
1{m}修缮渡口。{m}县港航局{m}县城投公司{m}9月底
2{m}培训船员。{m}县人社局{m}县交通局、县财政局{m}10月底
"""


def named(plan):
    found = plan.assignments(plan.requirements[0])
    return [(a.role.value, a.unit, a.confidence) for a in found]


def said(plan):
    return [(doubt.code, dict(doubt.values)) for doubt in plan.doubts]


GUESS = ("support", "县财政局", 0.4)
LEAD = ("lead", "县港航局", 0.97)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（验收单位：县财政局；牵头单位：县港航局）", [GUESS, LEAD]),
        ("（牵头单位：县港航局；验收单位：县财政局）", [LEAD, GUESS]),
        ("（牵头单位：县港航局。验收单位：县财政局。）", [LEAD, GUESS]),
        ("验收单位：县财政局；牵头单位：县港航局。", [GUESS, LEAD]),
        ("牵头单位：县港航局；验收单位：县财政局。", [LEAD, GUESS]),
        ("\n验收单位：县财政局\n牵头单位：县港航局", [GUESS, LEAD]),
        ("\n牵头单位：县港航局\n验收单位：县财政局", [LEAD, GUESS]),
        ("\n验收单位：县财政局；牵头单位：县港航局", [GUESS, LEAD]),
    ],
)
def test_units_behind_an_unknown_label_are_a_guess(read, text, found):
    plan = read(PLAN.format(text))
    assert plan.requirements[0].text == "修缮渡口，更换标识。"
    assert named(plan) == found
    values = {"label": "验收单位", "text": "县财政局", "n": "1"}
    assert said(plan) == [("reading.guessed-label", values)]


def test_a_label_is_told_once_with_its_first_place(read):
    line = "\n牵头单位：县港航局\n验收单位：县财政局、县审计局\n监测机构：县统计局"
    text = PLAN.replace("{}\n2.开展培训。", line + "\n2.开展培训。" + line + "\n3.修路。")
    plan = read(text)
    assert [(d.values[0][1], d.values[2][1], d.span.line) for d in plan.doubts] == [
        ("验收单位", "2", 5),
        ("监测机构", "2", 6),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（牵头单位：县港航局；验收：县财政局）",
        "\n牵头单位：县港航局；验收：县财政局",
    ],
)
def test_units_behind_another_unknown_label_are_not_read_and_told(read, text):
    plan = read(PLAN.format(text))
    assert named(plan) == [LEAD]
    values = {"label": "验收", "text": "县财政局", "n": "1"}
    assert said(plan) == [("reading.unread-label", values)]


@pytest.mark.parametrize("text", ["联系人：陶亮", "资金来源：县级财政", "联系电话：8123456"])
def test_what_names_no_unit_is_not_told(read, text):
    plan = read(PLAN.format(f"（牵头单位：县港航局；{text}）"))
    assert (named(plan), said(plan)) == ([LEAD], [])


@pytest.mark.parametrize("line", ["发布单位：县政府办公室", "来源单位：云泽县人民政府"])
def test_a_line_of_the_page_is_none(read, line):
    plan = read(PLAN.format("") + "牵头单位：县水利局\n" + line)
    assert "县政府办公室" not in [a.unit for row in plan.rows for a in row.assignments]
    assert "reading.guessed-label" not in [code for code, _ in said(plan)]


def test_labels_of_levels_in_a_cell_are_no_part_of_names(piece):
    listing = read_list(piece("市级：市财政局、市审计局；县级：县财政局"), Slot.SUPPORT)
    found = [(a.unit, a.role.value, a.confidence) for a in assignments(listing)]
    assert found == [
        ("市财政局", "support", 0.4),
        ("市审计局", "support", 0.4),
        ("县财政局", "support", 0.4),
    ]
    assert [label.text for label in listing.guessed] == [
        "市级：市财政局、市审计局；",
        "县级：县财政局",
    ]


@pytest.mark.parametrize("mark", [" | ", "\t", "\n"])
def test_a_column_of_unknown_role_is_not_read_and_told(read, mark):
    plan = read(TABLE.replace("{m}", mark))
    assert named(plan) == [("responsible", "县港航局", 0.97)]
    assert [[t.raw for t in r.timing] for r in plan.requirements] == [["9月底"], ["10月底"]]
    values = {"heading": "验收单位", "text": "县城投公司"}
    assert said(plan) == [("reading.unread-units", values)]
