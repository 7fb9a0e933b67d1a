"""What each unit of a plan holds, counted from the plan alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from ..graph.codes import OWNING_ROLES, Role

if TYPE_CHECKING:
    from ..graph.plan import Plan


@dataclass(frozen=True, slots=True)
class Standing:
    """One name in the unit cells of a plan, with the requirements that it stands on."""

    name: str
    collective: bool
    held: tuple[tuple[str, Role], ...]
    """Requirement ids with the unit's role, in document order; each requirement once."""

    @property
    def load(self) -> int:
        """How many requirements the unit stands on, in any role."""
        return len(self.held)

    def in_role(self, role: Role) -> tuple[str, ...]:
        """Give the requirements that the unit holds in one role."""
        return tuple(requirement for requirement, held in self.held if held is role)

    @property
    def owned(self) -> tuple[str, ...]:
        """Give the requirements that the unit leads or answers for."""
        return tuple(requirement for requirement, role in self.held if role in OWNING_ROLES)


def standings(plan: "Plan") -> tuple[Standing, ...]:
    """Give the units of a plan, heaviest load first, its collectives after all units.

    Persons are left out. Equal loads keep the order of first mention.
    """
    held: dict[str, dict[str, Role]] = {name: {} for name in plan.names}
    for requirement, assignment in plan.pairs():
        if not assignment.person:
            held[assignment.name].setdefault(requirement.id, assignment.role)
    collectives = {a.name for row in plan.rows for a in row.assignments if a.collective}
    found = [
        Standing(name, name in collectives, tuple(duties.items())) for name, duties in held.items()
    ]
    return tuple(sorted(found, key=lambda unit: (unit.collective, -unit.load)))


def shared(units: Sequence[Standing]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Give the requirements that each pair of names shares; most first, then as `units` stand."""
    holders: dict[str, list[str]] = {}
    for unit in units:
        for requirement, _ in unit.held:
            holders.setdefault(requirement, []).append(unit.name)
    common: dict[tuple[str, str], list[str]] = {}
    for requirement, names in holders.items():
        for pair in combinations(names, 2):
            common.setdefault(pair, []).append(requirement)
    rank = {unit.name: place for place, unit in enumerate(units)}
    ordered = sorted(common, key=lambda pair: (-len(common[pair]), rank[pair[0]], rank[pair[1]]))
    return {pair: tuple(common[pair]) for pair in ordered}
