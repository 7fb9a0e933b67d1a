"""Words of roles in a text: labels before names (牵头单位：), verbs behind them (甲局牵头)."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon.roles import STEMS, Slot, role_words, slot_of
from ...lexicon.words import all_words, one_of, words
from ...plan import Role


class Label(NamedTuple):
    """A label found in a text; the names begin at `end`."""

    start: int
    end: int
    slot: Slot | None
    """`None` where it names nobody."""
    colon: bool = True
    """A colon stands behind it, not only a space."""
    known: bool = True
    """It is made of words of roles; else its slot is a guess."""


def role_of(slot: Slot, present: Collection[Slot], *, several: bool) -> Role:
    """Give the role of a slot beside the other slots of the same row or table.

    `several` tells whether the row names more than one unit in this slot.
    """
    told = _TOLD.get(slot)
    if told is not None:
        return told
    if slot is Slot.FUSED:
        return Role.RESPONSIBLE if several else Role.LEAD
    if not _LEADS.isdisjoint(present):
        return Role.SUPPORT
    return Role.LEAD if Slot.SUPPORT in present else Role.RESPONSIBLE


_TOLD = {
    Slot.SUPERVISE: Role.SUPERVISE,
    Slot.PERSON: Role.SUPERVISE,
    Slot.LEAD: Role.LEAD,
    Slot.SUPPORT: Role.SUPPORT,
}
"""The slots that tell the role whatever stands beside them."""
_LEADS = frozenset({Slot.LEAD, Slot.FUSED})


def labels(shown: str) -> list[Label]:
    """Give the labels of a folded text whose brackets are hidden, from left to right."""
    if _LABEL_MARK.search(shown) is None:
        return []
    return list(_short_labels(shown) if len(shown) <= _REMEMBERED else _labels(shown))


_REMEMBERED = 200


@lru_cache(maxsize=256)
def _short_labels(shown: str) -> tuple[Label, ...]:
    """Remember short texts: a paragraph is asked for its labels at every step."""
    return _labels(shown)


def _labels(shown: str) -> tuple[Label, ...]:
    found: list[Label] = []
    for match in _label_pattern().finditer(shown):
        short = match["short"] or match["apart"]
        slot = Slot.RESPONSIBLE if match["division"] else _SHORT[short] if short else slot_of(match)
        told = match[0].rstrip().endswith("：")
        found.append(Label(match.start("label"), match.end(), slot, told))
    return tuple(found)


def glued_labels(shown: str, known: Sequence[Label]) -> Iterator[Label]:
    """Give the labels of roles and times that follow a name at once: 甲局配合单位：乙局."""
    told = {label.start for label in known}
    for match in _glued_label().finditer(shown, known[0].end):
        start = match.start("stem") if match["stem"] else match.start()
        if not any(start <= at < match.end() for at in told):
            yield Label(start, match.end(), slot_of(match) if match["stem"] else None)


@cache
def _glued_label() -> re.Pattern[str]:
    time = one_of(words("headings", "deadline"))
    return re.compile(rf"(?<=\w)(?:(?:{role_words()})|(?:{time}))\s*：")


_LABEL_MARK = re.compile(r"[：\s为是]|(?:单位|部门)[省市县区州]")


@cache
def verb_slots() -> dict[str, Slot]:
    """Give every role verb with its slot."""
    return {word: Slot(key) for word, key in all_words("roles", "verbs").items()}


_SHORT: dict[str, Slot] = {w: Slot(k) for w, k in all_words("roles", "short").items()}


@cache
def _label_pattern() -> re.Pattern[str]:
    short = one_of(_SHORT)
    role = one_of(STEMS)
    division = one_of(words("roles", "division"))
    return re.compile(
        rf"(?:(?<!\w)|(?=[①-⑳]))(?P<label>[①-⑳]?(?:{role_words()}\0*(?:\s*：|\s+|[为是]：?(?!{role})|(?=[省市县区州](?![级直里内属长])))|(?P<short>{short})\s*："
        rf"|(?:^|(?<=[，；]))(?P<apart>{short})\s+(?=\S)"
        rf"|(?P<division>{division})\s*：(?=\s*\S)))\s*"
    )
