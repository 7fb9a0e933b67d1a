"""Names that may stand for one unit: proposals with reasons, for a person to confirm or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import combinations

from ..lexicon.words import words
from .functions import parts_of, renamed, successors

_PLATE = re.compile(r"(.+?)[（(〔\[](.+)[）)〕\]]")
_SHORTEST = 5


class Reason(StrEnum):
    """Why two names may be one unit."""

    SAME_FUNCTION = "same-function"
    """The same function after abbreviations are written out: 人社局, 人力资源和社会保障局."""
    ELIDED_PREFIX = "elided-prefix"
    """One is the other without its level: 财政局, 县财政局."""
    NAME_PLATE = "name-plate"
    """One is a name plate of the other: 农业农村局（乡村振兴局）, 农业农村局."""
    ONE_CHARACTER = "one-character"
    """They differ in one character: a slip of the pen, or two units."""
    RENAMED = "renamed"
    """A reform moved the function of one to the other; they are two units in time."""


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name in the plans of an issuer, and on how many requirements it stands."""

    name: str
    issuer: str
    requirements: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two names of one issuer that may stand for one unit."""

    issuer: str
    name: str
    """The name that would become an alias."""
    into: str
    """The name to know the unit by."""
    reason: Reason
    year: int | None = None
    """Of the reform, where one is the reason."""


def suggestions(uses: tuple[NameUse, ...]) -> tuple[Suggestion, ...]:
    """Propose which names of one issuer may be one unit. Nothing is merged.

    Names of different issuers are never compared: 宣传科 is another unit in every bureau. Nor are
    those of plans whose issuer is unknown, which may be anybody's.
    """
    by_issuer: dict[str, list[NameUse]] = {}
    for use in uses:
        if use.issuer:
            by_issuer.setdefault(use.issuer, []).append(use)
    return tuple(
        suggestion for issuer in sorted(by_issuer) for suggestion in _among(by_issuer[issuer])
    )


def _among(uses: list[NameUse]) -> Iterator[Suggestion]:
    by_name = {use.name: use for use in uses}
    for pair in _candidates(sorted(by_name)):
        one, other = (by_name[name] for name in pair)
        found = _reason(one.name, other.name)
        if found is None:
            continue
        reason, year = found
        name, into = _direction(one, other, reason)
        yield Suggestion(one.issuer, name, into, reason, year)


def _candidates(names: list[str]) -> list[tuple[str, str]]:
    """Give the pairs that share something that a reason needs, so that few pairs are compared."""
    sharing: dict[tuple[str, str], list[str]] = {}
    for name in names:
        for key in _keys(name):
            sharing.setdefault(key, []).append(name)
    return sorted({pair for held in sharing.values() for pair in combinations(held, 2)})


def _keys(name: str) -> set[tuple[str, str]]:
    parts = parts_of(name)
    spellings = {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}
    return {
        ("function", parts.function),
        *(("function", later) for later in successors(parts.full)),
        *(("name", each) for each in (name, name.removeprefix(parts.level), *_plates(name))),
        *(("spelling", each) for each in spellings),
    }


def _reason(one: str, other: str) -> tuple[Reason, int | None] | None:
    year = renamed(one, other) or renamed(other, one)
    if year is not None:
        return Reason.RENAMED, year
    for reason, holds in (
        (Reason.NAME_PLATE, _name_plate),
        (Reason.ELIDED_PREFIX, _elided),
        (Reason.SAME_FUNCTION, _same_function),
        (Reason.ONE_CHARACTER, _one_character),
    ):
        if holds(one, other):
            return reason, None
    return None


def _same_function(one: str, other: str) -> bool:
    a, b = parts_of(one), parts_of(other)
    return a.function == b.function and a.full != b.full and _compatible(a.level, b.level)


def _compatible(one: str, other: str) -> bool:
    return one == other or not one or not other


def _elided(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    parts = parts_of(long)
    return bool(parts.level and parts.suffix) and long == parts.level + short


def _name_plate(one: str, other: str) -> bool:
    return other in _plates(one) or one in _plates(other)


def _plates(name: str) -> tuple[str, ...]:
    found = _PLATE.fullmatch(name)
    return (found[1], found[2]) if found else ()


def _one_character(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < _SHORTEST:
        return False
    return _telling().isdisjoint(_difference(one, other) or "一")


@cache
def _telling() -> frozenset[str]:
    """Give the characters that tell two units apart, however alike their names are."""
    places = (letter for key in ("upper", "lower") for letter in words("units", "places", key))
    return frozenset((*"0123456789一二三四五六七八九十百", *places, *words("register", "telling")))


def _difference(one: str, other: str) -> str | None:
    """Give the letters in which two names differ, `None` when they differ in more than one."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    rest = one[start : len(one) - end], other[start : len(other) - end]
    return "".join(rest) if max(map(len, rest)) <= 1 else None


def _direction(one: NameUse, other: NameUse, reason: Reason) -> tuple[str, str]:
    if reason is Reason.RENAMED:
        pair = (one, other) if renamed(one.name, other.name) else (other, one)
    elif reason is Reason.ONE_CHARACTER:
        pair = (one, other) if one.requirements < other.requirements else (other, one)
    else:
        pair = (one, other) if len(one.name) < len(other.name) else (other, one)
    return pair[0].name, pair[1].name
