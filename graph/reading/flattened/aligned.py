"""Tables of a text whose cells stand in line below their headings, kept apart by spaces."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from ...documents.document import Block
from ...lexicon.headings import Column, Holds
from ..columns.alignment import Before, Loose, Placed, to_grid
from ..columns.fitness import looks
from ..columns.headings import places_of, share_known
from ..layout import Fit, Reading
from ..tables.grids import read_grids
from .below import closing_line
from .table_lines import Line, lines
from .to_grids import columns_of, known

NAME = "flattened-table"
_CELL = re.compile(r"\S+(?: \S+)*")
_NEAR = 2
"""How many narrow characters a cell may stand beside the start of its heading."""


class Found(NamedTuple):
    """The headings and the rows below them, each cell with its lines."""

    headings: list[Loose]
    columns: tuple[Column, ...]
    rows: Placed


class _Part(NamedTuple):
    """A stretch of a line between wide gaps."""

    text: str
    start: int
    """How many narrow characters stand before it."""


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the share of known headings when every cell below them begins where its heading does."""
    found = _find(blocks)
    return Fit(share_known(found.columns), found) if found else None


def read(found: Found) -> Reading:
    """Read the rows below the headings, cells of several lines among them."""
    return read_grids([to_grid(found.rows, found.headings, 1)])


def _find(blocks: Sequence[Block]) -> Found | None:
    told = list(lines(blocks))
    for at, line in enumerate(told):
        parts = _parts(line) if "  " in line.text.strip() or "　" in line.text.strip() else []
        if len(parts) < _FEWEST or sum(known(part.text) for part in parts) < 2:
            continue
        headings = [
            Loose(part.text, line.span, Before.SAME if i else Before.ROW)
            for i, part in enumerate(parts)
        ]
        columns = columns_of(headings)
        anchor = _anchor(columns) if columns is not None else None
        if columns is not None and anchor is not None:
            below = [one for one in told[at + 1 :] if one.text.strip() != line.text.strip()]
            text = next(iter(places_of(columns, Holds.REQUIREMENT)), 0)
            rows = _rows(below, [part.start for part in parts], anchor, text)
            return Found(headings, columns, rows) if rows else None
    return None


_FEWEST = 3


def _anchor(columns: Sequence[Column]) -> int | None:
    """Give the column of which every row has one cell of one line: a number, else a time."""
    for holds in (Holds.SERIAL, Holds.DEADLINE):
        if places := places_of(tuple(columns), holds):
            return places[0]
    return None


def _rows(told: Sequence[Line], starts: Sequence[int], anchor: int, text: int) -> Placed:
    """Give the rows; none where cells stand out of line, or where every row is one line."""
    lines_of = _in_line(told[: closing_line([one.text for one in told])], starts)
    begins = _row_starts(lines_of, anchor, text)
    rows = [_joined(lines_of[a:b]) for a, b in pairwise([*begins, len(lines_of)])] if begins else []
    several = any(len(cell) > 1 for row in rows for cell in row)
    return rows if several else []


def _in_line(told: Sequence[Line], starts: Sequence[int]) -> Placed:
    """Give the cells of each line down to a blank one above a line that is none of the table's."""
    found: Placed = []
    for line in told:
        cells = _placed(line, starts)
        if cells is None:
            return found if line.after_blank else []
        found.append(cells)
    return found


def _joined(lines_of: Placed) -> list[list[Loose]]:
    return [[loose for cell in cells for loose in cell] for cells in zip(*lines_of, strict=True)]


def _row_starts(lines_of: Placed, anchor: int, text: int) -> list[int]:
    """Give the lines on which rows begin, those of headings over them too; none where unclear."""
    marks = [at for at, cells in enumerate(lines_of) if _begins(cells[anchor])]
    banners = [at for at, cells in enumerate(lines_of) if _is_banner(cells)]
    if marks and marks[0] > 0 and not banners:
        return _centred(lines_of, marks, text)
    found = sorted({*marks, *banners})
    apart = all(at + 1 in found for at in banners)
    return found if marks and apart and found[0] == 0 else []


def _centred(lines_of: Placed, marks: Sequence[int], text: int) -> list[int]:
    """Give where rows begin whose numbers stand in the middle: behind the end of a sentence.

    Of several such places, it is the one nearest to the middle between two numbers.
    """
    found = [0]
    for above, below in pairwise(marks):
        places = [at for at in range(above + 1, below + 1) if _ends(lines_of[:at], text)]
        if not places:
            return []
        found.append(min(places, key=lambda at: abs(2 * at - above - below - 1)))
    return found


def _ends(lines_of: Placed, text: int) -> bool:
    told = next((cells[text][0].text for cells in reversed(lines_of) if cells[text]), "")
    return told.endswith(("。", "；"))


def _begins(cell: Sequence[Loose]) -> bool:
    return bool(cell) and looks(cell[0].text) in {"number", "time"}


def _is_banner(cells: Sequence[Sequence[Loose]]) -> bool:
    """Tell whether a line holds a heading over the rows below it: 一、重点任务."""
    alone = bool(cells[0]) and not any(cells[1:])
    return alone and looks(cells[0][0].text) in {"part", "first", "second"}


def _placed(line: Line, starts: Sequence[int]) -> list[list[Loose]] | None:
    """Give the cells of a line below their headings; `None` where one begins below none."""
    cells: list[list[Loose]] = [[] for _ in starts]
    for part in _parts(line):
        at = min(range(len(starts)), key=lambda place: abs(starts[place] - part.start))
        if abs(starts[at] - part.start) > _NEAR or cells[at]:
            return None
        cells[at].append(Loose(part.text, line.span, Before.LINE))
    return cells


def _parts(line: Line) -> list[_Part]:
    text = line.text.replace("　", "  ").replace("\u00a0", " ")
    return [_Part(match[0], _width(text[: match.start()])) for match in _CELL.finditer(text)]


def _width(text: str) -> int:
    return sum(1 + (east_asian_width(character) in _WIDE) for character in text)


_WIDE = {"W", "F", "A"}
