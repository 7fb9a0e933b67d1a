"""Networks of an incidence as NetworkX graphs.

`two_mode`: nodes are names and requirements, an edge is a stated assignment with its role.
`unit_network`: nodes are units, an edge says that two units stand together in at least one row.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from .incidence import ROLE_WEIGHT, Incidence, Ref

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Meeting:
    """How two names meet in rows."""

    count: int
    """Rows in which both stand."""
    weight: float
    """Σ 1/(k − 1) over those rows, k names in each (Newman 2001, Physical Review E 64:016132),
    so that a row of five does not make ten full ties."""


def project(rows: Iterable[Sequence[str]]) -> dict[tuple[str, str], Meeting]:
    """Project rows, each a sorted sequence of names, onto pairs of names; pairs come sorted.

    >>> project([("甲", "乙"), ("丙", "乙", "甲")])[("甲", "乙")]
    Meeting(count=1, weight=1.0)
    >>> project([("乙", "甲"), ("丙", "乙", "甲")])[("乙", "甲")]
    Meeting(count=2, weight=1.5)
    """
    count: dict[tuple[str, str], int] = defaultdict(int)
    weight: dict[tuple[str, str], float] = defaultdict(float)
    by_size: dict[int, list[Sequence[str]]] = defaultdict(list)
    for members in rows:
        by_size[len(members)].append(members)
    for size in sorted(by_size):
        share = 1 / (size - 1) if size > 1 else 0.0
        for members in by_size[size]:
            for pair in combinations(members, 2):
                count[pair] += 1
                weight[pair] += share
    return {pair: Meeting(count[pair], weight[pair]) for pair in sorted(count)}


def rows_of(incidence: Incidence, *, collectives: bool = False) -> dict[Ref, tuple[str, ...]]:
    """Give the names in each row, sorted; rows without any name are left out."""
    members = {row: incidence.members(row, collectives=collectives) for row in incidence.by_row}
    return {row: names for row, names in members.items() if names}


def unit_network(incidence: Incidence, *, collectives: bool = False) -> "nx.Graph":
    """Give the network of units that stand together.

    Node: a unit (with `kind`). Edge: they share a row; `count` = rows shared, `weight` = Newman's,
    `rows` = ids of the rows, of several plans each behind its plan's title without white space.
    Collectives are left out unless asked for.
    """
    import networkx as nx

    rows = rows_of(incidence, collectives=collectives)
    told = _told(rows, incidence)
    graph = nx.Graph()
    graph.add_nodes_from(incidence.names if collectives else incidence.units)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row, names in rows.items():
        for pair in combinations(names, 2):
            shared[pair].append(told[row])
    for pair, meeting in project(rows.values()).items():
        graph.add_edge(*pair, count=meeting.count, weight=meeting.weight, rows=shared[pair])
    return graph


def _told(rows: Iterable[Ref], incidence: Incidence) -> dict[Ref, str]:
    """Give the ids of rows, each behind the title of its plan where there are several plans."""
    if len(incidence.titles) < 2:
        return {row: row.id for row in rows}
    titles = {key: "".join(title.split()) for key, title in incidence.titles}
    return {row: f"{titles[row.plan]}/{row.id}" for row in rows}


def two_mode(incidence: Incidence, *, collectives: bool = True) -> "nx.Graph":
    """Give the network of names and requirements.

    Node: `("unit", name)` or `("requirement", plan, id)`, with `bipartite` 0 for names, 1 for
    requirements, `label`, and `collective` of names. Edge: a stated assignment; `role`, and
    `weight` = 1 for owners, ½ for support, 0 for supervision.
    """
    import networkx as nx

    graph = nx.Graph()
    for duty in incidence.duties:
        graph.add_node(
            ("requirement", duty.plan, duty.id),
            bipartite=1,
            label=duty.ref.number,
            text=duty.text,
        )
    for tie in incidence.ties:
        if tie.person or (tie.collective and not collectives):
            continue
        node = ("unit", tie.unit)
        graph.add_node(node, bipartite=0, label=tie.unit, collective=tie.collective)
        graph.add_edge(
            node,
            ("requirement", tie.plan, tie.requirement),
            role=str(tie.role),
            weight=ROLE_WEIGHT.get(tie.role, 0.0),
        )
    return graph
