"""Persons beside the unit where they work: 县水利局（陶亮）, 县水利局局长陶亮, 陶亮（县水利局）."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon.words import one_of, words
from ..text.brackets import bracket_pairs, hide
from .names import ends_as_name, looks_like_unit
from .person_names import names_officeholder, names_person, without_post

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
    plain = _NUMBER_BEHIND.sub("", name)
    if plain != name:
        with_number = _glued(plain)
        return with_number._replace(doubtful=False) if with_number else None
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
    unit = without_post(inside)
    if not _is_unit(unit):
        return None
    place = (opener + 1, opener + 1 + len(unit))
    doubtful = not person and unit == inside
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
    return len(text) >= _SHORTEST and looks_like_unit(text) and ends_as_name(hide(text))


_JOINS = "：-—"
_CLOSING = frozenset("）〕")
_LONGEST = 60
_SHORTEST = 2
_NUMBER = re.compile("[0-9][0-9\\-—－]{4,}")
_NUMBER_BEHIND = re.compile("[：\\s]*[0-9][0-9\\-—－]{4,}$")
_PART = re.compile("[\u4e00-\u9fff·](?: (?=[\u4e00-\u9fff](?:[、，；]|$))|[\u4e00-\u9fff·])*")


@cache
def _told_person() -> re.Pattern[str]:
    """Match what tells that a person or a number follows: 责任人：, 联系电话."""
    told = [*words("persons", "contact"), *words("persons", "phone")]
    return re.compile(f"(?:^|(?<=[、，；。\\s]))(?:{one_of(told)})[：\\s]*")
