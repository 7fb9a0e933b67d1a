"""The register as values: units with their names, within whom those names hold, and since when."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ..plan import Assignment, Plan
from ..triples.iris import folded


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit: the name to know it by, and what else is known of it."""

    name: str
    aliases: tuple[str, ...] = ()
    scope: str | None = None
    """The issuer in whose plans the names hold; `None` for names that hold in every plan."""
    parent: str | None = None
    kind: str | None = None
    """A code of the list unit-kind, such as `public-body`."""
    since: int | None = None
    """The first year of the name."""
    until: int | None = None
    """The last year of the name."""
    before: tuple[str, ...] = ()
    """The names of the units that it came from. They are other units, never aliases."""

    def holds(self, issuer: str | None, year: int | None) -> bool:
        """Tell whether the names hold in a plan of that issuer and year."""
        if self.scope is not None and (issuer is None or folded(self.scope) != folded(issuer)):
            return False
        if year is None:
            return True
        return (self.since or year) <= year <= (self.until or year)


@dataclass(frozen=True)
class Register:
    """Who is who, as far as a person has said so.

    A name that holds for one issuer says nothing about the same name at another.

    >>> register = Register((Entry("宣传部", ("宣传科",), scope="甲县公安局"),))
    >>> register.canonical("宣传科", "甲县公安局"), register.canonical("宣传科", "乙县公安局")
    ('宣传部', '宣传科')
    """

    entries: tuple[Entry, ...] = ()

    def find(self, name: str, issuer: str | None = None, year: int | None = None) -> Entry | None:
        """Give the unit that a name stands for in a plan; an issuer's own entry goes first."""
        held = [entry for entry in self._by_name.get(folded(name), ()) if entry.holds(issuer, year)]
        return min(held, key=lambda entry: entry.scope is None, default=None)

    def canonical(self, name: str, issuer: str | None = None, year: int | None = None) -> str:
        """Give the name to know a unit by; a name that is not registered stays as it is."""
        found = self.find(name, issuer, year)
        return found.name if found else name

    def successors(self, name: str) -> tuple[Entry, ...]:
        """Give the units that came from a unit of that name."""
        wanted = folded(name)
        return tuple(e for e in self.entries if wanted in map(folded, e.before))

    def clashes(self) -> Iterator[tuple[str, Entry, Entry]]:
        """Give each name that would stand for two units in one plan."""
        for name, entries in self._by_name.items():
            for at, one in enumerate(entries):
                for other in entries[at + 1 :]:
                    if one.scope == other.scope and _overlap(one, other):
                        yield name, one, other

    @cached_property
    def _by_name(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            for name in dict.fromkeys(map(folded, (entry.name, *entry.aliases))):
                found[name] = (*found.get(name, ()), entry)
        return found


def applied(plan: Plan, register: Register) -> Plan:
    """Give the plan with registered names as the full names of its units; nothing else changes."""

    def known(assignment: Assignment) -> Assignment:
        if assignment.person:
            return assignment
        for name in (assignment.unit, assignment.name):
            entry = register.find(name, plan.issuer, plan.year)
            if entry is not None:
                return replace(assignment, full_name=_unless_same(entry.name, assignment.unit))
        return assignment

    rows = tuple(replace(row, assignments=tuple(map(known, row.assignments))) for row in plan.rows)
    return replace(plan, rows=rows)


def _unless_same(name: str, printed: str) -> str | None:
    return None if name == printed else name


def _overlap(one: Entry, other: Entry) -> bool:
    first = max(one.since or 0, other.since or 0)
    last = min(one.until or 9999, other.until or 9999)
    return first <= last
