"""The units through which everything passes: set aside before clusters are sought.

The idea of a bus beside the modules is Wilschut's (2017); the thresholds are ours.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from .incidence import Incidence, Ref
from .settings import Settings

FEWEST_ROWS = 4


@dataclass(frozen=True, slots=True)
class Coordinator:
    """A unit that stands with most others."""

    unit: str
    share: float
    """Share of rows in which it stands, in the plan where that is largest."""
    reach: float
    """Share of the other units of that plan that it meets."""
    plans: int
    """Plans in which it coordinates."""


def coordinators(
    incidence: Incidence,
    rows: dict[Ref, tuple[str, ...]],
    betweenness: dict[str, float],
    settings: Settings,
) -> tuple[Coordinator, ...]:
    """Find the coordinators of each plan, those of most plans and largest share first."""
    by_plan: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    total = Counter(row.plan for row in incidence.by_row)
    for row, names in rows.items():
        by_plan[row.plan].append(names)
    central = _central(betweenness, settings)
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for plan, members in by_plan.items():
        if total[plan] < FEWEST_ROWS:
            continue
        for unit, (held, reach) in _spread(members).items():
            share = held / total[plan]
            if reach >= settings.bus_reach and (share >= settings.bus_share or unit in central):
                found[unit].append((share, reach))
    chosen = [Coordinator(unit, *max(each), len(each)) for unit, each in found.items()]
    return tuple(sorted(chosen, key=lambda each: (-each.plans, -each.share, each.unit)))


def _spread(rows: list[tuple[str, ...]]) -> dict[str, tuple[int, float]]:
    """Give for each unit of a plan the rows in which it stands and the share of others it meets."""
    held: Counter[str] = Counter()
    met: dict[str, set[str]] = defaultdict(set)
    for names in rows:
        held.update(names)
        for name in names:
            met[name].update(names)
    others = max(len(held) - 1, 1)
    return {unit: (held[unit], (len(met[unit]) - 1) / others) for unit in sorted(held)}


def _central(betweenness: dict[str, float], settings: Settings) -> set[str]:
    values = list(betweenness.values())
    if not values:
        return set()
    mean = sum(values) / len(values)
    deviation = (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5
    limit = mean + settings.bus_spread * deviation
    return {unit for unit, value in betweenness.items() if value > limit}
