"""Building and asking stores of 1, 100 and 1,000 made-up plans, in CPU seconds.

Run: `python benchmarks/store.py [PLANS…]` (default 1 100 1000). For each size a store on disk is
built; each shipped question is asked warm through the package (`ours`), by hand against
pyoxigraph (`floor`: the same SPARQL, every term's text read), and up to ten plans by rdflib.
Then a question about one unit is asked by a fresh process. The bars: every question within twice
the floor (those under 2 ms are within the clock's noise and are not held to it); a question about
one unit, plan or regulation at most 100 ms warm and 150 ms cold.
"""

import gc
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time
from typing import TYPE_CHECKING, NamedTuple

from synthetic import NAMES, issuer, plans

from dutygraph.graph.errors import QueryError
from dutygraph.graph.questions import Question, answer, bound, catalogue
from dutygraph.graph.store import Store, open_store
from dutygraph.graph.store.query_binding import bind
from dutygraph.graph.table import Value
from dutygraph.ontology.terms import PREFIXES

if TYPE_CHECKING:
    from rdflib import Dataset

FEW = 10
"""Up to this many plans rdflib is asked as well; more take it minutes."""
NOISE = 0.002
TWICE, WARM, COLD = 2.0, 0.100, 0.150
UNIT = f"{issuer(0)}/{NAMES[1]}"
COLD_RUNS = 7
LINE = "  {:24} {:>9} {:>9} {:>6} {:>10} {:>7}"


class Figure(NamedTuple):
    """What one question cost, in CPU seconds."""

    name: str
    ours: float
    floor: float
    rdflib: float | None
    rows: int

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.ours / max(self.floor, 1e-6)


def seconds(action: Callable[[], object], most: float = 1.0) -> float:
    """Give the median CPU seconds of an action over up to five runs, fewer when it is slow."""
    taken: list[float] = []
    while not taken or (len(taken) < 5 and sum(taken) < most):
        gc.collect()
        start = process_time()
        action()
        taken.append(process_time() - start)
    return statistics.median(taken)


def by_hand(store: Store, text: str) -> Callable[[], object]:
    """Give what one would write against pyoxigraph alone: the query, and its rows as texts."""
    engine = store.engine.reading()

    def run() -> object:
        solutions = engine.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
        return [tuple(term.value if term else None for term in row) for row in solutions]

    return run


def bound_text(asked: Question, terms: dict[str, Value]) -> str:
    """Give the SPARQL of a question with its parameters in place."""
    return bind(asked.query, {n: term for n, term in terms.items() if f"${n}" in asked.query})


def terms_of(store: Store, asked: Question) -> dict[str, Value] | None:
    """Bind the required parameters; `None` where the made-up plans hold nothing of that name."""
    words = {"unit": UNIT, "plan": store.plans()[0].iri}
    given = {p.name: words.get(p.kind, p.example) for p in asked.parameters if p.required}
    if any(p.kind in {"section", "requirement"} for p in asked.parameters if p.required):
        given["plan"] = words["plan"]
    try:
        return bound(store, asked, given)
    except QueryError:
        return None


def in_rdflib(store: Store) -> "Dataset":
    """Copy a store into rdflib's own memory."""
    from rdflib import Dataset

    dataset = Dataset(default_union=True)
    dataset.parse(data=store.dump("nquads"), format="nquads")
    return dataset


def rdflib_seconds(dataset: "Dataset", text: str) -> float:
    """Give the CPU seconds of rdflib, without the sorting, of which it is not always capable."""
    unordered = text.rpartition("ORDER BY")[0]
    return seconds(lambda: list(dataset.query(unordered)), 0.0)


def figures(store: Store, count: int) -> Iterator[Figure]:
    """Measure every question that can be asked."""
    reference = in_rdflib(store) if count <= FEW else None
    for asked in catalogue():
        terms = terms_of(store, asked)
        if terms is None:
            print(f"  {asked.name:24} not asked: the made-up plans hold nothing of that name")
            continue
        text, rows = bound_text(asked, terms), len(answer(store, asked, terms))
        ours = seconds(lambda a=asked, t=terms: answer(store, a, t))
        slow = rdflib_seconds(reference, text) if reference is not None else None
        yield Figure(asked.name, ours, seconds(by_hand(store, text)), slow, rows)


def cold_seconds(folder: Path) -> float:
    """Give the median CPU seconds of a fresh process that asks about one unit."""
    command = [str(Path(sys.executable).with_name("dutygraph")), "ask", "unit-owns"]
    command += [f"unit={UNIT}", "--store", str(folder), "-q"]
    taken = []
    for _ in range(COLD_RUNS):
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = getrusage(RUSAGE_CHILDREN)
        taken.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(taken)


def shown(figure: Figure) -> str:
    """Give the line of a question."""
    times = (f"{figure.ours * 1000:.2f}", f"{figure.floor * 1000:.2f}", f"{figure.ratio:.2f}")
    slow = "" if figure.rdflib is None else f"{figure.rdflib * 1000:.0f}"
    over = figure.ratio > TWICE and figure.ours > NOISE
    line = LINE.format(figure.name, *times, slow, figure.rows)
    return f"{line}  over twice the floor" if over else line


def measure(count: int, folder: Path) -> None:
    """Build a store of so many plans and print what it and the questions cost."""
    start = process_time()
    with open_store(folder) as store:
        store.put_all(plans(count))
    built = process_time() - start
    with open_store(folder) as store:
        quads = store.select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").texts()[0][0]
        each = built / count * 1000
        print(f"\n{count} plan(s), {quads} quads: built in {built:.2f} s, {each:.0f} ms a plan")
        print(LINE.format("question", "ours ms", "floor ms", "ratio", "rdflib ms", "rows"))
        for figure in figures(store, count):
            print(shown(figure))
    cold = cold_seconds(folder) * 1000
    print(f"  cold, one unit: {cold:.0f} ms (bar {COLD * 1000:.0f}); warm bar {WARM * 1000:.0f} ms")


def main() -> None:
    """Measure each size named on the command line."""
    for count in map(int, sys.argv[1:] or ("1", "100", "1000")):
        with tempfile.TemporaryDirectory() as folder:
            measure(count, Path(folder) / "db")


if __name__ == "__main__":
    main()
