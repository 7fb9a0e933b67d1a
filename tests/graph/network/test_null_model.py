"""The test of pairs: closed forms, a second implementation, its error rate, known data."""

from itertools import combinations, product

import networkx as nx
import numpy as np
import pytest

from dutygraph.graph.network.drawing import solve
from dutygraph.graph.network.null_model import excesses, false_discovery, fit, fitted
from dutygraph.graph.network.projection import project


def drawn_rows(chance: np.ndarray, random: np.random.Generator) -> list[list[str]]:
    matrix = random.random(chance.shape) < chance
    rows = [[f"u{n:03}" for n in np.flatnonzero(column)] for column in matrix.T]
    return [row for row in rows if row]


def spread_chance(units: int, rows: int, random: np.random.Generator) -> np.ndarray:
    """Give chances with busy and idle units, wide and narrow rows."""
    x, y = random.lognormal(-1.6, 0.9, units), random.lognormal(0, 0.4, rows)
    product_ = np.outer(x, y)
    return product_ / (1 + product_)


def meetings_tested(rows: list[list[str]]) -> tuple[dict, dict]:
    counts = {pair: meeting.count for pair, meeting in project(rows).items()}
    model, degree = fitted(rows)
    return excesses(model, degree, counts), counts


def test_the_fitted_model_keeps_the_margins() -> None:
    """Expected rows of a unit and expected size of a row equal those seen."""
    random = np.random.default_rng(1)
    matrix = random.random((40, 90)) < spread_chance(40, 90, random)
    matrix = matrix[matrix.any(axis=1)][:, matrix.any(axis=0)]
    degree, size = matrix.sum(axis=1), matrix.sum(axis=0)
    model = fit(degree, size)
    of_units = model.stands @ model.row_count
    of_rows = model.unit_count @ model.stands
    assert of_units == pytest.approx(model.unit_degree, abs=1e-6)
    assert of_rows == pytest.approx(model.row_size, abs=1e-9)


def test_a_unit_in_every_row_is_certain() -> None:
    """It meets everybody as often as they stand anywhere, so its meetings surprise nobody."""
    rows = [["hub", "a", "b"], ["hub", "a"], ["hub", "c"], ["hub"]]
    found, counts = meetings_tested([sorted(row) for row in rows])
    for other, count in (("a", 2), ("b", 1), ("c", 1)):
        pair = tuple(sorted(("hub", other)))
        assert counts[pair] == count
        assert found[pair].expected == pytest.approx(count, abs=1e-6)
        assert found[pair].p == pytest.approx(1, abs=1e-6)


def test_the_smallest_plan_is_counted_out() -> None:
    """Four units in two rows each, four rows of two: 90 plans have these margins.

    In 6 of them a given pair shares both rows, in 48 one, in 36 none.
    """
    rows = [["a", "b"], ["a", "b"], ["c", "d"], ["c", "d"]]
    plans = [
        plan
        for plan in product(combinations("abcd", 2), repeat=4)
        if all(sum(u in row for row in plan) == 2 for u in "abcd")
    ]
    together = [sum({"a", "b"} <= set(row) for row in plan) for plan in plans]
    assert [together.count(n) for n in (0, 1, 2)] == [36, 48, 6]
    found, _ = meetings_tested(rows)
    pair = found["a", "b"]
    assert pair.expected == pytest.approx(np.mean(together), abs=1e-9)
    assert pair.z == pytest.approx((2 - np.mean(together)) / np.std(together), abs=1e-9)
    assert pair.p == pytest.approx(6 / 90, abs=1e-9)


def test_chances_equal_those_of_all_rows() -> None:
    """A second implementation: every possible row of each size, weighed and summed."""
    rows = [["a", "b", "c"], ["a", "b"], ["a", "c", "d"], ["b"], ["a", "d"], ["c", "d"]]
    model, degree = fitted(rows)
    draws = solve(model.unit_degree, model.unit_count, model.row_size, model.row_count)
    weight = {
        u: draws.weight[int(np.searchsorted(model.unit_degree, n))] for u, n in degree.items()
    }
    for one, other in combinations(sorted(degree), 2):
        for place, size in enumerate(model.row_size):
            sets = list(combinations(sorted(degree), int(size)))
            heavy = [np.prod([weight[u] for u in chosen]) for chosen in sets]
            both = sum(
                w for w, chosen in zip(heavy, sets, strict=True) if {one, other} <= set(chosen)
            )
            first, second = np.searchsorted(model.unit_degree, (degree[one], degree[other]))
            assert model.both[first, second, place] == pytest.approx(both / sum(heavy), abs=1e-12)


def curveball(rows: list[set[str]], trades: int, random: np.random.Generator) -> None:
    """Trade members between rows, keeping every margin (Strona and others 2014)."""
    for _ in range(trades):
        i, j = random.choice(len(rows), 2, replace=False)
        shared = rows[i] & rows[j]
        pool = sorted(rows[i] ^ rows[j])
        random.shuffle(pool)
        own = len(rows[i]) - len(shared)
        rows[i], rows[j] = shared | set(pool[:own]), shared | set(pool[own:])


def test_the_model_agrees_with_swaps() -> None:
    """Means and tails lie near those of 1,000 swapped plans that keep all margins exactly."""
    random = np.random.default_rng(5)
    rows = drawn_rows(spread_chance(16, 60, random), random)
    found, counts = meetings_tested(rows)
    state = [set(row) for row in rows]
    curveball(state, 2000, random)
    names = sorted({name for row in rows for name in row})
    place = {name: n for n, name in enumerate(names)}
    draws = 1000
    together = np.zeros((draws, len(names), len(names)), dtype=np.int16)
    for draw in range(draws):
        curveball(state, 40, random)
        matrix = np.zeros((len(state), len(names)), dtype=np.int16)
        for row, members in enumerate(state):
            matrix[row, [place[name] for name in members]] = 1
        together[draw] = matrix.T @ matrix
    pairs = list(found)
    swapped = np.array([together[:, place[a], place[b]].mean() for a, b in pairs])
    modelled = np.array([found[pair].expected for pair in pairs])
    assert (np.abs(swapped - modelled) / (1 + modelled)).max() < 0.1
    tails = np.array([(together[:, place[a], place[b]] >= counts[a, b]).mean() for a, b in pairs])
    assert np.abs(tails - [found[pair].p for pair in pairs]).mean() < 0.02


def test_the_false_positive_rate_is_nominal_on_null_data() -> None:
    """Of pairs without any tie beyond their sizes, at most 5 % pass at 0.05, and not far fewer.

    Counts are whole numbers, so p-values come in steps; a random point within the last step
    makes the exact rate visible.
    """
    random = np.random.default_rng(11)
    passed = passed_exact = total = 0
    for _ in range(12):
        rows = drawn_rows(spread_chance(30, 150, random), random)
        model, degree = fitted(rows)
        meetings = project(rows)
        for one, other in combinations(sorted(degree), 2):
            seen = meetings[one, other].count if (one, other) in meetings else 0
            tail = model.tail(degree[one], degree[other], seen)
            above = model.tail(degree[one], degree[other], seen + 1)
            passed += tail <= 0.05
            passed_exact += above + random.random() * (tail - above) <= 0.05
            total += 1
    assert passed / total <= 0.05
    assert 0.035 <= passed_exact / total <= 0.06


def test_false_discoveries_among_null_pairs_are_rare() -> None:
    """With nothing to find, a corrected test finds something in about one plan of twenty."""
    random = np.random.default_rng(3)
    alarms = 0
    for _ in range(40):
        found, _ = meetings_tested(drawn_rows(spread_chance(25, 80, random), random))
        alarms += any(each.q <= 0.05 for each in found.values())
    assert alarms <= 4


def test_benjamini_and_hochberg_by_hand() -> None:
    """Five tests: p·5/rank, then no larger than any later one."""
    found = false_discovery(np.array([0.005, 0.02, 0.015, 0.5]), 5)
    assert found == pytest.approx([0.025, 1 / 30, 1 / 30, 0.625])


def test_a_planted_pair_is_found() -> None:
    """Two units put together in a third of the rows stand out, and only they."""
    random = np.random.default_rng(9)
    rows = drawn_rows(spread_chance(30, 150, random), random)
    joined = [sorted({*row, "甲", "乙"}) if n % 6 == 0 else row for n, row in enumerate(rows)]
    found, _ = meetings_tested(joined)
    assert [pair for pair, each in found.items() if each.q <= 0.01] == [("乙", "甲")]


def test_southern_women_meet_by_their_known_groups() -> None:
    """Davis's data: the pairs beyond chance lie within the two groups told many times over."""
    graph = nx.davis_southern_women_graph()
    women = graph.graph["top"]
    rows = [sorted(graph[event]) for event in graph.graph["bottom"]]
    found, _ = meetings_tested(rows)
    first = set(women[:9])
    disputed = {"Pearl Oglethorpe", "Dorothy Murchison"}
    low = [pair for pair in sorted(found, key=lambda p: found[p].p)[:20] if not disputed & {*pair}]
    assert len(low) >= 15
    assert all((a in first) == (b in first) for a, b in low)
