"""The diagnosis of a plan's coordination network: one frozen value with every answer."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .bottlenecks import Position, Reading, readings
from .clusters import Cluster, Grouping, grouping
from .coordinators import Coordinator, coordinators
from .incidence import Incidence, Ref
from .loads import Load, loads
from .projection import Meeting, project, rows_of
from .settings import Settings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .adjacency import Adjacency

    Ints = NDArray[np.int64]


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
    from .adjacency import Adjacency

    chosen = settings or Settings()
    rows = rows_of(incidence, collectives=chosen.collectives)
    meetings = project(rows.values())
    names = incidence.names if chosen.collectives else incidence.units
    network = Adjacency.of(names, meetings)
    position = _positions(network, chosen)
    between = {unit: each.betweenness for unit, each in position.items()}
    bus = coordinators(incidence, rows, between, chosen)
    aside = {each.unit for each in bus}
    rest = network.without(aside)
    whole = grouping(incidence, rows, network, chosen)
    return Diagnosis(
        units=_units(incidence, position, aside, chosen),
        coordinators=bus,
        grouping=grouping(incidence, rows, rest, chosen) if aside else whole,
        with_coordinators=whole,
        pairs=_pairs(incidence, rows, meetings, chosen),
        settings=chosen,
        requirements=len(incidence.duties),
        rows=len(incidence.by_row),
        titles=incidence.titles,
    )


def units_of(incidence: Incidence, settings: Settings | None = None) -> tuple[UnitDiagnosis, ...]:
    """Give the loads and readings of units alone, without clusters and pairs."""
    from .adjacency import Adjacency

    chosen = settings or Settings()
    rows = rows_of(incidence, collectives=chosen.collectives)
    names = incidence.names if chosen.collectives else incidence.units
    network = Adjacency.of(names, project(rows.values()))
    return _units(incidence, _positions(network, chosen), set(), chosen)


def _positions(network: "Adjacency", settings: Settings) -> dict[str, Position]:
    from .betweenness import betweenness
    from .cut_units import removals
    from .position import constraint

    sources = None if len(network) <= settings.exact_betweenness else _sample(network, settings)
    between = betweenness(network, sources).tolist()
    bound = constraint(network).tolist()
    return {
        unit: Position(share, None if value != value else value, removal)  # noqa: PLR0124 — NaN
        for unit, share, value, removal in zip(
            network.nodes, between, bound, removals(network), strict=True
        )
    }


def _sample(network: "Adjacency", settings: Settings) -> "Ints":
    """Choose sources of sampled betweenness: the same for the same network."""
    import numpy as np

    drawn = np.random.default_rng(0).choice(len(network), settings.samples, replace=False)
    return np.sort(drawn)


def _units(
    incidence: Incidence, position: dict[str, Position], aside: set[str], settings: Settings
) -> tuple[UnitDiagnosis, ...]:
    work = loads(incidence, collectives=settings.collectives)
    found = readings(work, position, incidence, settings)
    groups = {tie.unit for tie in incidence.ties if tie.collective}
    units = [
        UnitDiagnosis(
            unit=unit,
            kind="collective" if unit in groups else "unit",
            load=load,
            position=position[unit],
            coordinator=unit in aside,
            readings=found[unit],
        )
        for unit, load in work.items()
    ]
    return tuple(sorted(units, key=lambda each: (-round(each.load.fractional, 9), each.unit)))


def _pairs(
    incidence: Incidence,
    rows: dict[Ref, tuple[str, ...]],
    meetings: dict[tuple[str, str], Meeting],
    settings: Settings,
) -> tuple[Pair, ...]:
    from itertools import combinations

    from .null_model import excesses

    shared: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for row, names in rows.items():
        for pair in combinations(names, 2):
            shared[pair].append(row)
    tests = excesses(
        list(rows.values()), {pair: meeting.count for pair, meeting in meetings.items()}
    )
    found = [
        Pair(
            a=pair[0],
            b=pair[1],
            together=meeting.count,
            expected=tests[pair].expected,
            z=tests[pair].z,
            p=tests[pair].p,
            q=tests[pair].q,
            weight=meeting.weight,
            rows=tuple(sorted(shared[pair])),
            requirements=tuple(
                sorted(duty.ref for row in shared[pair] for duty in incidence.by_row[row])
            ),
            significant=tests[pair].q <= settings.significance,
        )
        for pair, meeting in meetings.items()
    ]
    return tuple(
        sorted(found, key=lambda each: (round(each.p, 12), -each.together, each.a, each.b))
    )
