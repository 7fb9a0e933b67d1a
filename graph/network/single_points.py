"""Units on whom one section of a plan hangs alone."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .incidence import Incidence, Ref

if TYPE_CHECKING:
    from .loads import Load

FEWEST = 2
SHARE = 0.5


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """A unit without which at least half of a section has no named owner."""

    plan: str
    section: str
    unit: str
    requirements: tuple[Ref, ...]
    """Those of the section that would be left without one; two or more."""
    share: float
    """Their share of the section."""


def single_points(incidence: Incidence, loads: Mapping[str, "Load"]) -> tuple[SinglePoint, ...]:
    """Find the single points of failure, section by section in the order of the plans."""
    section_of = {duty.ref: duty.section for duty in incidence.duties}
    size = Counter((duty.plan, duty.section) for duty in incidence.duties)
    hanging: dict[tuple[str, str, str], list[Ref]] = defaultdict(list)
    for load in loads.values():
        for ref in load.orphans:
            if section_of[ref]:
                hanging[ref.plan, section_of[ref], load.unit].append(ref)
    found = [
        SinglePoint(plan, section, unit, tuple(refs), len(refs) / size[plan, section])
        for (plan, section, unit), refs in hanging.items()
        if len(refs) >= max(FEWEST, SHARE * size[plan, section])
    ]
    return tuple(sorted(found, key=lambda each: each.requirements))
