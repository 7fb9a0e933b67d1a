"""Headings that tell each other: of some work, and of the units that do it."""

from collections.abc import Sequence
from functools import lru_cache

from ...lexicon.folding import fold
from ...lexicon.headings import TASK_RANK, Column, Holds
from ...lexicon.roles import Slot, ends_in_body, heading_slot
from ...lexicon.words import words


def with_work_and_units(columns: Sequence[Column]) -> list[Column]:
    """Give the columns, 公示事项 as tasks and 公示组织单位 as units where both stand in one row."""
    unknown = [c.heading for c in columns if c.holds is Holds.UNKNOWN and len(c.heading) > 1]
    works = {work for c in columns if (work := _work(c.heading))} if unknown else set()
    told = {work for work in works if any(_does(work, c.heading) for c in columns)}
    return [_told(c, told) if told and c.holds is Holds.UNKNOWN else c for c in columns]


def _told(c: Column, works: set[str]) -> Column:
    if _work(c.heading) in works:
        return c._replace(holds=Holds.TEXT, rank=TASK_RANK)
    slots = (slot for work in works if (slot := _does(work, c.heading)))
    slot = next(slots, None)
    if slot is None:
        return c
    return c._replace(holds=Holds.OWNERS, slot=slot, guessed=_is_bare(c.heading, works))


@lru_cache(maxsize=1024)
def _work(heading: str) -> str:
    """Give the work that a heading counts: 公示 of 公示事项."""
    end = next(
        (end for end in words("headings", "beside_units", "ends") if heading.endswith(end)), ""
    )
    work = heading.removesuffix(end) if end else ""
    return fold(work) if _SHORTEST <= len(work) <= _LONGEST else ""


_SHORTEST, _LONGEST = 2, 4


def _does(work: str, heading: str) -> Slot | None:
    """Give the slot of a heading over the units that do some work: 公示组织单位, 公示单位."""
    rest = fold(heading).removeprefix(work)
    if rest == fold(heading) or not ends_in_body(heading):
        return None
    if rest in words("roles", "bodies", "unit"):
        barred = any(word in work for word in words("guesses", "units", "others"))
        return None if barred else Slot.RESPONSIBLE
    return heading_slot(rest)


def _is_bare(heading: str, works: set[str]) -> bool:
    bodies = words("roles", "bodies", "unit")
    return any(fold(heading).removeprefix(work) in bodies for work in works)
