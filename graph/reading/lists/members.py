"""A list of units cut into its members: names with their verbs, marks and separators."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon.roles import Slot
from ...lexicon.words import one_of, words
from ..names.names import ends_as_name, is_collective, looks_like_unit
from ..names.officers import staffed
from ..names.roles import verb_slots
from ..names.run_together import side_by_side
from ..names.tails import (
    Pairs,
    Told,
    cut_tail,
    stars,
    strip,
    without_open,
)
from ..text.brackets import bracket_pairs, hide
from .inner_verbs import begins_unit, verb_parts
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
        for part_start, part_end, joint, is_work in verb_parts(shown, start, end):
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
def _leading() -> re.Pattern[str]:
    """Give the pattern of what stands before a name: 由, 以上工作由; 及 before more units."""
    opening = one_of(words("sentences", "opening"))
    joins = rf"(?<=.)(?:以及|及|和|与)(?=(?:{begins_unit().pattern})(?![县市区]政府))"
    return re.compile(rf"(?:{opening})|[0-9]{{1,2}}[.．]|或与?(?=..)|{joins}")
