"""Units without which the network falls into more pieces.

One depth-first search finds all (Tarjan 1972, SIAM Journal on Computing 1:146–160).
"""

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
    other: 1 − Σ s(s − 1) / n(n − 1) (ours, after an idea of Borgatti 2006)."""


@dataclass(frozen=True, eq=False)
class Hanging:
    """What hangs on single nodes."""

    holder: "Ints"
    """A node, once for each part that hangs on it alone."""
    size: "Ints"
    """The nodes of that part."""
    piece: "Ints"
    """For each node the number of its connected piece, from 0."""


def removals(network: "Adjacency") -> tuple[Removal, ...]:
    """Tell for each node what falls apart without it; a cut unit makes two pieces or more."""
    found = hanging(network)
    piece_size = np.bincount(found.piece, minlength=1)
    parts: dict[int, list[int]] = {}
    for node, size in zip(found.holder.tolist(), found.size.tolist(), strict=True):
        parts.setdefault(node, []).append(size)
    return tuple(
        _removal(others, parts.get(node, []))
        for node, others in enumerate((piece_size[found.piece] - 1).tolist())
    )


def _removal(others: int, parts: list[int]) -> Removal:
    rest = others - sum(parts)
    sizes = [size for size in (*parts, rest) if size]
    if len(sizes) < 2:
        return Removal(len(sizes), 0, 0.0)
    together = sum(size * (size - 1) for size in sizes)
    return Removal(len(sizes), others - max(sizes), 1 - together / (others * (others - 1)))


def cut_units(network: "Adjacency") -> "Ints":
    """Give the nodes whose removal leaves two pieces or more of their own, ascending."""
    found = hanging(network)
    others = np.bincount(found.piece, minlength=1)[found.piece] - 1
    parts = np.bincount(found.holder, minlength=len(network))
    below = np.bincount(found.holder, weights=found.size, minlength=len(network))
    return np.flatnonzero((parts > 0) & (parts + (below < others) > 1))


def hanging(network: "Adjacency") -> Hanging:
    """Search the network once."""
    kernels = compiled()
    if kernels:
        rows = network.rows
        holder, size, piece = (np.empty(len(network), dtype=np.int64) for _ in range(3))
        count = kernels.separated(rows.indptr, rows.indices, holder, size, piece)
        return Hanging(holder[:count], size[:count], piece)
    search = _Search(network)
    for root in range(len(network)):
        if not search.entered[root]:
            search.explore(root)
    found = np.array(search.found, dtype=np.int64).reshape(-1, 2)
    return Hanging(found[:, 0], found[:, 1], np.array(search.piece, dtype=np.int64))


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
        self.piece = [0] * size
        self.pieces = 0
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
        self.pieces += 1

    def _enter(self, node: int, above: int) -> int:
        self.clock += 1
        self.entered[node] = self.low[node] = self.clock
        self.above[node] = above
        self.piece[node] = self.pieces
        return node

    def _leave(self, node: int) -> int:
        parent = self.above[node]
        if parent >= 0:
            self.below[parent] += self.below[node]
            self.low[parent] = min(self.low[parent], self.low[node])
            if self.low[node] >= self.entered[parent]:
                self.found.append((parent, self.below[node]))
        return parent
