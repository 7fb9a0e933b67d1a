"""Verbs inside a stretch of a list, which part its names: 甲局牵头乙局配合, 甲局会同乙局."""

import re
from collections.abc import Iterator
from functools import cache

from ...lexicon.words import lexicon, one_of, words
from ..names.elision import is_field
from ..names.names import closes_name, looks_like_unit
from ..names.officers import staffed
from ..names.roles import verb_slots
from ..names.tails import tail_manner, without_verb

_LONGEST_NAME = 60
_SHORTEST_NAME = 2


def verb_parts(shown: str, start: int, end: int) -> Iterator[tuple[int, int, bool, bool]]:
    """Cut 甲局牵头乙局配合 behind its inner verbs, and 甲局会同乙局 before 会同.

    Give of each part where it starts and ends, whether 会同 joins it, and whether it is work.
    """
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
    return looks_like_unit(first) and (is_field(first) or begins_unit().match(first) is not None)


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


@cache
def begins_unit() -> re.Pattern[str]:
    """Match how the name of a further unit begins."""
    return re.compile(
        one_of((*words("units", "several"), *words("units", "prefixes"), "各", "其他", "其它"))
    )
