"""Words of roles: headings and labels (牵头单位), verbs behind names (甲局牵头)."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from ..plan import Role
from .lexicon import all_words, one_of, words


class Slot(StrEnum):
    """What a heading, label or verb says by itself, before its neighbours are known."""

    LEAD = "lead"
    FUSED = "fused"
    """Lead and doing in one word (牵头落实单位): it tells several names not apart."""
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    SUPERVISE = "supervise"
    PERSON = "person"
    """A leading person (分管领导), never a unit."""


class Label(NamedTuple):
    """A label found in a text; the names begin at `end`."""

    start: int
    end: int
    slot: Slot
    colon: bool = True
    """A colon stands behind it, not only a space."""


def role_of(slot: Slot, present: Iterable[Slot], *, several: bool) -> Role:
    """Give the role of a slot beside the other slots of the same row or table.

    `several` tells whether the row names more than one unit in this slot.
    """
    beside = set(present)
    if slot in {Slot.SUPERVISE, Slot.PERSON}:
        return Role.SUPERVISE
    if slot in {Slot.LEAD, Slot.SUPPORT}:
        return Role(slot.value)
    if slot is Slot.FUSED:
        return Role.RESPONSIBLE if several else Role.LEAD
    if beside & {Slot.LEAD, Slot.FUSED}:
        return Role.SUPPORT
    return Role.LEAD if Slot.SUPPORT in beside else Role.RESPONSIBLE


@lru_cache(maxsize=1024)
def heading_slot(heading: str) -> Slot | None:
    """Give the slot of a folded column heading without white space, `None` when it has none.

    >>> heading_slot("牵头单位")
    <Slot.LEAD: 'lead'>
    """
    if "或" in heading:
        either = {heading_slot(part) for part in heading.split("或")}
        return Slot.LEAD if Slot.LEAD in either and None not in either else None
    match = _heading_pattern().fullmatch(heading)
    return _slot(match) if match else None


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
        slot = Slot.RESPONSIBLE if match["division"] else _SHORT[short] if short else _slot(match)
        told = match[0].rstrip().endswith("：")
        found.append(Label(match.start("label"), match.end(), slot, told))
    return tuple(found)


_LABEL_MARK = re.compile(r"[：\s为]")


@cache
def verb_slots() -> dict[str, Slot]:
    """Give every role verb with its slot."""
    return {word: Slot(key) for word, key in all_words("roles", "verbs").items()}


def _slot(match: re.Match[str]) -> Slot:
    return _slot_of(match["stem"], match["second"], person=bool(match["person"]))


@cache
def _slot_of(stem: str, second: str | None, *, person: bool) -> Slot:
    if person:
        return Slot.PERSON
    slots = {_STEMS[part] for part in (stem, second) if part}
    if len(slots) > 1:
        return Slot.FUSED if Slot.LEAD in slots else Slot.RESPONSIBLE
    found = slots.pop()
    return Slot.RESPONSIBLE if found is Slot.PERSON else found


def _parts() -> str:
    unit = one_of(words("roles", "bodies", "unit"))
    person = one_of(words("roles", "bodies", "person"))
    level = f"(?:{one_of(words('roles', 'level'))})?"
    stem = one_of(word for word, key in _STEMS.items() if key is not Slot.PERSON)
    any_stem = one_of(_STEMS)
    join = "(?:及其|及|和|与|、|/|（)"
    tail = rf"(?:{join}{level}(?:{any_stem})?(?:{unit}|{person})?）?)?"
    named_unit = (
        rf"{level}(?P<stem>{any_stem})(?:{join}(?P<second>{stem})）?)?{level}"
        rf"(?:(?P<unit>{unit})|(?P<person>{person}))"
    )
    return named_unit + tail


_STEMS: dict[str, Slot] = {w: Slot(k) for w, k in all_words("roles", "stems").items()}
_SHORT: dict[str, Slot] = {w: Slot(k) for w, k in all_words("roles", "short").items()}


@cache
def _heading_pattern() -> re.Pattern[str]:
    return re.compile(_parts())


@cache
def _label_pattern() -> re.Pattern[str]:
    short = one_of(_SHORT)
    role = one_of(_STEMS)
    division = one_of(words("roles", "division"))
    return re.compile(
        rf"(?<![各由该请对和\w])(?P<label>(?:{_parts()}\0*(?:\s*：|\s+|为：?(?!{role}))|(?P<short>{short})\s*："
        rf"|(?:^|(?<=[，；]))(?P<apart>{short})\s+(?=\S)"
        rf"|(?P<division>{division})\s*：(?=\s*\S)))\s*"
    )
