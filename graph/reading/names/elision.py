"""Elided prefixes given back: 省财政厅、教育厅 names 省教育厅 too."""

import re
from collections.abc import Sequence
from functools import cache

from ...lexicon.words import one_of, words
from .names import is_collective


def full_names(names: Sequence[tuple[str, int]]) -> list[str | None]:
    """Give for each folded name, with its comma group, the prefix that it left out, or `None`.

    A prefix holds until the next comma, and behind it for names that are a field and its ending,
    财政局. Only a name that plainly is a department of the same level gets it; a doubtful name
    stays as it is printed.

    >>> full_names([("省财政厅", 0), ("教育厅", 0), ("人民银行某分行", 0)])
    [None, '省', None]
    """
    if not any(name[:1] in _INITIALS for name, _ in names):
        return [None] * len(names)
    found: list[str | None] = []
    prefix = carried = committee = ""
    last_group = 0
    for name, group in names:
        if group != last_group:
            prefix, carried, committee = "", prefix or carried, ""
            last_group = group
        plain = _innocent().sub("××", name)
        own = _prefix().match(plain)
        if own:
            prefix, carried = own["prefix"], ""
            committee = prefix + "委" if own["committee"] else committee
        held = prefix or (carried if is_field(name) else "")
        found.append(None if own else _left_out(plain, held, committee))
    return found


def own_prefix(name: str) -> str | None:
    """Give the level with which a name begins, 县 of 县财政局, but not of 县长 or 市场."""
    match = _prefix().match(_innocent().sub("××", name))
    return match["prefix"] if match else None


def is_field(name: str) -> bool:
    """Tell whether a name is a known field and its ending, 财政局, and nothing else."""
    match = _field().fullmatch(name)
    return match is not None and not match["before"]


_INITIALS = frozenset(prefix[0] for prefix in words("units", "prefixes"))


def _left_out(name: str, prefix: str, committee: str) -> str | None:
    if committee and _party().fullmatch(name):
        return committee
    return prefix if prefix and _takes_prefix(name, prefix) else None


def _takes_prefix(name: str, prefix: str) -> bool:
    if is_collective(name) or _foreign().search(name) or _of_a_place(name):
        return False
    ending = _departments().search(name)
    if ending is None:
        return False
    return ending[0] != "厅" or prefix in {"省", "自治区"}


def _of_a_place(name: str) -> bool:
    """Tell whether a place stands before the field of a name: 云泽气象局, not 自然资源规划局."""
    match = _field().fullmatch(name)
    if match is None or not match["before"]:
        return False
    return _fields().search(match["before"]) is None


@cache
def _field() -> re.Pattern[str]:
    ends = one_of(words("units", "prefixes", "departments"))
    fields = one_of(words("units", "abbreviations"))
    return re.compile(rf"(?P<before>.{{0,3}}?)(?:{fields})(?:{ends})")


@cache
def _fields() -> re.Pattern[str]:
    return re.compile(one_of(words("units", "abbreviations")))


@cache
def _innocent() -> re.Pattern[str]:
    return re.compile(one_of(words("units", "prefixes", "innocent")))


@cache
def _prefix() -> re.Pattern[str]:
    prefixes = one_of(words("units", "prefixes"))
    barred = one_of(words("units", "prefixes", "not_before"))
    party = one_of(words("units", "prefixes", "party"))
    return re.compile(rf"(?P<prefix>{prefixes})(?:(?P<committee>委(?={party}))|(?!{barred}))")


@cache
def _foreign() -> re.Pattern[str]:
    """Make the pattern of names that belong to another body than the one whose prefix stands."""
    own = one_of(words("units", "prefixes", "own"))
    others = one_of(words("units", "prefixes", "others"))
    internal = one_of(words("units", "prefixes", "internal"))
    return re.compile(rf"^(?:{own})|{others}|(?:{internal})$")


@cache
def _departments() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('units', 'prefixes', 'departments'))})$")


@cache
def _party() -> re.Pattern[str]:
    return re.compile(one_of(words("units", "prefixes", "party")))
