"""The measures as other libraries give them, for `network.py` to compare with."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Edges:
    """A network as arrays: number of nodes, both ends of each edge, its weight."""

    size: int
    head: np.ndarray
    tail: np.ndarray
    weight: np.ndarray


Measures = dict[str, Callable[[], object]]


def igraph_measures(edges: Edges, samples: np.ndarray) -> Measures:
    """Give igraph's measures."""
    import igraph

    graph = igraph.Graph(n=edges.size, edges=np.column_stack([edges.head, edges.tail]))
    weight = edges.weight.tolist()
    pairs = (edges.size - 1) * (edges.size - 2) / 2

    def sampled() -> list[float]:
        found = graph.betweenness(sources=samples.tolist(), directed=False)
        scale = edges.size / len(samples) / pairs / 2 * 2
        return [value * scale for value in found]

    return {
        "betweenness": lambda: [value / pairs for value in graph.betweenness(directed=False)],
        "betweenness-sampled": sampled,
        "constraint": lambda: graph.constraint(weights=weight),
        "cut-units": lambda: set(graph.articulation_points()),
        "communities": lambda: graph.community_multilevel(weights=weight).membership,
    }


def networkit_measures(edges: Edges, _samples: np.ndarray) -> Measures:
    """Give networkit's measures, one thread."""
    import networkit as nk

    nk.setNumberOfThreads(1)
    graph = nk.GraphFromCoo((edges.head, edges.tail), n=edges.size)

    def cut_units() -> set[int]:
        found = nk.components.BiconnectedComponents(graph).run()
        count = np.zeros(edges.size, dtype=int)
        for members in found.getComponents():
            count[members] += 1
        return set(np.flatnonzero(count > 1).tolist())

    return {
        "betweenness": lambda: nk.centrality.Betweenness(graph, normalized=True).run().scores(),
        "cut-units": cut_units,
    }


def rustworkx_measures(edges: Edges, _samples: np.ndarray) -> Measures:
    """Give rustworkx's measures."""
    import rustworkx as rx

    graph = rx.PyGraph()
    graph.add_nodes_from(range(edges.size))
    ends = zip(edges.head.tolist(), edges.tail.tolist(), edges.weight.tolist(), strict=True)
    graph.add_edges_from(list(ends))

    return {
        "betweenness": lambda: list(
            rx.betweenness_centrality(graph, parallel_threshold=10**9).values()
        ),
        "cut-units": lambda: set(rx.articulation_points(graph)),
    }


ENGINES: dict[str, Callable[[Edges, np.ndarray], Measures]] = {
    "igraph": igraph_measures,
    "networkit": networkit_measures,
    "rustworkx": rustworkx_measures,
}
