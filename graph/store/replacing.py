"""What has to leave a store before a plan's quads come in."""

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from .engine import Change
from .query_guard import guarded

if TYPE_CHECKING:
    from .engine import Engine

PLAN_GRAPH = re.compile(r"<([^<>\s]*/)graph/(?:stated|inferred|derived)/([^<>/\s]+)> \.\n")
KINDS = ("stated", "inferred", "derived")


def plan_graphs_in(quads: str) -> tuple[str, ...]:
    """Give the graphs, present or not, of every plan that N-Quads speak of, sorted."""
    plans = sorted(set(PLAN_GRAPH.findall(quads)))
    return tuple(f"{base}graph/{kind}/{key}" for base, key in plans for kind in KINDS)


def replacement(engine: "Engine", graphs: Collection[str], add: str = "") -> Change:
    """Say what to drop, what to forget in the registry, and what to add, to replace some plans.

    A registry node leaves when only these graphs use it; what the plan still needs of it comes
    back with `add`.
    """
    held = engine.graphs(graphs)
    if not held:
        return Change(add)
    drop = tuple(sorted(held))
    registry = f"{drop[0].rpartition('graph/')[0]}graph/registry"
    return Change(add, drop, tuple((registry, node) for node in _released(engine, drop, registry)))


def _released(engine: "Engine", graphs: tuple[str, ...], registry: str) -> list[str]:
    """Give the registry nodes that only these graphs use, directly or through one another."""
    nodes, links = _reached(engine, _used_by(engine, graphs, registry), registry)
    kept = engine.used_outside(nodes, {*graphs, registry})
    kept |= _pointed_at(engine, nodes, registry)
    waiting = list(kept)
    while waiting:
        more = links.get(waiting.pop(), frozenset()) - kept
        kept |= more
        waiting.extend(more)
    return sorted(nodes - kept)


def _used_by(engine: "Engine", graphs: Iterable[str], registry: str) -> set[str]:
    return _column(
        engine,
        f"SELECT DISTINCT ?node WHERE {{ VALUES ?g {{ {_listed(graphs)} }} "
        f"GRAPH ?g {{ ?s ?p ?node }} GRAPH <{registry}> {{ ?node a ?type }} }}",
    )


def _reached(
    engine: "Engine", start: set[str], registry: str
) -> tuple[set[str], dict[str, frozenset[str]]]:
    """Follow the links between registry nodes from some of them."""
    nodes, waiting = set(start), start
    links: dict[str, frozenset[str]] = {}
    while waiting:
        table = engine.select(
            guarded(
                f"SELECT DISTINCT ?from ?to WHERE {{ VALUES ?from {{ {_listed(waiting)} }} "
                f"GRAPH <{registry}> {{ ?from ?p ?to . ?to a ?type }} }}"
            ),
            None,
        )
        for start_, to in table.texts():
            links[start_] = links.get(start_, frozenset()) | {to}
        waiting = {to for _, to in table.texts()} - nodes
        nodes |= waiting
    return nodes, links


def _pointed_at(engine: "Engine", nodes: Collection[str], registry: str) -> set[str]:
    """Give those nodes to which a registry node outside of them points."""
    table = engine.select(
        guarded(
            f"SELECT DISTINCT ?from ?to WHERE {{ VALUES ?to {{ {_listed(nodes)} }} "
            f"GRAPH <{registry}> {{ ?from ?p ?to }} }}"
        ),
        None,
    )
    return {to for start, to in table.texts() if start not in nodes}


def _column(engine: "Engine", query: str) -> set[str]:
    return {row[0] for row in engine.select(guarded(query), None).texts()}


def _listed(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in sorted(iris))
