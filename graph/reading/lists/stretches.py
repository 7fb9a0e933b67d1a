"""A list of units cut at its marks, one collective kept whole: 各区、县（市）政府."""

import re
from collections.abc import Iterator
from functools import cache

from ...lexicon.words import listed_words, one_of, words
from ..names.inner_bodies import first_of_inner
from ..names.names import closes_name, ends_as_name, looks_like_unit
from ..names.person_names import names_person
from ..names.tails import without_verb
from ..text.brackets import HIDDEN
from .blanks import parts_names

_SEPARATOR = re.compile(r"[、，；。/|·+]+|\s+")
_GROUP = re.compile("[，；。\n]")


def stretches(shown: str) -> list[tuple[int, int, int]]:
    """Give start, end and group of what stands between the marks of a list, brackets hidden."""
    return _merge_levels(shown, list(_stretches(shown)))


def _stretches(shown: str) -> Iterator[tuple[int, int, int]]:
    """Cut at separators; white space cuts only behind what can be a whole name."""
    start = group = 0
    for mark in _SEPARATOR.finditer(shown):
        blank = mark[0].isspace()
        if blank and not parts_names(shown, start, mark):
            continue
        if mark.start() > start:
            yield start, mark.start(), group
        start = mark.end()
        group += bool(_GROUP.search(mark[0]))
    if start < len(shown):
        yield start, len(shown), group


def _merge_levels(shown: str, cuts: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Put together what one collective lists with 、 inside: 各区、县（市）政府."""
    merged: list[tuple[int, int, int]] = []
    for cut in cuts:
        merged.append(cut)
        if len(merged) > 1 and _may_list().search(shown, merged[-2][0], cut[1]):
            _merge_last(shown, merged)
        if len(merged) > 1 and (at := first_of_inner(shown, merged)) is not None:
            merged[at:] = [(merged[at][0], cut[1], merged[at][2])]
    return merged


def _merge_last(shown: str, merged: list[tuple[int, int, int]]) -> None:
    """Put the last stretch together with those before it that belong to the same collective."""
    start, end, _ = merged[-1]
    here = _first_name(without_verb(shown[start:end].replace(HIDDEN, "").strip()))
    place = _place_of(here)
    joined = False
    while not joined and len(merged) > 1 and shown[merged[-2][1] : merged[-1][0]] == "、":
        stretch = shown[merged[-2][0] : merged[-2][1]].replace(HIDDEN, "").strip()
        before = _last_name(stretch)
        joined = before != stretch
        if _is_person_beside(before, here, place, first=merged[-2][0] == 0):
            break
        shares = _shares_tail(before, here)
        if not (shares or _is_place_beside(before, place) or _continues(before, here)):
            break
        merged.pop()
        merged[-1] = (merged[-1][0], end, merged[-1][2])
        if not shares and not place and not _zone_organ().fullmatch(here):
            break


def _first_name(stretch: str) -> str:
    """Give what stands before 及 behind an organ: 县政府 of 县政府及开发区管委会."""
    return _joint().split(stretch, maxsplit=1)[0]


def _last_name(stretch: str) -> str:
    """Give what stands behind the last such 及: 新区 of 各县政府和新区、高新区管委会."""
    return _joint().split(stretch)[-1]


def _continues(before: str, here: str) -> bool:
    """Tell whether a text goes on in a collective that lists: 各区、县（市）政府."""
    if not _may_continue(here):
        return False
    if here in _generic() and before.endswith(tuple(words("units", "organs", "party"))):
        return True
    if _zone().fullmatch(before) and _zone_organ().fullmatch(here):
        return True
    if not _several().search(before) or (
        before.endswith(_government()) and _zone_organ().fullmatch(here)
    ):
        return False
    if here in _generic() and _EACH in before:
        return True
    return bool(_level_list().fullmatch(before) and _level_start().fullmatch(here))


def _may_continue(here: str) -> bool:
    """Tell fast whether a text may end a collective that others began: 区管委会, 县政府."""
    organs = tuple(words("units", "organs", "zone"))
    return here in _generic() or here.endswith(organs) or bool(_level_start().fullmatch(here))


_EACH = "各"


def _shares_tail(before: str, here: str) -> bool:
    """Tell whether a short text shares the tail of the next: 省、市、县三级田长办, 甲、乙分局."""
    level, upper = _level_alone(), _level_alone().match(here)
    if upper and level.fullmatch(before):
        return len(here) > upper.end() and closes_name(here)
    if before.startswith("各") and here.endswith(_departments()):
        return before.removeprefix("各").removeprefix("级") in _abbreviations()
    tail = next((tail for tail in _branches() if here.endswith(tail)), "")
    if not tail or len(before) > _SHORT or ends_as_name(before) or before in _abbreviations():
        return False
    names_branch = looks_like_unit(before) and looks_like_unit(here[: len(before)])
    return len(before) == len(here) - len(tail) or names_branch


_SHORT = 4


@cache
def _level_alone() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(words('units', 'places', 'upper'))})")


@cache
def _departments() -> tuple[str, ...]:
    return tuple(words("units", "tails", "departments"))


@cache
def _branches() -> tuple[str, ...]:
    return tuple(words("units", "tails", "branches"))


def _place_of(here: str) -> str:
    """Give the place of a name whose tail the places before it may share: 乙 of 甲、乙市政府."""
    match = _place_government().fullmatch(here) or _place_zone().fullmatch(here)
    return match["place"] if match else ""


def _is_place_beside(before: str, place: str) -> bool:
    """Tell whether 甲 of 甲、乙市政府 is a place as 乙 is, and no short name of a department."""
    alike = place and len(before) == len(place) and _place().fullmatch(before)
    return bool(alike) and before not in _abbreviations() and before not in listed_words()


def _is_person_beside(before: str, here: str, place: str, *, first: bool) -> bool:
    """Tell whether a person opens a list before a zone: 陶亮、云泽高新区管委会."""
    zone = first and bool(place) and _place_zone().fullmatch(here) is not None
    return zone and names_person(before) and not names_person(place)


@cache
def _may_list() -> re.Pattern[str]:
    """Match what every collective holds that lists with 、; it is found faster."""
    several = "".join(word[0] for word in words("units", "several"))
    tails = one_of((*_departments(), *_branches()))
    return re.compile(f"[{_EACH}{several}级]|[0-9]个|政府|委|{tails}")


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"{_EACH}|{one_of(words('units', 'several'))}|[0-9]个")


@cache
def _joint() -> re.Pattern[str]:
    """Match 及 behind an organ that shares the place of the next: 县政府及开发区管委会."""
    behind = "|".join(f"(?<={organ})" for organ in words("units", "organs", "joint"))
    return re.compile(f"(?:{behind})(?:以及|及|和|与)(?![其时])")


@cache
def _government() -> tuple[str, ...]:
    return tuple(words("units", "organs", "government"))


@cache
def _place() -> re.Pattern[str]:
    return re.compile(f"[^{_characters('units', 'places', 'never')}]+")


@cache
def _place_government() -> re.Pattern[str]:
    """Match a government with its place: 乙市政府, 乙、丙两县人民政府."""
    outside, level = (_characters("units", "places", key) for key in ("beyond", "governed"))
    return re.compile(
        f"(?P<place>[^、{outside}]{{1,3}}?)[两二三四五六七八九]?[{level}](?:{one_of(_government())})"
    )


def _characters(*where: str) -> str:
    return "".join(words(*where))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(words("units", "abbreviations"))


@cache
def _level_list() -> re.Pattern[str]:
    level = one_of(words("units", "levels"))
    several = one_of(words("units", "several"))
    return re.compile(
        rf"[^、]{{0,8}}(?:各[个级]?|{several}|[0-9]{{1,3}}个)(?:{level}){{1,3}}(?:、(?:{level}))*"
    )


@cache
def _level_start() -> re.Pattern[str]:
    level = one_of(words("units", "levels"))
    government, organ = one_of(_government()), one_of(words("units", "organs", "level"))
    tail = rf"(?:党委[、和]?)?(?:{government})|{organ}"
    return re.compile(rf"(?:{level})级?(?:[和及与](?:{level}))?(?:{tail})?")


@cache
def _generic() -> frozenset[str]:
    """Give the organs that name no place: 管委会, 街道办事处, 人民政府."""
    organs = (
        word for key in ("zone", "street", "government") for word in words("units", "organs", key)
    )
    return frozenset(organs).difference(words("units", "organs", "party"))


@cache
def _zone_words() -> str:
    return f"(?:{one_of(words('units', 'zones'))})"


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(rf"[^{_EACH}、]{{0,14}}{_zone_words()}")


@cache
def _zone_organ() -> re.Pattern[str]:
    organs = one_of(words("units", "organs", "zone"))
    return re.compile(rf"[^{_EACH}、]{{0,14}}{_zone_words()}(?:{organs})(?:[和、](?:{organs}))?")


@cache
def _place_zone() -> re.Pattern[str]:
    """Give the pattern of a zone with its place and its organ: 云岭经济技术开发区管委会."""
    organs = one_of(words("units", "organs", "zone"))
    kinds, ranks = (one_of(words("units", "zones", key)) for key in ("kinds", "ranks"))
    begins = _characters("units", "zones", "begins")
    outside = _characters("units", "places", "beyond")
    return re.compile(
        f"(?P<place>[^、{outside}{begins}]{{2}})(?:{ranks})?(?:{kinds})*{_zone_words()}(?:{organs})"
    )
