"""The diagnosis of a plan's coordination network: one frozen value with every answer."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from .bottlenecks import Position, Reading, readings
from .clusters import Cluster, Grouping, grouping, overlapping
from .coordination import Coordination
from .coordinators import Coordinator, coordinators
from .incidence import Incidence, Ref
from .loads import Load, loads
from .projection import Meeting, project
from .settings import Settings
from .single_points import SinglePoint, single_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .adjacency import Adjacency


@dataclass(frozen=True, slots=True)
class UnitDiagnosis:
    """What the plan makes of one unit."""

    unit: str
    kind: str
    """`unit` or `collective`."""
    load: Load
    position: Position
    coordinator: bool
    readings: tuple[Reading, ...]
    """B1 to B4, those that hold."""

    @property
    def bottleneck(self) -> bool:
        """Tell whether B1 holds and one more."""
        codes = [reading.code for reading in self.readings]
        return "B1" in codes and len(codes) > 1

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of its readings."""
        return tuple(reading.code for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two units that stand together, and whether more often than their sizes explain."""

    a: str
    b: str
    together: int
    """Rows that both share."""
    expected: float
    """Rows that they would share by their sizes alone."""
    z: float
    p: float
    q: float
    """p after correction for many pairs (false discovery rate)."""
    weight: float
    rows: tuple[Ref, ...]
    requirements: tuple[Ref, ...]
    significant: bool


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Clusters, bottlenecks and pairs of one or more plans."""

    units: tuple[UnitDiagnosis, ...]
    """The heaviest load first."""
    coordinators: tuple[Coordinator, ...]
    grouping: Grouping
    """Who works together when the coordinators are set aside."""
    with_coordinators: Grouping
    """The same with them, for comparison."""
    pairs: tuple[Pair, ...]
    """The most surprising first."""
    overlapping: tuple[tuple[str, ...], ...]
    """Sets of units that may overlap, coordinators aside; empty unless asked for."""
    single_points: tuple[SinglePoint, ...]
    """Units on whom a section hangs alone."""
    settings: Settings
    requirements: int
    rows: int
    titles: tuple[tuple[str, str], ...]

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """The clusters without the coordinators."""
        return self.grouping.clusters

    @property
    def modularity(self) -> float:
        """Of the clusters without the coordinators."""
        return self.grouping.modularity

    @property
    def stability(self) -> float:
        """Of the clusters without the coordinators."""
        return self.grouping.stability

    @property
    def bottlenecks(self) -> tuple[UnitDiagnosis, ...]:
        """The bottleneck units, the heaviest first."""
        return tuple(unit for unit in self.units if unit.bottleneck)


def diagnose(incidence: Incidence, settings: Settings | None = None) -> Diagnosis:
    """Diagnose an incidence; the same incidence and settings give an equal value each time."""
    found = Coordination.of(incidence, settings or Settings())
    bus = _bus(incidence, found)
    aside = {each.unit for each in bus}
    whole = grouping(incidence, found.rows, found.network, found.settings)
    units = _units(incidence, found, aside)
    rest = found.network.without(aside)
    return Diagnosis(
        units=units,
        coordinators=bus,
        grouping=grouping(
            incidence,
            found.rows,
            rest,
            found.settings,
            [variant.without(aside) for variant in _variants(incidence, found)],
        ),
        with_coordinators=whole,
        pairs=_pairs(incidence, found),
        overlapping=overlapping(rest) if found.settings.overlapping else (),
        single_points=single_points(incidence, {each.unit: each.load for each in units}),
        settings=found.settings,
        requirements=len(incidence.duties),
        rows=len(incidence.by_row),
        titles=incidence.titles,
    )


def units_of(incidence: Incidence, settings: Settings | None = None) -> tuple[UnitDiagnosis, ...]:
    """Give the units alone, without clusters and pairs."""
    found = Coordination.of(incidence, settings or Settings())
    return _units(incidence, found, {each.unit for each in _bus(incidence, found)})


def _bus(incidence: Incidence, found: Coordination) -> tuple[Coordinator, ...]:
    between = {unit: each.betweenness for unit, each in found.positions.items()}
    return coordinators(incidence, found.rows, between, found.settings)


def _variants(incidence: Incidence, found: Coordination) -> "Iterator[Adjacency]":
    """Give the network with ties weighed otherwise: by rows, by requirements, by surprise."""
    import numpy as np

    held = {row: len(duties) for row, duties in incidence.by_row.items()}
    by_requirement = project(names for row, names in found.rows.items() for _ in range(held[row]))
    pairs = list(found.meetings)
    surprising = [found.meetings[pair].count > found.excesses[pair].expected for pair in pairs]
    for weights in (
        [float(found.meetings[pair].count) for pair in pairs],
        [by_requirement[pair].weight for pair in pairs],
        [found.meetings[pair].weight * told for pair, told in zip(pairs, surprising, strict=True)],
    ):
        yield found.network.weighed(np.array(weights, dtype=np.float64))


def _units(incidence: Incidence, found: Coordination, aside: set[str]) -> tuple[UnitDiagnosis, ...]:
    work = loads(incidence, collectives=found.settings.collectives)
    told = readings(work, found.positions, incidence, found.settings)
    groups = {tie.unit for tie in incidence.ties if tie.collective}
    units = [
        UnitDiagnosis(
            unit=unit,
            kind="collective" if unit in groups else "unit",
            load=load,
            position=found.positions[unit],
            coordinator=unit in aside,
            readings=told[unit],
        )
        for unit, load in work.items()
    ]
    return tuple(sorted(units, key=lambda each: (-round(each.load.fractional, 9), each.unit)))


def _pairs(incidence: Incidence, found: Coordination) -> tuple[Pair, ...]:
    shared: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for row, names in found.rows.items():
        for pair in combinations(names, 2):
            shared[pair].append(row)
    pairs = [
        _pair(incidence, pair, meeting, found, sorted(shared[pair]))
        for pair, meeting in found.meetings.items()
    ]
    return tuple(
        sorted(pairs, key=lambda each: (round(each.p, 12), -each.together, each.a, each.b))
    )


def _pair(
    incidence: Incidence,
    pair: tuple[str, str],
    meeting: Meeting,
    found: Coordination,
    rows: list[Ref],
) -> Pair:
    test = found.excesses[pair]
    return Pair(
        a=pair[0],
        b=pair[1],
        together=meeting.count,
        expected=test.expected,
        z=test.z,
        p=test.p,
        q=test.q,
        weight=meeting.weight,
        rows=tuple(rows),
        requirements=tuple(duty.ref for row in rows for duty in incidence.by_row[row]),
        significant=test.q <= found.settings.significance,
    )
