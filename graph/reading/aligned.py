"""Tables of a text whose cells stand in line below their headings, kept apart by spaces."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from ..documents.document import Block
from ..lexicon.headings import Column, Holds
from .alignment import Before, Loose, Placed, to_grid
from .below import closing_line
from .columns import places_of, share_known
from .fitness import looks
from .flattened import columns_of, known
from .grids import read_grids
from .layout import Fit, Reading
from .table_lines import Line, lines

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
            rows = _rows(below, [part.start for part in parts], anchor)
            return Found(headings, columns, rows) if rows else None
    return None


_FEWEST = 3


def _anchor(columns: Sequence[Column]) -> int | None:
    """Give the column of which every row has a cell on its first line: a number, else a time."""
    for holds in (Holds.SERIAL, Holds.DEADLINE):
        if places := places_of(tuple(columns), holds):
            return places[0]
    return None


def _rows(told: Sequence[Line], starts: Sequence[int], anchor: int) -> Placed:
    """Give the rows; none where cells stand out of line, or where every row is one line."""
    rows: Placed = []
    for line in told[: closing_line([one.text for one in told])]:
        cells = _placed(line, starts)
        begins = cells is not None and (_begins(cells[anchor]) or _is_banner(cells))
        if cells is None or not (begins or (rows and not _is_banner(rows[-1]))):
            if line.after_blank and rows:
                break
            return []
        if begins:
            rows.append(cells)
        else:
            rows[-1] = [[*above, *cell] for above, cell in zip(rows[-1], cells, strict=True)]
    several = any(len(cell) > 1 for row in rows for cell in row)
    return rows if several else []


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
