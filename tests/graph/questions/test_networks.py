"""What the questions count agrees with the networks made from the same store by NetworkX."""

from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.network.gathering import incidence_in
from dutygraph.graph.network.incidence import Incidence
from dutygraph.graph.network.projection import two_mode, unit_network
from dutygraph.graph.network.relations import lead_support
from dutygraph.graph.questions import ask

if TYPE_CHECKING:
    from dutygraph.graph.store import Store


@pytest.fixture(scope="module")
def incidence(two_plans: "Store") -> Incidence:
    return incidence_in(two_plans)


def test_the_load_of_a_unit_is_its_degree(two_plans: "Store", incidence: Incidence) -> None:
    graph = two_mode(incidence, collectives=False)
    degrees = {unit: graph.degree[("unit", unit)] for unit in incidence.units}
    loads = {r["unitName"]: r["requirements"] for r in ask(two_plans, "unit-load").records()}
    assert loads == degrees


def test_who_coordinates_with_whom_are_the_neighbours(
    two_plans: "Store", incidence: Incidence
) -> None:
    graph = unit_network(incidence)
    for unit in incidence.units:
        records = ask(two_plans, "unit-partners", unit=unit).records()
        named = {r["partnerName"] for r in records if r["kind"] == "unit"}
        assert named == set(graph.neighbors(unit))


def test_who_supports_which_lead_are_the_edges(two_plans: "Store", incidence: Incidence) -> None:
    records = ask(two_plans, "lead-support-pairs").records()
    named = {
        (r["leadName"], r["supportName"]): r["requirements"]
        for r in records
        if r["supportName"] in incidence.units
    }
    edges = lead_support(incidence).edges(data="weight")
    assert named == {(lead, other): weight for lead, other, weight in edges}
    assert named
