"""Weighted draws of a fixed number of units: the chances that one, or two, are among them.

Units come in classes of equal weight. The weight of all sets of k units is the coefficient of
z^k in Π (1 + x z)^count; leaving a unit out leaves out one factor.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

STEPS = 200
CLOSE = 1e-10


@dataclass(frozen=True, eq=False)
class Draws:
    """Rows of given sizes drawn from classes of units."""

    weight: "Floats"
    """x of a unit of each class."""
    count: "Ints"
    """Units in each class."""
    size: "Ints"
    """Sizes of rows."""

    @cached_property
    def _length(self) -> int:
        return int(self.size.max(initial=0)) + 1

    @cached_property
    def _whole(self) -> "list[Floats]":
        return [self._factor(n, 0) for n in range(len(self.weight))]

    @cached_property
    def _total(self) -> "Floats":
        """The weight of all rows of each size."""
        product = np.ones(1)
        for factor in self._whole:
            product = self._times(product, factor)
        return self._padded(product)[self.size]

    @cached_property
    def stands(self) -> "Floats":
        """Chance that one unit of a class is in a row of a size, classes × sizes."""
        found = np.zeros((len(self.weight), len(self.size)))
        for n, others in enumerate(self._without_each(range(len(self.weight)))):
            rest = self._padded(self._times(others, self._factor(n, 1)))
            found[n] = self._share(rest, 1) * self.weight[n]
        return found

    def both(self) -> "Floats":
        """Chance that two units are in a row together, classes × classes × sizes."""
        classes = range(len(self.weight))
        found = np.zeros((len(classes), len(classes), len(self.size)))
        for one in classes:
            kept = [n for n in classes if n != one]
            own = self._factor(one, 1)
            for other, rest in zip(kept, self._without_each(kept), strict=True):
                left = self._times(self._times(rest, own), self._factor(other, 1))
                found[one, other] = self._share(self._padded(left), 2)
            if self.count[one] > 1:
                rest = self._product(kept)
                left = self._times(rest, self._factor(one, 2))
                found[one, one] = self._share(self._padded(left), 2)
        pairs: Floats = found * (self.weight[:, None] * self.weight[None, :])[:, :, None]
        return pairs

    def _share(self, rest: "Floats", taken: int) -> "Floats":
        """Give the weight of rows of which `taken` places are filled, over that of all rows."""
        places = self.size - taken
        found = np.where(places >= 0, rest[np.maximum(places, 0)], 0.0)
        shares: Floats = found / self._total
        return shares

    def _factor(self, unit: int, missing: int) -> "Floats":
        """Give (1 + x z)^(count − missing), up to the largest size."""
        count = int(self.count[unit]) - missing
        power = np.arange(min(count, self._length - 1) + 1)
        ways = np.cumsum(np.log(np.maximum(count - power[1:] + 1, 1) / power[1:]))
        log = np.concatenate([[0.0], ways]) + power * np.log(self.weight[unit])
        factor: Floats = np.exp(log)
        return factor

    def _times(self, one: "Floats", other: "Floats") -> "Floats":
        return np.convolve(one, other)[: self._length]

    def _padded(self, values: "Floats") -> "Floats":
        padded = np.zeros(self._length)
        padded[: len(values)] = values
        return padded

    def _product(self, classes: "list[int]") -> "Floats":
        product = np.ones(1)
        for n in classes:
            product = self._times(product, self._whole[n])
        return product

    def _without_each(self, classes: "range | list[int]") -> "list[Floats]":
        """Give the products of all factors but one, without a division that could lose digits."""
        before, after = [np.ones(1)], [np.ones(1)]
        for n in classes:
            before.append(self._times(before[-1], self._whole[n]))
        for n in reversed(classes):
            after.append(self._times(after[-1], self._whole[n]))
        last = len(classes) - 1
        return [self._times(before[n], after[last - n]) for n in range(len(classes))]


def solve(degree: "Ints", count: "Ints", size: "Ints", rows: "Ints") -> Draws:
    """Find weights by which units of each class stand in as many rows as seen, on average.

    Newton's steps on log x, with the covariances of Hájek's approximation (1964) in place of the
    exact ones: they change the way, not the end.
    """
    scale = float(degree @ count) or 1.0
    draws = Draws(np.maximum(degree, 1e-12) / scale * max(size.max(initial=1), 1), count, size)
    for _ in range(STEPS):
        stands = draws.stands
        gap = degree - stands @ rows
        if np.abs(gap).max(initial=0) < CLOSE * max(scale, 1.0):
            break
        free = stands * (1 - stands)
        share = free * count[:, None] / np.maximum(count @ free, 1e-300)
        curvature = np.diag(free @ rows) - (free * rows) @ share.T
        move = np.linalg.lstsq(curvature, gap, rcond=1e-10)[0]
        move *= min(1.0, 2.0 / max(np.abs(move).max(), 1e-300))
        draws = Draws(draws.weight * np.exp(move), count, size)
    return draws
