"""Headings that tell each other: of units in whatever role, and of what each has to do."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from ...lexicon.folding import fold
from ...lexicon.headings import TASK_RANK, Column, Holds
from ...lexicon.roles import Slot
from ...lexicon.words import one_of, words


def with_units_and_duties(columns: Sequence[Column]) -> list[Column]:
    """Give the columns, 部门 as units and 职责分工 as tasks where both stand in one row."""
    units = [names_bodies(c.heading) for c in columns]
    duties = [_names_duties(c.heading) for c in columns]
    beside = [c for c, *told in zip(columns, units, duties, strict=True) if not any(told)]
    if sum(units) != 1 or sum(duties) != 1 or any(map(_is_of_another_kind, beside)):
        return list(columns)
    return [
        _told(c, unit=unit, duty=duty) for c, unit, duty in zip(columns, units, duties, strict=True)
    ]


def _told(c: Column, *, unit: bool, duty: bool) -> Column:
    if unit:
        return c._replace(holds=Holds.OWNERS, slot=Slot.RESPONSIBLE)
    return c._replace(holds=Holds.TEXT, slot=None, rank=TASK_RANK) if duty else c


@lru_cache(maxsize=1024)
def names_bodies(heading: str) -> bool:
    """Tell whether a heading stands over units and says no role: 部门, 涉及单位."""
    return fold(heading) in words("headings", "units_and_duties", "units")


def _names_duties(heading: str) -> bool:
    return fold(heading) in words("headings", "units_and_duties", "duties")


def _is_of_another_kind(c: Column) -> bool:
    """Tell whether a column holds tasks, units in a role, or is of lists of persons: 姓名."""
    tasks = c.holds is Holds.TEXT and c.rank >= TASK_RANK
    return tasks or c.holds is Holds.OWNERS or _others().search(fold(c.heading)) is not None


@cache
def _others() -> re.Pattern[str]:
    told = (*words("guesses", "never", "words"), *words("guesses", "never", "posts"))
    return re.compile(one_of(told))
