"""Deterministic communities: many seeded runs of Louvain, and how often they agree.

Louvain: Blondel, Guillaume, Lambiotte, Lefebvre 2008. The runs see nodes and edges in sorted
order, so the same network gives the same answer whatever the order of the input.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .engine import compiled
from .louvain import louvain_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .adjacency import Adjacency

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]


VARIANT_SEEDS = 20
"""Runs on each variant of the input, beside those on the network itself."""


@dataclass(frozen=True, eq=False)
class Communities:
    """The best partition of several runs, and what the other runs say of it."""

    label: "Ints"
    """For each node the number of its community, in the order of their first nodes."""
    share: "Floats"
    """For each node: in what share of runs it stays with another member of its community,
    averaged over the others; 1 for a community of one."""
    modularity: float
    stability: float
    """Mean adjusted Rand index (Hubert and Arabie 1985) between the runs and the partition."""
    runs: int


def communities(
    network: "Adjacency",
    seeds: int,
    resolution: float = 1.0,
    variants: "Sequence[Adjacency]" = (),
) -> Communities:
    """Find communities in weighted ties; of equally good runs the smallest labels win.

    `variants` are the same nodes with ties weighed otherwise: they have a say in share and
    stability, not in the partition.
    """
    labels = louvain(network, seeds, resolution)
    distinct = np.unique(labels, axis=0)
    scores = np.array([modularity(network, label, resolution) for label in distinct])
    best = distinct[np.flatnonzero(scores >= scores.max() - 1e-12)[0]]
    few = min(seeds, VARIANT_SEEDS)
    everything = np.vstack([labels, *(louvain(each, few, resolution) for each in variants)])
    runs, counts = np.unique(everything, axis=0, return_counts=True)
    agreement = [adjusted_rand(label, best) for label in runs]
    return Communities(
        label=best,
        share=member_share(best, runs, counts),
        modularity=float(scores.max()),
        stability=float(np.average(agreement, weights=counts)),
        runs=len(everything),
    )


def louvain(network: "Adjacency", seeds: int, resolution: float) -> "Ints":
    """Give the labels of each run, seeds × nodes, numbered by first nodes."""
    rows = network.rows
    kernels = compiled()
    labels = np.empty((seeds, len(network)), dtype=np.int64)
    if kernels:
        for seed in range(seeds):
            kernels.louvain(rows.indptr, rows.indices, rows.weight, resolution, seed, labels[seed])
        return labels
    lists = rows.indptr.tolist(), rows.indices.tolist(), rows.weight.tolist()
    for seed in range(seeds):
        labels[seed] = louvain_labels(*lists, resolution, seed)
    return labels


def modularity(network: "Adjacency", label: "Ints", resolution: float = 1.0) -> float:
    """Give Q = Σ_c [L_c/m − γ(d_c/2m)²] (Newman and Girvan 2004); 0 without ties."""
    total = float(network.weight.sum())
    if total == 0:
        return 0.0
    inside = float(network.weight[label[network.head] == label[network.tail]].sum())
    ends = np.concatenate([label[network.head], label[network.tail]])
    strength = np.bincount(ends, weights=np.concatenate([network.weight, network.weight]))
    return inside / total - resolution * float(np.sum((strength / (2 * total)) ** 2))


def adjusted_rand(one: "Ints", other: "Ints") -> float:
    """Give the adjusted Rand index of two partitions: 1 when equal, about 0 by chance."""
    pairs = _pairs(np.unique(one * (int(other.max(initial=0)) + 1) + other, return_counts=True)[1])
    first, second = (_pairs(np.unique(each, return_counts=True)[1]) for each in (one, other))
    total = len(one) * (len(one) - 1) / 2
    expected = first * second / total if total else 0.0
    most = (first + second) / 2
    return 1.0 if most == expected else (pairs - expected) / (most - expected)


def _pairs(counts: "Ints") -> float:
    return float((counts * (counts - 1) / 2).sum())


def member_share(label: "Ints", runs: "Ints", counts: "Ints") -> "Floats":
    """Give for each node the mean share of runs in which it stays with another of its own.

    `runs` holds distinct partitions as rows, `counts` how often each came.
    """
    size = np.bincount(label)[label]
    stays = np.zeros(len(label))
    for run, count in zip(runs, counts, strict=True):
        together = np.unique(label * (int(run.max()) + 1) + run, return_inverse=True)[1]
        stays += count * (np.bincount(together)[together] - 1)
    share = np.ones(len(label))
    several = size > 1
    share[several] = stays[several] / (counts.sum() * (size[several] - 1))
    return share
