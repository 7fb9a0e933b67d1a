"""The same over many plans: who coordinates in how many, and how like two divisions are."""

from collections import defaultdict
from dataclasses import dataclass

from .apart import plans_of
from .diagnosis import units_of
from .incidence import Incidence, Tie
from .likeness import Likeness, likenesses
from .settings import Settings


@dataclass(frozen=True, slots=True)
class Standing:
    """One unit over all plans."""

    unit: str
    plans: tuple[str, ...]
    """Titles of the plans that name it."""
    coordinates_in: tuple[str, ...]
    bottleneck_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """How one plan divides its work."""

    plan: str
    """Its title."""
    requirements: int
    units: int
    names_per_row: float
    coordinators: tuple[str, ...]
    no_lead: float
    """Share of requirements with several names and no lead among them."""
    collectives: float
    """Share of requirements on which a collective stands."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What many plans show together."""

    standings: tuple[Standing, ...]
    """Those that coordinate in most plans first, then those that are bottlenecks in most."""
    divisions: tuple[Division, ...]
    likenesses: tuple[Likeness, ...]
    """The most alike first, at most a thousand; pairs without a common name are left out."""


def across(incidence: Incidence, settings: Settings | None = None) -> Corpus:
    """Diagnose each plan of an incidence by itself and hold the answers beside each other."""
    chosen = settings or Settings()
    title = dict(incidence.titles)
    named: dict[str, list[str]] = defaultdict(list)
    central: dict[str, list[str]] = defaultdict(list)
    narrow: dict[str, list[str]] = defaultdict(list)
    divisions, loads = [], []
    for key, plan in plans_of(incidence):
        readings = units_of(plan, chosen)
        for unit in readings:
            named[unit.unit].append(title[key])
            if unit.bottleneck:
                narrow[unit.unit].append(title[key])
            if unit.coordinator:
                central[unit.unit].append(title[key])
        bus = tuple(unit.unit for unit in readings if unit.coordinator)
        divisions.append(_division(plan, title[key], bus))
        bare = _bare_names(plan.ties)
        loads.append((title[key], {bare[u.unit]: u.load.fractional for u in readings}))
    standings = [
        Standing(unit, tuple(plans), tuple(central[unit]), tuple(narrow[unit]))
        for unit, plans in named.items()
    ]
    return Corpus(
        tuple(sorted(standings, key=_rank)),
        tuple(divisions),
        likenesses(loads),
    )


def _rank(standing: Standing) -> tuple[int, int, int, str]:
    return (
        -len(standing.coordinates_in),
        -len(standing.bottleneck_in),
        -len(standing.plans),
        standing.unit,
    )


def _division(plan: Incidence, title: str, bus: tuple[str, ...]) -> Division:
    total = len(plan.duties) or 1
    cells = [plan.by_requirement[duty.plan, duty.id] for duty in plan.duties]
    rows = [len(plan.members(row, collectives=True)) for row in plan.by_row]
    return Division(
        plan=title,
        requirements=len(plan.duties),
        units=len(plan.units),
        names_per_row=sum(rows) / (len(rows) or 1),
        coordinators=bus,
        no_lead=sum(_undistinguished(ties) for ties in cells) / total,
        collectives=sum(any(tie.collective for tie in ties) for ties in cells) / total,
    )


def _undistinguished(ties: tuple[Tie, ...]) -> bool:
    owners = [tie for tie in ties if tie.owns]
    return len(owners) > 1 and all(tie.role != "lead" for tie in owners)


def _bare_names(ties: tuple[Tie, ...]) -> dict[str, str]:
    return {tie.unit: tie.unit.removesuffix(f"（{tie.scope}）") for tie in ties}
