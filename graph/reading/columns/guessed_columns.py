"""Columns under unknown headings that are told by their cells, as guesses that a doubt names."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds, is_problem
from ...lexicon.roles import slot_inside
from ...lexicon.words import words
from ..names.names import says_nothing
from .cell_kinds import Kind, are_units, kind_of
from .not_of_tasks import is_sure, lists_others
from .text_columns import SAMPLE, Rows

_FINEST = 50
"""The rank of guessed tasks: finer than every level that a heading tells."""


def told_by_kinds(columns: Sequence[Column], rows: Rows) -> list[Column] | None:
    """Give columns, the unknown ones told by their cells; `None` where they hold no tasks.

    Known headings keep their meaning, and those surely of tasks leave nothing to be guessed.
    """
    kinds = [_kind(c, rows, at) for at, c in enumerate(columns)]
    unknown = [
        kind if c.holds is Holds.UNKNOWN else Kind.NOTHING
        for c, kind in zip(columns, kinds, strict=True)
    ]
    if lists_others(columns, unknown):
        return None
    found = list(columns)
    for at, kind in enumerate(unknown):
        found[at] = _told(columns[at], kind, found)
    if any(_holds_tasks(c, kind) for c, kind in zip(found, kinds, strict=True)):
        return found
    return _with_work(found, unknown, rows)


def _kind(c: Column, rows: Rows, at: int) -> Kind:
    return kind_of(told_in(rows, at)) if c.holds in _OPEN else Kind.NOTHING


_OPEN = {Holds.UNKNOWN, Holds.TEXT}


def _holds_tasks(c: Column, kind: Kind) -> bool:
    """Tell whether a column tells what is to be done, and not only what is wrong."""
    if is_problem(c):
        return False
    return c.holds is Holds.TEXT and (kind is Kind.WORK or is_sure(c.heading))


def _with_work(found: list[Column], kinds: Sequence[Kind], rows: Rows) -> list[Column] | None:
    """Take the longest column of work for the tasks, `None` where there is none."""
    work = [at for at, kind in enumerate(kinds) if kind is Kind.WORK]
    if not work:
        return None
    at = max(work, key=lambda place: sum(map(len, told_in(rows, place))))
    return [
        c._replace(holds=Holds.TEXT, rank=_FINEST, guessed=True) if place == at else c
        for place, c in enumerate(found)
    ]


def _told(c: Column, kind: Kind, beside: Sequence[Column]) -> Column:
    """Give an unknown column as what its cells are, if its heading speaks not against it."""
    if kind is Kind.UNITS and not heads_others(c.heading):
        return as_units(c)
    holds = _TOLD.get(kind)
    if holds is None or any(other.holds is holds for other in beside):
        return c
    if holds is Holds.DEADLINE and _heads_other_times(c.heading):
        return c
    return c._replace(holds=holds, guessed=True)


_TOLD = {Kind.NUMBERS: Holds.SERIAL, Kind.TIMES: Holds.DEADLINE}


def _heads_other_times(heading: str) -> bool:
    return any(word in fold(heading) for word in words("guesses", "times", "others"))


def with_units_beside(columns: tuple[Column, ...], rows: Rows) -> tuple[Column, ...]:
    """Give the columns, unknown ones full of units beside a known one of units as such.

    Their headings end in a word for units: 攻坚科室. Others are only told of.
    """
    unknown = [at for at, c in enumerate(columns) if c.holds is Holds.UNKNOWN and _ends_so(c)]
    if not unknown or not any(c.holds is Holds.OWNERS for c in columns):
        return columns
    found = list(columns)
    for at in unknown:
        if are_units(told_in(rows, at)):
            found[at] = as_units(columns[at])
    return tuple(found)


def as_units(c: Column) -> Column:
    """Give a column as one of units, with the role that its heading has inside, if any."""
    return c._replace(holds=Holds.OWNERS, slot=slot_inside(fold(c.heading)), guessed=True)


@lru_cache(maxsize=1024)
def heads_others(heading: str) -> bool:
    """Tell whether an unknown heading stands over units that are not made responsible: 填报单位."""
    folded = fold(heading)
    return any(word in folded for word in words("guesses", "units", "others"))


def told_in(rows: Rows, at: int) -> list[str]:
    """Give the cells of a column that say something, of the first rows that are no banners."""
    return [
        row[at].text
        for row in rows[:SAMPLE]
        if not row[at].merged and not says_nothing(row[at].text)
    ]


def _ends_so(c: Column) -> bool:
    shown = _BRACKET.sub("", fold(c.heading))
    if any(word in shown for word in words("guesses", "units", "beside")):
        return False
    return shown.endswith(_ends()) and not heads_others(c.heading)


_BRACKET = re.compile("（[^（）]*）$")


@cache
def _ends() -> tuple[str, ...]:
    return tuple(words("guesses", "units", "ends"))
