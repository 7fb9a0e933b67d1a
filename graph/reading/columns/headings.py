"""The heading row of a table: which cells are one, and what its columns are together."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from ...lexicon.folding import fold
from ...lexicon.headings import TASK_RANK, Column, Holds, column, outlined
from ...lexicon.words import one_of, words
from .units_and_duties import with_units_and_duties
from .work_and_units import with_work_and_units


def header(headings: Sequence[str]) -> tuple[Column, ...] | None:
    """Give the columns when the cells are a table's headings, else `None`.

    Headings are a row in which at least half of the words are known, and that has a column of
    units and one of tasks, numbers or times.
    """
    return _header(tuple(headings))


@lru_cache(maxsize=256)
def _header(headings: tuple[str, ...]) -> tuple[Column, ...] | None:
    """Remember rows: the same one is asked for by several layouts, and again to be read."""
    return headed([column(heading) for heading in headings])


def headed(told: Sequence[Column]) -> tuple[Column, ...] | None:
    """Give the columns when they are those of a table's headings, else `None`: see `header`."""
    columns = _with_duties(with_work_and_units(with_units_and_duties(told)))
    known = [c for c in columns if c.holds is not Holds.UNKNOWN]
    filled = [c for c in columns if c.heading]
    if len(known) < 2 or 2 * len(known) < len(filled):
        return None
    if not any(c.holds is Holds.OWNERS for c in known):
        return None
    if not any(c.holds in {Holds.TEXT, Holds.SERIAL, Holds.DEADLINE} for c in known):
        return None
    return outlined(columns)


def _with_duties(columns: list[Column]) -> list[Column]:
    """Take 职责 beside other columns of units for the tasks where nothing else holds them."""
    units = [c for c in columns if c.holds is Holds.OWNERS]
    if len(units) < 2 or any(c.holds is Holds.TEXT and c.rank >= TASK_RANK for c in columns):
        return columns
    duties = words("headings", "owners")
    return [
        c._replace(holds=Holds.TEXT, slot=None, rank=TASK_RANK) if fold(c.heading) in duties else c
        for c in columns
    ]


def with_likely_task(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Give the columns, the only unknown one as that of tasks where only categories are known."""
    unknown = [at for at, c in enumerate(columns) if c.holds is Holds.UNKNOWN and c.heading]
    known = max((c.rank for c in columns if c.holds is Holds.REQUIREMENT), default=0)
    if len(unknown) != 1 or known >= TASK_RANK:
        return columns
    levels = {Holds.SECTION, Holds.TASK, Holds.REQUIREMENT}
    found = [c._replace(holds=Holds.TEXT) if c.holds in levels else c for c in columns]
    found[unknown[0]] = found[unknown[0]]._replace(holds=Holds.TEXT, rank=TASK_RANK)
    return outlined(found)


@lru_cache(maxsize=1024)
def places_of(columns: tuple[Column, ...], holds: Holds) -> tuple[int, ...]:
    """Give which of the columns, counted from 0, hold that."""
    return tuple(at for at, c in enumerate(columns) if c.holds is holds)


@lru_cache(maxsize=1024)
def names_persons_too(heading: str) -> bool:
    """Tell whether a heading speaks of persons beside units: 责任单位及责任人, 责任人、责任单位."""
    return bool(_persons_too().search(fold(heading)))


@cache
def _persons_too() -> re.Pattern[str]:
    units, persons = (one_of(words("headings", "persons_too", key)) for key in ("units", "persons"))
    return re.compile(f"(?:{units}).*(?:{persons})|(?:{persons}).*(?:{units})")


def share_known(columns: Sequence[Column]) -> float:
    """Give the share of headings whose meaning is known, 0 to 1."""
    filled = [c for c in columns if c.heading]
    known = [c for c in filled if c.holds is not Holds.UNKNOWN]
    return len(known) / len(filled) if filled else 0.0
