"""Whether the text of a bracket assigns: a label, names with verbs of roles, or names alone."""

import re
from functools import cache

from ...lexicon.roles import Slot
from ...lexicon.words import one_of, words
from ..lists.members import Member, members
from ..lists.persons import names_post
from ..lists.same_as import same_of
from ..lists.staff import staff_of
from ..lists.units import LONGEST_LIST
from ..lists.unknown_labels import begins_with_unknown
from ..names.names import explains, is_collective, looks_like_unit, tells_task
from ..names.remarks import begins_remark, is_remark
from ..names.roles import labels, verb_slots
from ..text.brackets import HIDDEN, hide
from ..times.whole import is_time

LONGEST_LABEL = 20


def assigns(folded: str) -> bool:
    """Tell whether the text of a bracket assigns: it has a label, or verbs behind unit names."""
    if len(folded) > LONGEST_LIST:
        return bool(labels(folded[:LONGEST_LABEL]))
    shown = hide(folded)
    found = labels(shown)
    if found:
        before = shown[: found[0].start].strip("\0 ，；。")
        return not before or _opens_bracket(before) or assigns(folded[: found[0].start])
    if not _role_verb().search(shown):
        return False
    named = _named(folded)
    told = members(folded)
    if any(m.is_work for m in told) and not all(map(_is_institution, _names(folded, named))):
        return False
    return bool(named) and any(m.verb or m.own for m in told) and _mostly_units(folded, named)


def _names(folded: str, named: list[Member]) -> list[str]:
    return [folded[m.start : m.end] for m in named]


def _is_institution(name: str) -> bool:
    return len(name) > _SHORTEST and bool(_institution().search(hide(name).rstrip(HIDDEN)))


_SHORTEST = 2


def _opens_bracket(before: str) -> bool:
    """Tell whether words before the first label belong to the assignment: a time, or a unit.

    So does another label, one that is no word of a role: 验收单位：甲局；牵头单位：乙局.
    """
    told = looks_like_unit(before) or is_time(before) or begins_with_unknown(before)
    return told or same_of(before) is not None


def is_bare_list(folded: str, *, closes: bool = False) -> bool:
    """Tell whether a bracket holds only names of units, one of them surely an institution.

    In one that closes an item, half the names may be of no known form.
    """
    if explains(folded) or len(folded) > 400:
        return False
    named = _named(folded.rstrip("。"))
    names = [folded[m.start : m.end] for m in named]
    shown = [hide(name).rstrip(HIDDEN) for name in names]
    if any(m.open for m in named) and set(names) <= set(words("units", "abbreviations")):
        return True
    return (
        (_nearly_all(names) or (closes and _half(names)))
        and (any(map(_institution().search, shown)) or any(map(is_collective, names)))
        and all(len(n) > 2 or _institution().search(n) or is_collective(n) for n in names)
    )


def is_list_of_offices(folded: str) -> bool:
    """Tell whether a bracket holds only names of offices inside a unit: 党建股、人事科.

    They end as words for places and for counting do, so they assign only behind a sentence.
    """
    names = _names(folded, _named(folded.rstrip("。")))
    return bool(names) and not explains(folded) and all(map(_names_office, names))


def _names_office(name: str) -> bool:
    plain = len(name) > _SHORTEST and _FIGURE.search(name) is None and not tells_task(name)
    return plain and name.endswith(_office_ends()) and looks_like_unit(name)


_FIGURE = re.compile("[0-9一二两三四五六七八九十几多各每]")


@cache
def _office_ends() -> tuple[str, ...]:
    return tuple(words("units", "prefixes", "internal"))


def _half(names: list[str]) -> bool:
    """Tell whether half of several names are units, and the others no sentences."""
    units = sum(map(looks_like_unit, names))
    plain = all(looks_like_unit(n) or (len(n) <= _SHORT and not tells_task(n)) for n in names)
    return units > 0 and 2 * units >= len(names) and plain


_SHORT = 6


def _nearly_all(names: list[str]) -> bool:
    """Tell whether names are units, of four or more all but one behind the first."""
    units = [looks_like_unit(name) for name in names]
    return bool(units) and units[0] and len(units) - sum(units) <= (len(units) >= _LONG)


_LONG = 4


@cache
def _institution() -> re.Pattern[str]:
    """Match a name that is a unit's beyond doubt, or that of several units of one kind."""
    ends = one_of(words("units", "institution"))
    return re.compile(f"(?:{ends})$|[^社]会$|各.*(?:单位|部门)")


def _named(folded: str) -> list[Member]:
    """Give the members that are names, the units of those that name persons beside them."""
    named = [
        member
        for member in members(folded)
        if member.end > member.start
        and not member.is_work
        and not is_time(folded[slice(*member.whole)])
        and not is_remark(folded[slice(*member.whole)])
        and not begins_remark(folded[slice(*member.whole)])
    ]
    return [
        member if told.unit == (member.start, member.end) else _of_unit(member, told.unit)
        for member, told in zip(named, staff_of(folded, named), strict=True)
        if told.unit is not None or names_post(folded[member.start : member.end])
    ]


def _of_unit(member: Member, unit: tuple[int, int] | None) -> Member:
    return member if unit is None else member._replace(start=unit[0], end=unit[1])


def _mostly_units(folded: str, named: list[Member]) -> bool:
    """Tell whether names are units: three of four, or half where the first leads by its verb.

    Posts beside them are of no account: 县长督办.
    """
    names = _names(folded, named)
    units = [looks_like_unit(name) for name in names if name is names[0] or not names_post(name)]
    leads = any(m.verb and verb_slots()[m.verb] is Slot.LEAD for m in named)
    return units[0] and sum(units) * 4 >= len(units) * (2 if leads else 3)


@cache
def _role_verb() -> re.Pattern[str]:
    return re.compile(one_of(verb_slots()))
