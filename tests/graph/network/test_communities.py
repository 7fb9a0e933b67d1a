"""Clusters recover planted groups, with a hub in their midst, the same each time."""

from collections import defaultdict

import networkx as nx
import numpy as np
import pytest

from dutygraph.graph.network.adjacency import Adjacency
from dutygraph.graph.network.communities import adjusted_rand, communities, member_share
from dutygraph.graph.network.diagnosis import Diagnosis, diagnose
from dutygraph.graph.network.settings import Settings


def planted(seed: int, groups: int = 5, size: int = 8, rows: int = 160) -> list[list[str]]:
    """Give rows whose units come from one group, with strays, and a hub in four of five."""
    random = np.random.default_rng(seed)
    made = []
    for _ in range(rows):
        group = random.integers(groups)
        members = {
            f"g{group if random.random() < 0.9 else random.integers(groups)}-{unit}"
            for unit in random.choice(size, random.integers(2, 5), replace=False)
        }
        made.append(sorted(members | ({"hub"} if random.random() < 0.8 else set())))
    return made


def labels(groups: list[set[str]], names: list[str]) -> np.ndarray:
    of = {name: number for number, group in enumerate(groups) for name in group}
    return np.array([of.get(name, len(groups) + n) for n, name in enumerate(names)])


def agreement(groups: list[set[str]]) -> float:
    """Give the adjusted Rand index with the planted groups, the hub left out."""
    names = sorted({name for group in groups for name in group} - {"hub"})
    truth: dict[str, set[str]] = defaultdict(set)
    for name in names:
        truth[name.split("-")[0]].add(name)
    return adjusted_rand(labels(groups, names), labels(list(truth.values()), names))


def clusters(found: Diagnosis) -> list[set[str]]:
    return [{m.unit for m in c.members} for c in found.clusters] + [
        {unit} for unit in found.grouping.apart
    ]


@pytest.mark.parametrize("seed", range(4))
def test_planted_groups_are_found_around_a_hub(seed: int, make_incidence) -> None:
    found = diagnose(make_incidence(planted(seed)))
    assert [each.unit for each in found.coordinators] == ["hub"]
    assert agreement(clusters(found)) >= 0.95


def few_rows(seed: int) -> list[list[str]]:
    """Give groups that are only told apart once the hub is out: many pairs of hub and unit."""
    random = np.random.default_rng(seed)
    made = []
    for group in range(6):
        units = [f"g{group}-{n}" for n in range(6)]
        made += [[units[n], units[(n + 1) % 6]] for n in range(6)]
        made += [["hub", unit] for unit in units for _ in range(3)]
    return [sorted(made[n]) for n in random.permutation(len(made))]


@pytest.mark.parametrize("seed", range(3))
def test_plain_louvain_fails_where_the_hub_stays_in(seed: int, make_incidence) -> None:
    """The hub draws a group to itself; set aside, the groups come out whole."""
    found = diagnose(make_incidence(few_rows(seed)))
    plain = [{m.unit for m in c.members} for c in found.with_coordinators.clusters]
    plain += [{unit} for unit in found.with_coordinators.apart]
    assert agreement(clusters(found)) >= 0.95
    assert agreement(plain) < 0.95


def test_southern_women_fall_into_their_known_groups() -> None:
    """Freeman's (2003) meta-analysis of 21 studies: women 1–9 and 10–18, few disputed."""
    graph = nx.davis_southern_women_graph()
    women = graph.graph["top"]
    projected = nx.bipartite.collaboration_weighted_projected_graph(graph, women)
    found = communities(Adjacency.from_graph(projected), seeds=100)
    side = {w: n >= 9 for n, w in enumerate(women)}
    truth = np.array([side[w] for w in sorted(women)], dtype=np.int64)
    best = max(adjusted_rand(np.where(found.label == k, 1, 0), truth) for k in set(found.label))
    assert best >= 0.6


def test_member_share_by_hand() -> None:
    """Of four runs, one moves the third node away from the first two."""
    label = np.array([0, 0, 0])
    runs = np.array([[0, 0, 0], [0, 0, 1]])
    share = member_share(label, runs, np.array([3, 1]))
    assert share.tolist() == [0.875, 0.875, 0.75]


def test_a_member_that_wavers_is_loose_or_left_out() -> None:
    """A node tied equally to two triangles belongs to neither surely."""
    edges = [("a", "b"), ("b", "c"), ("a", "c"), ("d", "e"), ("e", "f"), ("d", "f")]
    graph = nx.Graph([*edges, ("m", "a"), ("m", "d")])
    found = communities(Adjacency.from_graph(graph), seeds=100)
    assert found.stability < 1
    sure, wavering = found.share[:6].min(), found.share[6]
    assert wavering < sure


def test_a_unit_may_sit_in_two_overlapping_sets(make_incidence) -> None:
    """乙 works in both groups; two groups that share one unit stay two."""
    rows = [["甲", "乙", "丙"], ["乙", "丁", "戊"], ["己", "甲"]]
    found = diagnose(make_incidence(rows), Settings(overlapping=True, bus_share=2, bus_reach=2))
    assert found.overlapping == (("丁", "乙", "戊"), ("丙", "乙", "甲"))


def test_collectives_count_when_asked_for(make_incidence) -> None:
    rows = [["甲", "*各单位"], ["乙", "*各单位"], ["丙"]]
    assert "各单位" not in {u.unit for u in diagnose(make_incidence(rows)).units}
    counted = diagnose(make_incidence(rows), Settings(collectives=True))
    assert {u.unit: u.kind for u in counted.units}["各单位"] == "collective"
    assert counted.pairs
