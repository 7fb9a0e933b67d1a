"""Persons beside the unit where they work: the unit keeps its name, the person is a person."""

import pytest

from dutygraph.graph.intake import read_plans
from dutygraph.graph.lexicon.roles import Slot
from dutygraph.graph.reading.lists.assignments import assignments
from dutygraph.graph.reading.lists.units import read_list
from dutygraph.graph.reading.names.officers import staffed
from dutygraph.graph.reading.names.person_names import names_person

PLAN = """云泽县2026年渡口任务分工方案
一、渡口
1.修缮渡口，更换标识。{}
2.开展培训。（责任单位：县人社局）
3.巡查水域。（责任单位：县公安局）
"""
ROLES = {"lead": "L", "responsible": "R", "support": "S", "supervise": "V"}


def told(found):
    """Give `R县水利局 V!陶亮?`: ! for a person, ? for a guess."""
    return " ".join(
        ROLES[a.role.value] + "!" * a.person + a.unit + "?" * (a.confidence < 0.5) for a in found
    )


@pytest.mark.parametrize("slot", [Slot.RESPONSIBLE, None])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a post, a label, a number or several persons tell
        ("县水利局局长陶亮", "R县水利局 V!局长陶亮"),
        ("县水利局党组书记陶亮", "R县水利局 V!党组书记陶亮"),
        ("县水利局副局长陶亮、谢明俞", "R县水利局 V!副局长陶亮 V!谢明俞?"),
        ("县水利局陶局长", "R县水利局 V!陶局长"),
        ("县水利局水利科科长陶亮", "R县水利局水利科 V!科长陶亮"),
        ("县委办公室主任陶亮", "R县委办公室 V!主任陶亮"),
        ("县水利局（局长陶亮）", "R县水利局 V!局长陶亮"),
        ("县水利局（陶亮、谢明）", "R县水利局 V!陶亮 V!谢明"),
        ("县水利局（责任人：陶亮）", "R县水利局 V!陶亮"),
        ("县水利局（联系人：陶亮，联系电话：8123456）", "R县水利局 V!陶亮"),
        ("县水利局（责任人：陶亮；联系人：谢明）", "R县水利局 V!陶亮 V!谢明"),
        ("县水利局（陶亮 13800000000）", "R县水利局 V!陶亮"),
        ("县水利局（陶 亮、谢明俞）", "R县水利局 V!陶亮 V!谢明俞"),
        ("县水利局陶亮 13800000000", "R县水利局 V!陶亮"),
        ("县水利局局长陶亮\n县财政局局长谢明", "R县水利局 V!局长陶亮 R县财政局 V!局长谢明"),
        ("县水利局局长陶亮和县财政局局长谢明", "R县水利局 V!局长陶亮 R县财政局 V!局长谢明"),
        ("县水利局局长陶亮、市委组织部", "R县水利局 V!局长陶亮 R市委组织部"),
        ("陶亮（县水利局局长）", "V!陶亮 R县水利局"),
        ("副县长陶亮、县水利局", "V!副县长陶亮 R县水利局"),
        # a surname alone leaves a doubt
        ("县水利局（陶亮）", "R县水利局? V!陶亮?"),
        ("县水利局（欧阳明俞）", "R县水利局? V!欧阳明俞?"),
        ("县水利局陶亮", "R县水利局? V!陶亮?"),
        ("县水利局：陶亮", "R县水利局? V!陶亮?"),
        ("县水利局 陶亮", "R县水利局 V!陶亮?"),
        ("县水利局\n陶亮", "R县水利局 V!陶亮?"),
        ("陶亮（县水利局）", "V!陶亮? R县水利局?"),
        ("县水利局陶亮、谢明，县财政局", "R县水利局? V!陶亮? V!谢明? R县财政局"),
        (
            "县水利局（陶亮）、县财政局（谢明、俞悦）",
            "R县水利局? V!陶亮? R县财政局 V!谢明 V!俞悦",
        ),
        # no persons
        ("甲局（乙局）", "R甲局（乙局）"),
        ("县委改革办（县营商办）", "R县委改革办（县营商办）"),
        ("乡镇（街道）", "R乡镇（街道）"),
        ("县水利局（高新区）", "R县水利局（高新区）"),
        ("县水利局（江苏）", "R县水利局（江苏）"),
        ("县水利局（文物）", "R县水利局（文物）"),
        ("县水利局（方志办）", "R县水利局（方志办）"),
        ("县水利局（白岭镇）", "R县水利局（白岭镇）"),
        ("县水利局（江西片）", "R县水利局（江西片）"),
        ("县水利局（安全项目）", "R县水利局"),
        ("县水利局（牵头）", "L县水利局"),
        ("县水利局、石桥、白云", "R县水利局 R石桥? R白云?"),
    ],
)
def test_persons_are_told_from_the_unit_beside_them(piece, slot, text, found):
    made = assignments(read_list(piece(text), slot))
    assert told(made) == found
    assert [text[a.span.start : a.span.end].replace(" ", "") for a in made] == [
        a.unit.replace(" ", "") for a in made
    ]


@pytest.mark.parametrize(
    ("bracket", "found"),
    [
        ("（县水利局局长陶亮）", "R县水利局 V!局长陶亮"),
        ("（县水利局 陶亮）", "R县水利局 V!陶亮?"),
        ("（县水利局陶亮、县财政局谢明）", "R县水利局? V!陶亮? R县财政局? V!谢明?"),
        ("（县水利局（陶亮）、县财政局（谢明））", "R县水利局? V!陶亮? R县财政局? V!谢明?"),
        ("（陶亮（县水利局局长））", "V!陶亮 R县水利局"),
        ("（责任单位：县水利局（陶亮））", "R县水利局? V!陶亮?"),
        ("（县水利局局长陶亮牵头，县财政局配合）", "L县水利局 V!局长陶亮 S县财政局"),
        ("\n责任单位：县水利局 陶亮", "R县水利局 V!陶亮?"),
    ],
)
def test_brackets_and_labels_with_persons_assign(read, bracket, found):
    plan = read(PLAN.format(bracket))
    assert told(plan.assignments(plan.requirements[0])) == found
    doubts = [dict(d.values) for d in plan.doubts if d.code == "reading.unsure-person"]
    assert [one["n"] for one in doubts] == ([str(found.count("!"))] if "?" in found else [])


@pytest.mark.parametrize("suffix", [".csv", ".html"])
def test_cells_with_persons(tmp_path, suffix):
    rows = [
        ["序号", "工作任务", "责任单位"],
        ["1", "修缮渡口。", "县港航局局长陶亮"],
        ["2", "更换缆绳。", "县财政局（谢明、俞悦）"],
        ["3", "培训船员。", "县人社局 何文斌"],
        ["4", "巡查水域。", "县公安局 片区"],
    ]
    text = "".join(",".join(row) + "\n" for row in rows)
    if suffix == ".html":
        cells = ("".join(f"<td>{cell}" for cell in row) for row in rows)
        text = "<table>" + "".join(f"<tr>{row}" for row in cells) + "</table>"
    path = tmp_path / f"plan{suffix}"
    path.write_text(text, "utf-8")
    (plan,) = read_plans(path)
    assert [told(plan.assignments(r)) for r in plan.requirements] == [
        "R县港航局 V!局长陶亮",
        "R县财政局 V!谢明 V!俞悦",
        "R县人社局 V!何文斌",
        "R县公安局 R片区",
    ]


@pytest.mark.parametrize("word", ["高新", "江苏", "文化", "牵头", "金融", "任务", "财政", "县"])
def test_words_that_begin_as_a_surname_are_no_persons(word):
    assert not names_person(word)
    assert staffed(f"县水利局（{word}）") is None
