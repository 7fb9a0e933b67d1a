"""The worked example of the methods page, figure by figure, in both languages."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.network.diagnosis import Diagnosis, UnitDiagnosis, diagnose
from dutygraph.graph.network.rules import shipped_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutygraph.graph.network.incidence import Incidence

DOCS = Path(__file__).resolve().parents[3] / "docs"
ROWS = [["办", "甲"], ["办", "甲", "乙"], ["办", "丙"], ["丙", "丁"], ["办"], ["*各单位"]]


@pytest.fixture(scope="module")
def toy(make_incidence: "Callable[..., Incidence]") -> Diagnosis:
    return diagnose(make_incidence(ROWS))


def line(unit: UnitDiagnosis) -> str:
    load, position = unit.load, unit.position
    cells = (
        unit.unit,
        len(load.requirements),
        f"{load.fractional:.3f}",
        f"{load.rank[0]}–{load.rank[1]}",
        len(load.alone),
        f"{position.betweenness:.3f}",
        f"{position.constraint:.3f}",
        position.removal.pieces,
        position.removal.cut_off,
        f"{position.removal.fragmentation:.3f}",
    )
    return f"| {' | '.join(map(str, cells))} |"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_table_of_the_page_is_what_is_computed(toy: Diagnosis, lang: str) -> None:
    page = (DOCS / f"methods.{lang}.md").read_text(encoding="utf-8")
    shown = [row for row in page.splitlines() if row[:3] in {f"| {u}" for u in "办甲乙丙丁"}]
    assert shown == [line(unit) for unit in toy.units]


def test_the_figures_worked_out_by_hand(toy: Diagnosis) -> None:
    """The sums that the page writes out, from the rows alone."""
    units = {unit.unit: unit for unit in toy.units}
    hub = units["办"]
    assert hub.load.fractional == pytest.approx(1 / 2 + 1 / 3 + 1 / 2 + 1, abs=1e-9)
    assert hub.position.betweenness == pytest.approx(4 / 6, abs=1e-9)
    by_hand = (1 / 2 + 1 / 12) ** 2 + (1 / 6 + 1 / 8) ** 2 + (1 / 3) ** 2
    assert hub.position.constraint == pytest.approx(by_hand, abs=1e-9)
    assert hub.position.removal.fragmentation == pytest.approx(1 - 4 / 12, abs=1e-9)
    pair = next(pair for pair in toy.pairs if {pair.a, pair.b} == {"办", "甲"})
    assert pair.weight == pytest.approx(1.5)
    (bus,) = toy.coordinators
    assert (bus.unit, bus.share, bus.reach) == ("办", 4 / 6, 3 / 4)
    groups = [{member.unit for member in cluster.members} for cluster in toy.clusters]
    assert groups == [{"丙", "丁"}, {"甲", "乙"}]
    assert toy.modularity == pytest.approx(1 - (1 / 3) ** 2 - (2 / 3) ** 2, abs=1e-9)
    assert hub.codes == ("B1", "B2", "B3", "B4")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_names_every_rule_and_reading(lang: str) -> None:
    page = (DOCS / f"methods.{lang}.md").read_text(encoding="utf-8")
    for code in [rule.code for rule in shipped_rules()] + ["B1", "B2", "B3", "B4"]:
        assert f"| {code}" in page
