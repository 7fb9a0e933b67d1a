"""What the columns of a table hold, by their headings."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from .folding import fold
from .roles import Slot, heading_slot, joined_slot
from .words import lexicon, one_of, words

_BLANK = re.compile(r"[\s\u200b\ufeff]+")
_TAIL = re.compile("(?:（[^（）]*）)+$")
_YEARLY = re.compile("^20[0-9]{2}年度?")


class Holds(StrEnum):
    """What a column holds."""

    SERIAL = "serial"
    SECTION = "section"
    TASK = "task"
    REQUIREMENT = "requirement"
    TEXT = "text"
    """A level of the outline that is not yet told apart from the others."""
    OWNERS = "owners"
    DEADLINE = "deadline"
    REMARK = "remark"
    UNKNOWN = "unknown"


class Column(NamedTuple):
    """One column of a table."""

    holds: Holds
    heading: str
    """As printed, without white space."""
    slot: Slot | None = None
    rank: int = 0
    """How fine a level of the outline is, or could be; greater is finer."""


@lru_cache(maxsize=4096)
def column(heading: str) -> Column:
    """Give the column under a printed heading."""
    if len(heading) > _LONGEST:
        return Column(Holds.UNKNOWN, heading)
    printed = _BLANK.sub("", heading)
    return _known(_BLANK.sub("", fold(heading)))._replace(heading=printed)


_LONGEST = 40


def _known(folded: str) -> Column:
    plain = _YEARLY.sub("", folded)
    for name in (plain, _TAIL.sub("", plain)):
        found = _by_word(name)
        if found is not None:
            return _with_role_behind(found, plain)
    return Column(Holds.UNKNOWN, folded)


def _with_role_behind(found: Column, heading: str) -> Column:
    """Give a column of units with the role that a bracket behind its heading says: （牵头）."""
    bracket = _TAIL.search(heading) if found.slot is Slot.RESPONSIBLE else None
    slot = heading_slot(f"{bracket[0].strip('（）')}单位") if bracket else None
    return found._replace(slot=slot) if slot else found


def _by_word(name: str) -> Column | None:
    plain = _plain_headings().get(name)
    if plain is not None:
        return Column(plain, name)
    if name in words("headings", "goal"):
        return Column(Holds.REMARK, name, rank=GOAL)
    rank = lexicon("headings")["text"].get(name)
    if rank is not None:
        return Column(Holds.TEXT, name, rank=rank)
    slot = _slot(name)
    if slot is not None:
        return Column(Holds.OWNERS, name, slot=slot)
    told_later = len(name) <= _LONGEST_PROGRESS and _told_later().search(name)
    return Column(Holds.REMARK, name) if told_later else None


def _slot(name: str) -> Slot | None:
    if name in words("headings", "owners"):
        return Slot.RESPONSIBLE
    if name in words("headings", "person"):
        return Slot.PERSON
    return heading_slot(name) or joined_slot(name)


GOAL = 16
"""The rank of a goal, as a level of the outline: above the tasks, below their categories."""
TASK_RANK = 20
"""The rank of the coarsest column of tasks; those below are of categories."""
_LONGEST_PROGRESS = 9


@cache
def _told_later() -> re.Pattern[str]:
    """Match a heading over how far the work is: 1-10月推进情况, 是否完成, 一季度."""
    told = {key: f"(?:{one_of(listed)})" for key, listed in lexicon("headings")["progress"].items()}
    span = "(?:第?[一二三四1-4]季度|[上下]半年)"
    return re.compile(f"{told['deeds']}{told['states']}$|是否|^{span}{told['aims']}*$")


@cache
def _plain_headings() -> dict[str, Holds]:
    kinds = (Holds.SERIAL, Holds.DEADLINE, Holds.REMARK)
    return {word: kind for kind in kinds for word in words("headings", kind.value)}


def outlined(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Tell the levels of the outline apart: the finest holds requirements."""
    columns = _with_goals(columns)
    beside = {fold(c.heading) for c in columns}
    ranked = sorted(
        (_rank(c, beside), place) for place, c in enumerate(columns) if c.holds is Holds.TEXT
    )
    levels = _levels(len(ranked))
    found = list(columns)
    for (_, place), holds in zip(ranked, levels, strict=True):
        found[place] = found[place]._replace(holds=holds)
    return tuple(found)


def _with_goals(columns: Sequence[Column]) -> Sequence[Column]:
    """Take a goal before the tasks, or without any, for a level of the outline."""
    tasks = [at for at, c in enumerate(columns) if c.holds is Holds.TEXT and c.rank > GOAL]
    end = tasks[0] if tasks else len(columns)
    return [
        c._replace(holds=Holds.TEXT) if c.rank == GOAL and at < end else c
        for at, c in enumerate(columns)
    ]


def _rank(c: Column, beside: set[str]) -> int:
    finer = lexicon("headings")["coarse_beside"].get(fold(c.heading), ())
    return 0 if beside.intersection(finer) else c.rank


def _levels(count: int) -> list[Holds]:
    if count < 2:
        return [Holds.REQUIREMENT] * count
    tasks = [Holds.TASK] * (count - 2)
    return [Holds.SECTION, *tasks, Holds.REQUIREMENT]
