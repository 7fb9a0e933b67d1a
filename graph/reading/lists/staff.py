"""The persons in a list of units: each member as a unit, persons, or both."""

from collections.abc import Sequence

from ..names.names import looks_like_unit
from ..names.officers import Staffed, staffed
from ..names.person_names import names_officeholder, names_person
from .members import Member
from .persons import names_post


def staff_of(folded: str, named: Sequence[Member]) -> list[Staffed]:
    """Give for each member of a list the unit and the persons that it names."""
    found: list[Staffed] = []
    for at, member in enumerate(named):
        gap = folded[named[at - 1].end : member.start] if at else ""
        found.append(_member(folded, member, found[-1] if found else None, gap))
    return found


def _member(folded: str, member: Member, before: Staffed | None, gap: str) -> Staffed:
    start, name = member.start, folded[member.start : member.end]
    plain = Staffed((start, member.end))
    post = names_post(name)
    if not name or (not post and name[-1] not in _CLOSING and looks_like_unit(name)):
        return plain
    told = staffed(name)
    if told is not None and told.unit is not None:
        persons = tuple((start + a, start + b) for a, b in told.persons)
        unit = (start + told.unit[0], start + told.unit[1])
        return told._replace(unit=unit, persons=persons)
    if post or names_officeholder(name):
        return Staffed(None, ((start, member.end),))
    if before is not None and _goes_on(before, gap) and names_person(name):
        return Staffed(None, ((start, member.end),), doubtful=True)
    return plain


def _goes_on(before: Staffed, gap: str) -> bool:
    """Tell whether a name may be a person of what stands before it: 县水利局 陶亮、谢明."""
    if before.persons:
        return not before.bracketed
    return bool(gap) and gap.isspace()


_CLOSING = frozenset("）〕")
