"""Headings in two or three rows: 牵头单位 over 单位 and 负责人, 责任单位 over （牵头）."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ...documents.document import Cell
from ...lexicon.headings import Column, Holds
from ...lexicon.roles import STEMS, Slot, slots_of_stems
from ...lexicon.words import one_of
from .banners import place_of
from .fitness import looks
from .headings import headed
from .lower_headings import alone, explained, plain
from .text_columns import SAMPLE, Rows


class Deep(NamedTuple):
    """The columns of headings in several rows, and how many rows these are."""

    columns: tuple[Column, ...]
    rows: int


def deep_columns(rows: Rows, at: int) -> Deep | None:
    """Give the columns of headings in two rows or three that begin in a row, else `None`.

    A heading that is merged into the rows below shows how many they are. Without any, the next row
    is part of the headings when what stands above explains all that it holds.
    """
    depth = _merged_rows(rows, at)
    if depth == 1 and not _is_lower(rows, at):
        return None
    depth = max(depth, 2)
    columns = headed(columns_below(rows[at : at + depth], rows[at + depth :]))
    return Deep(columns, depth) if columns else None


def columns_below(above: Rows, below: Rows) -> list[Column]:
    """Give what each column holds by all the headings above its cells."""
    return [_column(path, place, below) for place, path in enumerate(paths(above))]


def _merged_rows(rows: Rows, at: int) -> int:
    """Give over how many rows headings go of which a cell is merged into the rows below."""
    depth = 1
    for above, row in zip(rows[at:], rows[at + 1 : at + _DEEPEST], strict=False):
        kept = [place for place, cell in enumerate(row) if _is_one(cell, above[place])]
        own = [place for place in range(len(row)) if place not in kept and row[place].text.strip()]
        if not any(row[place].text.strip() for place in kept):
            break
        if not all(_may_stand_below(above, place, row[place].text) for place in own):
            break
        depth += 1
    return depth


def _is_one(cell: Cell, other: Cell) -> bool:
    return place_of(cell.span) == place_of(other.span)


def _may_stand_below(above: Sequence[Cell], place: int, text: str) -> bool:
    """Tell whether a text may be a heading below others: one of a group, or known itself."""
    beside = [at for at in (place - 1, place + 1) if 0 <= at < len(above)]
    grouped = any(_is_one(above[at], above[place]) for at in beside)
    short = len(text) <= _LONGEST_HEADING and not text.strip().isdecimal()
    return short and (
        grouped or explained(text) is not None or alone(text).holds is not Holds.UNKNOWN
    )


_LONGEST_HEADING = 24


_DEEPEST = 3


def _is_lower(rows: Rows, at: int) -> bool:
    """Tell whether the next row, blank below other headings, explains those of groups."""
    if at + 1 >= len(rows):
        return False
    headings = paths(rows[at : at + 2])
    lower = [place for place, cell in enumerate(rows[at + 1]) if cell.text.strip()]
    own = [place for place in lower if len(headings[place]) > 1]
    if len(lower) < 2 or len(own) < len(lower):
        return False
    told = [_column(headings[place], place, ()) for place in lower]
    return all(c.holds in _BELOW for c in told) and any(c.holds is Holds.OWNERS for c in told)


_BELOW = frozenset({Holds.OWNERS, Holds.REMARK})


def paths(above: Rows) -> list[list[Cell]]:
    """Give for each column its headings from the highest to the lowest, each once.

    Where a cell is blank above others, the group is the one that began to the left.
    """
    filled = [_spread(row, below) for row, below in pairwise(above)]
    paths: list[list[Cell]] = []
    for cells in zip(*filled, above[-1], strict=True):
        told: dict[object, Cell] = {place_of(c.span): c for c in cells if c.text.strip()}
        paths.append(list(told.values()))
    return paths


def _spread(row: Sequence[Cell], below: Sequence[Cell]) -> list[Cell]:
    found = list(row)
    for place in range(1, len(found)):
        both = below[place].text.strip() and below[place - 1].text.strip()
        if both and not found[place].text.strip():
            found[place] = found[place - 1]
    return found


def _column(path: Sequence[Cell], place: int, below: Rows) -> Column:
    """Give the column under headings that explain each other."""
    if not path:
        return Column(Holds.UNKNOWN, "")
    own = alone(path[-1].text)
    if len(path) == 1:
        return own
    group = _column(path[:-1], place, below)
    if group.holds is Holds.OWNERS:
        kind = explained(path[-1].text)
        if kind == "units":
            return group
        if kind == "persons":
            return group._replace(heading=own.heading, slot=Slot.PERSON)
    if own.holds is not Holds.UNKNOWN:
        return own
    return _told_by_group(own, group, place, below)


def _told_by_group(own: Column, group: Column, place: int, below: Rows) -> Column:
    """Give the column under an unknown heading that the group above it explains."""
    if group.holds is Holds.OWNERS:
        stem = _stem().match(plain(own.heading))
        if stem is not None and group.slot is not Slot.PERSON:
            return group._replace(heading=own.heading, slot=slots_of_stems(stem[0]))
        return group._replace(heading=own.heading) if _holds_units(place, below) else own
    aside = group.holds in {Holds.REMARK, Holds.DEADLINE} or looks(own.heading) == "time"
    return Column(Holds.REMARK, own.heading) if aside else own


def _holds_units(place: int, below: Rows) -> bool:
    told = [row[place].text for row in below[:SAMPLE] if row[place].text.strip()]
    return bool(told) and 2 * sum(looks(text) == "units" for text in told) > len(told)


@cache
def _stem() -> re.Pattern[str]:
    return re.compile(one_of(STEMS))
