"""Where everything stands in the two-column picture; computed here, so that it never moves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PITCH = 22
"""Height of one line of the left column, in the picture's own units (about one pixel)."""
TITLE = 32
BAND_GAP = 10
LEFT_WIDTH = 640
RIGHT_WIDTH = 260
BETWEEN = 400
MINIMUM_PITCH = 32
"""Least distance of two units, which are drawn larger than requirements."""


@dataclass(frozen=True, slots=True)
class Band:
    """A section's stripe behind its lines in the left column."""

    title: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Columns:
    """The heights of all boxes: lines on the left, units on the right."""

    lines: Mapping[str, float]
    bands: tuple[Band, ...]
    units: Mapping[int, float]


def columns(
    groups: Sequence[tuple[str, Sequence[str]]], holders: Mapping[int, Sequence[str]]
) -> Columns:
    """Place the lines in document order under their bands, and each unit near what it holds.

    `groups` are band titles with the keys of their lines; `holders` gives the keys each unit holds.
    Units stand in the order of the mean height of their lines (the barycentre), evenly spread.
    """
    lines: dict[str, float] = {}
    bands: list[Band] = []
    height = 0.0
    for title, keys in groups:
        top = height
        height += TITLE if title else 6
        for key in keys:
            lines[key] = height + PITCH / 2
            height += PITCH
        bands.append(Band(title, top, height + 4))
        height += BAND_GAP + 4
    return Columns(lines, tuple(bands), _beside(lines, holders, height - BAND_GAP))


def _beside(
    lines: Mapping[str, float], holders: Mapping[int, Sequence[str]], height: float
) -> dict[int, float]:
    def barycentre(unit: int) -> tuple[float, int]:
        heights = [lines[key] for key in holders[unit] if key in lines]
        return (sum(heights) / len(heights) if heights else height, unit)

    ranked = sorted(holders, key=barycentre)
    pitch = max(MINIMUM_PITCH, height / max(1, len(ranked)))
    top = (height - pitch * len(ranked)) / 2
    return {unit: round(top + pitch * (place + 0.5), 1) for place, unit in enumerate(ranked)}
