"""Columns that are doubtful: of which units a cell is, and what an unknown heading stands over."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...documents.document import Cell
from ...lexicon.folding import fold
from ...lexicon.headings import GOAL, Column, Holds
from ...lexicon.roles import Slot
from ...plan import Doubt
from ..text.pieces import Piece
from ..times.demands import timings
from .alignment import Before, Loose, Placed
from .fitness import looks
from .text_columns import Rows, begins_with_doing

_QUOTED = 12


def unsure_columns(rows: Placed, columns: Sequence[Column]) -> Iterator[Doubt]:
    """Say where cells of units were set in some of their columns by what is likely.

    `rows` are those whose blank cells do not show. The doubt names the rows, and stands at the
    first of them.
    """
    places = [
        at for at, c in enumerate(columns) if c.holds is Holds.OWNERS and c.slot is not Slot.PERSON
    ]
    if len({columns[at].slot for at in places}) < 2:
        return
    unsure = [row for row in rows if _is_unsure([row[at] for at in places])]
    if unsure:
        names = "、".join(dict.fromkeys(name for row in unsure if (name := _name(row, columns))))
        first = next(cells[0] for cells in unsure[0] if cells)
        yield Doubt("reading.unit-column", first.span, (("numbers", names),))


def _is_unsure(cells: Sequence[Sequence[Loose]]) -> bool:
    """Tell whether a row fills some columns of units only, or has more lines than columns."""
    filled = sum(map(bool, cells))
    lines = [(a.text, b) for cell in cells for a, b in pairwise(cell) if b.before in _UNMARKED]
    parted = any(not _goes_on(above, below.text) for above, below in lines)
    return 0 < filled < len(cells) or (filled > 0 and parted)


_UNMARKED = {Before.INNER, Before.LINE, Before.GAP}


def _goes_on(line: str, below: str) -> bool:
    return fold(line).rstrip().endswith(_MARKS) or fold(below).lstrip().startswith(_MARKS)


_MARKS = ("、", "，", "；")
"""Between two lines, these show that they are one cell."""


def unread_columns(columns: Sequence[Column], rows: Rows) -> Iterator[Doubt]:
    """Say which columns with an unknown heading are full of units or of times."""
    for at, column in enumerate(columns):
        if column.holds is not Holds.UNKNOWN or not column.heading:
            continue
        filled = [row[at] for row in rows if row[at].text.strip() and not row[at].merged]
        for kind, code in _UNREAD.items():
            alike = [cell for cell in filled if looks(cell.text) == kind]
            if len(alike) > 1 and 5 * len(alike) >= 4 * len(filled):
                values = (("heading", column.heading), ("text", _quoted(alike[0].text)))
                yield Doubt(code, alike[0].span, values)


def unread_words(columns: Sequence[Column], rows: Rows) -> Iterator[Doubt]:
    """Say which columns of words beside the tasks tell work or times that were not read.

    Their heading is unknown, or it is one of goals and they tell times.
    """
    for at, column in enumerate(columns):
        unknown = column.holds is Holds.UNKNOWN and bool(column.heading)
        if not unknown and not (column.holds is Holds.REMARK and column.rank == GOAL):
            continue
        filled = [row[at] for row in rows[:_SAMPLE] if row[at].text.strip() and not row[at].merged]
        telling = [cell for cell in filled if _tells(cell, works=unknown)]
        all_times = unknown and all(looks(cell.text) == "time" for cell in telling)
        if len(telling) > 1 and 2 * len(telling) >= len(filled) and not all_times:
            values = (("heading", column.heading), ("text", _quoted(telling[0].text)))
            yield Doubt("reading.unread-words", telling[0].span, values)


_SAMPLE = 40


def _tells(cell: Cell, *, works: bool) -> bool:
    """Tell whether words demand something: by a time inside, or by a sentence or word of doing."""
    if looks(cell.text) not in _WORDED:
        return False
    piece = Piece.of(cell.text, cell.span)
    doing = len(cell.text) > _SHORT and (begins_with_doing(cell.text) or "。" in cell.text)
    return bool(timings(piece, None)) or (works and doing)


_SHORT = 6
_WORDED = {"short", "long", "time", "timed", "second", "third", "fourth"}
_UNREAD = {"units": "reading.unread-units", "time": "reading.unread-times"}


def _name(row: Sequence[Sequence[Loose]], columns: Sequence[Column]) -> str:
    """Give the number of a row, or else how its text begins."""
    for holds in (Holds.SERIAL, Holds.REQUIREMENT, Holds.TASK, Holds.UNKNOWN):
        for at, column in enumerate(columns):
            if column.holds is holds and row[at]:
                return _quoted(row[at][0].text)
    return ""


def _quoted(printed: str) -> str:
    text = "".join(printed.split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……"
