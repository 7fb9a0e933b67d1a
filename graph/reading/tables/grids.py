"""Tables: a grid with headings of an outline and of units, in any order of columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType
from typing import Self

from ...documents.document import Block, Cell, Grid
from ...lexicon.headings import Column, Holds
from ...plan import Doubt
from ...span import Span
from ..columns.captions import captions
from ..columns.completed import completed
from ..columns.deep_headings import deep_columns
from ..columns.headings import header, share_known
from ..columns.not_of_tasks import lists_projects_or_powers
from ..columns.role_column import by_role
from ..columns.side_by_side import apart
from ..columns.text_columns import Rows
from ..columns.told_guesses import guesses
from ..columns.two_rowed import joined
from ..columns.unsure import unread_columns, unread_words
from ..layout import Fit, Reading
from ..text.blocks import Blocks
from .broken_table_rows import mended
from .carried import carried_on
from .rows import Walk

NAME = "table"
_NONE: Mapping[Span, tuple[Cell, ...]] = MappingProxyType({})


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the share of known headings of the best table of units."""
    grids = Blocks.of(blocks).grids
    tables = tables_of(grids, captions(blocks) if grids else {})
    return Fit(max(share_known(table.columns) for table in tables), tables) if tables else None


def read(found: "Sequence[Table]") -> Reading:
    """Read every table that has headings of units; a table without headings continues the last."""
    return read_tables(found)


def tables_of(
    grids: Sequence[Grid], above: Mapping[Span, tuple[Cell, ...]] = _NONE
) -> "list[Table]":
    """Give the tables of units among grids, in order; other headings in a grid begin the next.

    `above` are the headings over the first table of a grid, by its place.
    """
    tables: list[Table] = []
    for grid in apart(grids):
        rows, captions_of = grid.rows, above.get(grid.span, ())
        while rows and (found := _next_table(rows, tables[-1].columns if tables else ())):
            tables.append(replace(found[0], above=captions_of, merges=grid.merges))
            rows, captions_of = rows[found[1] :], ()
    return tables


def read_grids(grids: Sequence[Grid], doubts: Sequence[Doubt] = ()) -> Reading:
    """Read flattened tables: there, a blank unit cell may be a merged one."""
    reading = read_tables(tables_of(grids), flattened=True)
    return replace(reading, doubts=(*doubts, *reading.doubts))


def read_tables(tables: "Sequence[Table]", *, flattened: bool = False) -> Reading:
    """Read the rows of tables, one table after the other."""
    flattened = flattened or not all(table.merges for table in tables)
    tables = [replace(one, **by_role(one.columns, one.rows)._asdict()) for one in tables]
    walk = Walk(flattened=flattened)
    heading = None
    unread = [
        doubt
        for table in tables
        for unread_of in (unread_columns, unread_words)
        for doubt in unread_of(table.columns, table.rows)
    ]
    for table in tables if flattened else _mended(tables):
        owners = [c for c in table.columns if c.holds is Holds.OWNERS]
        heading = heading or owners[0].heading
        walk.head(table.above)
        for row in table.rows:
            walk.step(row, table.columns)
    told = (*guesses(tables), *unread, *walk.ditto.doubts, *walk.doubts)
    return Reading(tuple(walk.entries), heading or None, told)


def _mended(tables: "Sequence[Table]") -> "Iterator[Table]":
    for columns, alike in groupby(tables, key=lambda table: table.columns):
        group = list(alike)
        rows = mended([table.rows for table in group], columns)
        yield from (replace(one, rows=whole) for one, whole in zip(group, rows, strict=True))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a grid below its headings."""

    columns: tuple[Column, ...]
    rows: Rows
    above: tuple[Cell, ...] = ()
    """The headings that stand over the headings of its columns."""
    merges: bool = True
    """Its file can say which cells are merged: a blank one of units names nobody."""

    @classmethod
    def of(cls, columns: tuple[Column, ...], rows: Rows) -> Self:
        """Make the table, its columns completed by what stands below the headings."""
        return cls(completed(columns, rows), rows)


def _next_table(rows: Rows, carried: tuple[Column, ...]) -> tuple[Table, int] | None:
    """Give the first table, and how many rows it takes; `carried` are the columns before it.

    Its headings stand in one row or two, those of the first one also below a whole notice.
    """
    for at, row in enumerate(rows[: _DEEPEST_HEADER if carried else _LONGEST_NOTICE]):
        if at >= _DEEPEST_HEADER and not _may_head(row):
            continue
        texts = [cell.text for cell in row]
        deep = deep_columns(rows, at)
        below = None if deep else _lower_headings(rows, at, texts)
        columns = deep.columns if deep else below or header(texts)
        if columns is not None and lists_projects_or_powers([c.heading for c in columns]):
            return None
        if columns is not None:
            start = at + (deep.rows if deep else 2 if below else 1)
            end = _end(rows, start)
            return Table.of(columns, rows[start:end]), end
    more = carried_on(carried, rows)
    return (Table(carried, more), len(rows)) if more else None


def _end(rows: Rows, start: int) -> int:
    """Give where headings stand that are not those above the first row of a table."""
    above = {_texts(row) for row in rows[:start]}
    others = (
        at
        for at in range(start, len(rows))
        if _may_head(rows[at])
        and header([cell.text for cell in rows[at]]) is not None
        and _texts(rows[at]) not in above
    )
    return next(others, len(rows))


def _may_head(row: Sequence[Cell]) -> bool:
    """Tell whether the cells of a row are as short as headings; it is told fast."""
    return all(len(cell.text) <= _LONGEST_HEADING for cell in row) and not any(
        cell.text.isdecimal() for cell in row
    )


_LONGEST_HEADING = 24


def _texts(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple("".join(cell.text.split()) for cell in row)


_DEEPEST_HEADER = 8
_LONGEST_NOTICE = 80
"""How many rows may stand above the first headings: paragraphs, each in the first cell."""


def _lower_headings(rows: Rows, at: int, texts: list[str]) -> tuple[Column, ...] | None:
    """Give the columns of a heading row of two lines: 责任单位 above 牵头 | 配合."""
    if at + 1 >= len(rows):
        return None
    lower = [cell.text for cell in rows[at + 1]]
    if lower == texts:
        return None
    whole = [low if low.strip() and low != up else up for up, low in zip(texts, lower, strict=True)]
    spread = any(texts[i] and texts[i] == texts[i + 1] for i in range(len(texts) - 1))
    covered = any(low == up and up.strip() for up, low in zip(texts, lower, strict=True))
    both = whole if spread and covered else joined(texts, lower)
    columns = header(both) if both and len(both) == len(texts) else None
    return columns if columns and all(c.holds is not Holds.UNKNOWN for c in columns) else None
