"""No name in a bracket, behind a label or in a cell gets lost without a word.

Whatever stands among the names, each of them is assigned or added to all items, or a doubt stands
at its place or quotes it; and no longer name that holds it is told as certain.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutygraph.graph.documents.document import Document, Paragraph
from dutygraph.graph.plan import Source
from dutygraph.graph.reading.lists.assignments import assignments
from dutygraph.graph.reading.lists.units import read_list
from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.span import Span

LEVELS = ("省", "市", "县", "区", "州", "盟", "旗", "自治区", "云泽市", "青洛县", "白岭区")


def _names():
    """Give names as offices write them, those of departments with their levels."""
    text = (Path(__file__).parent / "unit_names.txt").read_text(encoding="utf-8")
    kinds = {part.split("]")[0]: part.split("\n", 2)[2].split() for part in text.split("\n[")[1:]}
    levelled = [level + name for name in kinds["departments"] + kinds["party"] for level in LEVELS]
    return sorted(name for name in {*levelled, *kinds["whole"]} if len(name) > 3)


NAMES = _names()
TAILS = (
    *("", "", "", "", "（牵头）", "（配合单位）", "（资金保障）", "（含西岸）", "（高新区）"),
    *("（县乡村振兴局）", "（9月底前）", "（陶亮）", "（陶亮、谢明）", "（责任人：陶亮）"),
    *("陶亮", " 陶亮", "局长陶亮", "等", "*", "牵头", "负责", "按职责分工负责"),
)
WORDS = (
    *("老渔翁合唱团", "9月底前完成", "持续推进", "每年", "按职责分工", "按季度推进", "试行"),
    *("各镇", "各有关部门", "等部门", "不含西岸", "除西岸外", "详见附件", "12处", "ETC", "省级"),
    *("局长陶亮", "联系人：陶亮", "联系电话：8123456", "不再另列", "具体", "其他有关单位"),
    *("列第一位的为牵头单位", "资金来源：", "验收单位：", "市级："),
)
MARKS = ("、", "、", "，", "；")
BLANK = ("", "局长陶亮", "陶亮", "（牵头）", "（陶亮）")
"""Behind these, white space parts names as marks do."""
AFTER = "\n2.开展培训。（责任单位：县人社局）\n3.巡查水域。（县公安局、县应急局）"
FORMS = {
    "names": "一、渡口\n1.修缮渡口，更换标识。（{}）" + AFTER,
    "label": "一、渡口\n1.修缮渡口，更换标识。（责任单位：{}）" + AFTER,
    "second label": "一、渡口\n1.修缮渡口。（牵头单位：县水务局；责任单位：{}）" + AFTER,
    "line": "一、渡口\n1.修缮渡口。\n责任单位：{}\n2.开展培训。\n责任单位：县人社局",
    "cell": (
        "序号 | 工作任务 | 责任单位 | 完成时限\n1 | 修缮渡口，更换标识。 | {} | 6月\n"
        "2 | 开展培训。 | 县人社局 | 7月\n3 | 巡查水域。 | 县公安局 | 8月"
    ),
}


@st.composite
def lists(draw):
    """Give names, and a list of them with other words among them."""
    told = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    text = ""
    for name in told:
        words = WORDS if text else [word for word in WORDS if not word.endswith("：")]
        for word in draw(st.lists(st.sampled_from(words), max_size=1)):
            text = text.rstrip(" 和及") + ("、" if text[-1:] in (" ", "和", "及") else "")
            text += word + ("" if word.endswith("：") else draw(st.sampled_from(MARKS)))
        tail = draw(st.sampled_from(TAILS))
        marks = (*MARKS, " ") if tail in BLANK else MARKS
        marks = (*marks, "和", "及") if tail in ("", "局长陶亮") else marks
        marks = ("，", "；") if tail.endswith("陶亮") else marks
        text += name + tail + draw(st.sampled_from(marks))
    return told, text.rstrip("、，； 和及") + draw(st.sampled_from(("", "", "，9月底前完成", "等")))


def read(text):
    lines = enumerate(text.split("\n"), start=1)
    blocks = tuple(Paragraph(t, Span(0, len(t), paragraph=n, line=n)) for n, t in lines)
    (plan,) = read_document(Document(Source("plan.txt", "0" * 64, "txt"), blocks))
    return plan


def is_told(name, plan, text):
    """Tell whether a plan accounts for a name of its text."""
    named = [one for row in plan.rows for one in row.assignments]
    if any(one.unit == name for one in named) or name in [one.unit for one in plan.implied]:
        return True
    if any(_is_plate(one.unit, name) or (name in one.unit and _is_guess(one)) for one in named):
        return True
    return any(_speaks_of(doubt, name, text) for doubt in plan.doubts)


def _is_plate(unit, name):
    return unit.startswith(f"{name}（") or unit.endswith(f"（{name}）")


def _is_guess(assignment):
    return assignment.confidence < 0.5


def _speaks_of(doubt, name, text):
    if any(name in value for _, value in doubt.values):
        return True
    if doubt.code in ("reading.lead-rule", "reading.no-unit") or doubt.span is None:
        return False
    line = text.split("\n")[doubt.span.line - 1]
    at = line.index(name) if name in line else -1
    near = " | " in line or (doubt.span.start < at + len(name) and at < doubt.span.end)
    return at >= 0 and near


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=150, deadline=None)
@given(made=lists())
def test_no_name_gets_lost(form, made):
    told, listed = made
    text = FORMS[form].format(listed)
    plan = read(text)
    assert [name for name in told if not is_told(name, plan, text)] == []


@pytest.mark.parametrize(
    ("listed", "lost"),
    [
        ("除西岸外、县财政局", "县财政局"),
        ("县水务局负责、列第一位的为牵头单位、县财政局", "县财政局"),
        ("县水务局；资金来源：县财政局", "县财政局"),
        ("县财政局市审计局", "市审计局"),
        ("老渔翁合唱团 县财政局", "县财政局"),
    ],
)
@pytest.mark.parametrize("form", ["label", "line", "cell"])
def test_names_among_other_words_are_told(form, listed, lost):
    text = FORMS[form].format(listed)
    plan = read(text)
    sure = [a.unit for row in plan.rows for a in row.assignments if not _is_guess(a)]
    assert lost not in sure
    assert is_told(lost, plan, text)


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("每年 县财政局", ["县财政局"]),
        ("9月底前 云泽县财政局", ["云泽县财政局"]),
        ("落实\n县财政局", ["县财政局"]),
        ("— 县财政局", ["县财政局"]),
        ("县水务局* 县财政局", ["县水务局", "县财政局"]),
        ("按职责分工负责 计划与财务处", ["计划与财务处"]),
        ("云泽\n市财政局", ["云泽市财政局"]),
        ("高新\n区管委会", ["高新区管委会"]),
        ("督查\n考核办公室", ["督查考核办公室"]),
    ],
)
def test_white_space_behind_what_is_no_name_parts_it_from_one(piece, listed, found):
    told = [one.unit for one in assignments(read_list(piece(listed)))]
    assert [name for name in told if name not in ("—", "每年")] == found


def test_a_label_with_a_name_that_holds_a_word_of_running_text(read_all):
    text = FORMS["line"].format("县委机要局（资金保障）、县保密局")
    (plan,) = read_all(text)
    named = [a.unit for a in plan.assignments(plan.requirements[0])]
    assert named == ["县委机要局", "县保密局"]
