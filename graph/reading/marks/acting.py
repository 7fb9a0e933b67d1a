"""Clauses in which units act: 乙局配合, 由县港航局牵头制定方案, 县财政局保障经费."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ...lexicon.roles import Slot
from ...lexicon.words import all_words, one_of, words
from ..names.names import closes_name
from ..names.roles import verb_slots
from .named_clauses import LONGEST, Clause, clause_of


class Acting(NamedTuple):
    """The names of a clause with the verb of their role, where the clause tells one."""

    start: int
    """Where the first name begins, behind 由."""
    end: int
    verbs: str
    """The verbs of roles, blank where another one follows: 县财政局保障经费."""
    joint: bool
    """会同 joins more units to the first, or stands before them."""
    by: bool = False
    """由 stands before the names."""


def acting(folded: str, shown: str, start: int, end: int, *, leads: bool = False) -> Acting | None:
    """Give the names with which a clause begins, or that stand behind 由, and their verb.

    Their work may follow. Without a verb of a role, a word of doing must begin it. Units that
    lead a sentence are responsible for what they supervise there: 县水利局指导各镇清淤.
    """
    by = opening(shown, start, end) or _inside().search(shown, start, end)
    told = _acting(folded, shown, by.end(), end, leads) if by else None
    return told._replace(by=True) if told else _acting(folded, shown, start, end, leads)


def opening(shown: str, start: int, end: int) -> re.Match[str] | None:
    """Match what stands before the first name of a clause: 由, 以上工作由, 再由."""
    return _opening().match(shown, start, end)


def _acting(folded: str, shown: str, start: int, end: int, leads: bool) -> Acting | None:
    start = end - len(shown[start:end].lstrip())
    end = min(end, start + LONGEST)
    told = _first_acting(folded, shown, start, _verb_stops(shown, start, end, leads))
    joint = None if told else _long_joint().search(shown, start, end)
    if joint is None:
        return told
    ends = _name_end().finditer(shown, joint.end(), end)
    return _first_acting(folded, shown, start, (_Stop(m.end(), m.end(), False) for m in ends))


class _Stop(NamedTuple):
    """Where names may end in a clause, with the verb behind them."""

    start: int
    """Where the verb begins."""
    end: int
    """Where the names end with the verb of their role, or without another one."""
    role: bool


def _verb_stops(shown: str, start: int, end: int, leads: bool) -> Iterator[_Stop]:
    for match in _verb().finditer(shown, min(start + _SHORTEST, end), end):
        role = bool(match["role"]) and not _has_object(shown, match, end, leads=leads)
        yield _Stop(match.start(), match.end() if role else match.start(), role)


def _first_acting(folded: str, shown: str, start: int, stops: Iterable[_Stop]) -> Acting | None:
    """Give the names up to the first stop that ends them; one inside a name ends none."""
    told: Acting | None = None
    for stop in stops:
        goes_on = told is None or _goes_on(shown, told)
        if told is not None and not goes_on and not _may_be_of_name(shown, told, stop.start):
            break
        found = clause_of(folded, start, stop.end)
        if found is None or not _acts(found, with_verb=stop.role):
            continue
        if told is None or goes_on or _holds(found, told.end - start):
            joint = any(member.joint for member in found.members)
            told = Acting(start, stop.end, found.verbs, joint)
    return told


_SHORTEST = 2


def _has_object(shown: str, match: re.Match[str], end: int, *, leads: bool) -> bool:
    """Tell whether a verb that would be a role says what its unit does: 统筹抢险, 指导各镇清淤."""
    slot, verb = verb_slots()[match["role"]], match["role"]
    of_work = slot is Slot.LEAD and not _core_leads().search(verb)
    own = of_work or (leads and slot is Slot.SUPERVISE)
    return own and bool(shown[match.end() : end].strip())


def _acts(clause: Clause, *, with_verb: bool) -> bool:
    if any(member.is_work for member in clause.members) or not clause.is_of_somebody():
        return False
    return not with_verb or clause.members[-1].verb is not None


def _goes_on(shown: str, told: Acting) -> bool:
    """Tell whether more names stand behind a verb: 甲局牵头、乙局配合制定方案, 甲局牵头乙局配合."""
    last = told.verbs.rpartition(" ")[2]
    return shown[told.end : told.end + 1] == "、" or verb_slots().get(last) is Slot.LEAD


def _may_be_of_name(shown: str, told: Acting, at: int) -> bool:
    """Tell whether what seems a verb may stand inside a name: 县委组织部负责."""
    rest = shown[told.end : at]
    return 0 < len(rest) <= _LONGEST_REST and closes_name(rest)


_LONGEST_REST = 8


def _holds(clause: Clause, at: int) -> bool:
    """Tell whether a place stands inside a name, no second one beginning there."""
    inside = (m for m in clause.members if m.start < at < m.end)
    return any(True for _ in inside)


def verbs_in(shown: str, start: int, end: int) -> Iterator[int]:
    """Give where a word of doing or of demand stands in a clause, from left to right."""
    return (match.start() for match in _any_verb().finditer(shown, start, end))


@cache
def _core_leads() -> re.Pattern[str]:
    return re.compile(one_of(words("sentences", "core", "leads")))


@cache
def _opening() -> re.Pattern[str]:
    linked = "[则并而再]?"
    return re.compile(rf"\s*{linked}(?:{one_of(words('sentences', 'opening'))})")


@cache
def _inside() -> re.Pattern[str]:
    """Match 由 inside a clause, where it is no part of a word: 渡口修缮由县港航局负责."""
    before, behind = ("".join(words("sentences", "by", key)) for key in ("before", "behind"))
    level = one_of((*words("units", "prefixes"), "各"))
    return re.compile(f"(?<![{before}])由(?![{behind}])|(?<=.)以(?=(?:{level})[^由]{{0,60}}为)")


@cache
def _long_joint() -> re.Pattern[str]:
    """Match a word that joins units whatever they do: 会同."""
    return re.compile(one_of(word for word in words("roles", "inner", "joint") if len(word) > 1))


@cache
def _name_end() -> re.Pattern[str]:
    """Match where a name may end before work that begins with any word."""
    ends = one_of(words("units", "never", "institutions"))
    return re.compile(f"(?:{ends})(?=[\u4e00-\u9fff]{{2}})")


@cache
def _verb() -> re.Pattern[str]:
    """Match the verb behind names, of a role or of doing, with what softens it: 要积极配合."""
    modal, manner = (one_of(words("roles", key)) for key in ("modal", "manner"))
    nouns, organs = one_of(words("sentences", "generic", "nouns")), _organs()
    begins = one_of(words("roles", "spoiler", "names"))
    tasks = (*words("units", "never", "actions"), *words("sentences", "generic", "doing"))
    return re.compile(
        rf"(?:{modal})?(?:{manner})*(?:(?P<role>{one_of(verb_slots())})(?!(?!{begins})(?:{nouns}))"
        rf"|(?:{one_of((*tasks, *all_words('roles', 'acting')))})(?!{organs}))(?![的了过])"
    )


@cache
def _any_verb() -> re.Pattern[str]:
    """Match what a unit does or must do, also by a word that tells only how: 县气象局及时通报."""
    modal, manner = (one_of(words("roles", key)) for key in ("modal", "manner"))
    how = one_of(words("sentences", "generic", "how"))
    return re.compile(f"(?:{modal})|(?:{manner}|{how})(?!{_organs()})|{_verb().pattern}")


def _organs() -> str:
    """Give a pattern for what makes a verb before it a part of a name: 保障中心, not 加大处罚."""
    keys = ("organs", "no_organs")
    organs, others = (one_of(words("sentences", "generic", key)) for key in keys)
    return f"(?:(?!{others})(?:{organs}))"
