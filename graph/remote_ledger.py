"""The ledger of a store behind an endpoint, kept in a graph of its own there.

A file is known by a hash of this machine's name and its full path: neither is told to others, and
machines that build one store do not take each other's files for their own. A reading counts as
long as the store holds its plans; where the readings cannot be read, everything is read again.
"""

import json
import platform
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from ..ontology.terms import DATA
from .corpus_ledger import Ledger, Reading, reading_in
from .errors import QueryError
from .store.engine import Change
from .table import Value
from .triples.iris import h12, shared_graph

if TYPE_CHECKING:
    from .store import Store

GRAPH = shared_graph("readings")
NODE = f"{DATA}reading/"
SAID = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
READINGS = "SELECT ?node ?said { GRAPH $graph { ?node rdf:value ?said } }"


class RemoteLedger(Ledger):
    """Readings by their file, kept in the graph `readings` of a store."""

    def __init__(self, store: "Store") -> None:
        super().__init__(None)
        self._store = store
        self._kept = _readings(store)
        plans = {plan.iri for plan in store.plans()} if self._kept else set()
        self._readings = {k: each for k, each in self._kept.items() if plans.issuperset(each.plans)}

    def key(self, path: Path) -> str:
        """Give what a file is known by: a hash."""
        return h12(platform.node(), str(path.resolve()))

    def save(self) -> None:
        """Write to the store what was noted since. Raises `StoreError`."""
        fresh = {
            key: reading
            for key, reading in sorted(self._readings.items())
            if self._kept.get(key) != reading
        }
        add = "".join(_quad(key, reading) for key, reading in fresh.items())
        forget = tuple((GRAPH, f"{NODE}{key}") for key in fresh if key in self._kept)
        self._store.engine.apply(Change(add, forget=forget))
        self._kept |= fresh


def _readings(store: "Store") -> dict[str, Reading]:
    try:
        rows = store.select(READINGS, {"graph": Value.iri(GRAPH)}).texts()
        return {node.removeprefix(NODE): reading_in(json.loads(said)) for node, said in rows}
    except (QueryError, ValueError, KeyError, TypeError):
        return {}


def _quad(key: str, reading: Reading) -> str:
    said = Value.literal(json.dumps(asdict(reading), sort_keys=True))
    return f"<{NODE}{key}> <{SAID}> {said.n3()} <{GRAPH}> .\n"
