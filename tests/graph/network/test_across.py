"""Several plans held beside each other."""

from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.network.across import across
from dutygraph.graph.network.plan_incidence import incidence_of
from dutygraph.graph.network.record import corpus_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutygraph.graph.plan import Plan

HUB = [["办", "甲"], ["办", "乙"], ["办", "丙"], ["办", "丁"], ["办"], ["办", "*各单位"]]


def test_who_coordinates_in_how_many(make_plan: "Callable[..., Plan]") -> None:
    """办 coordinates in both plans of its issuer, and in none of the third."""
    plans = [
        make_plan(HUB, title="一"),
        make_plan(HUB, title="二"),
        make_plan([["甲", "乙"], ["丙", "丁"], ["办", "甲"], ["乙", "丙"], ["丁"]], title="三"),
    ]
    found = across(incidence_of(*plans))
    first = found.standings[0]
    assert (first.unit, len(first.plans)) == ("办", 3)
    assert sorted(first.coordinates_in) == ["一", "二"]
    assert len(corpus_record(found)["plans"]) == 3


def test_equal_divisions_are_alike_and_different_ones_are_not(
    make_plan: "Callable[..., Plan]",
) -> None:
    """Names count without the issuer that tells them apart; figures by hand for 甲 against 乙."""
    plans = [
        make_plan(HUB, title="一", issuer="甲市"),
        make_plan(HUB, title="二", issuer="乙市"),
        make_plan([["办"], ["戊"]], title="三", issuer="丙市"),
        make_plan([["己"]], title="四", issuer="丁市"),
    ]
    found = across(incidence_of(*plans))
    best = found.likenesses[0]
    assert {best.one, best.other} == {"一", "二"}
    assert best.cosine == pytest.approx(1)
    assert best.jaccard == 1
    other = next(each for each in found.likenesses if "三" in {each.one, each.other})
    # Loads 办 4, four others ½ each, against 办 1 and 戊 1.
    assert other.cosine == pytest.approx(4 / (17**0.5 * 2**0.5))
    assert other.jaccard == pytest.approx(1 / 6)
    assert not any("四" in {each.one, each.other} for each in found.likenesses)


def test_a_division_in_figures(make_plan: "Callable[..., Plan]") -> None:
    (found,) = across(incidence_of(make_plan(HUB, title="一"))).divisions
    assert (found.requirements, found.units, found.coordinators) == (6, 5, ("办",))
    assert found.names_per_row == pytest.approx(11 / 6)
    assert found.no_lead == pytest.approx(5 / 6)
    assert found.collectives == pytest.approx(1 / 6)
