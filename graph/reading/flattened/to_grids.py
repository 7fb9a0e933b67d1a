"""What the flattened tables have in common: headings found among cells, rows to a grid."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from ...documents.document import Grid
from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds, column, tells_span
from ...lexicon.made_headings import tells_about
from ...lexicon.roles import Slot
from ...plan import Doubt
from ..columns.alignment import Before, Loose, Placed, arrange, direct, fits, to_grid
from ..columns.banners import is_repeated
from ..columns.fitness import fitness, looks
from ..columns.headings import header
from ..columns.two_rowed import joined
from ..columns.unsure import unsure_columns
from .glued_numbers import with_parted_numbers
from .under_names import with_names_over


def known(text: str) -> bool:
    """Tell whether a text is a column heading."""
    return 0 < len(text) <= 20 and column(text).holds is not Holds.UNKNOWN


def mend_headings(cells: Sequence[Loose]) -> list[Loose]:
    """Put together headings that were broken over lines: 责任, 单位."""
    mended: list[Loose] = []
    for cell in cells:
        if mended and cell.before is not Before.SAME:
            first, second = mended[-1].text.strip(), cell.text.strip()
            joined = first + second
            both = known(first) and known(second)
            apart = looks(second) == "number" or tells_about(fold(second))
            apart = apart or (both and not _is_one(first, second))
            if known(joined) and not apart:
                mended[-1] = mended[-1]._replace(text=joined)
                continue
        mended.append(cell)
    return mended


def _is_one(first: str, second: str) -> bool:
    """Tell whether two known headings are one: 责任, 领导, or 第二季度, 完成情况."""
    above, below, whole = column(first), column(second), column(first + second)
    persons = below.slot is whole.slot is Slot.PERSON and above.slot is Slot.RESPONSIBLE
    return persons or (tells_span(first) and below.holds is whole.holds is Holds.REMARK)


def to_grids(
    headings: list[Loose], columns: tuple[Column, ...], rows: Sequence[Sequence[Loose]]
) -> tuple[list[Grid], list[Doubt]]:
    """Give a grid for each table, and doubts; every row of other headings begins the next one."""
    grids: list[Grid] = []
    doubts: list[Doubt] = []
    for number, table in enumerate(_tables(headings, columns, rows), start=1):
        laid = place_rows(*table)
        grids.append(to_grid(laid.placed, laid.headings, number))
        doubts += unsure_columns(laid.shifted, laid.columns)
    return grids, doubts


def _tables(
    headings: list[Loose], columns: tuple[Column, ...], rows: Sequence[Sequence[Loose]]
) -> Iterator[tuple[list[Sequence[Loose]], list[Loose], tuple[Column, ...]]]:
    found: list[Sequence[Loose]] = []
    at = 0
    while at < len(rows):
        head, used = with_lower_row(rows[at], rows[at + 1] if at + 1 < len(rows) else ())
        other = head_table(head)
        if other is not None and other != columns:
            yield found, headings, columns
            headings, columns, found = strip_blank_end(head), other, []
        elif other is None:
            found.append(rows[at])
        at += used if other is not None else 1
    yield found, headings, columns


def with_lower_row(row: Sequence[Loose], below: Sequence[Loose]) -> tuple[list[Loose], int]:
    """Give headings with those in the row below them, and how many rows they are."""
    cells = strip_blank_end(list(row))
    if len(below) < 2 or columns_of(cells) is None:
        return list(row), 1
    both = joined([cell.text for cell in row], [cell.text for cell in below])
    return ([row[0]._replace(text=text) for text in both], 2) if both else (list(row), 1)


def head_table(row: Sequence[Loose]) -> tuple[Column, ...] | None:
    """Give the columns when a row below a table is itself one of headings."""
    cells = strip_blank_end(list(row))
    short = all(len(cell.text) <= _LONGEST_HEADING for cell in cells)
    return columns_of(cells) if short else None


_LONGEST_HEADING = 24


class Laid(NamedTuple):
    """Rows under their headings."""

    placed: Placed
    headings: list[Loose]
    columns: tuple[Column, ...]
    shifted: Placed
    """Those rows of which it does not show what cells are blank."""


def place_rows(
    rows: Sequence[Sequence[Loose]], headings: list[Loose], columns: tuple[Column, ...]
) -> Laid:
    """Put rows under their headings; columns without a heading get a blank one."""
    rows = with_parted_numbers(rows, columns)
    headings, columns = _with_outline(rows, headings, columns)
    headings, columns = _with_serial(rows, headings, columns)
    if named := with_names_over(rows, headings, columns):
        return Laid(*named, named[0])
    placed: Placed = []
    shifted: Placed = []
    for row in rows:
        if all(known(cell.text) for cell in row if cell.text.strip()) and columns_of(row):
            continue
        trimmed = list(row[: len(columns)]) if _blank_beyond(row, len(columns)) else list(row)
        padded = trimmed + [
            Loose("", headings[0].span, Before.SAME) for _ in range(len(columns) - len(trimmed))
        ]
        whole = len(trimmed) == len(columns) and (
            _stands(padded, columns) or is_repeated([cell.text for cell in padded])
        )
        found = direct(padded, columns) if whole else arrange(row, columns)
        placed += found
        shifted += [] if whole else found
    return Laid(placed, headings, columns, shifted)


def _stands(row: Sequence[Loose], columns: tuple[Column, ...]) -> bool:
    """Tell whether the cells of a whole row stand under their headings one by one."""
    return (fits(row, columns) or _in_place(row, columns)) and not _is_shifted(row, columns)


def _is_shifted(row: Sequence[Loose], columns: tuple[Column, ...]) -> bool:
    """Tell whether words stand under a heading of times, and a time under one of other things."""
    told = [(cell.text, c) for cell, c in zip(row, columns, strict=True) if cell.text.strip()]
    misplaced = [c for text, c in told if c.holds is Holds.DEADLINE and fitness(text, c) < 0]
    if not misplaced:
        return False
    others = (text for text, c in told if c.holds in {Holds.REMARK, Holds.UNKNOWN})
    return any(fitness(text, misplaced[0]) > 1 for text in others)


def _in_place(row: Sequence[Loose], columns: tuple[Column, ...]) -> bool:
    """Tell whether the number and the units of a row stand under their headings."""
    numbered = [_numbers(row[at].text) for at, c in enumerate(columns) if c.holds is Holds.SERIAL]
    owners = [
        fitness(row[at].text, c) > 0
        for at, c in enumerate(columns)
        if c.holds is Holds.OWNERS and row[at].text.strip()
    ]
    return any(numbered) and bool(owners) and all(owners)


def _numbers(text: str) -> bool:
    return looks(text) == "number" or _CODE.fullmatch(text.strip()) is not None


_CODE = re.compile("[A-Za-z]{0,4}-?[0-9]{1,8}(?:-[0-9]{1,4}){0,2}")
"""A number of an office's own list: AQ-01, 2023-12-2; only where a number surely stands."""


def _blank_beyond(row: Sequence[Loose], width: int) -> bool:
    return not any(cell.text.strip() for cell in row[width:])


def _with_outline(
    rows: Sequence[Sequence[Loose]], headings: list[Loose], columns: tuple[Column, ...]
) -> tuple[list[Loose], tuple[Column, ...]]:
    """Add columns of sections where rows begin with more headings than are told of: 一、 （一）."""
    told = sum(c.holds in {Holds.SECTION, Holds.TASK} for c in columns)
    missing = max(map(_outline_cells, rows), default=0) - told
    if not told or missing < 1 or any(c.holds is Holds.SERIAL for c in columns):
        return headings, columns
    blank = Loose("", headings[0].span, Before.SAME)
    lower = tuple(c._replace(holds=Holds.TASK) if c.holds is Holds.SECTION else c for c in columns)
    return [blank] * missing + headings, (Column(Holds.SECTION, ""),) * missing + lower


def _outline_cells(row: Sequence[Loose]) -> int:
    """Give how many headings of falling levels begin a row, 0 when no number stands behind them."""
    heads = list(takewhile(lambda cell: looks(cell.text) in _HEADS, row))
    levels = [_HEADS.index(looks(cell.text)) for cell in heads]
    numbered = len(heads) < len(row) and looks(row[len(heads)].text) == "number"
    return len(heads) if numbered and levels == sorted(set(levels)) else 0


_HEADS = ("part", "first", "second", "third")


def _with_serial(
    rows: Sequence[Sequence[Loose]], headings: list[Loose], columns: tuple[Column, ...]
) -> tuple[list[Loose], tuple[Column, ...]]:
    """Add the column of numbers, where most of the widest rows have one, or most of all rows."""
    if any(c.holds is Holds.SERIAL for c in columns):
        return headings, columns
    widths = [_filled(row) for row in rows]
    most = max(widths, default=0)
    widest = [row for row, width in zip(rows, widths, strict=True) if width == most]
    for some in (widest, rows):
        for at in range(len(columns)):
            numbered = sum(len(row) > at + 1 and looks(row[at].text) == "number" for row in some)
            if 2 * numbered > len(some):
                # A heading that is blank stands over them; else it was left out.
                behind = at + (columns[at].holds is Holds.UNKNOWN and not columns[at].heading)
                blank = Loose("", headings[0].span, Before.SAME)
                serial = Column(Holds.SERIAL, "")
                return (
                    [*headings[:at], blank, *headings[behind:]],
                    (*columns[:at], serial, *columns[behind:]),
                )
    return headings, columns


def _filled(row: Sequence[Loose]) -> int:
    return sum(bool(cell.text.strip()) for cell in row)


def columns_of(cells: Sequence[Loose]) -> tuple[Column, ...] | None:
    """Give the columns when the cells are headings."""
    return header([cell.text for cell in cells])


def strip_blank_end(cells: list[Loose]) -> list[Loose]:
    """Give the cells without the blank ones that pad the end of a row."""
    end = len(cells)
    while end and not cells[end - 1].text.strip():
        end -= 1
    return cells[:end]
