"""Tables: a grid with headings of an outline and of units, in any order of columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..documents.document import Block, Cell, Grid
from ..lexicon.headings import Column, Holds, outlined
from .columns import header, share_known
from .fitness import looks
from .layout import Fit, Reading
from .rows import Walk

NAME = "table"


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the share of known headings of the best table of units."""
    tables = tables_of([block for block in blocks if isinstance(block, Grid)])
    return Fit(max(share_known(table.columns) for table in tables), tables) if tables else None


def read(found: "Sequence[Table]") -> Reading:
    """Read every table that has headings of units; a table without headings continues the last."""
    return read_tables(found)


def tables_of(grids: Sequence[Grid]) -> "list[Table]":
    """Give the tables of units among grids, in order."""
    tables: list[Table] = []
    for grid in grids:
        table = find_table(grid, tables[-1].columns if tables else ())
        if table is not None:
            tables.append(table)
    return tables


def read_grids(grids: Sequence[Grid]) -> Reading:
    """Read flattened tables: there, a blank unit cell may be a merged one."""
    return read_tables(tables_of(grids), flattened=True)


def read_tables(tables: "Sequence[Table]", *, flattened: bool = False) -> Reading:
    """Read the rows of tables, one table after the other."""
    walk = Walk(flattened=flattened)
    heading = None
    for table in tables:
        owners = [c for c in table.columns if c.holds is Holds.OWNERS]
        heading = heading or owners[0].heading
        for row in table.rows:
            walk.step(row, table.columns)
    return Reading(tuple(walk.entries), heading, tuple(walk.ditto.doubts))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a grid below its headings."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def find_table(grid: Grid, carried: tuple[Column, ...] = ()) -> Table | None:
    """Find the headings of a grid, in one row or two; `carried` are those of the table before."""
    for at, row in enumerate(grid.rows[:_DEEPEST_HEADER]):
        texts = [cell.text for cell in row]
        columns = header(texts)
        below = _lower_headings(grid, at, texts)
        if below is not None:
            return _table(below, grid.rows[at + 2 :])
        if columns is not None:
            return _table(columns, grid.rows[at + 1 :])
    if carried and grid.rows and len(grid.rows[0]) == len(carried):
        return Table(carried, grid.rows)
    return None


_DEEPEST_HEADER = 8


def _lower_headings(grid: Grid, at: int, texts: list[str]) -> tuple[Column, ...] | None:
    """Give the columns of a heading row of two lines: 责任单位 above 牵头 | 配合."""
    if at + 1 >= len(grid.rows):
        return None
    lower = [cell.text for cell in grid.rows[at + 1]]
    if lower == texts:
        return None
    joined = [
        low if low.strip() and low != up else up for up, low in zip(texts, lower, strict=True)
    ]
    spread = any(texts[i] and texts[i] == texts[i + 1] for i in range(len(texts) - 1))
    covered = any(low == up and up.strip() for up, low in zip(texts, lower, strict=True))
    columns = header(joined) if spread and covered else None
    return columns if columns and all(c.holds is not Holds.UNKNOWN for c in columns) else None


def _table(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> Table:
    """Give the table, its columns completed by what stands below the headings.

    A column of numbers without a heading is the serial one, and one of Chinese numbers holds the
    sections; without a known column of text, the longest unknown one holds the tasks.
    """
    columns = _without_figures(_with_sections(_with_serial(columns, rows), rows), rows)
    if any(c.holds is Holds.REQUIREMENT for c in columns):
        return Table(columns, rows)
    unknown = [place for place, c in enumerate(columns) if c.holds is Holds.UNKNOWN]
    if not unknown:
        return Table(columns, rows)
    longest = max(unknown, key=lambda place: sum(len(row[place].text) for row in rows[:40]))
    found = list(columns)
    found[longest] = found[longest]._replace(holds=Holds.REQUIREMENT)
    return Table(tuple(found), rows)


def _without_figures(
    columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]
) -> tuple[Column, ...]:
    """Take columns of figures alone, such as those of a yearly target (目标), from the outline."""
    levels = (Holds.SECTION, Holds.TASK, Holds.REQUIREMENT)
    found = [
        c._replace(holds=Holds.TEXT if not _is_figures(place, rows) else Holds.REMARK)
        if c.holds in levels
        else c
        for place, c in enumerate(columns)
    ]
    return outlined(found) if Holds.REMARK in {c.holds for c in found} else columns


def _is_figures(place: int, rows: tuple[tuple[Cell, ...], ...]) -> bool:
    filled = [row[place].text.strip() for row in rows if row[place].text.strip()]
    return bool(filled) and all(_FIGURES.fullmatch(text) for text in filled)


_FIGURES = re.compile("[^\u4e00-\u9fff]*[0-9][^\u4e00-\u9fff]*|[-—/]+")


def _with_sections(
    columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]
) -> tuple[Column, ...]:
    """Take a first column of 一、 without a heading as the sections above the known outline."""
    first = columns[0]
    if first.heading or first.holds is not Holds.UNKNOWN:
        return columns
    filled = [row[0].text for row in rows if row[0].text.strip()]
    if not filled or any(looks(text) not in _SECTION_STYLES for text in filled):
        return columns
    lower = [c._replace(holds=Holds.TASK) if c.holds is Holds.SECTION else c for c in columns[1:]]
    return (first._replace(holds=Holds.SECTION), *lower)


_SECTION_STYLES = {"part", "first", "second"}


def _with_serial(
    columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]
) -> tuple[Column, ...]:
    found = list(columns)
    for place, c in enumerate(columns):
        if c.heading or c.holds is not Holds.UNKNOWN:
            continue
        filled = [row[place].text for row in rows if row[place].text.strip()]
        if filled and 2 * sum(looks(text) == "number" for text in filled) > len(filled):
            found[place] = c._replace(holds=Holds.SERIAL)
    return tuple(found)
