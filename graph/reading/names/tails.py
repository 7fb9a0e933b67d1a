"""What stands behind a name in a list and is no part of it: verbs, manner, 等, remarks."""

import re
from bisect import bisect_left
from functools import cache
from operator import itemgetter
from typing import Any

from ...lexicon.roles import heading_slot
from ...lexicon.words import one_of, words
from ..text.brackets import HIDDEN
from .names import ends_as_name, explains, looks_like_unit
from .person_names import without_post
from .remarks import is_remark
from .roles import verb_slots

Pairs = list[tuple[int, int]]
Told = dict[str, Any]
"""The fields of a member that its tails tell."""
_LONGEST_TAIL = 24


def cut_tail(
    folded: str, shown: str, pairs: Pairs, start: int, end: int
) -> tuple[int, Told] | None:
    """Give where the text ends without its last tail, and what the tail tells."""
    if start >= end:
        return None
    if shown[end - 1] == HIDDEN:
        return _cut_bracket(folded, pairs, start, end)
    if shown[end - 1] in stars():
        return end - 1, {"starred": True}
    if not _may_be_tail(shown, start, end):
        return None
    match = _tail().search(shown, max(start, end - _LONGEST_TAIL), end)
    if match is None or _ends_office(shown[start:end], match):
        return None
    return match.start(), _told_by(match)


def _told_by(match: re.Match[str]) -> Told:
    if match["open"]:
        return {"open": True}
    if match["verb"]:
        return {"verb": match["verb"]}
    return {"divided": True} if match[0] in words("roles", "divided") else {}


def _ends_office(stretch: str, match: re.Match[str]) -> bool:
    """Tell whether 协办 or 会办 at the end is that of an office: 县科协办, 县安委会办, 县目督办."""
    verb = match["verb"]
    if not verb or not verb.endswith(_OFFICE) or len(verb) > _SHORT_VERB:
        return False
    if stretch[: -len(_OFFICE)].endswith(tuple(words("units", "offices"))):
        return True
    rest = stretch[: -len(verb)]
    host = rest[:-1]
    if rest[-1:] in _tail_ends() or looks_like_unit(rest) or without_post(rest) != rest:
        return False
    return host in words("units", "prefixes") or ends_as_name(host)


_OFFICE = "办"
_SHORT_VERB = 2


def _cut_bracket(folded: str, pairs: Pairs, start: int, end: int) -> tuple[int, Told] | None:
    at = bisect_left(pairs, end - 1, key=itemgetter(1))
    if at == len(pairs):
        return None  # the source itself holds the character that hides
    opener, closer = pairs[at]
    if opener < start:
        return None
    inside = folded[opener + 1 : closer].strip()
    slot = verb_slots().get(inside) or heading_slot(inside)
    if slot is not None:
        return opener, {"own": slot}
    if (
        explains(inside)
        or is_remark(inside)
        or _tells_part(inside)
        or _manner_only().fullmatch(inside)
    ):
        return opener, {}
    opened = _tail().fullmatch(inside)
    return (opener, {"open": True}) if opened and opened["open"] else None


def _tells_part(inside: str) -> bool:
    """Tell whether a bracket behind a name says what its part is: 县财政局（资金保障）."""
    return len(inside) >= _SHORTEST_PART and bool(_part().search(inside))


_SHORTEST_PART = 4


def strip(shown: str, start: int, end: int) -> tuple[int, int]:
    """Give the stretch without marks, white space and brackets without partner around it."""
    while start < end and (shown[start].isspace() or shown[start] in "，：。；（〔"):
        start += 1
    while end > start and (shown[end - 1].isspace() or shown[end - 1] in "，：。；）〕"):
        end -= 1
    return start, end


def without_verb(shown: str) -> str:
    """Give a name without the verbs and the manner behind it."""
    if not shown or not _may_be_tail(shown, 0, len(shown)):
        return shown
    match = _tail().search(shown, max(0, len(shown) - _LONGEST_TAIL))
    return without_verb(shown[: match.start()]) if match and match.start() else shown


def without_open(name: str) -> str:
    """Give a name without the 等 behind it."""
    match = _tail().search(name)
    return name[: match.start()] if match and match["open"] else name


@cache
def stars() -> frozenset[str]:
    """Give the marks that tell the leading unit."""
    return frozenset(words("units", "rule", "star"))


@cache
def _tail() -> re.Pattern[str]:
    verb = one_of(verb_slots())
    manner = one_of(words("roles", "manner"))
    several = one_of(words("units", "several", "bodies"))
    first, more = f"[^等及和与]{{0,12}}?(?:{several})", f"[^等各及和与]{{0,6}}?(?:{several})"
    join, modal = "[及和与、]?", one_of(words("roles", "modal"))
    return re.compile(
        rf"(?:(?:(?:{modal})(?:{manner})*)?(?P<verb>{verb})|(?:{manner})|(?<![高中初平])(?P<open>等(?:{first}(?:{join}{more})*)?))$"
    )


def _may_be_tail(shown: str, start: int, end: int) -> bool:
    """Tell fast whether a stretch ends in a word of a tail: most names do not."""
    ends = _tail_ends().get(shown[end - 1])
    return ends is not None and shown.endswith(ends, start, end)


@cache
def _tail_ends() -> dict[str, tuple[str, ...]]:
    """Give the words in which tails end, by their last characters."""
    told = (*verb_slots(), *words("roles", "manner"), *words("units", "several", "bodies"), "等")
    return {last: tuple(w for w in told if w[-1] == last) for last in {word[-1] for word in told}}


@cache
def tail_manner() -> re.Pattern[str]:
    """Match the manner (按职责分工) at the end of a text, and what softens a verb (要)."""
    told = (*words("roles", "manner"), *words("roles", "modal"))
    return re.compile(rf"(?:等|(?:{one_of(told)}))+$")


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('roles', 'parts'))})$")


@cache
def _manner_only() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('roles', 'manner'))})+(?:{one_of(verb_slots())})?")
