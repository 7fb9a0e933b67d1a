"""A store in parts that can be checked one by one, so that a large one needs little memory.

A part holds some plans and all that plans share: no shape looks from one plan into another.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..store import Store

PLANS_AT_ONCE = 50

GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
_OF_A_PLAN = re.compile(r"/graph/(?:stated|inferred|derived)/([^/]+)$")


def parts(store: "Store", size: int = PLANS_AT_ONCE) -> Iterator[bytes]:
    """Give the parts of a store as N-Triples."""
    of_plans, shared = _graphs(store)
    keys = sorted(of_plans)
    for start in range(0, max(len(keys), 1), size):
        names = [name for key in keys[start : start + size] for name in of_plans[key]]
        yield b"".join(map(store.graph, names + shared))


def _graphs(store: "Store") -> tuple[dict[str, list[str]], list[str]]:
    """Give the graphs of each plan, and the others but for the vocabulary."""
    of_plans: dict[str, list[str]] = defaultdict(list)
    shared = []
    for (name,) in sorted(store.select(GRAPHS).texts()):
        found = _OF_A_PLAN.search(name)
        if found:
            of_plans[found[1]].append(name)
        elif not name.endswith("/graph/vocabulary"):
            shared.append(name)
    return of_plans, shared
