"""White space in a list: between two names, or inside one that a narrow column broke."""

import re
from functools import cache

from ..lexicon.words import all_words, one_of, words
from .brackets import HIDDEN
from .names import closes_name, ends_as_name, is_collective

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
    return closes_name(before) and not _goes_on(before.rstrip(HIDDEN), shown, blank.end())


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
    if _rest().match(shown, at):
        return True
    if before.endswith(_list("hosts")) and _whole("offices").match(shown, at):
        return True
    if len(before) == _LEVEL_COMMITTEE and before[1] == "委":
        return bool(_begins("party").match(shown, at))
    if before.endswith(_list("governed")) and _whole("governments").match(shown, at):
        return True
    return not _is_whole(before) and bool(_whole("tails").match(shown, at))


def _is_whole(before: str) -> bool:
    """Tell whether a text that closes a name is surely whole: 县财政局, but not 县应急."""
    sure = before.endswith(tuple(words("units", "lines", "ends"))) or is_collective(before)
    return sure and not before.endswith(_list("fields"))


@cache
def _rest() -> re.Pattern[str]:
    """Match what is the rest of a name, whatever stands before it: 局, 员会."""
    line = rf"(?:{one_of(_list('lines'))})(?=\n|$)"
    return re.compile(f"{_whole('alone').pattern}|{line}|{_begins('starts').pattern}")


@cache
def _whole(key: str) -> re.Pattern[str]:
    """Match one of the words where a name ends with it."""
    behind = one_of(words("units", "broken", "behind"))
    return re.compile(rf"(?:{one_of(_list(key))})(?=[、，；。\s等]|$|{behind})")


@cache
def _begins(key: str) -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(_list(key))})")


def _list(key: str) -> tuple[str, ...]:
    return tuple(words("units", "broken", key))
