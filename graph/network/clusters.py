"""Coordination clusters: units that a plan makes work together, with the rows that say so."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .incidence import Duty, Incidence, Ref
from .labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .adjacency import Adjacency
    from .settings import Settings


@dataclass(frozen=True, slots=True)
class Member:
    """A unit in a cluster."""

    unit: str
    share: float
    """Share of runs in which it stays with the others."""
    core: bool
    """Core (share at least 0.8 by default) or loose."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Units that work together, two or more."""

    members: tuple[Member, ...]
    """The surest first, then by name."""
    inner_weight: float
    """Sum of Newman weights among the members."""
    outer_weight: float
    """Sum of Newman weights from members to other units that are no coordinators."""
    requirements: tuple[Ref, ...]
    """On which two or more members stand together."""
    inside: tuple[Ref, ...]
    """Those of them with no other named unit, coordinators aside."""
    crossing: tuple[Ref, ...]
    """Requirements where a member stands with a unit outside, coordinators aside."""
    rows: tuple[Ref, ...]
    """The rows of `requirements`."""
    label: str
    """From the headings, else the wording, of its requirements."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """One answer to who works together."""

    clusters: tuple[Cluster, ...]
    """The heaviest first."""
    apart: tuple[str, ...]
    """Units in no cluster."""
    modularity: float
    stability: float
    """Mean adjusted Rand index between the runs and the answer."""
    runs: int


def grouping(
    incidence: Incidence,
    rows: dict[Ref, tuple[str, ...]],
    network: "Adjacency",
    settings: "Settings",
    variants: "Sequence[Adjacency]" = (),
) -> Grouping:
    """Find the clusters of a network; its nodes are the units that take part.

    `variants` are the same units with ties weighed otherwise, to see what holds.
    """
    from .communities import communities

    if not len(network.head):
        return Grouping((), network.nodes, 0.0, 1.0, 0)
    found = communities(network, settings.seeds, settings.resolution, variants)
    members: dict[int, list[Member]] = defaultdict(list)
    for unit, number, share in zip(network.nodes, found.label, found.share, strict=True):
        if share >= settings.loose:
            core = bool(share >= settings.core)
            members[int(number)].append(Member(unit, float(share), core))
    sets = [tuple(each) for each in members.values() if len(each) > 1]
    clusters = _clusters(sets, incidence, rows, network)
    grouped = {member.unit for cluster in clusters for member in cluster.members}
    apart = tuple(unit for unit in network.nodes if unit not in grouped)
    return Grouping(clusters, apart, found.modularity, found.stability, found.runs)


def _clusters(
    sets: list[tuple[Member, ...]],
    incidence: Incidence,
    rows: dict[Ref, tuple[str, ...]],
    network: "Adjacency",
) -> tuple[Cluster, ...]:
    number_of = {member.unit: number for number, each in enumerate(sets) for member in each}
    inner, outer = _weights(number_of, network)
    joint: dict[int, list[Ref]] = defaultdict(list)
    inside: dict[int, list[Ref]] = defaultdict(list)
    crossing: dict[int, list[Ref]] = defaultdict(list)
    taking_part = set(network.nodes)
    for row, names in rows.items():
        counted = [name for name in names if name in taking_part]
        held = Counter(number_of[name] for name in counted if name in number_of)
        for number, several in held.items():
            if several > 1:
                joint[number].append(row)
            if several == len(counted) > 1:
                inside[number].append(row)
            elif several < len(counted):
                crossing[number].append(row)
    plain = Counter(duty.task or duty.section for duty in incidence.duties)

    def refs(found: list[Ref]) -> tuple[Ref, ...]:
        return tuple(sorted(duty.ref for row in found for duty in incidence.by_row[row]))

    def duties(found: list[Ref]) -> list[Duty]:
        return [duty for row in sorted(found) for duty in incidence.by_row[row]]

    clusters = [
        Cluster(
            members=tuple(sorted(members, key=lambda member: (-member.share, member.unit))),
            inner_weight=inner[number],
            outer_weight=outer[number],
            requirements=refs(joint[number]),
            inside=refs(inside[number]),
            crossing=refs(crossing[number]),
            rows=tuple(sorted(joint[number])),
            label=label(duties(joint[number]), plain),
        )
        for number, members in enumerate(sets)
    ]
    return tuple(
        sorted(clusters, key=lambda each: (-round(each.inner_weight, 9), each.members[0].unit))
    )


def _weights(
    number_of: dict[str, int], network: "Adjacency"
) -> tuple[dict[int, float], dict[int, float]]:
    inner: dict[int, float] = defaultdict(float)
    outer: dict[int, float] = defaultdict(float)
    ends = zip(network.head.tolist(), network.tail.tolist(), network.weight.tolist(), strict=True)
    for head, tail, weight in ends:
        one = number_of.get(network.nodes[head])
        other = number_of.get(network.nodes[tail])
        if one is not None and one == other:
            inner[one] += weight
            continue
        for number in {one, other} - {None}:
            outer[number] += weight  # type: ignore[index]
    return inner, outer


def overlapping(network: "Adjacency") -> tuple[tuple[str, ...], ...]:
    """Give sets in which a unit may sit several times: k-clique communities, k = 3.

    Palla, Derényi, Farkas, Vicsek 2005, Nature 435:814–818. The largest set first.
    """
    import networkx as nx

    graph = nx.Graph()
    graph.add_edges_from(zip(network.head.tolist(), network.tail.tolist(), strict=True))
    found = nx.community.k_clique_communities(graph, 3)
    sets = [tuple(sorted(network.nodes[place] for place in members)) for members in found]
    return tuple(sorted(sets, key=lambda members: (-len(members), members)))
