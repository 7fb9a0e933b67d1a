"""A list of units cut into its members: names with their verbs, marks and separators."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any

from .brackets import HIDDEN, bracket_pairs, hide
from .lexicon import one_of, words
from .names import closes_name, ends_as_name, explains, is_collective, looks_like_unit
from .roles import Slot, heading_slot, verb_slots

_SEPARATOR = re.compile(r"[、，；。/|·]+|\s+")
_GROUP = re.compile("[，；。\n]")
_LEADING = re.compile(r"(?:由|以及|并由|并|再由|及|和|与(?=[市省县区各]))")
_CONJUNCTION = re.compile("以及|及|和|与|暨")


Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Member:
    """One stretch of a list, in offsets of the listed text."""

    start: int
    end: int
    group: int
    """Counts the marks stronger than 、 before it."""
    verb: str | None = None
    """The role verb right behind it."""
    own: Slot | None = None
    """A role in brackets behind the name, for this name alone: 甲局（牵头）."""
    starred: bool = False
    open: bool = False
    """等 stands behind it."""
    joint: bool = False
    """会同 stands before it."""
    whole: tuple[int, int] = (0, 0)
    """The stretch with its verb and marks."""


def members(folded: str) -> tuple[Member, ...]:
    """Cut a folded list, without labels, into its members, in order.

    A member without a name (`start == end`) carries the verb or 等 that stands alone.
    """
    return _short_members(folded) if len(folded) <= _REMEMBERED else _members(folded)


_REMEMBERED = 120


@lru_cache(maxsize=2048)
def _short_members(folded: str) -> tuple[Member, ...]:
    """Remember short lists: the same few cells stand in most rows of a plan."""
    return _members(folded)


def _members(folded: str) -> tuple[Member, ...]:
    pairs = bracket_pairs(folded)
    shown = hide(folded, pairs)
    cuts = _merge_levels(shown, list(_stretches(shown)))
    found: list[Member] = []
    for start, end, group in cuts:
        for part_start, part_end, joint in _verb_parts(shown, start, end):
            stretch = (*_strip(shown, part_start, part_end), group, joint)
            member = _trim(folded, shown, pairs, stretch)
            found += _conjoined(folded, shown, pairs, member)
    return tuple(found)


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
        if merged and shown[merged[-1][1] : start] == "、":
            before = shown[merged[-1][0] : merged[-1][1]].replace(HIDDEN, "").strip()
            here = _without_verb(shown[start:end].replace(HIDDEN, "").strip())
            if _continues_collective(before, here) or _continues_places(before, here):
                merged[-1] = (merged[-1][0], end, merged[-1][2])
                continue
        merged.append((start, end, group))
    return merged


def _without_verb(shown: str) -> str:
    match = _tail().search(shown, max(0, len(shown) - _LONGEST_TAIL))
    return _without_verb(shown[: match.start()]) if match and match.start() else shown


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


def _verb_parts(shown: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Cut 甲局牵头乙局配合 behind its inner verbs, and 甲局会同乙局 before 会同."""
    joint = False
    for match in _inner_verb().finditer(shown, start, end):
        nearest = max(start, match.start() - _LONGEST_NAME)
        name = _tail_manner().sub("", shown[nearest : match.start()])
        if match["joint"] and _joins(match, start, name):
            if match.start() > start:
                yield start, match.start(), joint
            start, joint = match.end(), True
        elif match["strong"] and match.end() < end and closes_name(name):
            yield start, match.end(), joint
            start, joint = match.end(), False
    yield start, end, joint


def _joins(match: re.Match[str], start: int, name: str) -> bool:
    """Tell whether 会同 or 商 joins two names: 商 is too short to do so without an institution."""
    if len(match[0]) > 1:
        return match.start() == start or closes_name(name)
    return bool(_before_joint().search(name))


def _trim(folded: str, shown: str, pairs: Pairs, stretch: tuple[int, int, int, bool]) -> Member:
    """Take from a stretch what is no name: verbs, manner, 等, marks, remarks in brackets."""
    start, end, group, joint = stretch
    whole = (start, end)
    leading = _LEADING.match(shown, start, end)
    if leading and leading.end() < end:
        start = leading.end()
    told: Told = {}
    if start < end and shown[start] in _stars():
        start, told = start + 1, {"starred": True}
    for _ in range(_MOST_TAILS):
        cut = _cut_tail(folded, shown, pairs, start, end)
        if cut is None:
            break
        told = cut[1] | told
        start, end = _strip(shown, start, cut[0])
    return Member(start, end, group, joint=joint, whole=whole, **told)


_LONGEST_NAME = 60
_MOST_TAILS = 8
_LONGEST_TAIL = 24
Told = dict[str, Any]


def _cut_tail(
    folded: str, shown: str, pairs: Pairs, start: int, end: int
) -> tuple[int, Told] | None:
    """Give where the text ends without its last tail, and what the tail tells."""
    if start >= end:
        return None
    if shown[end - 1] == HIDDEN:
        return _cut_bracket(folded, pairs, start, end)
    if shown[end - 1] in _stars():
        return end - 1, {"starred": True}
    match = _tail().search(shown, max(start, end - _LONGEST_TAIL), end)
    if match is None:
        return None
    if match["open"]:
        return match.start(), {"open": True}
    return match.start(), {"verb": match["verb"]} if match["verb"] else {}


def _cut_bracket(folded: str, pairs: Pairs, start: int, end: int) -> tuple[int, Told] | None:
    at = bisect_left(pairs, end - 1, key=itemgetter(1))
    opener, closer = pairs[at]
    if opener < start:
        return None
    inside = folded[opener + 1 : closer].strip()
    slot = verb_slots().get(inside) or heading_slot(inside)
    if slot is not None:
        return opener, {"own": slot}
    if explains(inside) or _manner_only().fullmatch(inside):
        return opener, {}
    opened = _tail().fullmatch(inside)
    return (opener, {"open": True}) if opened and opened["open"] else None


def _strip(shown: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (shown[start].isspace() or shown[start] in "，：。；"):
        start += 1
    while end > start and (shown[end - 1].isspace() or shown[end - 1] in "，：。；"):
        end -= 1
    return start, end


def _conjoined(folded: str, shown: str, pairs: Pairs, member: Member) -> list[Member]:
    """Cut at 和, 与, 及 where whole names stand on both sides: not in 发展和改革局."""
    start: int = member.start
    found: list[Member] = []
    for match in _CONJUNCTION.finditer(shown, member.start, member.end):
        if match.start() - start > _LONGEST_NAME or member.end - match.end() > _LONGEST_NAME:
            continue
        left = _without_open(folded[start : match.start()].strip())
        right = folded[match.end() : member.end].strip()
        if _two_names(left, _without_open(shown[start : match.start()].strip()), right):
            part = (*_strip(shown, start, match.start()), member.group, member.joint)
            found.append(_trim(folded, shown, pairs, part))
            start = match.end()
    return [*found, replace(member, start=start)] if found else [member]


def _without_open(name: str) -> str:
    match = _tail().search(name)
    return name[: match.start()] if match and match["open"] else name


def _two_names(left: str, left_shown: str, right: str) -> bool:
    if not left or not ends_as_name(left_shown) or not looks_like_unit(right):
        return False
    if right.startswith(("所属", "下属", "其")) and not right.startswith("其他"):
        return False
    return not (is_collective(left) and right in _bare_collectives())


@cache
def _bare_collectives() -> frozenset[str]:
    return frozenset((*words("units", "collective", "whole"), "政府", "人民政府"))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(words("units", "abbreviations"))


@cache
def _stars() -> frozenset[str]:
    return frozenset(words("units", "rule", "star"))


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


@cache
def _inner_verb() -> re.Pattern[str]:
    strong = one_of(words("roles", "inner", "strong"))
    joint = one_of(words("roles", "inner", "joint"))
    spoiler = one_of(words("roles", "spoiler"))
    return re.compile(
        rf"(?P<strong>(?:{strong})(?:{one_of(verb_slots())})?)(?!{spoiler})|(?P<joint>{joint})"
    )


@cache
def _before_joint() -> re.Pattern[str]:
    return re.compile(rf"..(?:{one_of(words('roles', 'inner', 'joint_after'))})$")


@cache
def _tail() -> re.Pattern[str]:
    verb = one_of(verb_slots())
    manner = one_of(words("roles", "manner"))
    several = one_of(
        ("部门", "单位", "科室", "处室", "机构", "方面", "企业", "地区", "地方", "县区", "镇街")
    )
    return re.compile(
        rf"(?:(?P<verb>{verb})|(?:{manner})|(?<![高中初平])(?P<open>等(?:[^等]{{0,12}}?(?:{several}))*))$"
    )


@cache
def _tail_manner() -> re.Pattern[str]:
    return re.compile(rf"(?:等|(?:{one_of(words('roles', 'manner'))}))+$")


@cache
def _manner_only() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('roles', 'manner'))})+(?:{one_of(verb_slots())})?")
