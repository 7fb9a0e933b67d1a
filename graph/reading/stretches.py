"""A list of units cut at its marks, one collective kept whole: 各区、县（市）政府."""

import re
from collections.abc import Iterator
from functools import cache

from .brackets import HIDDEN
from .lexicon import one_of, words
from .names import closes_name
from .tails import without_verb

_SEPARATOR = re.compile(r"[、，；。/|·]+|\s+")
_GROUP = re.compile("[，；。\n]")


def stretches(shown: str) -> list[tuple[int, int, int]]:
    """Give start, end and group of what stands between the marks of a list, brackets hidden."""
    return _merge_levels(shown, list(_stretches(shown)))


def _stretches(shown: str) -> Iterator[tuple[int, int, int]]:
    """Cut at separators; white space cuts only behind what can be a whole name."""
    start = group = 0
    for mark in _SEPARATOR.finditer(shown):
        blank = mark[0].isspace()
        if blank and not closes_name(shown[start : mark.start()].strip()):
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
    for start, end, group in cuts:
        if merged and shown[merged[-1][1] : start] == "、" and _may_merge(shown, merged[-1], end):
            before = shown[merged[-1][0] : merged[-1][1]].replace(HIDDEN, "").strip()
            here = without_verb(shown[start:end].replace(HIDDEN, "").strip())
            if _continues_collective(before, here) or _continues_places(before, here):
                merged[-1] = (merged[-1][0], end, merged[-1][2])
                continue
        merged.append((start, end, group))
    return merged


def _may_merge(shown: str, before: tuple[int, int, int], end: int) -> bool:
    """Tell what every collective that lists holds: a word for several, or 政府 at its end."""
    return bool(_LISTS.search(shown, before[0], end))


_LISTS = re.compile("[各有相所]|政府")


def _continues_collective(before: str, here: str) -> bool:
    if _GENERIC.fullmatch(here) and "各" in before:
        return True
    return bool(_level_list().fullmatch(before) and _level_start().fullmatch(here))


_GENERIC = re.compile("管委会|管理委员会|办事处|街道办事处")


def _continues_places(before: str, here: str) -> bool:
    """Tell whether 甲、乙市政府 names the governments of two places at once."""
    match = _PLACE_GOVERNMENT.fullmatch(here)
    return bool(
        match
        and len(before) == len(match["place"])
        and _PLACE.fullmatch(before)
        and before not in _abbreviations()
    )


_PLACE = re.compile("[^局委办部厅署院会处科室队所站司团联府区县市各等]+")
_PLACE_GOVERNMENT = re.compile(r"(?P<place>[^各省、市县区]{1,3})(?:市|县|区)(?:人民)?政府")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(words("units", "abbreviations"))


@cache
def _level_list() -> re.Pattern[str]:
    level = one_of(words("units", "levels"))
    return re.compile(
        rf"[^、]{{0,8}}(?:各[个级]?|有关|相关|所有)(?:{level}){{1,3}}(?:、(?:{level}))*"
    )


@cache
def _level_start() -> re.Pattern[str]:
    level = one_of(words("units", "levels"))
    return re.compile(rf"(?:{level})(?:(?:人民)?政府|办事处|管委会|管理委员会|部门|单位)?")
