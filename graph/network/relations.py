"""Further networks of an incidence: units and rules, requirements that hang together, who leads.

They are NetworkX graphs; each docstring says what node, edge and weight mean.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from ..codes import Role
from .incidence import Duty, Incidence

if TYPE_CHECKING:
    import networkx as nx

LARGEST = 50
"""Groups of more requirements than this say nothing about a pair and are passed over."""


def unit_regulation(incidence: Incidence, *, collectives: bool = False) -> "nx.Graph":
    """Give who must know which rules.

    Node: `("unit", name)` or `("regulation", title or number)`. Edge: the unit stands on a
    requirement that cites the rule; `weight` = number of such requirements, `requirements` = ids.
    """
    import networkx as nx

    graph = nx.Graph()
    for duty in incidence.duties:
        for tie in incidence.by_requirement[duty.plan, duty.id]:
            if not (tie.named or (tie.collective and collectives)):
                continue
            for regulation in duty.regulations:
                edge = ("unit", tie.unit), ("regulation", regulation)
                held = graph.get_edge_data(*edge, {"requirements": []})["requirements"]
                graph.add_edge(*edge, requirements=[*held, duty.id], weight=len(held) + 1)
    return graph


def requirement_dependence(incidence: Incidence) -> "nx.Graph":
    """Give which requirements hang together (the task dependence D of Cataldo and others).

    Node: `(plan, id)`. Edge: two requirements of one plan cite one rule (`rule`), stand under one
    task (`task`), share a unit cell (`row`), or one unit owns the one and supports the other
    (`cooperation`); `kinds` names the reasons, `weight` = how many kinds hold.
    """
    import networkx as nx

    kinds: dict[tuple[Duty, Duty], set[str]] = defaultdict(set)
    for kind, one, other in _dependences(incidence):
        kinds[min(one, other), max(one, other)].add(kind)
    graph = nx.Graph()
    graph.add_nodes_from((duty.plan, duty.id) for duty in incidence.duties)
    for (one, other), held in sorted(kinds.items()):
        ends = (one.plan, one.id), (other.plan, other.id)
        graph.add_edge(*ends, kinds=sorted(held), weight=len(held))
    return graph


def _dependences(incidence: Incidence) -> Iterator[tuple[str, Duty, Duty]]:
    groups: dict[tuple[str, str, str], list[Duty]] = defaultdict(list)
    for duty in incidence.duties:
        groups["row", duty.plan, duty.row].append(duty)
        if duty.task:
            groups["task", duty.plan, duty.task].append(duty)
        for regulation in duty.regulations:
            groups["rule", duty.plan, regulation].append(duty)
    for (kind, *_), held in groups.items():
        if len(held) <= LARGEST:
            for one, other in combinations(held, 2):
                yield kind, one, other
    yield from _cooperation(incidence)


def _cooperation(incidence: Incidence) -> Iterator[tuple[str, Duty, Duty]]:
    duty_of = {(duty.plan, duty.id): duty for duty in incidence.duties}
    owned: dict[tuple[str, str], list[Duty]] = defaultdict(list)
    supported: dict[tuple[str, str], list[Duty]] = defaultdict(list)
    for tie in incidence.ties:
        if tie.named and (tie.owns or tie.role is Role.SUPPORT):
            held = owned if tie.owns else supported
            held[tie.plan, tie.unit].append(duty_of[tie.plan, tie.requirement])
    for unit, ones in owned.items():
        others = supported.get(unit, [])
        if len(ones) * len(others) <= LARGEST**2:
            yield from (("cooperation", one, other) for one in ones for other in others)


def lead_support(incidence: Incidence) -> "nx.DiGraph":
    """Give who leads whom, where the source tells.

    Node: a unit. Edge from a lead to a unit that supports it; `weight` = requirements,
    `requirements` = ids. Plans that tell no lead give no edge.
    """
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(incidence.units)
    for duty in incidence.duties:
        ties = [tie for tie in incidence.by_requirement[duty.plan, duty.id] if tie.named]
        leads = sorted({tie.unit for tie in ties if tie.role is Role.LEAD})
        others = sorted({tie.unit for tie in ties if tie.role is Role.SUPPORT} - set(leads))
        for lead in leads:
            for other in others:
                held = graph.get_edge_data(lead, other, {"requirements": []})["requirements"]
                graph.add_edge(lead, other, requirements=[*held, duty.id], weight=len(held) + 1)
    return graph
