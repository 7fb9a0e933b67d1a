"""CPU seconds of a plan's way into the graph, out of it, and past its shapes.

Run: `python benchmarks/graph.py [PLANS]`. The plans are copies of the example under other titles.
The two engines of validation are timed on the same graph; their ratio is the figure to trust.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

from dutygraph.exports.rdf import FORMATS, rdf_bytes
from dutygraph.graph.intake import read_plan
from dutygraph.graph.recollection import plans_in
from dutygraph.graph.store import open_store
from dutygraph.graph.triples.plan_quads import nquads
from dutygraph.graph.validation import ENGINES, validate

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "shanwei-police-2022.txt"
REFERENCE_LIMIT = 10
"""The reference engine is asked about no more plans than this."""


def cpu(action: Callable[[], object], times: int = 1) -> float:
    """Give the least CPU seconds of an action over some runs, all threads together."""
    best = float("inf")
    for _ in range(times):
        start = process_time()
        action()
        best = min(best, process_time() - start)
    return best


def main() -> None:
    """Print the figures for one plan and for many."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    plan = read_plan(EXAMPLE)
    quads = nquads(plan).count("\n")
    seconds = cpu(lambda: nquads(plan), 20)
    print(f"quads of one plan      {seconds * 1000:9.1f} ms   ({quads} quads, best of 20)")
    for number in sorted({1, min(many, REFERENCE_LIMIT), many}):
        with open_store() as store:
            store.put_all(replace(plan, title=f"{plan.title}{n}") for n in range(number))
            print(f"--- {number} plans")
            print(f"plans out of a store   {cpu(lambda: plans_in(store)) * 1000:9.1f} ms")
            for kind in FORMATS:
                print(f"export {kind:15} {cpu(lambda k=kind: rdf_bytes(store, k)) * 1000:9.1f} ms")
            for engine in ENGINES if number <= REFERENCE_LIMIT else ENGINES[:1]:
                seconds = cpu(lambda e=engine: validate(store, e))
                print(f"validate, {engine:12} {seconds * 1000:9.1f} ms")


if __name__ == "__main__":
    main()
