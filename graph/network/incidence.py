"""Who stands on which requirement, in which role: the two-mode data under every network measure.

`gathering` takes it from a store, `plan_incidence` from the values of plans; both are equal.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from ..codes import OWNING_ROLES, Role
from ..span import Span

ROLE_WEIGHT = {Role.LEAD: 1.0, Role.RESPONSIBLE: 1.0, Role.SUPPORT: 0.5}
"""What a role counts in a load; other roles count nothing."""


BRACKETS = "（()）〔〕[]．.、 "
"""Stand around printed numbers and say nothing when the number is quoted."""


def bare_number(printed: str) -> str:
    """Give a printed number as it is quoted.

    >>> bare_number("（九）")
    '九'
    """
    return printed.strip(BRACKETS)


class Ref(NamedTuple):
    """Points at one requirement or row; sorts in the order of the plan."""

    plan: str
    """The key of the plan."""
    ordinal: int
    """Its place in the plan, from 1; for a row, the place of its first requirement."""
    id: str
    """As in `graph.plan`: `r7`, `row5`."""
    number: str
    """The printed number without its brackets; for a row, those of its requirements; the id where
    none is printed."""


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """One name on one requirement, as stated."""

    plan: str
    row: str
    requirement: str
    unit: str
    role: Role
    position: int
    """Place in the cell, from 1."""
    collective: bool = False
    person: bool = False
    scope: str = ""
    """Whose name it is: the issuer, else the title of the plan. The same short name in two
    scopes is two units."""

    @property
    def named(self) -> bool:
        """Tell whether it names one unit: neither a collective nor a person."""
        return not (self.collective or self.person)

    @property
    def own_name(self) -> str:
        """The name as its own plan has it, without the scope that tells it from others."""
        return self.unit.removesuffix(f"（{self.scope}）")

    @property
    def owns(self) -> bool:
        """Tell whether the role makes an owner."""
        return self.role in OWNING_ROLES


@dataclass(frozen=True, slots=True, order=True)
class Duty:
    """A requirement as the networks see it."""

    plan: str
    ordinal: int
    id: str
    number: str
    row: str
    text: str
    section: str = ""
    """The heading of its section; empty when there is none."""
    task: str = ""
    """The heading of its task; empty when there is none."""
    regulations: tuple[str, ...] = ()
    """Numbers, else titles, of the documents that it cites; sorted."""
    span: Span | None = field(default=None, compare=False)
    """Where it stands in the source; equality is about the words alone."""

    @property
    def ref(self) -> Ref:
        """Point at the requirement."""
        return Ref(self.plan, self.ordinal, self.id, bare_number(self.number) or self.id)


@dataclass(frozen=True)
class Incidence:
    """All ties of one or more plans, sorted; a requirement that nobody holds has no tie."""

    duties: tuple[Duty, ...]
    ties: tuple[Tie, ...]
    titles: tuple[tuple[str, str], ...] = ()
    """Key and title of each plan, sorted by key."""
    preamble: tuple[tuple[str, str], ...] = ()
    """Key of a plan and a document that it cites outside its requirements, sorted."""

    @classmethod
    def of(
        cls,
        duties: Iterable[Duty],
        ties: Iterable[Tie],
        titles: Iterable[tuple[str, str]] = (),
        preamble: Iterable[tuple[str, str]] = (),
    ) -> "Incidence":
        """Sort what was gathered and tell apart units of different scopes with one name."""
        return cls(
            tuple(sorted(set(duties))),
            told_apart(tuple(sorted(set(ties)))),
            tuple(sorted(set(titles))),
            tuple(sorted(set(preamble))),
        )

    @cached_property
    def by_requirement(self) -> dict[tuple[str, str], tuple[Tie, ...]]:
        """Ties by plan and requirement id, in the order of the cell; empty for nobody."""
        found: dict[tuple[str, str], list[Tie]] = {(duty.plan, duty.id): [] for duty in self.duties}
        for tie in self.ties:
            found[tie.plan, tie.requirement].append(tie)
        return {
            key: tuple(sorted(ties, key=lambda tie: tie.position)) for key, ties in found.items()
        }

    @cached_property
    def by_row(self) -> dict[Ref, tuple[Duty, ...]]:
        """Requirements by their row, in the order of the plan."""
        rows: dict[tuple[str, str], list[Duty]] = defaultdict(list)
        for duty in self.duties:
            rows[duty.plan, duty.row].append(duty)
        return {
            Ref(plan, held[0].ordinal, row, _numbers(held)): tuple(held)
            for (plan, row), held in rows.items()
        }

    @cached_property
    def units(self) -> tuple[str, ...]:
        """Names of single units, sorted."""
        return tuple(sorted({tie.unit for tie in self.ties if tie.named}))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of units and collectives, sorted."""
        return tuple(sorted({tie.unit for tie in self.ties if not tie.person}))

    def members(self, row: Ref, *, collectives: bool = False) -> tuple[str, ...]:
        """Names in a row, sorted; collectives only when asked for, persons never."""
        first = self.by_row[row][0]
        return tuple(
            sorted(
                {
                    tie.unit
                    for tie in self.by_requirement[first.plan, first.id]
                    if tie.named or (collectives and tie.collective)
                }
            )
        )


def told_apart(ties: tuple[Tie, ...]) -> tuple[Tie, ...]:
    """Add the scope to names that several scopes use: 办公室（甲市公安局）."""
    scopes: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        scopes[tie.unit].add(tie.scope)
    shared = {unit for unit, found in scopes.items() if len(found) > 1}
    if not shared:
        return ties
    return tuple(
        sorted(
            replace(tie, unit=f"{tie.unit}（{tie.scope}）") if tie.unit in shared else tie
            for tie in ties
        )
    )


def _numbers(duties: list[Duty]) -> str:
    numbers = [bare_number(duty.number) or duty.id for duty in duties]
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
