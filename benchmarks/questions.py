"""CPU milliseconds of every shipped question over made-up plans, beside its floor and rdflib.

Run: `python benchmarks/questions.py [PLANS…]` (default `1 100 1000`). For each number of plans a
store in a folder is built once, in a temporary place. For each question are printed:

- `warm`: asking by name and words, the best of some runs;
- `floor`: the same SPARQL, looking up the names included, run by hand on pyoxigraph, the best of
  some;
- `ratio`: warm by floor, which should stay within 2;
- `rdflib`: the same query on rdflib's own store, for few plans only;
- `cold`: a fresh process that opens the store and asks, less bare Python's start, for the
  questions about one unit, plan, requirement or document;
- `growth`: how the warm time grew since the size before, by how the plans grew: 1 is linear.

The first two lines are no questions: what the engine itself takes to read one property with its
values, and to follow one property to the next. Their growth is the floor of all growth.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time
from typing import NamedTuple
from unittest.mock import patch

import pyoxigraph
from synthetic import issuer, plans

from dutygraph.graph.questions import Question, ask, catalogue
from dutygraph.graph.store import Store, open_store
from dutygraph.graph.store.limits import Limits
from dutygraph.graph.store.query_guard import Query
from dutygraph.graph.table import Table
from dutygraph.ontology.terms import PREFIXES

RDFLIB_LIMIT = 1
"""rdflib is asked about no more plans than this."""
LONG = 2.0
"""What took more CPU seconds than this is not run again."""
PLAN = f"{issuer(0)}2020年工作要点分工方案"
REGULATION = next(
    r.citations[0].title or "" for p in plans(1) for r in p.requirements if r.citations
)
WORDS = {
    "unit": f"{issuer(0)}/宣传科",
    "other": f"{issuer(0)}/综合科",
    "requirement": "7",
    "regulation": REGULATION,
    "plan": PLAN,
    "earlier": PLAN,
    "words": "政府采购",
    "section": "一",
    "date": "2022-12-31",
    "until": "2022-12-31",
    "role": "配合",
}
ONE = frozenset({"unit", "requirement", "regulation", "plan", "section"})
ENGINE = {
    "(one property)": "SELECT ?r ?t WHERE { ?r duty:printedNumber ?t }",
    "(one step further)": "SELECT ?r WHERE { ?r duty:inRow ?row . ?row duty:ordinal ?o }",
}
COLD = """
import sys
from dutygraph.graph.questions import ask
from dutygraph.graph.store import open_store
with open_store(sys.argv[1]) as store:
    ask(store, sys.argv[2], **dict(word.split("=", 1) for word in sys.argv[3:]))
"""


class Figures(NamedTuple):
    """What one question cost, in CPU seconds."""

    rows: int
    warm: float
    floor: float
    rdflib: float | None
    cold: float | None


def best(action: Callable[[], object], times: int = 7) -> float:
    """Give the least CPU seconds over some runs; one run when it is long."""
    least = float("inf")
    for _ in range(times):
        start = process_time()
        action()
        least = min(least, process_time() - start)
        if least > LONG:
            break
    return least


def given(asked: Question) -> dict[str, str]:
    """Give the words for what a question needs; numbers that repeat are kept to one plan."""
    words = {each.name: WORDS[each.name] for each in asked.parameters if each.required}
    if words.keys() & {"requirement", "section"}:
        words["plan"] = PLAN
    return words


def sent(store: Store, asked: Question, words: dict[str, str]) -> list[str]:
    """Give the queries that asking sends to the engine: the names' look-ups, then its own."""
    texts: list[str] = []
    select = store.engine.select

    def noted(query: Query, limits: Limits | None) -> Table:
        texts.append(query.text)
        return select(query, limits)

    with patch.object(store.engine, "select", noted):
        ask(store, asked.name, **words)
    return texts


def by_hand(raw: pyoxigraph.Store, query: str) -> list[tuple[object, ...]]:
    """Run a query on pyoxigraph and read every term of the answer."""
    solutions = raw.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    return [tuple(solution) for solution in solutions]  # type: ignore[union-attr]


def cold(folder: Path, asked: Question, words: dict[str, str]) -> float:
    """Give the least CPU seconds of a fresh process that asks, less bare Python's start."""
    arguments = [f"{name}={value}" for name, value in words.items()]
    bare = [sys.executable, "-c", "pass"]
    asking = [sys.executable, "-c", COLD, str(folder), asked.name, *arguments]
    return min(spent(asking) for _ in range(3)) - min(spent(bare) for _ in range(3))


def spent(command: list[str]) -> float:
    """Give the CPU seconds of a process."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(folder: Path, size: int) -> Iterator[tuple[str, Figures]]:
    """Measure every question on a store."""
    dataset = None
    if size <= RDFLIB_LIMIT:
        from rdflib import Dataset

        dataset = Dataset(default_union=True)
        with open_store(folder) as store:
            dataset.parse(data=store.dump("nquads").decode(), format="nquads")
    raw = pyoxigraph.Store.read_only(str(folder))
    with open_store(folder) as store:
        for asked in catalogue():
            yield asked.name, figures(store, raw, dataset, asked, folder)


def figures(
    store: Store, raw: pyoxigraph.Store, dataset: object, asked: Question, folder: Path
) -> Figures:
    """Measure one question."""
    words = given(asked)
    queries = sent(store, asked, words)
    rdflib = None
    if dataset is not None:
        rdflib = best(lambda: list(dataset.query(queries[-1])), 1)  # type: ignore[attr-defined]
    return Figures(
        len(ask(store, asked.name, **words)),
        best(lambda: ask(store, asked.name, **words)),
        best(lambda: [by_hand(raw, query) for query in queries]),
        rdflib,
        cold(folder, asked, words) if words.keys() & ONE else None,
    )


def main() -> None:
    """Print the figures for each number of plans."""
    before: dict[str, tuple[int, float]] = {}
    for size in [int(word) for word in sys.argv[1:]] or [1, 100, 1000]:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "db"
            with open_store(folder) as store:
                store.put_all(plans(size))
            print(f"--- {size} plans: milliseconds of CPU")
            print(f"{'':26}{'rows':>7}{'warm':>10}{'floor':>10}{'ratio':>7}{'rdflib':>10}{'cold':>8}"
                  f"{'growth':>8}")  # fmt: skip
            for name, found in (*engine(folder), *measured(folder, size)):
                print(line(name, found, size, before.get(name)), flush=True)
                before[name] = size, found.warm


def engine(folder: Path) -> Iterator[tuple[str, Figures]]:
    """Measure what the engine itself takes for the simplest of queries."""
    raw = pyoxigraph.Store.read_only(str(folder))
    for name, query in ENGINE.items():
        spent = best(lambda: by_hand(raw, query))  # noqa: B023 — called at once
        yield name, Figures(len(by_hand(raw, query)), spent, spent, None, None)


def line(name: str, found: Figures, size: int, before: tuple[int, float] | None) -> str:
    """Write the figures of one question."""
    growth = f"{found.warm / before[1] / (size / before[0]):.2f}" if before else ""
    rdflib = "" if found.rdflib is None else f"{found.rdflib * 1000:.1f}"
    alone = "" if found.cold is None else f"{found.cold * 1000:.0f}"
    return (
        f"{name:26}{found.rows:>7}{found.warm * 1000:>10.1f}{found.floor * 1000:>10.1f}"
        f"{found.warm / found.floor:>7.2f}{rdflib:>10}{alone:>8}{growth:>8}"
    )


if __name__ == "__main__":
    main()
