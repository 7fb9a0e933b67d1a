"""The ledger's sheets about units: all of them, each by itself, and in pairs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..graph.codes import Role
from ..ontology.messages import say
from .ledger_parts import Part, Words
from .ledger_sheets import Column, Link, Sheet, Value, trimmed
from .schedule import first_due
from .standing import Standing

if TYPE_CHECKING:
    from ..graph.plan import Requirement

COUNTED = (Role.LEAD, Role.RESPONSIBLE, Role.SUPPORT)
"""The roles that every list of units counts; others where a plan has them."""
MOST_PAIRS = 5000
"""So many pairs are listed, those that share most first."""


def units_sheet(parts: Sequence[Part], words: Words, linked: set[str]) -> Sheet:
    """Give one line a unit; those in `linked` lead to sheets of their own."""
    others = [role for role in Role if role not in COUNTED and any(p.has(role) for p in parts)]
    columns = (
        *words.plan_column(),
        words.column("unit", 30),
        words.column("kind", 10, centred=True),
        words.column("load", 14, kind="bar"),
        words.column("lead", 8, centred=True),
        words.column("responsible", 8, centred=True),
        words.column("support", 8, centred=True),
        *(Column(say(f"codes.role-{role.value}", words.lang), 8, centred=True) for role in others),
        words.column("split", 14, kind="bar"),
        words.column("alone", 10, centred=True),
        words.column("partners", 10, centred=True),
        words.column("orphans", 12, centred=True),
        words.column("readings", 36),
    )
    roles = (*COUNTED, *others)
    rows = tuple(
        _unit_row(part, unit, words, linked, roles) for part in parts for unit in part.units
    )
    return Sheet(words.say("sheet-units"), words.say("title-units"), columns, rows, wide=False)


def _unit_row(
    part: Part, unit: Standing, words: Words, linked: set[str], roles: Sequence[Role]
) -> tuple[Value, ...]:
    figures = part.figures.get(unit.name)
    alone = sum(
        len({a.name for a in part.plan.assignments(part.requirements[one])}) == 1
        for one in unit.owned
    )
    told: tuple[Value, Value, str] = (None, None, "")
    if figures is not None:
        told = (
            round(figures.load.fractional, 2),
            len(part.lens.ids(figures.load.orphans)),
            part.joined([say(f"atlas.reading-{code}", part.lang) for code in figures.codes]),
        )
    return (
        *words.plan_value(part),
        Link(part.key(unit), unit.name) if part.key(unit) in linked else unit.name,
        words.say("collective" if unit.collective else "unit"),
        unit.load,
        *(len(unit.in_role(role)) for role in roles),
        told[0],
        alone,
        part.partners[unit.name],
        *told[1:],
    )


def unit_sheet(part: Part, unit: Standing, words: Words) -> Sheet:
    """Give the sheet of one unit."""
    columns = (
        words.column("number", 6, centred=True),
        words.column("task", 24, optional=True),
        words.column("requirement", 62),
        words.column("role", 12, centred=True),
        words.column("others", 26),
        words.column("timing", 20),
        words.due_column(),
        words.progress_column(),
        words.column("remark", 16),
    )
    rows = tuple(
        _duty_row(part, part.requirements[one], unit.name, role, words) for one, role in unit.held
    )
    title = words.say("title-unit", unit=unit.name, n=unit.load)
    if words.several:
        title = f"{title} · {part.title}"
    sheet = Sheet(unit.name, title, columns, rows, key=part.key(unit), wide=False, frozen=1)
    return trimmed(sheet)


def _duty_row(
    part: Part, requirement: "Requirement", unit: str, role: Role, words: Words
) -> tuple[Value, ...]:
    section, task = part.heading(requirement)
    others = [a.name for a in part.plan.assignments(requirement) if a.name != unit]
    return (
        part.lens.number(requirement.id),
        task or section,
        requirement.text,
        say(f"codes.role-{role.value}", part.lang),
        part.joined(others),
        part.timing(requirement),
        first_due(requirement),
        "",
        requirement.remark or "",
    )


def pairs_sheet(parts: Sequence[Part], words: Words) -> Sheet:
    """Give one line a pair of names that share a requirement."""
    columns = (
        *words.plan_column(),
        words.column("one", 28),
        words.column("other", 28),
        words.column("together", 14, kind="bar"),
        words.column("numbers", 60),
    )
    rows: list[tuple[Value, ...]] = [
        (
            *words.plan_value(part),
            *pair,
            len(both),
            part.joined([part.lens.number(one) for one in part.in_order(both)]),
        )
        for part in parts
        for pair, both in part.pairs.items()
    ]
    title = words.say("title-pairs")
    if len(rows) > MOST_PAIRS:
        title = words.say("title-pairs-cut", n=MOST_PAIRS, total=len(rows))
    return Sheet(words.say("sheet-pairs"), title, columns, tuple(rows[:MOST_PAIRS]), wide=False)
