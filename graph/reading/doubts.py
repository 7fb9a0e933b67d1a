"""What was doubtful in a reading: where, and why."""

from collections.abc import Iterator, Sequence

from ..lexicon.folding import fold
from ..plan import Assignment, Doubt, Plan, Role, Row
from .layout import Reading
from .lists.statements import stated_twice
from .lists.units import LONGEST_LIST
from .names.lead_rules import LeadRule
from .names.person_names import is_odd_person
from .names.run_together import reads_odd
from .text.pieces import MOST_FACTS
from .times.serials import counted_day
from .times.unread_days import unread_days

_UNSURE_LAYOUT = 0.7
_UNSURE_NAME = 0.85


def doubts_of(plan: Plan, reading: Reading, rule: LeadRule | None) -> tuple[Doubt, ...]:
    """Give the doubts of a plan, in document order within each kind."""
    return (
        *plan.doubts,
        *_layout(plan),
        *_rule(rule),
        *_implied(plan),
        *_too_long(reading),
        *_stated_twice(reading),
        *_too_many(plan),
        *_counted(plan),
        *unread_days(plan, reading),
        *_persons(plan),
        *_rows(plan, reading),
    )


def _layout(plan: Plan) -> Iterator[Doubt]:
    if plan.source.layout_score < _UNSURE_LAYOUT:
        score = f"{plan.source.layout_score:.0%}"
        yield Doubt("reading.unsure-layout", values=(("score", score),))


def _rule(rule: LeadRule | None) -> Iterator[Doubt]:
    if rule is not None:
        yield Doubt("reading.lead-rule", rule.place.span, (("rule", rule.place.text),))


def _too_long(reading: Reading) -> Iterator[Doubt]:
    for owners in (owners for entry in reading.entries for owners in entry.owners):
        if len(owners.piece.text) > LONGEST_LIST:
            n = str(len(owners.piece.text))
            yield Doubt("reading.list-too-long", owners.piece.span, (("n", n),))


def _too_many(plan: Plan) -> Iterator[Doubt]:
    """Say where so much is told of one requirement that the rest of its text was not read."""
    for requirement in plan.requirements:
        told = (requirement.timing, requirement.citations, requirement.actors)
        if max(map(len, told)) >= MOST_FACTS:
            values = (("number", requirement.number or requirement.id), ("n", str(MOST_FACTS)))
            yield Doubt("reading.too-many-facts", requirement.span, values)


def _counted(plan: Plan) -> Iterator[Doubt]:
    """Say where days were told by the number under which a spreadsheet keeps them."""
    told = (timing for requirement in plan.requirements for timing in requirement.timing)
    places = {timing.span: timing for timing in told if counted_day(fold(timing.raw))}
    if places:
        first = next(iter(places.values()))
        values = (("n", str(len(places))), ("number", first.raw), ("date", first.date or ""))
        yield Doubt("reading.counted-day", first.span, values)


def _stated_twice(reading: Reading) -> Iterator[Doubt]:
    for entry in reading.entries:
        if stated_twice(entry.owners):
            numbers = "、".join(item.number for item in entry.items if item.number)
            place = next(one.piece.span for one in entry.owners if not one.stated)
            yield Doubt("reading.stated-twice", place, (("numbers", numbers),))


def _implied(plan: Plan) -> Iterator[Doubt]:
    for implied in plan.implied:
        yield Doubt("reading.implied", implied.span, (("name", implied.unit),))


def _persons(plan: Plan) -> Iterator[Doubt]:
    """Say once who was taken for a person because of a surname, or of the column, alone."""
    told = (one for row in plan.rows for one in row.assignments)
    unsure = [one for one in told if one.person and one.confidence <= _UNSURE_NAME]
    odd = [one for one in unsure if is_odd_person(fold(one.unit))]
    yield from _named("reading.unsure-person", [one for one in unsure if one not in odd])
    yield from _named("reading.odd-person", odd)


def _named(code: str, unsure: Sequence[Assignment]) -> Iterator[Doubt]:
    if unsure:
        names = list(dict.fromkeys(one.unit for one in unsure))
        more = "……" if len(names) > _MOST_NAMED else ""
        values = (("names", "、".join(names[:_MOST_NAMED]) + more), ("n", str(len(unsure))))
        yield Doubt(code, unsure[0].span, values)


_MOST_NAMED = 8


def _rows(plan: Plan, reading: Reading) -> Iterator[Doubt]:
    inherited = {
        item.pieces[0].span for entry in reading.entries if entry.inherited for item in entry.items
    }
    by_id = {requirement.id: requirement for requirement in plan.requirements}
    for row in plan.rows:
        covered = [by_id[local] for local in row.requirements]
        numbers = "、".join([r.number or r.id for r in covered])
        if inherited and any(r.span in inherited for r in covered):
            yield Doubt("reading.blank-cell", row.span, (("numbers", numbers),))
        elif len(covered) > 1:
            yield Doubt("reading.shared-cell", row.span, (("numbers", numbers),))
        if not row.assignments:
            yield Doubt("reading.no-unit", row.span, (("numbers", numbers),))
        for assignment in row.assignments:
            if assignment.confidence <= _UNSURE_NAME and _looks_odd(assignment):
                yield Doubt("reading.unsure-name", assignment.span, (("name", assignment.unit),))
        yield from _tangled(row)


def _looks_odd(assignment: Assignment) -> bool:
    """Tell whether a name that is unsure is so for itself and not for the label before it."""
    return not assignment.person and reads_odd(fold(assignment.unit))


def _tangled(row: Row) -> Iterator[Doubt]:
    """Say when one unit stands twice in a row in different roles."""
    if len({assignment.role for assignment in row.assignments}) < 2:
        return
    roles: dict[str, Role] = {}
    for assignment in row.assignments:
        known = roles.setdefault(assignment.name, assignment.role)
        if known is not assignment.role:
            yield Doubt("reading.two-roles", assignment.span, (("name", assignment.name),))
