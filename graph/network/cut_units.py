"""Units without which the network falls into more pieces."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .engine import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .adjacency import Adjacency

    Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Removal:
    """What removing one unit does to the others."""

    pieces: int
    """Pieces that the rest of its own piece falls into: 1 when it stays whole."""
    cut_off: int
    """Units outside the largest of them."""
    fragmentation: float
    """Share of the pairs of units in its piece, itself left out, that no longer reach each
    other: 1 − Σ s(s − 1) / n(n − 1) (the form of Borgatti 2006 for one removed node)."""


def pieces(network: "Adjacency") -> "Ints":
    """Give for each node the number of its connected piece, from 0."""
    from scipy.sparse.csgraph import connected_components

    return np.asarray(connected_components(network.plain, directed=False)[1], dtype=np.int64)


def removals(network: "Adjacency") -> tuple[Removal, ...]:
    """Tell for each node what falls apart without it; a cut unit makes two pieces or more.

    One depth-first search finds all (Tarjan 1972, SIAM Journal on Computing 1:146–160).
    """
    piece_of = pieces(network)
    piece_size = np.bincount(piece_of, minlength=1)
    separated = separated_sizes(network)
    return tuple(
        _removal(int(piece_size[piece_of[node]]) - 1, separated.get(node, []))
        for node in range(len(network))
    )


def _removal(others: int, separated: list[int]) -> Removal:
    rest = others - sum(separated)
    sizes = [size for size in (*separated, rest) if size]
    if len(sizes) < 2:
        return Removal(len(sizes), 0, 0.0)
    together = sum(size * (size - 1) for size in sizes)
    return Removal(len(sizes), others - max(sizes), 1 - together / (others * (others - 1)))


def cut_units(network: "Adjacency") -> "Ints":
    """Give the nodes whose removal leaves two pieces or more of their own, ascending.

    The root of a search needs two subtrees that hang on it, any other node one.
    """
    piece_of = pieces(network)
    size = np.bincount(piece_of, minlength=1)
    holder, hanging = separated(network)
    below = np.bincount(holder, weights=hanging, minlength=len(network))
    count = np.bincount(holder, minlength=len(network)) + (below < size[piece_of] - 1)
    return np.flatnonzero((count > 1) & (below > 0))


def separated_sizes(network: "Adjacency") -> dict[int, list[int]]:
    """Give the sizes of the subtrees that hang on a node alone, for nodes that have any."""
    found: dict[int, list[int]] = {}
    for node, size in zip(*(each.tolist() for each in separated(network)), strict=True):
        found.setdefault(node, []).append(size)
    return found


def separated(network: "Adjacency") -> "tuple[Ints, Ints]":
    """Give pairs of a node and the size of a subtree that hangs on it alone."""
    kernels = compiled()
    if kernels:
        rows = network.rows
        holder, hanging = (np.empty(len(network), dtype=np.int64) for _ in range(2))
        count = kernels.separated(rows.indptr, rows.indices, holder, hanging)
        return holder[:count], hanging[:count]
    search = _Search(network)
    for root in range(len(network)):
        if not search.entered[root]:
            search.explore(root)
    found = np.array(search.found, dtype=np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]


class _Search:
    """A depth-first search that keeps its own stack, since recursion would run out of it."""

    def __init__(self, network: "Adjacency") -> None:
        size = len(network)
        self.neighbours: list[int] = network.rows.indices.tolist()
        self.starts: list[int] = network.rows.indptr.tolist()
        self.cursor = self.starts[:-1]
        self.entered = [0] * size
        self.low = [0] * size
        self.below = [1] * size
        self.above = [-1] * size
        self.clock = 0
        self.found: list[tuple[int, int]] = []

    def explore(self, root: int) -> None:
        node = self._enter(root, -1)
        while node >= 0:
            if self.cursor[node] == self.starts[node + 1]:
                node = self._leave(node)
                continue
            other = self.neighbours[self.cursor[node]]
            self.cursor[node] += 1
            if not self.entered[other]:
                node = self._enter(other, node)
            elif other != self.above[node]:
                self.low[node] = min(self.low[node], self.entered[other])

    def _enter(self, node: int, above: int) -> int:
        self.clock += 1
        self.entered[node] = self.low[node] = self.clock
        self.above[node] = above
        return node

    def _leave(self, node: int) -> int:
        parent = self.above[node]
        if parent >= 0:
            self.below[parent] += self.below[node]
            self.low[parent] = min(self.low[parent], self.low[node])
            if self.low[node] >= self.entered[parent]:
                self.found.append((parent, self.below[node]))
        return parent
