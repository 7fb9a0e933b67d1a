"""Units that stand once for a whole table: on a line above it, as its caption or its sheet."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ...documents.document import Grid
from ...lexicon.headings import Holds, column
from ...lexicon.roles import Slot
from ...lexicon.words import one_of, words
from ...span import Span
from ..columns.banners import Row
from ..columns.text_columns import Rows
from ..layout import Owners
from ..lists.units import read_owners
from ..marks.label_marks import is_label_line
from ..marks.marks import marks
from ..outline.headed import heading_units, is_named
from ..text.numbering import printed_number
from ..text.pieces import Piece
from ..times.whole import is_time


class Given(NamedTuple):
    """Units that stand once for the tasks below, and what says so."""

    owners: tuple[Owners, ...]
    said: Piece
    labelled: bool = False
    """A label of a role says so; else they stand for tasks that name nobody."""
    leads: bool = False
    """A heading says who leads all that stands below it, whoever else is responsible there."""


def given_for(above: Sequence[Piece], grid: Grid, head: Rows) -> Given | None:
    """Give the units that stand once for a grid: in rows of its own, above it, or as its sheet.

    `above` are the lines before the grid, `head` its own rows before the first task.
    """
    inside = [line for row in head for line in _lines_of(row)]
    beside = (given for row in head if (given := _paired(row)) is not None)
    return next(beside, None) or _said([*above, *inside]) or _sheet(grid)


def _lines_of(row: Row) -> Iterator[Piece]:
    texts = {cell.text: cell for cell in row if cell.text.strip()}
    if len(texts) == 1:
        for cell in texts.values():
            yield from Piece.of(cell.text, cell.span).lines()


def _paired(row: Row) -> Given | None:
    """Give what stands in the cells behind those that say who it is: 责任单位 | 县财政局."""
    cells = [cell for cell in row if cell.text.strip() and not cell.merged]
    if any(column(cell.text).holds is Holds.TEXT for cell in cells):
        return None
    found: list[Owners] = []
    for label, value in pairwise(cells):
        c = column(label.text.strip().rstrip("：:"))
        piece = Piece.of(value.text, value.span)
        if c.holds is Holds.OWNERS and (c.slot is Slot.PERSON or is_named(piece)):
            found.append(Owners(piece, c.slot, labelled=True, heading=True))
    owning = (one.piece for one in found if one.slot in OWNING)
    said = next(owning, None)
    return Given(tuple(found), said, labelled=True) if said else None


OWNING = frozenset({Slot.LEAD, Slot.FUSED, Slot.RESPONSIBLE})


def _said(lines: Sequence[Piece]) -> Given | None:
    """Give what the lines right above a table say; other lines beside a table may stand between."""
    near = list(lines[-_NEAR:])
    for at in range(len(near) - 1, -1, -1):
        line = near[at]
        labelled = None if at and _is_item(near[at - 1]) else _labelled(line)
        given = labelled or _filled_by(line) or _caption(line)
        if given is not None or not _is_aside(line):
            return given
    return None


def _is_item(line: Piece) -> bool:
    """Tell whether a line is an item of a text, to which a label below it belongs."""
    ends = line.folded.rstrip().endswith(("。", "；"))
    return ends and printed_number(line.folded) is not None


_NEAR = 5


def _labelled(line: Piece) -> Given | None:
    if not is_label_line(line):
        return None
    found = [mark for mark in marks(line) if mark.labelled and not mark.is_time]
    owners = tuple(Owners(m.piece, m.slot, labelled=True, heading=True) for m in found)
    slots = {mention.slot for one in owners for mention in read_owners(one).mentions}
    return Given(owners, line, labelled=True) if slots & OWNING else None


def _filled_by(line: Piece) -> Given | None:
    match = _filled().match(line.folded)
    units = line.cut(*match.span("units")) if match else None
    if match is None or units is None or not is_named(units):
        return None
    owners = Owners(units, Slot.RESPONSIBLE, labelled=True, heading=True, guessed=True)
    return Given((owners,), line.cut(0, match.end()))


def _caption(line: Piece) -> Given | None:
    return given_in_heading(line)


def given_in_heading(heading: Piece) -> Given | None:
    """Give the units for the tasks below a heading: its names alone, or the bracket behind it."""
    units = heading_units(heading)
    if units is None:
        return _behind_heading(heading)
    return Given((Owners(units, Slot.RESPONSIBLE, labelled=True, heading=True),), heading)


def _behind_heading(heading: Piece) -> Given | None:
    """Give the units in the bracket that ends a heading: 一、产业发展（牵头单位：县财政局）."""
    if not _BRACKETED.search(heading.folded) or len(heading.text) > _LONGEST_HEADING:
        return None
    mark = next(reversed(marks(heading)), None)
    if mark is None or mark.end < len(heading.folded.rstrip("。：； ")):
        return None
    if mark.labelled or mark.is_bare or mark.is_time or mark.is_remark:
        return None
    owners = Owners(mark.piece, Slot.RESPONSIBLE, labelled=True, heading=True)
    slots = {mention.slot for mention in read_owners(owners).mentions}
    leads = Slot.LEAD in slots
    return Given((owners,), heading, labelled=True, leads=leads) if slots & OWNING else None


_BRACKETED = re.compile(r"[）〕][。：；]?\s*$")
_LONGEST_HEADING = 120


def _sheet(grid: Grid) -> Given | None:
    name = grid.span.sheet
    if not name:
        return None
    piece = Piece.of(name, Span(0, len(name), sheet=name))
    units = heading_units(piece)
    if units is None:
        return None
    owners = Owners(units, Slot.RESPONSIBLE, labelled=True, heading=True, guessed=True)
    return Given((owners,), piece)


def _is_aside(line: Piece) -> bool:
    """Tell whether a line says something beside a table: 单位：万元, （2026年3月）."""
    short = len(line.text) <= _LONGEST_ASIDE and "。" not in line.folded
    bare = line.folded.strip("（）〔〕")
    return short and ("：" in bare or is_time(bare))


_LONGEST_ASIDE = 40


@cache
def _filled() -> re.Pattern[str]:
    labels = one_of(words("headings", "filled_by"))
    return re.compile(
        rf"[（〔]?(?:{labels})\s*(?:（[^（）]*）)?\s*：\s*(?P<units>[^：\s）〕]{{2,60}})"
    )
