"""Networks beside that of units, the RACI audit, and rules that nobody owns."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.network.audit import audit
from dutygraph.graph.network.coverage import coverage
from dutygraph.graph.network.gathering import incidence_in
from dutygraph.graph.network.plan_incidence import incidence_of
from dutygraph.graph.network.projection import two_mode, unit_network
from dutygraph.graph.network.relations import (
    lead_support,
    requirement_dependence,
    unit_regulation,
)
from dutygraph.graph.plan import Citation, CitationKind
from dutygraph.graph.span import Span
from dutygraph.graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutygraph.graph.network.incidence import Incidence
    from dutygraph.graph.plan import Plan

RULE, OTHER = (
    Citation(f"《{title}》", CitationKind.OBSERVES, Span(0, 4), title=title)
    for title in ("保密办法", "公开条例")
)


@pytest.fixture
def citing(make_plan: "Callable[..., Plan]") -> "Plan":
    """A plan that cites one rule twice under owners, and another only in its preamble."""
    plan = make_plan([["!甲", "~乙"], ["*各单位"], ["!乙"], (2, ["丙", "丁"])])
    cited = {"r1": (RULE,), "r3": (RULE,)}
    requirements = tuple(replace(r, citations=cited.get(r.id, ())) for r in plan.requirements)
    return replace(plan, requirements=requirements, citations=(OTHER,))


def ids(refs: "tuple") -> list[str]:
    return [ref.id for ref in refs]


def test_citations_survive_the_store(citing: "Plan") -> None:
    with open_store() as store:
        store.put(citing)
        assert incidence_in(store) == incidence_of(citing)
    assert [rule for _, rule in incidence_of(citing).preamble] == ["公开条例"]


def test_units_and_rules(citing: "Plan") -> None:
    """乙 supports under the rule once and leads under it once."""
    graph = unit_regulation(incidence_of(citing))
    edge = graph.edges[("unit", "乙"), ("regulation", "保密办法")]
    assert (edge["weight"], edge["requirements"]) == (2, ["r1", "r3"])


def test_requirements_that_hang_together(citing: "Plan") -> None:
    """r1 and r3 by the rule and by 乙's help; r4 and r5 by their cell."""
    graph = requirement_dependence(incidence_of(citing))
    kinds = {tuple(sorted(i for _, i in edge[:2])): edge[2] for edge in graph.edges(data="kinds")}
    assert kinds == {("r1", "r3"): ["cooperation", "rule"], ("r4", "r5"): ["row"]}


def test_who_leads_whom(citing: "Plan") -> None:
    assert list(lead_support(incidence_of(citing)).edges(data="weight")) == [("甲", "乙", 1)]


def test_two_mode_and_unit_network(citing: "Plan") -> None:
    """Collectives stand in the one, and in the other only when asked for."""
    found = incidence_of(citing)
    graph = two_mode(found)
    assert sum(d["bipartite"] == 0 for _, d in graph.nodes(data=True)) == 5
    assert graph.number_of_edges() == 8
    assert sorted(unit_network(found)) == ["丁", "丙", "乙", "甲"]
    assert "各单位" in unit_network(found, collectives=True)
    assert unit_network(found).edges["丁", "丙"] == {"count": 1, "weight": 1.0, "rows": ["row4"]}


def test_the_audit_down_and_across(citing: "Plan") -> None:
    found = audit(incidence_of(citing))
    assert ids(found.down.nobody) == []
    assert ids(found.down.no_lead) == ["r4", "r5"]
    assert ids(found.down.lead_alone) == ["r3"]
    assert ids(found.down.not_supported) == ["r2", "r3", "r4", "r5"]
    by_unit = {row.unit: row for row in found.across}
    assert (ids(by_unit["乙"].leads), ids(by_unit["乙"].supports)) == (["r3"], ["r1"])


def test_rules_without_an_owner(citing: "Plan") -> None:
    """The preamble's rule is cited by no requirement; the other has owners."""
    found = coverage(incidence_of(citing))
    assert [(each.regulation, each.requirements) for each in found.unowned] == [("公开条例", ())]
    assert ids(found.uncited) == ["r2", "r4", "r5"]


def test_the_real_plan_tells_no_direction(plan: "Plan") -> None:
    """牵头落实单位 tells no support apart, so no unit is said to lead another."""
    found: Incidence = incidence_of(plan)
    assert lead_support(found).number_of_edges() == 0
    assert audit(found).down.several_leads == ()
