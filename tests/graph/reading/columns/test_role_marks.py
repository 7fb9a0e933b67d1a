"""The marks of a matrix, and what a legend says of them."""

import pytest

from dutygraph.graph.lexicon.roles import Slot
from dutygraph.graph.reading.columns.role_marks import legend_of, said

LEAD, SUPPORT, RESPONSIBLE = Slot.LEAD, Slot.SUPPORT, Slot.RESPONSIBLE
BOTH = {"●": LEAD, "○": SUPPORT}


@pytest.mark.parametrize(
    "line",
    [
        "●为牵头单位，○为配合单位。",
        "注：●表示牵头单位；○表示协办单位",
        "●牵头 ○配合",
        "●牵头○配合",
        "（●：主办；○：参与）",
        "●—牵头单位、○—配合单位",
        "图例　●＝主要责任　○＝次要责任",
        "牵头单位用●表示，配合单位用○表示",
        "牵头单位● 配合单位○",
        "表中责任单位一栏，标注●的为牵头，标注○的为配合",
        "●主办；○协办；空白不参与",
        "⚫代表牵头责任单位，◯代表参与单位",
    ],
)
def test_a_legend_gives_marks_their_roles(line):
    assert legend_of([line], frozenset("●○")).slots == BOTH


def test_the_lines_of_a_legend_add_up():
    lines = ["一、总体要求", "打“√”的为该项工作责任单位", "×为不涉及单位"]
    assert legend_of(lines, frozenset("√×")).slots == {"√": RESPONSIBLE, "×": None}


def test_letters_are_marks_where_a_legend_says_so():
    legend = legend_of(["R—负责 S—配合 I－知会"], frozenset("RSI"))
    assert legend.slots == {"R": RESPONSIBLE, "S": SUPPORT}
    assert legend.others == {"I"}


@pytest.mark.parametrize(
    "line", ["●表示已完成，○表示未完成", "●为计划实施月份", "●：已落实", "●代表会议室"]
)
def test_a_legend_of_something_else_gives_no_role(line):
    legend = legend_of([line], frozenset("●○"))
    assert not any(legend.slots.values())
    assert "●" in legend.others


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("●", ("●",)),
        (" ✓ ", ("√",)),
        ("●○", ("●", "○")),
        ("牵头", (LEAD,)),
        ("配合\n单位", (SUPPORT,)),
        ("√（牵头）", (LEAD,)),
        ("主", (LEAD,)),
        ("", ()),
        ("—", ()),
        ("3月", None),
        ("县财政局", None),
        ("85", None),
    ],
)
def test_cells_hold_marks_or_a_word_of_a_role(text, told):
    assert said(text) == told
