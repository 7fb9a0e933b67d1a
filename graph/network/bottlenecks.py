"""Whose delay would stop many tasks: four readings, each with its parts, never one blended score.

A bottleneck is a unit with B1 and at least one of B2 to B4. The thresholds are ours.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Literal

from .incidence import Incidence, Ref

if TYPE_CHECKING:
    from .cut_units import Removal
    from .loads import Load
    from .settings import Settings

Code = Literal["B1", "B2", "B3", "B4"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One reason why a unit's delay would stop others."""

    code: Code
    """B1 load, B2 irreplaceable, B3 position, B4 removal."""
    parts: tuple[tuple[str, float], ...]
    """The figures that it rests on, by name."""
    rows: tuple[Ref, ...]
    """The rows that make it."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a unit stands in the network."""

    betweenness: float
    constraint: float | None
    """`None` for a unit without partners."""
    removal: "Removal"
    partners: int
    """Other units that it meets."""
    expected_partners: float
    """How many its number of rows alone explains (the null model of `null_model`)."""
    excess: float
    """(partners − expected) / standard deviation; 0 when nothing can vary."""


def readings(
    loads: Mapping[str, "Load"],
    positions: Mapping[str, Position],
    incidence: Incidence,
    settings: "Settings",
) -> dict[str, tuple[Reading, ...]]:
    """Give the readings of every unit, in the order B1 to B4; none for most units."""
    heavy = _heavy(loads, settings)
    limits = _position_limits(positions.values())
    total = len(incidence.duties)
    others = max(len(loads) - 1, 1)
    return {
        unit: tuple(
            found
            for found in (
                _load(load, heavy),
                _irreplaceable(load),
                _position(positions[unit], limits, load),
                _removal(positions[unit], load, total, others, settings.removal_share),
            )
            if found is not None
        )
        for unit, load in loads.items()
    }


@dataclass(frozen=True, slots=True)
class _Heavy:
    limit: float
    median: float
    fewest: int


def _heavy(loads: Mapping[str, "Load"], settings: "Settings") -> _Heavy:
    values = sorted(load.fractional for load in loads.values())
    if not values:
        return _Heavy(0.0, 0.0, settings.load_fewest)
    middle = median(values)
    at = settings.load_quantile * (len(values) - 1)
    below = int(at)
    above = min(below + 1, len(values) - 1)
    quantile = values[below] + (values[above] - values[below]) * (at - below)
    limit = max(quantile, settings.load_ratio * middle)
    return _Heavy(limit, middle, settings.load_fewest)


def _load(load: "Load", heavy: _Heavy) -> Reading | None:
    if load.fractional < heavy.limit - 1e-12 or len(load.requirements) < heavy.fewest:
        return None
    if load.fractional == 0:
        return None
    parts = (
        ("fractional_load", load.fractional),
        ("limit", heavy.limit),
        ("median", heavy.median),
    )
    return Reading("B1", parts, load.rows)


def _rows(refs: Iterable[Ref], load: "Load") -> tuple[Ref, ...]:
    """Give the rows of a unit that hold some of its requirements."""
    wanted = sorted(refs)
    starts = sorted(load.rows)
    found = set()
    for ref in wanted:
        before = [row for row in starts if row.plan == ref.plan and row.ordinal <= ref.ordinal]
        found.add(before[-1])
    return tuple(sorted(found))


def _irreplaceable(load: "Load") -> Reading | None:
    if not load.alone:
        return None
    parts = (
        ("alone", float(len(load.alone))),
        ("share", len(load.alone) / len(load.requirements)),
    )
    return Reading("B2", parts, _rows(load.alone, load))


@dataclass(frozen=True, slots=True)
class _Limits:
    betweenness: float
    constraint: float


def _position_limits(positions: Iterable[Position]) -> _Limits:
    held = list(positions)
    between = [each.betweenness for each in held]
    bound = [each.constraint for each in held if each.constraint is not None]
    if not between:
        return _Limits(0.0, 0.0)
    mean = sum(between) / len(between)
    deviation = (sum((value - mean) ** 2 for value in between) / len(between)) ** 0.5
    return _Limits(mean + 2 * deviation, median(bound) if bound else 0.0)


def _position(position: Position, limits: _Limits, load: "Load") -> Reading | None:
    between = position.betweenness > max(limits.betweenness, 0.0)
    free = position.constraint is not None and position.constraint <= limits.constraint
    if position.removal.pieces < 2 and not (between and free):
        return None
    constraint = position.constraint
    parts = (
        ("pieces", float(position.removal.pieces)),
        ("betweenness", position.betweenness),
        ("constraint", constraint or 0.0),
        ("partners", float(position.partners)),
        ("expected_partners", position.expected_partners),
        ("excess", position.excess),
    )
    return Reading("B3", parts, load.rows)


def _removal(
    position: Position, load: "Load", requirements: int, others: int, share: float
) -> Reading | None:
    orphaned = len(load.orphans) / requirements if requirements else 0.0
    cut_off = position.removal.cut_off / others
    if orphaned < share and cut_off < share:
        return None
    parts = (
        ("orphans", float(len(load.orphans))),
        ("orphaned_share", orphaned),
        ("cut_off", float(position.removal.cut_off)),
        ("pieces", float(position.removal.pieces)),
    )
    return Reading("B4", parts, _rows(load.orphans, load) or load.rows)
