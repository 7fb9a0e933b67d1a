"""Which pairs of units meet more often than their sizes explain.

The null model keeps the size of every row exactly and the rows of every unit on average: a row
of size k is drawn from all sets of k units with chance proportional to the product of their
weights x, rows independently, and x is such that each unit's expected rows equal those seen.
This is the bipartite configuration model of Saracco and others (2017, New Journal of Physics
19:053022) with the row sizes held fixed; holding them is ours, as in the original they vary,
which for rows of two to five units overstates how often pairs meet by chance. Weighted draws of
fixed size: Chen, Dempster, Liu 1994, Biometrika 81:457–469.

The rows of both units being known, the number of rows that they share is taken as hypergeometric,
with the mean of that model: d_u rows and d_v rows among N = d_u d_v / mean, N being the number of
rows that the plan is worth where rows differ in size. This step is ours; where all rows have one
size it is what remains of both margins, and the tests hold it against plans swapped with all
margins kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, exp, lgamma
from typing import TYPE_CHECKING

import numpy as np

from .drawing import solve

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

CERTAIN = 1e-6
"""A deviation below this is none."""


@dataclass(frozen=True, eq=False)
class NullModel:
    """The fitted model, by classes: units of equal degree, rows of equal size."""

    unit_degree: "Ints"
    """Distinct numbers of rows of a unit, ascending."""
    unit_count: "Ints"
    """How many units have each."""
    row_size: "Ints"
    """Distinct numbers of units in a row, ascending."""
    row_count: "Ints"
    """How many rows have each size."""
    stands: "Floats"
    """Chance that a unit of a class stands in a row of a class, units × rows."""
    both: "Floats"
    """Chance that two units stand in it together, units × units × rows."""

    def mean(self, one: int, other: int) -> float:
        """Give the rows that units of two degrees are expected to share."""
        first, second = np.searchsorted(self.unit_degree, (one, other))
        return float(self.both[first, second] @ self.row_count)

    def deviation(self, one: int, other: int) -> float:
        """Give the standard deviation of the same."""
        mean = self.mean(one, other)
        worth = _worth(one, other, mean)
        if mean < CERTAIN or worth <= 1:
            return 0.0
        left = mean * (1 - one / worth) * (1 - other / worth) * worth / (worth - 1)
        return float(max(left, 0.0) ** 0.5)

    def tail(self, one: int, other: int, seen: int) -> float:
        """Give the chance that units of two degrees share at least `seen` rows."""
        if seen == 0:
            return 1.0
        worth = _worth(one, other, self.mean(one, other))
        # What must fit outside the rows of both; where it does not, the count cannot be so low.
        fewest = max(0, ceil(one + other - worth - 1 + CERTAIN))
        logs = [_log_ways(worth, one, other, n) for n in range(fewest, min(one, other) + 1)]
        chances = [exp(log - max(logs)) for log in logs]
        return min(1.0, sum(chances[max(seen - fewest, 0) :]) / sum(chances))

    def partners(self, degree: int) -> tuple[float, float]:
        """Give mean and standard deviation of the number of units met by one of a degree.

        The deviation takes the meetings with different units as independent (ours).
        """
        own = int(np.searchsorted(self.unit_degree, degree))
        both = self.both[own]
        with np.errstate(divide="ignore"):  # two that always meet
            never = np.exp(np.log1p(-both) @ self.row_count)
        others = self.unit_count.astype(np.float64)
        others[own] -= 1
        mean = float((1 - never) @ others)
        return mean, float(np.sqrt((never * (1 - never)) @ others))


def _log_ways(worth: float, one: int, other: int, shared: int) -> float:
    outside = worth - one - other + shared
    return -(
        lgamma(shared + 1)
        + lgamma(one - shared + 1)
        + lgamma(other - shared + 1)
        + lgamma(outside + 1)
    )


def _worth(one: int, other: int, mean: float) -> float:
    """Give the number of rows among which units of two degrees would meet as often."""
    return max(one * other / max(mean, 1e-12), one, other)


def fit(degrees: "Ints", sizes: "Ints") -> NullModel:
    """Fit the model to the rows of each unit and the units of each row.

    A unit in every row is certain to stand there, as is every unit in a row that holds all.
    """
    unit_degree, unit_count = np.unique(degrees, return_counts=True)
    row_size, row_count = np.unique(sizes, return_counts=True)
    stands = np.zeros((len(unit_degree), len(row_size)))
    both = np.zeros((len(unit_degree), len(unit_degree), len(row_size)))
    model = NullModel(unit_degree, unit_count, row_size, row_count, stands, both)
    certain = unit_degree == row_count.sum()
    full = row_size == unit_count.sum()
    open_units, open_rows = ~certain, ~full
    stands[certain] = 1
    stands[:, full] = 1
    places = np.ix_(open_units, open_rows)
    draws = solve(
        unit_degree[open_units] - row_count[full].sum(),
        unit_count[open_units],
        row_size[open_rows] - unit_count[certain].sum(),
        row_count[open_rows],
    )
    stands[places] = draws.stands
    both[:] = stands[:, None, :] * stands[None, :, :]
    both[np.ix_(open_units, open_units, open_rows)] = draws.both()
    # Rounding may leave a chance a hair outside.
    np.clip(both, 0, 1, out=both)
    return model


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


def fitted(rows: Sequence[Sequence[str]]) -> tuple[NullModel, dict[str, int]]:
    """Fit the model to rows of distinct names; give it with the number of rows of each name."""
    degree: dict[str, int] = {}
    for names in rows:
        for name in names:
            degree[name] = degree.get(name, 0) + 1
    sizes = np.array([len(names) for names in rows], dtype=np.int64)
    return fit(np.array(list(degree.values()), dtype=np.int64), sizes), degree


def excesses(
    model: NullModel, degree: Mapping[str, int], seen: Mapping[tuple[str, str], int]
) -> dict[tuple[str, str], Excess]:
    """Test pairs that meet against the null model."""
    known: dict[tuple[int, int, int], tuple[float, float, float]] = {}
    found: list[tuple[float, float, float]] = []
    for (a, b), count in seen.items():
        one, other = sorted((degree[a], degree[b]))
        key = one, other, count
        if key not in known:
            mean, deviation = model.mean(one, other), model.deviation(one, other)
            known[key] = mean, deviation, model.tail(one, other, count)
        found.append(known[key])
    tests = len(degree) * (len(degree) - 1) // 2
    q = false_discovery(np.array([tail for _, _, tail in found]), tests)
    return {
        pair: Excess(
            mean, (seen[pair] - mean) / deviation if deviation > CERTAIN else 0.0, tail, float(rate)
        )
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
