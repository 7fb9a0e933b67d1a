"""Names between marks are taken at once, and say what the whole grammar of lists says of them."""

import pytest

from dutygraph.graph.lexicon.roles import Slot
from dutygraph.graph.plan import Basis
from dutygraph.graph.reading.lists import units
from dutygraph.graph.reading.lists.plain_names import plain_names

PLAIN = [
    "县财政局",
    "县财政局、教育局、县港航局",
    "县财政局，县港航局；第3渡口办、各镇",
    "县港航局 县财政局",
    "县港航局\n县财政局",
    "各镇、县政府办、渡口管理所",
    "县水利局。",
]
NOT_PLAIN = [
    "",
    "无",
    "县财政局牵头，县港航局配合",
    "县财政局会同县港航局",
    "县财政局和县港航局",
    "县财政局（牵头）、县港航局",
    "责任单位：县财政局",
    "县财政局等",
    "县水利局 陶亮",
    "县财政局、同上",
    "9月底前、县财政局",
    "县财政局、下同",
]


@pytest.mark.parametrize("listed", PLAIN)
def test_lists_of_names_alone_are_plain(listed):
    assert plain_names(listed)


@pytest.mark.parametrize("listed", NOT_PLAIN)
def test_what_has_a_meaning_of_its_own_is_not(listed):
    assert not plain_names(listed)


@pytest.mark.parametrize("slot", [None, *Slot])
@pytest.mark.parametrize("listed", [*PLAIN, *NOT_PLAIN])
def test_they_say_what_the_whole_grammar_says(piece, monkeypatch, listed, slot):
    at_once = units._read_part(piece(listed), slot, Basis.COLUMN_HEADING)
    monkeypatch.setattr(units, "plain_listing", lambda *_: None)
    assert at_once == units._read_part(piece(listed), slot, Basis.COLUMN_HEADING)
