"""Each measure against values worked out by hand, and against NetworkX to 1e-9."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutygraph.graph.network.adjacency import Adjacency
from dutygraph.graph.network.betweenness import betweenness
from dutygraph.graph.network.communities import adjusted_rand, modularity
from dutygraph.graph.network.cut_units import hanging, removals
from dutygraph.graph.network.position import constraint, triangles
from dutygraph.graph.network.projection import project

untimed = settings(deadline=None)
NAMES = [f"单位{n:02}" for n in range(14)]
rows_of_names = st.lists(
    st.sets(st.sampled_from(NAMES), min_size=1, max_size=5).map(lambda names: sorted(names)),
    min_size=1,
    max_size=20,
)


def network_of(rows: list[list[str]]) -> tuple[Adjacency, nx.Graph]:
    pairs = project(rows)
    names = sorted({name for row in rows for name in row})
    graph = nx.Graph()
    graph.add_nodes_from(names)
    graph.add_weighted_edges_from((a, b, meeting.weight) for (a, b), meeting in pairs.items())
    return Adjacency.of(names, pairs), graph


def values(network: Adjacency, found: np.ndarray) -> dict[str, float]:
    return dict(zip(network.nodes, found.tolist(), strict=True))


@untimed
@given(rows_of_names)
def test_projection_is_newmans(rows: list[list[str]]) -> None:
    """NetworkX's collaboration weights and plain counts agree."""
    two_mode = nx.Graph()
    names = sorted({name for row in rows for name in row})
    two_mode.add_nodes_from(names)
    two_mode.add_edges_from((name, place) for place, row in enumerate(rows) for name in row)
    newman = nx.bipartite.collaboration_weighted_projected_graph(two_mode, names)
    counts = nx.bipartite.weighted_projected_graph(two_mode, names)
    found = project(rows)
    assert {frozenset(pair) for pair in found} == {frozenset(edge) for edge in newman.edges}
    for (a, b), meeting in found.items():
        assert meeting.weight == pytest.approx(newman[a][b]["weight"], abs=1e-9)
        assert meeting.count == counts[a][b]["weight"]


@untimed
@given(rows_of_names)
def test_betweenness_is_freemans(rows: list[list[str]]) -> None:
    network, graph = network_of(rows)
    expected = nx.betweenness_centrality(graph)
    if len(graph) > 2:
        assert values(network, betweenness(network)) == pytest.approx(expected, abs=1e-9)


@untimed
@given(rows_of_names)
def test_constraint_is_burts(rows: list[list[str]]) -> None:
    network, graph = network_of(rows)
    expected = nx.constraint(graph, weight="weight")
    found = values(network, constraint(network))
    assert found == pytest.approx(expected, abs=1e-9, nan_ok=True)


@untimed
@given(rows_of_names)
def test_removals_agree_with_taking_the_node_out(rows: list[list[str]]) -> None:
    """Pieces, cut-off units and fragmentation, counted again on the graph without the node."""
    network, graph = network_of(rows)
    assert len(set(hanging(network).piece.tolist())) == nx.number_connected_components(graph)
    cut = set(nx.articulation_points(graph))
    for node, removal in zip(network.nodes, removals(network), strict=True):
        others = nx.node_connected_component(graph, node) - {node}
        sizes = [len(part) for part in nx.connected_components(graph.subgraph(others))]
        assert removal.pieces == len(sizes)
        assert (removal.pieces > 1) == (node in cut)
        assert removal.cut_off == (len(others) - max(sizes) if len(sizes) > 1 else 0)
        pairs = len(others) * (len(others) - 1)
        lost = pairs - sum(size * (size - 1) for size in sizes)
        assert removal.fragmentation == pytest.approx(lost / pairs if pairs else 0.0, abs=1e-12)


@untimed
@given(rows_of_names)
def test_triangles_are_found_once(rows: list[list[str]]) -> None:
    network, graph = network_of(rows)
    corners = zip(*triangles(network), strict=True)
    found = {frozenset(network.nodes[n] for n in abc) for abc in corners}
    trios = combinations(sorted(graph), 3)
    assert found == {
        frozenset(t) for t in trios if all(graph.has_edge(*p) for p in combinations(t, 2))
    }
    assert len(found) == len(triangles(network)[0])


@untimed
@given(rows_of_names, st.integers(0, 99))
def test_modularity_is_newmans(rows: list[list[str]], seed: int) -> None:
    network, graph = network_of(rows)
    label = np.random.default_rng(seed).integers(0, 3, len(network))
    parts = [{n for n, own in zip(network.nodes, label, strict=True) if own == k} for k in range(3)]
    if graph.number_of_edges():
        expected = nx.community.modularity(graph, [part for part in parts if part])
        assert modularity(network, label) == pytest.approx(expected, abs=1e-9)


@untimed
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=20))
def test_adjusted_rand_counts_pairs(labels: list[tuple[int, int]]) -> None:
    """Counted pair by pair, as Hubert and Arabie define it."""
    one, other = (np.array([label[k] for label in labels]) for k in (0, 1))
    pairs = list(combinations(range(len(labels)), 2))
    first = [one[i] == one[j] for i, j in pairs]
    second = [other[i] == other[j] for i, j in pairs]
    both = sum(a and b for a, b in zip(first, second, strict=True))
    expected = sum(first) * sum(second) / len(pairs)
    most = (sum(first) + sum(second)) / 2
    index = 1.0 if most == expected else (both - expected) / (most - expected)
    assert adjusted_rand(one, other) == pytest.approx(index, abs=1e-9)


def test_a_path_of_three_by_hand() -> None:
    """甲–乙–丙: all paths between the ends pass the middle; its constraint is ½² + ½² = ½."""
    network, _ = network_of([["丙", "乙"], ["乙", "甲"]])
    assert values(network, betweenness(network)) == {"丙": 0, "乙": 1, "甲": 0}
    assert values(network, constraint(network)) == {"丙": 1, "乙": 0.5, "甲": 1}
    assert [removal.pieces for removal in removals(network)] == [1, 2, 1]


def test_sampled_betweenness_over_all_sources_is_exact() -> None:
    graph = nx.karate_club_graph()
    graph = nx.relabel_nodes(graph, {n: f"{n:02}" for n in graph})
    network = Adjacency.from_graph(graph)
    everyone = np.arange(len(network))
    assert betweenness(network, everyone) == pytest.approx(betweenness(network), abs=1e-12)
    expected = nx.betweenness_centrality(graph)
    assert values(network, betweenness(network)) == pytest.approx(expected, abs=1e-9)
