"""CPU seconds of the diagnosis of unit networks, beside NetworkX, igraph and networkit in one run.

Run: `python benchmarks/network.py [UNITS…]`, by default 30 1000 10000. igraph, networkit and
rustworkx are compared where they are installed; they are no dependencies. The networks have the
example's shape: offices of some 14 units, 34 rows each with the example's sizes, one unit of each
office in most of its rows, and one row in twelve shared with a neighbouring office.

Every engine gets the same edges as arrays and must give the same answer; building its own graph
is told apart. Times of one run are ratios to each other, not promises.
"""

import resource
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import combinations
from time import process_time

import networkx as nx
import numpy as np
from network_engines import ENGINES, Edges

from dutygraph.graph.codes import Role
from dutygraph.graph.network.adjacency import Adjacency
from dutygraph.graph.network.betweenness import betweenness
from dutygraph.graph.network.communities import louvain, modularity
from dutygraph.graph.network.cut_units import cut_units
from dutygraph.graph.network.diagnosis import diagnose
from dutygraph.graph.network.incidence import Duty, Incidence, Tie
from dutygraph.graph.network.position import constraint
from dutygraph.graph.network.projection import project, rows_of

SIZES = (
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    1,
    2,
    2,
    2,
    2,
    2,
    2,
    2,
    2,
    2,
    2,
    2,
    2,
    2,
    2,
    3,
    3,
    3,
    3,
)
"""Named units in the rows of the example, its widest row of five apart."""
OFFICE = 14
NAMED = 11.2
"""Units of an office that some row draws, on average, as the busy ones are drawn more often."""
PATIENCE = 120.0
"""An engine that would take longer by its growth so far is not asked."""


def offices(units: int, seed: int = 0) -> Incidence:
    """Make plans of offices until there are so many units."""
    random = np.random.default_rng(seed)
    count = max(round(units / NAMED), 2)
    duties: list[Duty] = []
    ties: list[Tie] = []
    titles = []
    for office in range(count):
        plan = f"p{office:06}"
        titles.append((plan, f"方案{office}"))
        for row, names in enumerate(_rows(office, count, random), 1):
            duties.append(Duty(plan, row, f"r{row}", str(row), f"row{row}", "做好这件事。"))
            ties += [
                Tie(plan, f"row{row}", f"r{row}", name, Role.RESPONSIBLE, place)
                for place, name in enumerate(names, 1)
            ]
    return Incidence.of(duties, ties, titles)


def _rows(office: int, count: int, random: np.random.Generator) -> Iterator[list[str]]:
    others = [f"u{office:06}-{n:02}" for n in range(1, OFFICE)]
    busy = 1 / np.arange(1, OFFICE)
    for row, size in enumerate((*SIZES, 5, 2, 2)):
        chosen = list(random.choice(others, size, replace=False, p=busy / busy.sum()))
        if random.random() < 0.88:
            chosen = [f"u{office:06}-00", *chosen[: max(size - 1, 0)]]
        if row % 12 == 0 and count > 1:
            chosen.append(f"u{(office + 1 + int(random.integers(3))) % count:06}-01")
        yield list(dict.fromkeys(chosen))


def cpu(action: Callable[[], object]) -> tuple[float, object]:
    """Give the CPU seconds of an action, and its answer; short ones are repeated."""
    start = process_time()
    answer = action()
    spent = process_time() - start
    best = spent
    for _ in range(4 if spent < 0.5 else 0):
        start = process_time()
        action()
        best = min(best, process_time() - start)
    return best, answer


def plain(edges: Edges) -> nx.Graph:
    """Give the network as NetworkX holds it."""
    graph = nx.Graph()
    graph.add_nodes_from(range(edges.size))
    ends = zip(edges.head.tolist(), edges.tail.tolist(), edges.weight.tolist(), strict=True)
    graph.add_weighted_edges_from(ends)
    return graph


def ours(edges: Edges, samples: np.ndarray) -> dict[str, Callable[[], object]]:
    """Give our measures on sorted arrays, which are built first, as the others' graphs are."""
    names = tuple(f"{n:07}" for n in range(edges.size))
    network = Adjacency(names, edges.head, edges.tail, edges.weight)
    spent, _ = cpu(lambda: Adjacency(names, edges.head, edges.tail, edges.weight).rows)
    print(f"  building the rows of dutygraph {spent:.3f} s")
    cut_units(network)  # so that the rows are built before anything is timed
    return {
        "betweenness": lambda: betweenness(network),
        "betweenness-sampled": lambda: betweenness(network, samples),
        "constraint": lambda: constraint(network),
        "cut-units": lambda: set(cut_units(network).tolist()),
        "communities": lambda: louvain(network, 1, 1.0)[0],
    }


def theirs(graph: nx.Graph, samples: np.ndarray) -> dict[str, Callable[[], object]]:
    """Give NetworkX's own measures on the same network."""
    return {
        "betweenness": lambda: list(nx.betweenness_centrality(graph).values()),
        "betweenness-sampled": lambda: _sampled(graph, samples),
        "constraint": lambda: list(nx.constraint(graph, weight="weight").values()),
        "cut-units": lambda: set(nx.articulation_points(graph)),
        "communities": lambda: _labels(nx.community.louvain_communities(graph, seed=0)),
    }


def _sampled(graph: nx.Graph, samples: np.ndarray) -> list[float]:
    size = len(graph)
    subset = nx.betweenness_centrality_subset(graph, samples.tolist(), list(graph))
    # NetworkX halves undirected pairs; sources are counted once each here.
    scale = 2 * size / len(samples) / ((size - 1) * (size - 2))
    return [value * scale for value in subset.values()]


def _labels(communities: list[set[int]]) -> np.ndarray:
    label = np.empty(sum(map(len, communities)), dtype=np.int64)
    for number, members in enumerate(communities):
        label[list(members)] = number
    return label


def agree(measure: str, network: Adjacency, one: object, other: object) -> str:
    """Say how far two answers lie apart."""
    if measure == "communities":
        scores = (modularity(network, np.asarray(label)) for label in (one, other))
        return "Q {:.4f} {:.4f}".format(*scores)
    if measure == "cut-units":
        return "same set" if set(one) == set(other) else "DIFFERENT SET"  # type: ignore[call-overload]
    apart = np.nanmax(np.abs(np.asarray(one, float) - np.asarray(other, float)))
    return f"apart by {apart:.1e}"


def compare(edges: Edges, network: Adjacency, last: dict[tuple[str, str], float]) -> None:
    """Print each measure by each engine."""
    size = edges.size
    samples = np.sort(np.random.default_rng(0).choice(size, min(100, size), replace=False))
    spent, graph = cpu(lambda: plain(edges))
    print(f"  building a NetworkX graph {spent:.3f} s")
    engines = {"networkx": theirs(graph, samples)}  # type: ignore[arg-type]
    for name, make in ENGINES.items():
        try:
            import_module(name)
        except ImportError:
            continue
        spent, measures = cpu(lambda make=make: make(edges, samples))
        engines[name] = measures  # type: ignore[assignment]
        print(f"  building a graph of {name} {spent:.3f} s")
    for measure, action in ours(edges, samples).items():
        if measure == "betweenness" and size > 20_000:
            continue
        mine, answer = cpu(action)
        print(f"  {measure:20} dutygraph {mine:8.4f} s", end="")
        for name, measures in engines.items():
            if measure not in measures:
                continue
            # Betweenness grows with the square of the units, the rest about as their number.
            guess = last.get((name, measure), 0.0) * (100 if measure == "betweenness" else 10)
            if guess > PATIENCE:
                print(f" | {name} > {PATIENCE:.0f} s", end="")
                continue
            theirs_spent, other = cpu(measures[measure])
            last[name, measure] = theirs_spent
            told = agree(measure, network, answer, other)
            print(f" | {name} {theirs_spent:.4f} s = {theirs_spent / mine:.1f}x, {told}", end="")
        print(flush=True)


def sampling_error(network: Adjacency, samples: int = 400) -> None:
    """Print how far sampled betweenness lies from the exact one, where that can be had."""
    exact = betweenness(network)
    drawn = np.sort(np.random.default_rng(0).choice(len(network), samples, replace=False))
    found = betweenness(network, drawn)
    top = set(np.argsort(-exact)[:20]) & set(np.argsort(-found)[:20])
    print(
        f"  sampled betweenness, {samples} sources: mean error {np.abs(found - exact).mean():.1e},"
        f" largest {np.abs(found - exact).max():.1e} of a largest value {exact.max():.1e};"
        f" {len(top)} of the top 20 kept"
    )


def sampling_spread(network: Adjacency, samples: int = 400, batches: int = 8) -> None:
    """Print the standard error of sampled betweenness, from how far its batches lie apart."""
    drawn = np.random.default_rng(0).choice(len(network), samples, replace=False)
    found = np.array([betweenness(network, np.sort(each)) for each in np.split(drawn, batches)])
    error, mean = found.std(axis=0, ddof=1) / batches**0.5, found.mean(axis=0)
    top = np.argsort(-mean)[:100]
    print(
        f"  sampled betweenness, {samples} sources: standard error {error.mean():.1e} on average,"
        f" largest {error.max():.1e} of a largest value {mean.max():.1e};"
        f" of the top 100 {np.median(error[top] / mean[top]):.0%} in the middle"
    )


def naive(incidence: Incidence, runs: int, samples: int) -> None:
    """Do the same with plain NetworkX alone: projection, measures, as many runs of Louvain.

    Betweenness is sampled where ours is, from as many sources. The null model, loads, ranks and
    readings are left out, as NetworkX has none.
    """
    rows = rows_of(incidence)
    graph = nx.Graph()
    for place, names in enumerate(rows.values()):
        graph.add_edges_from((("row", place), name) for name in names)
    projected = nx.bipartite.collaboration_weighted_projected_graph(graph, incidence.units)
    nx.betweenness_centrality(projected, k=samples or None, seed=0)
    nx.constraint(projected, weight="weight")
    list(nx.articulation_points(projected))
    for seed in range(runs):
        nx.community.louvain_communities(projected, seed=seed)


def main() -> None:
    """Print the figures for each size."""
    sizes = [int(word) for word in sys.argv[1:]] or [30, 1_000, 10_000]
    last: dict[tuple[str, str], float] = {}
    for size in sizes:
        incidence = offices(size)
        rows = list(rows_of(incidence).values())
        spent, pairs = cpu(lambda rows=rows: project(rows))
        network = Adjacency.of(incidence.units, pairs)  # type: ignore[arg-type]
        edges = Edges(len(network), network.head, network.tail, network.weight)
        print(f"{len(network)} units, {len(network.head)} pairs, {len(rows)} rows", flush=True)
        slow, counted = cpu(lambda rows=rows: sum(1 for r in rows for _ in combinations(r, 2)))
        print(f"  projection {spent:.4f} s ({slow:.4f} s to look at its {counted} pairs)")
        compare(edges, network, last)
        if 400 < len(network) <= 10_000:
            sampling_error(network)
        elif len(network) > 10_000:
            sampling_spread(network)
        start = process_time()
        found = diagnose(incidence)
        whole = process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        print(
            f"  the whole diagnosis {whole:.2f} s CPU, {found.grouping.runs} runs of communities,"
            f" {len(found.coordinators)} coordinators, stability {found.stability:.3f};"
            f" peak of the process {peak:.2f} GB"
        )
        if len(network) <= 20_000:
            samples = (
                found.settings.samples if len(network) > found.settings.exact_betweenness else 0
            )
            start = process_time()
            naive(incidence, found.grouping.runs, samples)
            slow = process_time() - start
            print(f"  plain NetworkX, its part of the same: {slow:.2f} s = {slow / whole:.0f}x")


if __name__ == "__main__":
    main()
