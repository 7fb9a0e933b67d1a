"""How like two plans divide their work."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scipy.sparse import csr_array

MOST = 1000
"""Pairs of plans that are told, the most alike."""
BLOCK = 500

Loads = dict[str, float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two plans divide their work, by the bare names of units (our measure)."""

    one: str
    other: str
    shared: tuple[str, ...]
    """Names of units that both use, sorted; an issuer's own prefix counts as part of the name."""
    jaccard: float
    """Shared names over all names of the two."""
    cosine: float
    """Of the two vectors of fractional load by name: 1 when the same names carry the same
    shares, 0 without a common name."""


def likenesses(loads: Sequence[tuple[str, Loads]]) -> tuple[Likeness, ...]:
    """Compare all pairs of plans, each given by its title and its fractional loads by bare name.

    Equal values are ordered by the order of the plans.
    """
    import numpy as np

    if len(loads) < 2:
        return ()
    vectors = _unit_vectors(loads)
    best = np.zeros((0, 3))
    for start in range(0, len(loads), BLOCK):
        block = (vectors[start : start + BLOCK] @ vectors.T).toarray()
        one, other = np.nonzero(np.triu(block > 0, start + 1))
        found = np.column_stack([-block[one, other].round(12), one + start, other])
        every = np.vstack([best, found])
        best = every[np.lexsort((every[:, 2], every[:, 1], every[:, 0]))][:MOST]
    return tuple(_likeness(loads[int(one)], loads[int(other)], -cos) for cos, one, other in best)


def _likeness(one: tuple[str, Loads], other: tuple[str, Loads], cosine: float) -> Likeness:
    first, second = one[1].keys(), other[1].keys()
    shared = tuple(sorted(first & second))
    return Likeness(one[0], other[0], shared, len(shared) / len(first | second), float(cosine))


def _unit_vectors(loads: Sequence[tuple[str, Loads]]) -> "csr_array":
    """Give each plan's loads as a row of length 1."""
    import numpy as np
    from scipy.sparse import csr_array

    names = sorted({name for _, held in loads for name in held})
    column = {name: place for place, name in enumerate(names)}

    def entries() -> Iterator[tuple[int, int, float]]:
        for row, (_, held) in enumerate(loads):
            length = sum(value**2 for value in held.values()) ** 0.5 or 1.0
            yield from ((row, column[name], value / length) for name, value in held.items())

    row, place, value = zip(*entries(), strict=True)
    return csr_array((np.array(value), (row, place)), shape=(len(loads), len(names)))
