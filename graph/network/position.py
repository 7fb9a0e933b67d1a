"""Where a unit stands between others: constraint, cut units, what falls apart without it."""

from typing import TYPE_CHECKING

import numpy as np

from .engine import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .adjacency import Adjacency

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


def constraint(network: "Adjacency") -> "Floats":
    """Give Burt's constraint (1992, Structural Holes): Σ_j (p_ij + Σ_q p_iq p_qj)².

    p is the share of i's tie weight that goes to j. Low: between groups; high: bound to one.
    NaN for a node without partners, as NetworkX gives.
    """
    size = len(network)
    kernels = compiled()
    if kernels:
        rows, found = network.rows, np.zeros(size)
        kernels.constraint(rows.indptr, rows.indices, rows.weight, found)
        found[network.degree == 0] = np.nan
        return found
    strength = np.bincount(
        np.concatenate([network.head, network.tail]),
        weights=np.concatenate([network.weight, network.weight]),
        minlength=size,
    ).astype(np.float64)
    start, end, share = _directed(network, strength)
    key = start * size + end
    order = np.argsort(key)
    start, key, share = start[order], key[order], share[order]
    invested = share + _through_others(network, key, share)
    # Of an empty array bincount gives integers, which hold no NaN.
    total = np.bincount(start, weights=invested**2, minlength=size).astype(np.float64)
    total[strength == 0] = np.nan
    constrained: Floats = total
    return constrained


def _directed(network: "Adjacency", strength: "Floats") -> "tuple[Ints, Ints, Floats]":
    start = np.concatenate([network.head, network.tail])
    end = np.concatenate([network.tail, network.head])
    weight = np.concatenate([network.weight, network.weight])
    return start, end, weight / strength[start]


def _through_others(network: "Adjacency", key: "Ints", share: "Floats") -> "Floats":
    """Give Σ_q p_iq p_qj for each directed edge i → j, over the triangles of the network."""
    size = len(network)
    found = np.zeros(len(key))
    a, b, c = triangles(network)

    def place(i: "Ints", j: "Ints") -> "Ints":
        return np.searchsorted(key, i * size + j)

    sides = ((a, b, c), (a, c, b), (b, a, c), (b, c, a), (c, a, b), (c, b, a))
    for i, q, j in sides:
        gained = share[place(i, q)] * share[place(q, j)]
        found += np.bincount(place(i, j), weights=gained, minlength=len(key))
    return found


def triangles(network: "Adjacency") -> "tuple[Ints, Ints, Ints]":
    """Give every triangle once, as three arrays of node numbers.

    Edges point from the smaller degree to the larger, so that hubs open few wedges.
    """
    size = len(network)
    rank = np.empty(size, dtype=np.int64)
    rank[np.lexsort((np.arange(size), network.degree))] = np.arange(size)
    low, high = rank[network.head], rank[network.tail]
    start, end = np.minimum(low, high), np.maximum(low, high)
    order = np.lexsort((end, start))
    start, end = start[order], end[order]
    first, second = _wedges(start, end, size)
    wanted = end[first] * size + end[second]
    key = start * size + end
    place = np.minimum(np.searchsorted(key, wanted), len(key) - 1) if len(key) else wanted
    closed = key[place] == wanted if len(key) else np.zeros(0, dtype=bool)
    node = np.argsort(rank)
    return (
        node[start[first[closed]]],
        node[end[first[closed]]],
        node[end[second[closed]]],
    )


def _wedges(start: "Ints", end: "Ints", size: int) -> "tuple[Ints, Ints]":
    """Give all pairs of edges (their numbers) that leave one node, the smaller end first."""
    behind = np.searchsorted(start, start, side="right") - np.arange(len(start)) - 1
    first = np.repeat(np.arange(len(start)), behind)
    offset = np.arange(len(first)) - np.repeat(np.cumsum(behind) - behind, behind)
    return first, first + 1 + offset
