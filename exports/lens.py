"""One plan seen through the values of `graph.network`: its own names, its own requirements.

Units, groups and pairs are those of the plan by itself; what the rules of ownership say of all
plans at once is sorted by plan, once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from ..graph.triples.iris import plan_iri
from .labels import labels

if TYPE_CHECKING:
    from ..graph.network.diagnosis import Diagnosis
    from ..graph.network.incidence import Ref
    from ..graph.network.ownership import Finding as Gap
    from ..graph.network.ownership import Habit, Ownership
    from ..graph.plan import Plan

Item = TypeVar("Item")


class Evidence:
    """Diagnosis and ownership of some plans, by the key of the plan."""

    def __init__(self, diagnoses: "Mapping[str, Diagnosis]", ownership: "Ownership") -> None:
        self.diagnoses = diagnoses
        self.gaps: dict[str, list[Gap]] = _by_plan(ownership.findings, lambda gap: (gap.ref,))
        self.habits: dict[str, list[Habit]] = defaultdict(list)
        for habit in ownership.habits:
            self.habits[habit.plan].append(habit)


def _by_plan(
    items: Iterable[Item], refs: "Callable[[Item], Iterable[Ref]]"
) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(ref.plan for ref in refs(item)):
            found[key].append(item)
    return found


class Lens:
    """One plan: what the evidence says of it, by the plan's own names and ids."""

    def __init__(self, plan: "Plan", evidence: Evidence) -> None:
        self.plan = plan
        key = plan_iri(plan).rpartition("/")[2]
        found = evidence.diagnoses.get(key)
        self.units = found.units if found else ()
        self.clusters = found.clusters if found else ()
        self.pairs = found.pairs if found else ()
        self.gaps = evidence.gaps.get(key, [])
        """What the rules of under-ownership say, habits too, in the order of the plan."""
        self.habits = evidence.habits.get(key, [])
        self.key = key
        self._habitual = {habit.code for habit in self.habits}
        # Where several offices use a short name, the network adds whose name it is.
        scope = plan.issuer or plan.title
        self._names = {f"{name}（{scope}）": name for name in plan.names}
        self._names |= {name: name for name in plan.names}
        self._labels = labels(plan)
        self._order = {requirement.id: n for n, requirement in enumerate(plan.requirements)}

    def name(self, unit: str) -> str | None:
        """Give the plan's own name of a unit; `None` when the plan does not name it."""
        return self._names.get(unit)

    def names(self, units: Iterable[str]) -> tuple[str, ...]:
        """Give the plan's own names of those units that it names."""
        return tuple(name for unit in units if (name := self.name(unit)) is not None)

    def number(self, requirement: str) -> str:
        """Give the short name of a requirement: its printed number where that is enough."""
        return self._labels[requirement]

    def ids(self, refs: "Iterable[Ref]") -> tuple[str, ...]:
        """Give the ids of this plan's requirements among references, in document order."""
        own = {ref.id for ref in refs if ref.plan == self.key and ref.id in self._order}
        return tuple(sorted(own, key=self._order.__getitem__))

    def is_habit(self, gap: "Gap") -> bool:
        """Tell whether a gap is one of a habit of the plan."""
        return gap.code in self._habitual
