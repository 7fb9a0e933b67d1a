"""The compiled kernels and the Python beside them give the same answers."""

import networkx as nx
import numpy as np
import pytest

from dutygraph.graph.network import betweenness, communities, cut_units, engine, position
from dutygraph.graph.network.adjacency import Adjacency

pytestmark = pytest.mark.skipif(
    engine.compiled() is None, reason="the package was built without its compiled kernels"
)


def networks() -> list[Adjacency]:
    """Give networks of several shapes, weighted at random."""
    random = np.random.default_rng(4)
    graphs = [
        nx.karate_club_graph(),
        nx.path_graph(9),
        nx.star_graph(6),
        nx.empty_graph(4),
        nx.barabasi_albert_graph(120, 2, seed=1),
        nx.connected_caveman_graph(8, 6),
        nx.disjoint_union(nx.cycle_graph(5), nx.lollipop_graph(5, 4)),
        nx.planted_partition_graph(6, 15, 0.4, 0.03, seed=2),
    ]
    made = []
    for graph in graphs:
        for a, b in graph.edges:
            graph.edges[a, b]["weight"] = random.random() + 0.1
        made.append(Adjacency.from_graph(nx.relabel_nodes(graph, lambda n: f"{n:04}")))
    return made


@pytest.fixture
def pure(monkeypatch: pytest.MonkeyPatch):
    """Give the answer of a function without the kernels."""

    def answer(function, *arguments):
        with monkeypatch.context() as patch:
            for module in (betweenness, communities, cut_units, position):
                patch.setattr(module, "compiled", lambda: None)
            return function(*arguments)

    return answer


@pytest.mark.parametrize("network", networks(), ids=len)
def test_both_give_the_same(network: Adjacency, pure) -> None:
    """Labels to the last one, figures to 1e-12."""
    labels = communities.louvain(network, 10, 1.0)
    assert (labels == pure(communities.louvain, network, 10, 1.0)).all()
    for function in (betweenness.betweenness, position.constraint):
        assert function(network) == pytest.approx(pure(function, network), abs=1e-12, nan_ok=True)
    assert cut_units.removals(network) == pure(cut_units.removals, network)


@pytest.mark.parametrize("network", networks(), ids=len)
def test_cut_units_are_those_whose_removal_leaves_pieces(network: Adjacency) -> None:
    found = [n for n, each in enumerate(cut_units.removals(network)) if each.pieces > 1]
    assert cut_units.cut_units(network).tolist() == found


def test_communities_are_as_good_as_those_of_networkx() -> None:
    """The best of ten runs reaches the modularity of NetworkX's best of ten."""
    for network in networks():
        graph = nx.Graph()
        graph.add_nodes_from(range(len(network)))
        ends = zip(network.head, network.tail, network.weight, strict=True)
        graph.add_weighted_edges_from(ends)
        if not graph.number_of_edges():
            continue
        ours = max(
            communities.modularity(network, each) for each in communities.louvain(network, 10, 1)
        )
        theirs = max(
            nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=seed))
            for seed in range(10)
        )
        assert ours >= theirs - 0.005
