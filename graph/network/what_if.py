"""What a change would do: before and after, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from .changes import Change, apply
from .diagnosis import Diagnosis, diagnose
from .incidence import Incidence, Ref
from .settings import Settings


@dataclass(frozen=True, slots=True)
class Shift:
    """The load of one unit before and after; 0 where it does not exist."""

    unit: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one or more changes would do."""

    changes: tuple[Change, ...]
    before: Diagnosis
    after: Diagnosis
    orphaned: tuple[Ref, ...]
    """Requirements that had a named owner and would have none."""
    waiting: tuple[Ref, ...]
    """What only the overloaded units could go on with."""
    shifts: tuple[Shift, ...]
    """Units whose fractional load changes, the largest change first."""
    pieces: tuple[int, int]
    """Separate parts of the network of units, before and after."""
    cut_off: tuple[str, ...]
    """Units that met others before and would meet nobody."""

    @property
    def new_bottlenecks(self) -> tuple[str, ...]:
        """Units that would become bottlenecks."""
        old = {unit.unit for unit in self.before.bottlenecks}
        return tuple(u.unit for u in self.after.bottlenecks if u.unit not in old)

    @property
    def new_coordinators(self) -> tuple[str, ...]:
        """Units that would become coordinators."""
        old = {each.unit for each in self.before.coordinators}
        return tuple(c.unit for c in self.after.coordinators if c.unit not in old)


def what_if(
    incidence: Incidence, changes: Iterable[Change], settings: Settings | None = None
) -> Outcome:
    """Think changes through, one after the other, over all the plans of the incidence.

    Raises `UsageError` for a unit that is not there.
    """
    made = tuple(changes)
    changed = incidence
    for change in made:
        changed = apply(change, changed)
    before, after = diagnose(incidence, settings), diagnose(changed, settings)
    overloaded = {unit for each in made if each.kind == "overload" for unit in each.units}
    return Outcome(
        changes=made,
        before=before,
        after=after,
        orphaned=tuple(sorted(_owned(incidence) - _owned(changed))),
        waiting=tuple(
            sorted(ref for u in after.units if u.unit in overloaded for ref in u.load.orphans)
        ),
        shifts=_shifts(before, after),
        pieces=(_pieces(before), _pieces(after)),
        cut_off=tuple(sorted(_meeting(before) & (_all(after) - _meeting(after)))),
    )


def _owned(incidence: Incidence) -> set[Ref]:
    return {
        duty.ref
        for duty in incidence.duties
        if any(t.named and t.owns for t in incidence.by_requirement[duty.plan, duty.id])
    }


def _shifts(before: Diagnosis, after: Diagnosis) -> tuple[Shift, ...]:
    old = {unit.unit: unit.load.fractional for unit in before.units}
    new = {unit.unit: unit.load.fractional for unit in after.units}
    shifts = [
        Shift(unit, old.get(unit, 0.0), new.get(unit, 0.0))
        for unit in sorted(old.keys() | new.keys())
    ]
    moved = [shift for shift in shifts if abs(shift.after - shift.before) > 1e-9]
    return tuple(sorted(moved, key=lambda s: (-round(abs(s.after - s.before), 9), s.unit)))


def _all(diagnosis: Diagnosis) -> set[str]:
    return {unit.unit for unit in diagnosis.units}


def _meeting(diagnosis: Diagnosis) -> set[str]:
    return {unit.unit for unit in diagnosis.units if unit.position.partners}


def _pieces(diagnosis: Diagnosis) -> int:
    """Count the connected parts, a unit that meets nobody being one."""
    above = {unit: unit for unit in _all(diagnosis)}

    def top(unit: str) -> str:
        while above[unit] != unit:
            above[unit] = above[above[unit]]
            unit = above[unit]
        return unit

    for pair in diagnosis.pairs:
        above[top(pair.a)] = top(pair.b)
    return sum(above[unit] == unit for unit in above)
