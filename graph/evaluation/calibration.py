"""How often the reader was right when it said how sure it was."""

from dataclasses import dataclass
from math import sqrt

from .scoring import Judgement

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Where the bands of confidence begin; the last holds only 1."""
_Z = 1.96


@dataclass(frozen=True, slots=True)
class Band:
    """Assignments whose confidence lay in one band."""

    low: float
    high: float
    count: int
    right: int
    confidence: float
    """Their mean confidence."""

    @property
    def share(self) -> float:
        """How many of them were right, 0 to 1."""
        return self.right / self.count

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of that share (Wilson 1927)."""
        n, p = self.count, self.share
        middle = p + _Z**2 / (2 * n)
        margin = _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        whole = 1 + _Z**2 / n
        return max(0.0, (middle - margin) / whole), min(1.0, (middle + margin) / whole)


def calibration(judgements: tuple[Judgement, ...]) -> tuple[Band, ...]:
    """Give the bands that hold any assignment, from the least sure to the surest.

    An assignment is right when the label gives its unit the same role on the same requirement.
    """
    highs = (*EDGES[1:], 1.0)
    bands = []
    for low, high in zip(EDGES, highs, strict=True):
        inside = [j for j in judgements if low <= j.confidence < high or low == j.confidence == 1]
        if inside:
            mean = sum(j.confidence for j in inside) / len(inside)
            bands.append(Band(low, high, len(inside), sum(j.right for j in inside), mean))
    return tuple(bands)
