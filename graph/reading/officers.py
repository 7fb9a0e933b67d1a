"""Persons beside the unit where they work: 县水利局（陶亮）, 县水利局局长陶亮, 陶亮（县水利局）."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ..lexicon.words import listed_words, one_of, words
from .brackets import bracket_pairs
from .members import Member
from .names import ends_as_name, looks_like_unit
from .persons import names_post

Place = tuple[int, int]


class Staffed(NamedTuple):
    """What a member of a list names."""

    unit: Place | None
    persons: tuple[Place, ...] = ()
    doubtful: bool = False
    """Only a surname tells that it is a person: 县水利局（江明）."""
    bracketed: bool = False
    """One of the two stands in brackets behind the other."""

    def places(self) -> tuple[Place, ...]:
        """Give where all of them stand, in order."""
        if not self.persons:
            return (self.unit,) if self.unit else ()
        return tuple(sorted((*self.persons, *((self.unit,) if self.unit else ()))))


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


@lru_cache(maxsize=2048)
def staffed(name: str) -> Staffed | None:
    """Give the unit and the persons of one name that holds both, else `None`."""
    if len(name) > _LONGEST:
        return None
    return _bracketed(name) if name[-1:] in _CLOSING else _glued(name)


def _glued(name: str) -> Staffed | None:
    """Cut 县水利局局长陶亮, 县水利局陶亮 and 县水利局：陶亮 behind the unit."""
    if looks_like_unit(name):
        return None
    for cut in range(_SHORTEST, len(name) - 1):
        unit, rest = name[:cut], name[cut:].lstrip(_JOINS)
        told = names_officeholder(rest)
        if (told or names_person(rest)) and _is_unit(unit):
            return Staffed((0, cut), ((len(name) - len(rest), len(name)),), doubtful=not told)
    return None


def _bracketed(name: str) -> Staffed | None:
    pairs = bracket_pairs(name)
    if not pairs or pairs[-1][1] != len(name) - 1:
        return None
    opener, closer = pairs[-1]
    outer, inside = name[:opener], name[opener + 1 : closer]
    if _is_unit(outer):
        return _persons_in(inside, (0, opener), opener + 1)
    person = names_officeholder(outer)
    if not person and not names_person(outer):
        return None
    holder = _post_behind().search(inside)
    unit = inside[: holder.start()] if holder else inside
    if not _is_unit(unit):
        return None
    place = (opener + 1, opener + 1 + len(unit))
    doubtful = not person and holder is None
    return Staffed(place, ((0, opener),), doubtful=doubtful, bracketed=True)


def _persons_in(inside: str, unit: Place, shift: int) -> Staffed | None:
    """Give the persons of a bracket behind a unit: 陶亮, 责任人：陶亮, 陶亮、谢明, 陶亮 8123456."""
    shown = _NUMBER.sub(_blanked, inside)
    shown = _told_person().sub(_blanked, shown)
    places = [match.span() for match in _PART.finditer(shown)]
    if not places or not all(_names_anybody(inside[a:b]) for a, b in places):
        return None
    told = len(places) > 1 or shown != inside
    doubtful = not told and not names_officeholder(inside)
    persons = tuple((shift + a, shift + b) for a, b in places)
    return Staffed(unit, persons, doubtful=doubtful, bracketed=True)


def _blanked(match: re.Match[str]) -> str:
    return "、" * len(match[0])


def _names_anybody(text: str) -> bool:
    return names_person(text) or names_officeholder(text)


def _is_unit(text: str) -> bool:
    return len(text) >= _SHORTEST and looks_like_unit(text) and ends_as_name(text)


def names_person(text: str) -> bool:
    """Tell whether a folded text may be the name of a person: 陶亮, but not 高新 or 文化.

    >>> names_person("陶亮"), names_person("高新"), names_person("江北区")
    (True, False, False)
    """
    if _name().fullmatch(text) is None or looks_like_unit("".join(text.split())):
        return False
    never = words("persons", "never")
    return text not in listed_words() and not text.startswith(tuple(never)) and not _is_part(text)


def _is_part(text: str) -> bool:
    return text.endswith(tuple(words("persons", "never", "ends")))


def names_officeholder(text: str) -> bool:
    """Tell whether a folded text is a person with a post: 副县长陶亮, 陶副县长, 陶亮书记."""
    match = _officeholder().fullmatch(text)
    if match is None:
        return False
    name = match["after"] or match["before"]
    return not name or names_person(name)


def says_post(text: str) -> bool:
    """Tell whether a folded text is a post of any body alone: 副组长."""
    return bool(_post_alone().fullmatch(text))


@cache
def _post_alone() -> re.Pattern[str]:
    return re.compile(_post())


_JOINS = "：-—"
_CLOSING = frozenset("）〕")
_LONGEST = 60
_SHORTEST = 2
_NUMBER = re.compile("[0-9][0-9\\-—－]{4,}")
_PART = re.compile("[\u4e00-\u9fff·](?: (?=[\u4e00-\u9fff](?:[、，；]|$))|[\u4e00-\u9fff·])*")


def _names_of(key: str) -> str:
    return one_of(words("persons", "surnames", key))


@cache
def _name() -> re.Pattern[str]:
    given = "(?:[\u4e00-\u9fff]{1,2}| +[\u4e00-\u9fff])"
    return re.compile(f"(?:{_names_of('double')}|{_names_of('words')}){given}")


@cache
def _post() -> str:
    before, bodies, head, whole = (
        one_of(words("persons", "posts", key)) for key in ("before", "bodies", "head", "whole")
    )
    return f"(?:(?:{before})*(?:(?:{bodies})(?:{head})|{whole}))"


@cache
def _officeholder() -> re.Pattern[str]:
    post, name = _post(), _name().pattern
    surname = f"(?:{_names_of('double')}|{_names_of('words')})"
    return re.compile(f"{post}(?P<after>{name})|{surname}{post}|(?P<before>{name}){post}")


@cache
def _post_behind() -> re.Pattern[str]:
    return re.compile(f"(?:{_post()})$")


@cache
def _told_person() -> re.Pattern[str]:
    """Match what tells that a person or a number follows: 责任人：, 联系电话."""
    told = [*words("persons", "contact"), *words("persons", "phone")]
    return re.compile(f"(?:^|(?<=[、，；。\\s]))(?:{one_of(told)})[：\\s]*")
