"""A network of units as sorted arrays: what the measures count on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from .projection import Meeting

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Rows:
    """The symmetric matrix of weights by rows, columns ascending, as the kernels take it."""

    indptr: "Ints"
    indices: "Ints"
    weight: "Floats"


@dataclass(frozen=True, eq=False)
class Adjacency:
    """An undirected network without loops: each edge once, `head < tail`, sorted."""

    nodes: tuple[str, ...]
    head: "Ints"
    tail: "Ints"
    weight: "Floats"

    @classmethod
    def of(cls, nodes: Iterable[str], pairs: "dict[tuple[str, str], Meeting]") -> "Adjacency":
        """Take sorted nodes and projected pairs, with Newman weights."""
        ordered = tuple(sorted(nodes))
        index = {name: place for place, name in enumerate(ordered)}
        ends = np.array([(index[a], index[b]) for a, b in pairs], dtype=np.int64).reshape(-1, 2)
        weight = np.array([meeting.weight for meeting in pairs.values()], dtype=np.float64)
        return cls.from_ends(ordered, ends, weight)

    @classmethod
    def from_ends(cls, nodes: Sequence[str], ends: "Ints", weight: "Floats") -> "Adjacency":
        """Take edges as pairs of node numbers (shape m × 2), each pair once."""
        head, tail = ends.min(axis=1), ends.max(axis=1)
        order = np.lexsort((tail, head))
        return cls(tuple(nodes), head[order], tail[order], weight[order])

    @classmethod
    def from_graph(cls, graph: "nx.Graph") -> "Adjacency":
        """Take a NetworkX graph whose nodes are names; a missing weight is 1."""
        nodes = sorted(graph)
        index = {name: place for place, name in enumerate(nodes)}
        edges = [(index[a], index[b], w) for a, b, w in graph.edges(data="weight", default=1.0)]
        ends = np.array([edge[:2] for edge in edges], dtype=np.int64).reshape(-1, 2)
        return cls.from_ends(nodes, ends, np.array([edge[2] for edge in edges], dtype=np.float64))

    def __len__(self) -> int:
        return len(self.nodes)

    @cached_property
    def rows(self) -> Rows:
        """Both directions of each edge, by rows."""
        start = np.concatenate([self.tail, self.head])
        end = np.concatenate([self.head, self.tail])
        # Edges are sorted by head, so a stable sort by row leaves the columns ascending.
        order = np.argsort(start, kind="stable")
        indptr = np.zeros(len(self) + 1, dtype=np.int64)
        np.cumsum(np.bincount(start, minlength=len(self)), out=indptr[1:])
        weight = np.concatenate([self.weight, self.weight])
        return Rows(indptr, end[order], weight[order])

    @cached_property
    def plain(self) -> "csr_array":
        """The symmetric matrix of ones, n × n."""
        from scipy.sparse import csr_array

        rows = self.rows
        ones = np.ones(len(rows.indices))
        return csr_array((ones, rows.indices, rows.indptr), shape=(len(self), len(self)))

    @cached_property
    def degree(self) -> "Ints":
        """Number of partners of each node."""
        ends = np.concatenate([self.head, self.tail])
        return np.bincount(ends, minlength=len(self)).astype(np.int64)

    def without(self, names: Iterable[str]) -> "Adjacency":
        """Leave out nodes and their edges."""
        gone = set(names)
        kept = [place for place, name in enumerate(self.nodes) if name not in gone]
        number = np.full(len(self), -1, dtype=np.int64)
        number[kept] = np.arange(len(kept))
        stays = (number[self.head] >= 0) & (number[self.tail] >= 0)
        return Adjacency(
            tuple(self.nodes[place] for place in kept),
            number[self.head[stays]],
            number[self.tail[stays]],
            self.weight[stays],
        )

    def weighed(self, weight: "Floats") -> "Adjacency":
        """Give the same nodes and edges with other weights; edges of weight 0 fall away."""
        kept = weight > 0
        return Adjacency(self.nodes, self.head[kept], self.tail[kept], weight[kept])
