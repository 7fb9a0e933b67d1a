"""Which pairs of units meet more often than their sizes explain.

The null model is the bipartite configuration model (Saracco, Straka, Di Clemente, Gabrielli,
Caldarelli, Squartini 2017, New Journal of Physics 19:053022): unit u stands in row t with
probability p_ut = x_u y_t / (1 + x_u y_t), all independent, x and y such that the expected rows
of each unit and the expected size of each row equal those seen. The number of rows that two
units share is then Poisson-binomial.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

STEPS = 200
CLOSE = 1e-9


@dataclass(frozen=True, eq=False)
class NullModel:
    """The fitted model, by classes: units of equal degree, rows of equal size."""

    unit_degree: "Ints"
    """Distinct numbers of rows of a unit, ascending."""
    row_size: "Ints"
    """Distinct numbers of units in a row, ascending."""
    row_count: "Ints"
    """How many rows have each size."""
    probability: "Floats"
    """p of a unit class in a row class."""

    @cached_property
    def _log_factorial(self) -> "Floats":
        numbers = np.arange(1, int(self.row_count.sum()) + 1)
        return np.concatenate([[0.0], np.cumsum(np.log(numbers))])

    def moments(self, one: int, other: int) -> tuple[float, float]:
        """Give mean and standard deviation of the rows that units of two degrees share."""
        both = self._both(one, other)
        mean = float(both @ self.row_count)
        return mean, float(np.sqrt((both * (1 - both)) @ self.row_count))

    def tail(self, one: int, other: int, seen: int) -> float:
        """Give the chance that units of two degrees share at least `seen` rows."""
        mean, deviation = self.moments(one, other)
        last = int(max(seen, mean) + 12 * deviation + 30)
        density = np.ones(1)
        for count, both in zip(self.row_count, self._both(one, other), strict=True):
            density = np.convolve(density, self._binomial(int(count), float(both)))[: last + 1]
        return float(min(1.0, density[seen:].sum())) if seen else 1.0

    def _both(self, one: int, other: int) -> "Floats":
        first, second = np.searchsorted(self.unit_degree, (one, other))
        return np.asarray(self.probability[first] * self.probability[second])

    def _binomial(self, count: int, chance: float) -> "Floats":
        """Give the density of a binomial; the log-gamma form does not underflow midway."""
        if chance in {0.0, 1.0}:
            certain: Floats = np.eye(1, count + 1, int(chance) * count)[0]
            return certain
        log = self._log_factorial
        k = np.arange(count + 1)
        ways = log[count] - log[k] - log[count - k]
        return np.asarray(np.exp(ways + k * np.log(chance) + (count - k) * np.log1p(-chance)))


def fit(degrees: "Ints", sizes: "Ints") -> NullModel:
    """Fit the model to the rows of each unit and the units of each row.

    Units in every row and rows with every unit are certain (p = 1) and are set apart first.
    """
    unit_degree, unit_count = np.unique(degrees, return_counts=True)
    row_size, row_count = np.unique(sizes, return_counts=True)
    probability = np.zeros((len(unit_degree), len(row_size)))
    units, rows = np.ones(len(unit_degree), bool), np.ones(len(row_size), bool)
    left_degree, left_size = unit_degree.astype(float), row_size.astype(float)
    while units.any() and rows.any():
        full = units & (left_degree >= row_count[rows].sum() - CLOSE)
        filled = rows & (left_size >= unit_count[units].sum() - CLOSE)
        empty_unit, empty_row = units & (left_degree < CLOSE), rows & (left_size < CLOSE)
        if full.any():
            probability[np.ix_(full, rows)] = 1
            left_size[rows] -= unit_count[full].sum()
            units &= ~full
        elif filled.any():
            probability[np.ix_(units, filled)] = 1
            left_degree[units] -= row_count[filled].sum()
            rows &= ~filled
        elif empty_unit.any() or empty_row.any():
            units, rows = units & ~empty_unit, rows & ~empty_row
        else:
            probability[np.ix_(units, rows)] = _solve(
                left_degree[units], unit_count[units], left_size[rows], row_count[rows]
            )
            break
    return NullModel(unit_degree, row_size, row_count, probability)


def _solve(degree: "Floats", units: "Ints", size: "Floats", rows: "Ints") -> "Floats":
    """Solve for p by Newton's method on the concave log-likelihood of log x and log y."""
    guess = np.concatenate(
        [np.log(degree / np.sqrt(degree @ units)), np.log(size / np.sqrt(degree @ units))]
    )
    target = np.concatenate([degree * units, size * rows])
    split = len(degree)
    pairs = np.outer(units, rows)
    chance = _chance(guess, split)
    for _ in range(STEPS):
        expected = chance * pairs
        gap = target - np.concatenate([expected.sum(axis=1), expected.sum(axis=0)])
        if np.abs(gap).max() < CLOSE:
            break
        guess, chance = _step(guess, gap, expected * (1 - chance), split)
    return chance


def _step(guess: "Floats", gap: "Floats", spread: "Floats", split: int) -> "tuple[Floats, Floats]":
    size = len(guess)
    curvature = np.zeros((size, size))
    curvature[:split, split:] = spread
    curvature[split:, :split] = spread.T
    curvature[np.diag_indices(size)] = np.concatenate([spread.sum(axis=1), spread.sum(axis=0)])
    # x and y are free up to one common factor; the least-squares step ignores it.
    move = np.linalg.lstsq(curvature, gap, rcond=1e-12)[0]
    moved = guess + move * min(1.0, 2.0 / max(np.abs(move).max(), 1e-300))
    return moved, _chance(moved, split)


def _chance(guess: "Floats", split: int) -> "Floats":
    return np.asarray(1 / (1 + np.exp(-(guess[:split, None] + guess[None, split:]))))


@dataclass(frozen=True, slots=True)
class Excess:
    """How far a pair's meetings go beyond what its sizes explain."""

    expected: float
    z: float
    """(seen − expected) / standard deviation; 0 when nothing can vary."""
    p: float
    """Chance of as many or more under the null model."""
    q: float
    """The same after Benjamini and Hochberg (1995) over all pairs of units."""


def excesses(
    rows: Sequence[Sequence[str]], seen: Mapping[tuple[str, str], int]
) -> dict[tuple[str, str], Excess]:
    """Test pairs that meet against the null model of the rows; each row's names are distinct."""
    degree: dict[str, int] = {}
    for names in rows:
        for name in names:
            degree[name] = degree.get(name, 0) + 1
    if not seen:
        return {}
    model = fit(np.array(list(degree.values())), np.array([len(names) for names in rows]))
    known: dict[tuple[int, int, int], tuple[float, float, float]] = {}
    found: list[tuple[float, float, float]] = []
    for (a, b), count in seen.items():
        one, other = sorted((degree[a], degree[b]))
        key = one, other, count
        if key not in known:
            known[key] = (*model.moments(one, other), model.tail(one, other, count))
        found.append(known[key])
    tests = len(degree) * (len(degree) - 1) // 2
    q = false_discovery(np.array([tail for _, _, tail in found]), tests)
    return {
        pair: Excess(mean, (seen[pair] - mean) / deviation if deviation else 0.0, tail, float(rate))
        for pair, (mean, deviation, tail), rate in zip(seen, found, q, strict=True)
    }


def false_discovery(p: "Floats", tests: int) -> "Floats":
    """Adjust p-values by Benjamini and Hochberg (1995) among `tests` tests; the rest have p = 1.

    >>> false_discovery(np.array([0.01, 0.04, 0.03]), 4).round(4).tolist()
    [0.04, 0.0533, 0.0533]
    """
    order = np.argsort(p, kind="stable")
    raised = p[order] * tests / np.arange(1, len(p) + 1)
    lowered = np.minimum(1.0, np.minimum.accumulate(raised[::-1])[::-1])
    adjusted = np.empty(len(p))
    adjusted[order] = lowered
    return adjusted
