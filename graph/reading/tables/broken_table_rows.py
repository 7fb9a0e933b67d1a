"""Rows of a table that a page broke: what is left of a sentence stands in a row of its own."""

from collections.abc import Sequence
from typing import NamedTuple

from ...documents.document import Cell
from ...lexicon.headings import Column, Holds
from ..columns.banners import Row, piece_of, repeats_headings
from ..columns.headings import places_of
from ..columns.text_columns import Rows
from ..text.numbering import printed_number

_ENDS = ("。", "；", ";", "！", "!", "：", ":")


def mended(tables: Sequence[Rows], columns: tuple[Column, ...]) -> list[Rows]:
    """Give the rows of tables that go on, each rest of a broken one with the row that it ends.

    That shows where rows have numbers and the rest has none, and where tasks end with a full stop
    as most do only when both are put together.
    """
    serial, texts = places_of(columns, Holds.SERIAL), places_of(columns, Holds.REQUIREMENT)
    if not serial or not texts:
        return list(tables)
    at = _Places(serial[0], texts[0])
    rows = [row for table in tables for row in table if not repeats_headings(row)]
    if not any(_is_rest(row, at) for row in rows) or not _mostly_ended(rows, at):
        return list(tables)
    found: list[list[Row]] = []
    above: list[Row] = []
    last = -1
    for table in tables:
        found.append([])
        for row in table:
            if above and _goes_on(above[last], row, at):
                above[last] = tuple(map(_joined, above[last], row))
                continue
            if not repeats_headings(row):
                above, last = found[-1], len(found[-1])
            found[-1].append(row)
    return [tuple(map(tuple, rows)) for rows in found]


class _Places(NamedTuple):
    """Where the number and the task of a row stand."""

    serial: int
    text: int


def _mostly_ended(rows: Sequence[Row], at: _Places) -> bool:
    """Tell whether most tasks end with a full stop, those before a rest left out."""
    whole = [
        _ends(row, at)
        for row, after in zip(rows, (*rows[1:], None), strict=True)
        if row[at.serial].text.strip() and not (after and _is_rest(after, at))
    ]
    return 2 * sum(whole) >= len(whole)


def _ends(row: Row, at: _Places) -> bool:
    return row[at.text].text.rstrip().endswith(_ENDS)


def _is_rest(row: Row, at: _Places) -> bool:
    """Tell whether a row without a number ends a sentence; no cell of it is merged with others."""
    plain = not any(cell.merged for cell in row) and not row[at.serial].text.strip()
    return plain and _ends(row, at)


def _goes_on(row: Row, rest: Row, at: _Places) -> bool:
    """Tell whether a row is what is left of the one before, whose cells all are filled."""
    if not _is_rest(rest, at) or not row[at.serial].text.strip() or _ends(row, at):
        return False
    if printed_number(piece_of(rest[at.text]).folded):
        return False
    cells = (above for above, cell in zip(row, rest, strict=True) if cell.text.strip())
    return all(above.text.strip() and not above.merged for above in cells)


def _joined(cell: Cell, rest: Cell) -> Cell:
    if not rest.text.strip():
        return cell
    text = f"{cell.text.rstrip()}\n{rest.text.lstrip()}"
    return cell._replace(text=text, span=cell.span._replace(end=cell.span.start + len(text)))
