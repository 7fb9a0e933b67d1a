"""A list of units cut at its marks, one collective kept whole: 各区、县（市）政府."""

import re
from collections.abc import Iterator
from functools import cache

from ..lexicon.words import one_of, words
from .brackets import HIDDEN
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
        if blank and not _parts(shown, start, mark):
            continue
        if mark.start() > start:
            yield start, mark.start(), group
        start = mark.end()
        group += bool(_GROUP.search(mark[0]))
    if start < len(shown):
        yield start, len(shown), group


def _parts(shown: str, start: int, blank: re.Match[str]) -> bool:
    """Tell whether white space stands between two names and not inside one: 县农业农村 局."""
    before = shown[max(start, blank.start() - _LONGEST_NAME) : blank.start()].strip()
    return closes_name(before) and _BARE_END.match(shown, blank.end()) is None


_LONGEST_NAME = 60
_BARE_END = re.compile(
    r"[局委厅办处科署会院](?=[、，；。\s等]|$|按|依|根据|分别|共同|负责|牵头|配合|参与|落实)"
)


def _merge_levels(shown: str, cuts: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Put together what one collective lists with 、 inside: 各区、县（市）政府."""
    merged: list[tuple[int, int, int]] = []
    for cut in cuts:
        merged.append(cut)
        if len(merged) > 1 and _LISTS.search(shown, merged[-2][0], cut[1]):
            _merge_last(shown, merged)
    return merged


_LISTS = re.compile("[各有相所]|[0-9]个|政府|委")


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
        if not (_is_place_beside(before, place) or _continues(before, here)):
            break
        merged.pop()
        merged[-1] = (merged[-1][0], end, merged[-1][2])
        if not place and not _zone_organ().fullmatch(here):
            break


def _first_name(stretch: str) -> str:
    """Give what stands before 及 behind an organ: 县政府 of 县政府及开发区管委会."""
    return _JOINT.split(stretch, maxsplit=1)[0]


def _last_name(stretch: str) -> str:
    """Give what stands behind the last such 及: 新区 of 各县政府和新区、高新区管委会."""
    return _JOINT.split(stretch)[-1]


_JOINT = re.compile("(?:(?<=政府|部门|单位)|(?<=办事处|管委会))(?:以及|及|和|与)(?![其时])")


def _continues(before: str, here: str) -> bool:
    """Tell whether a text goes on in a collective that lists: 各区、县（市）政府."""
    if here in _generic() and before.endswith(("党工委", "党委")):
        return True
    if _zone().fullmatch(before) and _zone_organ().fullmatch(here):
        return True
    if not _SEVERAL.search(before) or (before.endswith("政府") and _zone_organ().fullmatch(here)):
        return False
    if here in _generic() and "各" in before:
        return True
    return bool(_level_list().fullmatch(before) and _level_start().fullmatch(here))


_SEVERAL = re.compile("各|有关|相关|所有|[0-9]个")


def _place_of(here: str) -> str:
    """Give the place of a name whose tail the places before it may share: 乙 of 甲、乙市政府."""
    match = _PLACE_GOVERNMENT.fullmatch(here) or _place_zone().fullmatch(here)
    return match["place"] if match else ""


def _is_place_beside(before: str, place: str) -> bool:
    """Tell whether 甲 of 甲、乙市政府 is a place as 乙 is, and no short name of a department."""
    alike = place and len(before) == len(place) and _PLACE.fullmatch(before)
    return bool(alike) and before not in _abbreviations()


_PLACE = re.compile("[^局委办部厅署院会处科室队所站司团联府区县市各等]+")
_PLACE_GOVERNMENT = re.compile(
    "(?P<place>[^各省、市县区镇乡]{1,3}?)[两二三四五六七八九]?[市县区旗镇乡](?:人民)?政府"
)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(words("units", "abbreviations"))


@cache
def _level_list() -> re.Pattern[str]:
    level = one_of(words("units", "levels"))
    return re.compile(
        rf"[^、]{{0,8}}(?:各[个级]?|有关|相关|所有|[0-9]{{1,3}}个)(?:{level}){{1,3}}(?:、(?:{level}))*"
    )


@cache
def _level_start() -> re.Pattern[str]:
    level = one_of(words("units", "levels"))
    tail = "党委[、和]?(?:人民)?政府|党委|(?:人民)?政府|办事处|管委会|管理委员会|部门|单位"
    return re.compile(rf"(?:{level})(?:[和及与](?:{level}))?(?:{tail})?")


@cache
def _generic() -> frozenset[str]:
    """Give the organs that name no place: 管委会, 街道办事处, 人民政府."""
    organs = (
        word for key in ("zone", "street", "government") for word in words("units", "organs", key)
    )
    return frozenset(organs) - {"党工委"}


@cache
def _zone_words() -> str:
    return f"(?:{one_of(words('units', 'zones'))})"


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(rf"[^各、]{{0,14}}{_zone_words()}")


@cache
def _zone_organ() -> re.Pattern[str]:
    organs = one_of(words("units", "organs", "zone"))
    return re.compile(rf"[^各、]{{0,14}}{_zone_words()}(?:{organs}|党工委[和、]管委会)")


@cache
def _place_zone() -> re.Pattern[str]:
    """Give the pattern of a zone with its place and its organ: 云岭经济技术开发区管委会."""
    organs = one_of(words("units", "organs", "zone"))
    kinds = one_of(words("units", "zones", "kinds"))
    return re.compile(
        "(?P<place>[^各省、市县区镇乡国高经工产新]{2})(?:国家级|省级)?"
        rf"(?:{kinds})*{_zone_words()}(?:{organs})"
    )
