"""Betweenness on sparse arrays: many breadth-first searches at once.

The definition is Freeman's (1977, Sociometry 40:35–41), counted by Brandes' accumulation (2001,
Journal of Mathematical Sociology 25:163–177); a block of sources shares each matrix product.
"""

from typing import TYPE_CHECKING

import numpy as np

from .engine import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from .adjacency import Adjacency

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Places = tuple[NDArray[np.signedinteger], NDArray[np.signedinteger]]

BLOCK = 64


def betweenness(network: "Adjacency", sources: "Ints | None" = None) -> "Floats":
    """Give the share of shortest paths between two others that pass each node, 0 to 1.

    Paths are counted without weights. With `sources` (node numbers) only paths from these are
    counted and scaled up, an estimate (Brandes and Pich 2007). Nodes of a network with fewer than
    three get 0.
    """
    size = len(network)
    if size < 3:
        return np.zeros(size)
    chosen = np.arange(size) if sources is None else sources
    total = np.zeros(size)
    kernels = compiled()
    if kernels:
        rows = network.rows
        kernels.betweenness(rows.indptr, rows.indices, chosen.astype(np.int64), total)
        return _scaled(total, len(chosen))
    matrix = network.plain
    for start in range(0, len(chosen), BLOCK):
        total += _dependencies(matrix, chosen[start : start + BLOCK])
    return _scaled(total, len(chosen))


def _scaled(total: "Floats", sources: int) -> "Floats":
    size = len(total)
    scaled: Floats = total * (size / sources) / ((size - 1) * (size - 2))
    return scaled


def _dependencies(matrix: "csr_array", sources: "Ints") -> "Floats":
    levels, paths = _forward(matrix, sources)
    dependency = np.zeros_like(paths)
    ratio = np.zeros_like(paths)
    for level in range(len(levels) - 1, 0, -1):
        here, before = levels[level], levels[level - 1]
        ratio[:] = 0
        ratio[here] = (1 + dependency[here]) / paths[here]
        dependency[before] += (matrix @ ratio)[before] * paths[before]
    dependency[sources, np.arange(len(sources))] = 0
    summed: Floats = dependency.sum(axis=1)
    return summed


def _forward(matrix: "csr_array", sources: "Ints") -> "tuple[list[Places], Floats]":
    """Give the nodes of each level (as index arrays) and the number of shortest paths."""
    shape = matrix.shape[0], len(sources)
    paths = np.zeros(shape)
    frontier = np.zeros(shape)
    columns = np.arange(len(sources))
    frontier[sources, columns] = 1
    seen = frontier > 0
    levels: list[Places] = [(sources, columns)]
    paths[sources, columns] = 1
    while True:
        reached = matrix @ frontier
        fresh = (reached > 0) & ~seen
        nodes, starts = np.nonzero(fresh)
        if not len(nodes):
            return levels, paths
        here = nodes, starts
        seen |= fresh
        frontier[:] = 0
        frontier[here] = reached[here]
        paths[here] = reached[here]
        levels.append(here)
