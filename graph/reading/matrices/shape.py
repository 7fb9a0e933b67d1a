"""Where a matrix stands in a grid: its row of units, and the rows of marks below."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ...documents.document import Cell
from ...lexicon.folding import fold
from ...lexicon.headings import Holds, column
from ...lexicon.words import words
from ..columns.banners import Row, place_of
from ..columns.headings import header
from ..columns.role_marks import Said, said
from ..columns.text_columns import Rows
from ..names.names import looks_like_unit


class Shape(NamedTuple):
    """Units that stand in a row above their marks."""

    head: Rows
    """The rows above the tasks, that of the units last."""
    units: tuple[int, ...]
    """The columns of the units."""
    body: Rows
    """The rows of tasks, with headings over them."""
    asides: Rows
    """Rows that repeat the headings, count the marks, or stand below the tasks."""
    used: int
    """How many rows the matrix takes, those of its headings among them."""

    def said(self) -> Iterator[Said]:
        """Give what each cell of marks says."""
        for row in self.body:
            for at in self.units:
                yield said(row[at].text) or ()


def shape_of(rows: Rows) -> Shape | None:
    """Give the matrix of a grid, `None` where no two columns of marks stand below units."""
    marked = (at for at, row in enumerate(rows) if _is_marked(row))
    for first in islice(marked, _MOST_TRIED):
        for at in range(first - 1, max(-1, first - 1 - _DEEPEST), -1):
            units = _units(rows[at], rows[first:])
            if units:
                return _shape(rows[: at + 1], rows[at + 1 :], units)
    return None


def _is_marked(row: Row) -> bool:
    """Tell whether a row has marks; the headings of another table may be words of roles as well."""
    marked = any(said(cell.text) for cell in row)
    return marked and header([cell.text for cell in row]) is None


def continued(rows: Rows, above: Shape) -> Shape | None:
    """Give the rows that go on below a matrix in a grid of its own, without its headings."""
    if not rows or len(rows[0]) != len(above.head[-1]):
        return None
    shape = _shape(above.head, rows, above.units)
    marked = shape is not None and any(shape.said())
    return shape._replace(used=shape.used - len(above.head)) if shape and marked else None


def _shape(head: Rows, below: Rows, units: tuple[int, ...]) -> Shape | None:
    rows = tuple(_body(head[-1], below, units))
    asides = tuple(row for row in rows if _is_aside(head[-1], row, units))
    told = tuple(row for row in rows if row not in asides)
    return Shape(head, units, told, asides, len(head) + len(rows)) if told else None


_MOST_TRIED = 3
"""Headings may be words of roles as well: so many rows with marks are tried as the first."""
_DEEPEST = 4
"""How many headings over tasks may stand between the units and the first marks."""


def _units(head: Row, below: Rows) -> tuple[int, ...]:
    """Give the columns that a row heads with units and that hold marks alone, else nothing.

    A column without any mark may stand among them.
    """
    marked = [at for at, cell in enumerate(head) if cell.text.strip() and _holds_marks(at, below)]
    places = {place_of(head[at].span) for at in marked}
    if len(marked) < _FEWEST or len(places) < len(marked):
        return ()
    named = sum(_is_unit(head[at].text) for at in marked)
    known = any(_is_known(head[at].text) for at in marked)
    if known or _SHARE * (len(marked) - named) > len(marked):
        return ()
    between = range(marked[0], marked[-1] + 1)
    return tuple(at for at in between if at in marked or _is_blank(at, head, below))


_FEWEST = 2
_SHARE = 4
"""One of so many headings at most may be no name of a known form."""


def _holds_marks(at: int, below: Rows) -> bool:
    return any(said(row[at].text) for row in below)


def _is_blank(at: int, head: Row, below: Rows) -> bool:
    return _is_unit(head[at].text) and not any(row[at].text.strip() for row in below)


def _is_unit(text: str) -> bool:
    return looks_like_unit(fold("".join(text.split())))


def _is_known(text: str) -> bool:
    return column(text).holds is not Holds.UNKNOWN


def _body(head: Row, rows: Rows, units: Sequence[int]) -> Iterator[tuple[Cell, ...]]:
    """Give the rows up to the first that holds something else below the units."""
    for row in rows:
        marks = all(said(row[at].text) is not None for at in units)
        if not (marks or is_wide(row, units) or _is_aside(head, row, units)):
            return
        yield row


def is_wide(row: Row, units: Sequence[int]) -> bool:
    """Tell whether one cell spans from before the units over all of them."""
    return len({place_of(row[at].span) for at in (*units, 0)}) == 1


def _is_aside(head: Row, row: Row, units: Sequence[int]) -> bool:
    """Tell whether a row repeats the headings or counts the marks."""
    if [cell.text.strip() for cell in row] == [cell.text.strip() for cell in head]:
        return True
    label = next((fold(cell.text).strip() for cell in row if cell.text.strip()), "")
    counts = all(row[at].text.strip().isdecimal() or not row[at].text.strip() for at in units)
    return counts and label.endswith(tuple(words("headings", "total")))


def turned(rows: Rows) -> Rows:
    """Give a grid with its columns as rows."""
    return tuple(tuple(cells) for cells in zip(*rows, strict=True)) if rows else ()


def cells_of(rows: Rows) -> Iterator[Cell]:
    """Give the cells that begin in rows."""
    return (cell for row in rows for cell in row if not cell.merged)
