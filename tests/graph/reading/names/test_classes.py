"""Names of kinds of units are told from names of one: 县属国有企业, 县国有企业改革办公室."""

from pathlib import Path

import pytest

from dutygraph.graph.lexicon.folding import fold
from dutygraph.graph.reading.lists.assignments import assignments
from dutygraph.graph.reading.lists.units import read_list
from dutygraph.graph.reading.names.names import looks_like_unit, speaks_of_several

NAMES = Path(__file__).parent / "collectives.txt"


def names(kind):
    text = NAMES.read_text(encoding="utf-8")
    return text.split(f"[{kind}]")[1].split("[")[0].split()


def test_names_of_a_kind_stand_for_several():
    assert [n for n in names("several") if not speaks_of_several(fold(n))] == []
    assert [n for n in names("several") if not looks_like_unit(fold(n))] == []


def test_names_of_one_unit_do_not():
    assert [name for name in names("one") if speaks_of_several(fold(name))] == []


def test_the_lists_are_long():
    assert len(names("several")) > 200
    assert len(names("one")) > 100


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("县公安局刑侦、经侦、网安大队", ["*县公安局刑侦、经侦、网安大队"]),
        ("市公安局刑侦、网安支队，市财政局", ["*市公安局刑侦、网安支队", "市财政局"]),
        ("县财政局、县公安局治安、交警大队", ["县财政局", "*县公安局治安、交警大队"]),
        ("县委组织、宣传、统战部", ["*县委组织、宣传、统战部"]),
        ("县委组织部、宣传部", ["县委组织部", "宣传部"]),
        ("县委办、政府办、宣传部", ["县委办", "政府办", "宣传部"]),
        ("县公安局、交警大队", ["县公安局", "交警大队"]),
        ("局办公室、法制科", ["局办公室", "法制科"]),
    ],
)
def test_bodies_that_share_the_name_before_them_are_one_name(piece, text, told):
    found = assignments(read_list(piece(text)))
    assert ["*" * a.collective + a.unit for a in found] == told
