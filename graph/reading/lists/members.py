"""A list of units cut into its members: names with their verbs, marks and separators."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon.roles import Slot
from ...lexicon.words import lexicon, one_of, words
from ..names.elision import is_field
from ..names.names import closes_name, ends_as_name, is_collective, looks_like_unit
from ..names.officers import staffed
from ..names.roles import verb_slots
from ..names.run_together import side_by_side
from ..names.tails import (
    Pairs,
    Told,
    cut_tail,
    stars,
    strip,
    tail_manner,
    without_open,
    without_verb,
)
from ..text.brackets import bracket_pairs, hide
from .stretches import stretches

_CONJUNCTION = re.compile("以及|及(?!时)|和|与|暨|或")


class Member(NamedTuple):
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
    divided: bool = False
    """按职责分工 stands behind it."""
    joint: bool = False
    """会同 stands before it."""
    is_work: bool = False
    """It is no name but what the unit before it does: 甲局负责资金保障."""
    parted: bool = False
    """It is the second of two names without a mark between them: 县水利局县林业局."""
    whole: tuple[int, int] = (0, 0)
    """The stretch with its verb and marks."""


def members(folded: str) -> tuple[Member, ...]:
    """Cut a folded list, without labels, into its members, in order.

    A member without a name (`start == end`) carries the verb or 等 that stands alone.
    """
    if "\n" in folded and len(folded) <= _REMEMBERED and _UPRIGHT.fullmatch(folded):
        return (Member(0, len(folded), 0, whole=(0, len(folded))),)
    return _short_members(folded) if len(folded) <= _REMEMBERED else _members(folded)


_REMEMBERED = 120
_UPRIGHT = re.compile(r"[\u4e00-\u9fff](?:[^\S\n]*\n[^\S\n]*[\u4e00-\u9fff]){2,}")
"""A name written from top to bottom, a character a line."""


@lru_cache(maxsize=256)
def _short_members(folded: str) -> tuple[Member, ...]:
    """Remember short lists: the same few cells stand in most rows of a plan."""
    return _members(folded)


def _members(folded: str) -> tuple[Member, ...]:
    pairs = bracket_pairs(folded)
    shown = hide(folded, pairs)
    cuts = _behind_roles(folded, pairs, stretches(shown))
    found: list[Member] = []
    for start, end, group in cuts:
        for part_start, part_end, joint, is_work in _verb_parts(shown, start, end):
            stretch = (*strip(shown, part_start, part_end), group, joint)
            if is_work:
                found.append(_trim(folded, shown, pairs, stretch)._replace(is_work=True))
                continue
            for begin, stop, parted in side_by_side(shown, *stretch[:2]):
                member = _trim(folded, shown, pairs, (begin, stop, group, joint))
                first, *more = _conjoined(folded, shown, pairs, member)
                found += [first._replace(parted=parted), *more]
    return tuple(found)


def _behind_roles(
    folded: str, pairs: Pairs, cuts: list[tuple[int, int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Cut behind a role in brackets that another name follows at once: 甲局（牵头）乙局."""
    ends = [end + 1 for start, end in pairs if folded[start + 1 : end] in verb_slots()]
    at = 0
    for start, end, group in cuts:
        while at < len(ends) and ends[at] < end:
            if ends[at] > start and looks_like_unit(folded[ends[at] : end]):
                yield start, ends[at], group
                start = ends[at]
            at += 1
        yield start, end, group


def _verb_parts(shown: str, start: int, end: int) -> Iterator[tuple[int, int, bool, bool]]:
    """Cut 甲局牵头乙局配合 behind its inner verbs, and 甲局会同乙局 before 会同."""
    joint = tells_work = False
    for match in _inner_verb().finditer(shown, start, end):
        nearest = max(start, match.start() - _LONGEST_NAME)
        name = tail_manner().sub("", shown[nearest : match.start()])
        if match["time"]:
            if match.start() > start and _is_whole(name):
                yield start, match.start(), joint, False
                yield match.start("time"), match.end(), False, False
                start, joint, tells_work = match.end(), False, True
        elif match["joint"] and _joins(match, start, name):
            if match.start() > start:
                yield start, match.start() - _softened(shown, start, match.start()), joint, False
            start, joint = match.end(), True
        elif match["strong"] and _is_inside(match, shown, end) and _is_whole(name):
            yield start, match.end(), joint, False
            start, joint = match.end(), False
            rest = without_verb(shown[start:end])
            named = looks_like_unit(rest) or staffed(rest)
            tells_work = not named or rest in words("units", "never", "work")
    if start < end:
        yield start, end, joint, tells_work


def _is_inside(match: re.Match[str], shown: str, end: int) -> bool:
    """Tell whether more than the rest of a verb stands behind: 牵头乙局, not 牵头制定."""
    return match.end() < end and shown[match.start() : end] not in verb_slots()


_MEETS = "会"
_ALLIED: str = lexicon("roles")["inner"]["allied"]
_OFFICE = re.compile("[^、，；]{2}[处科股]$")
_SEPARATORS = re.compile("[、，；。\\s]")


def _is_whole(name: str) -> bool:
    return len(name) >= _SHORTEST_NAME and closes_name(name)


def _joins(match: re.Match[str], start: int, name: str) -> bool:
    """Tell whether 会同 or 商 joins two names: 商 is too short to do so without an institution."""
    if match[0] == _MEETS:
        rest = match.string[match.end() : match.end() + _LONGEST_NAME]
        return bool(_OFFICE.search(name)) and looks_like_unit(_SEPARATORS.split(rest)[0])
    if len(match[0]) > 1:
        sure = match[0] != _ALLIED or _surely_names(match.string[match.end() :])
        return sure and (match.start() == start or _is_whole(name))
    return bool(_before_joint().search(name))


def _softened(shown: str, start: int, end: int) -> int:
    """Give how long the words at the end of a stretch are that soften a verb: 乙局要会同丙局."""
    match = tail_manner().search(shown, start, end)
    return len(match[0]) if match else 0


def _surely_names(rest: str) -> bool:
    """Tell whether a name with its level, or a known field with its ending, begins a text."""
    first = without_verb(_SEPARATORS.split(rest[:_LONGEST_NAME])[0])
    return looks_like_unit(first) and (is_field(first) or _more().match(first) is not None)


def _trim(folded: str, shown: str, pairs: Pairs, stretch: tuple[int, int, int, bool]) -> Member:
    """Take from a stretch what is no name: verbs, manner, 等, marks, remarks in brackets."""
    start, end, group, joint = stretch
    whole = (start, end)
    leading = _leading().match(shown, start, end)
    if leading and leading.end() < end:
        start = leading.end()
    told: Told = {}
    if start < end and shown[start] in stars():
        start, told = start + 1, {"starred": True}
    for _ in range(_MOST_TAILS):
        cut = cut_tail(folded, shown, pairs, start, end)
        if cut is None:
            break
        told = cut[1] | told
        start, end = strip(shown, start, cut[0])
    return Member(start, end, group, joint=joint, whole=whole, **told)


_LONGEST_NAME = 60
_SHORTEST_NAME = 2
_MOST_TAILS = 8


def _conjoined(folded: str, shown: str, pairs: Pairs, member: Member) -> list[Member]:
    """Cut at 和, 与, 及 where whole names stand on both sides: not in 发展和改革局."""
    start: int = member.start
    found: list[Member] = []
    for match in _CONJUNCTION.finditer(shown, member.start, member.end):
        if match.start() - start > _LONGEST_NAME or member.end - match.end() > _LONGEST_NAME:
            continue
        left = without_open(folded[start : match.start()].strip())
        right = folded[match.end() : member.end].strip()
        if _two_names(left, without_open(shown[start : match.start()].strip()), right):
            part = (*strip(shown, start, match.start()), member.group, member.joint)
            found.append(_trim(folded, shown, pairs, part))
            start = match.end()
    return [*found, member._replace(start=start)] if found else [member]


def _two_names(left: str, left_shown: str, right: str) -> bool:
    if len(left) < _SHORTEST_NAME or not (looks_like_unit(right) or staffed(right)):
        return False
    if not ends_as_name(left_shown):
        return staffed(left) is not None
    if right in _organs() or (right.startswith(_ITS_OWN) and not right.startswith("其他")):
        return False
    if not is_collective(left):
        return True
    if _levels_end().search(left_shown) and right in words("units", "zones", "levels"):
        return False
    return right[1:2] == "直" or right not in _bare_collectives()


_ITS_OWN = ("所属", "下属", "其")


@cache
def _levels_end() -> re.Pattern[str]:
    levels = one_of(
        (*words("units", "places", "upper"), *words("units", "places", "lower"), "街道")
    )
    return re.compile(rf"各[^各]*(?:{levels})\0*$")


@cache
def _organs() -> frozenset[str]:
    """Give the organs that belong to the name before them: 高新区党工委和管委会."""
    return frozenset((*words("units", "organs", "zone"), *words("units", "organs", "street")))


@cache
def _bare_collectives() -> frozenset[str]:
    return frozenset((*words("units", "collective", "whole"), "政府", "人民政府"))


@cache
def _more() -> re.Pattern[str]:
    """Match how the name of a further unit begins."""
    return re.compile(
        one_of((*words("units", "several"), *words("units", "prefixes"), "各", "其他", "其它"))
    )


@cache
def _leading() -> re.Pattern[str]:
    """Give the pattern of what stands before a name: 由, 以上工作由; 及 before more units."""
    opening = one_of(words("sentences", "opening"))
    joins = rf"(?<=.)(?:以及|及|和|与)(?=(?:{_more().pattern})(?![县市区]政府))"
    return re.compile(rf"(?:{opening})|[0-9]{{1,2}}[.．]|或与?(?=..)|{joins}")


@cache
def _inner_verb() -> re.Pattern[str]:
    strong = one_of(words("roles", "inner", "strong"))
    joint = words("roles", "inner", "joint")
    long, short = (one_of(w for w in joint if (len(w) > 1) is whole) for whole in (True, False))
    barred = one_of(words("roles", "inner", "joint_not_before"))
    spoiler = one_of(words("roles", "spoiler"))
    begins = one_of(words("roles", "spoiler", "names"))
    return re.compile(
        rf"(?P<strong>(?:{strong})(?:{one_of(verb_slots())})?)(?!(?!{begins})(?:{spoiler}))"
        rf"|(?P<joint>(?:{long})(?!路)|(?:{short})(?!{barred}))|(?:[于在]|要在)?(?P<time>{_TIME})"
    )


_TIME = (
    "(?=[0-9年])(?:20[0-9]{2}年)?(?:[0-9]{1,2}月份?)?"
    "(?:[0-9]{1,2}日|[上中下]旬|年?[底末])?(?:之?前|以前|内)"
)


@cache
def _before_joint() -> re.Pattern[str]:
    return re.compile(rf"..(?:{one_of(words('roles', 'inner', 'joint_after'))})$")
