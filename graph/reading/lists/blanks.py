"""White space in a list: between two names, or inside one that a narrow column broke."""

import re
from functools import cache

from ...lexicon.words import all_words, lexicon, listed_words, one_of, words
from ..names.names import (
    closes_name,
    ends_as_name,
    explains,
    is_collective,
    looks_like_unit,
    says_nothing,
)
from ..names.officers import staffed
from ..names.person_names import names_officeholder, names_person
from ..names.run_together import begins_with_level
from ..names.tails import without_verb
from ..text.brackets import HIDDEN
from ..times.whole import is_time

_LONGEST_NAME = 60
_LEVEL_COMMITTEE = 2
"""How many characters 县委 has."""


def parts_names(shown: str, start: int, blank: re.Match[str]) -> bool:
    """Tell whether white space stands between two names and not inside one: 县农业农村 局.

    The name before begins at `start` or behind it; brackets are hidden.
    """
    if "\n" in blank[0] and _parts_officers(shown, blank):
        return True
    before = "".join(shown[max(start, blank.start() - _LONGEST_NAME) : blank.start()].split())
    before = before.rstrip(_stars())
    if closes_name(before) or _is_office(before, shown, blank.end()):
        return not _goes_on(before.rstrip(HIDDEN), shown, blank.end())
    match = _NAME.match(shown, blank.end())
    if match is None:
        return False
    name = without_verb(match[0])
    if _names_staff(before) or not _HAN.search(before) or _tells_manner(before):
        return _is_name(name)
    return _is_no_name(before) and _begins(name)


def _is_no_name(before: str) -> bool:
    """Tell whether a text that ends no name is a verb, a time, or a word that is no part of one."""
    listed = (len(before) > 1 and before in listed_words()) or says_nothing(before)
    aside = explains(before) or is_time(before)
    return listed or aside or before in _verbs() or before in words("roles", "inner", "joint")


def _tells_manner(before: str) -> bool:
    """Tell whether a text says how and what units do, and names none: 按职责分工负责."""
    return len(before) > _SHORTEST and not without_verb(f"，{before}").strip("，")


def _begins(name: str) -> bool:
    """Tell whether a text is a whole name with its level or place: not 局 or 管理局."""
    zone = name[1:] in words("units", "organs", "zone")
    return begins_with_level(name) and not zone and len(name) > _SHORTEST and _is_name(name)


def _is_name(text: str) -> bool:
    return ends_as_name(text) or is_collective(text) or staffed(text) is not None


def _names_staff(before: str) -> bool:
    """Tell whether a text is a person, or a unit with its person: 县水利局局长陶亮."""
    told = staffed(before) if len(before) > _SHORTEST else None
    if told is not None:
        return not told.bracketed
    return names_person(before) or names_officeholder(before)


_HAN = re.compile("[\u4e00-\u9fff]")
_NAME = re.compile("[\u4e00-\u9fff]{2,40}")
_SHORTEST = 3


@cache
def _stars() -> str:
    return "".join(words("units", "rule", "star"))


def names_officer(line: str) -> bool:
    """Tell whether a folded line is a unit with its person behind a space.

    >>> names_officer("县港航局 陆大明"), names_officer("县港航局 牵头")
    (True, False)
    """
    match = _WITH_PERSON.fullmatch(line.strip())
    if match is None or match["person"] in _verbs():
        return False
    return ends_as_name(match["unit"]) and not closes_name(match["person"])


_WITH_PERSON = re.compile("(?P<unit>[\u4e00-\u9fff]{3,})[ ]+(?P<person>[\u4e00-\u9fff]{2,4})")


def _parts_officers(shown: str, blank: re.Match[str]) -> bool:
    """Tell whether a line break stands between two such lines."""
    above = shown[max(0, blank.start() - _LONGEST_NAME) : blank.start()].rpartition("\n")[2]
    below = shown[blank.end() : blank.end() + _LONGEST_NAME].partition("\n")[0]
    return names_officer(above) and names_officer(below)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(all_words("roles", "verbs"))


def _goes_on(before: str, shown: str, at: int) -> bool:
    """Tell whether a text that could end as a name goes on behind white space."""
    if before[-1] + shown[at : at + 1] in _list("inner"):
        return True
    if _rest().match(shown, at) or _names_field(before, shown, at):
        return True
    if before.endswith(_list("hosts")) and _whole("offices").match(shown, at):
        return True
    if len(before) == _LEVEL_COMMITTEE and before[1] == "委":
        return bool(_beginning("party").match(shown, at))
    if before.endswith(_list("governed")) and _whole("governments").match(shown, at):
        return True
    return not _is_whole(before) and bool(_whole("tails").match(shown, at))


def _names_field(before: str, shown: str, at: int) -> bool:
    """Tell whether a short name is only the beginning of a longer field: 县农业 农村局."""
    return not ends_as_name(before) and any(
        before.endswith(field[:end]) and shown.startswith(field[end:], at)
        for field in _fields()
        for end in range(2, len(field))
    )


@cache
def _fields() -> tuple[str, ...]:
    """Give the fields of work of departments in full: 农业农村."""
    return tuple(full for full, *_ in lexicon("register")["functions"]["names"])


def _is_office(before: str, shown: str, at: int) -> bool:
    """Tell whether a text is an office inside a unit and another name follows: 财务科 文化馆."""
    match = _NAME.match(shown, at) if _names_office(before) else None
    name = without_verb(match[0]) if match else ""
    return _is_name(name) or _names_office(name)


def _names_office(name: str) -> bool:
    return name.endswith(_inner_ends()) and looks_like_unit(name)


@cache
def _inner_ends() -> tuple[str, ...]:
    return tuple(words("units", "prefixes", "internal"))


def _is_whole(before: str) -> bool:
    """Tell whether a text that closes a name is surely whole: 县财政局, but not 县应急."""
    sure = before.endswith(tuple(words("units", "lines", "ends"))) or is_collective(before)
    return sure and not before.endswith(_list("fields"))


@cache
def _rest() -> re.Pattern[str]:
    """Match what is the rest of a name, whatever stands before it: 局, 员会."""
    line = rf"(?:{one_of(_list('lines'))})(?=\n|$)"
    return re.compile(f"{_whole('alone').pattern}|{line}|{_beginning('starts').pattern}")


@cache
def _whole(key: str) -> re.Pattern[str]:
    """Match one of the words where a name ends with it."""
    behind = one_of(words("units", "broken", "behind"))
    return re.compile(rf"(?:{one_of(_list(key))})(?=[、，；。\s等]|$|{behind})")


@cache
def _beginning(key: str) -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(_list(key))})")


def _list(key: str) -> tuple[str, ...]:
    return tuple(words("units", "broken", key))
