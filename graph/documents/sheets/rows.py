"""Rows of a sheet become blocks: the lines over and under the table, and the table itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...errors import DocumentError
from ..blocks.composing import Composer, Frame, Placed

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as a list of rows of text, and which areas are merged."""

    rows: Sequence[Sequence[str]]
    merged: Sequence[Area] = ()


def compose_sheet(sheet: Sheet, composer: Composer) -> None:
    """Add a sheet: a title row over the table and a note under it are paragraphs.

    Raises `DocumentError` when the sheet is larger than the limits allow.
    """
    lines = _lines(sheet)
    used = [row for row, cells in enumerate(sheet.rows) if any(map(str.strip, cells))]
    table = _table_rows(used, lines)
    for row in used:
        if row < table.start:
            composer.paragraph(lines[row])
    _compose_table(sheet, table, composer)
    for row in used:
        if row >= table.stop:
            composer.paragraph(lines[row])


def _lines(sheet: Sheet) -> dict[int, str]:
    """Give the rows that hold one text only, at their beginning or across all columns."""
    wide = {top: right - left for top, left, _, right in sheet.merged}
    deep = {row for top, _, bottom, _ in sheet.merged if bottom > top for row in (top, bottom)}
    lines = {}
    for row, cells in enumerate(sheet.rows):
        filled = [column for column, text in enumerate(cells) if text.strip()]
        if len(filled) == 1 and row not in deep and (filled == [0] or wide.get(row)):
            lines[row] = cells[filled[0]]
    return lines


def _table_rows(used: Sequence[int], lines: Mapping[int, str]) -> range:
    body = [row for row in used if row not in lines]
    if not body:
        return range(len(used) and used[-1] + 1, len(used) and used[-1] + 1)
    return range(body[0], body[-1] + 1)


def _compose_table(sheet: Sheet, table: range, composer: Composer) -> None:
    inside = [area for area in sheet.merged if area[0] in table]
    if sum(len(sheet.rows[row]) for row in table) > composer.file.limits.grid_cells:
        raise DocumentError(
            "documents.table-too-large",
            path=composer.file.path,
            n=composer.file.limits.grid_cells,
        )
    columns = _used_columns(sheet.rows[row] for row in table)
    sizes = {
        (top, max(left, columns.start)): (bottom - top + 1, right - left + 1)
        for top, left, bottom, right in inside
    }
    hidden = _hidden(inside, table, columns)
    placed = tuple(
        Placed(row, column, (_text(sheet, row, column),), *sizes.get((row, column), (1, 1)))
        for row in table
        for column in columns
        if (row, column) not in hidden
    )
    composer.table(Frame(placed))


def _text(sheet: Sheet, row: int, column: int) -> str:
    cells = sheet.rows[row]
    return cells[column] if column < len(cells) else ""


def _used_columns(rows: Iterable[Sequence[str]]) -> range:
    filled = {column for cells in rows for column, text in enumerate(cells) if text.strip()}
    return range(min(filled), max(filled) + 1) if filled else range(0)


def _hidden(merged: Iterable[Area], table: range, columns: range) -> set[tuple[int, int]]:
    """Give the positions that merged areas cover, apart from where they begin."""
    hidden: set[tuple[int, int]] = set()
    for top, left, bottom, right in merged:
        for row in range(top, min(bottom + 1, table.stop)):
            hidden |= {(row, column) for column in range(left, min(right + 1, columns.stop))}
        hidden.discard((top, max(left, columns.start)))
    return hidden
