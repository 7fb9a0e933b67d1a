"""Tables without a column of units: each task's cell says in labels or brackets who is named."""

from collections.abc import Iterator, Sequence

from ...documents.document import Block, Cell, Grid
from ...lexicon.headings import Column, Holds, column, outlined
from ..columns.headings import share_known
from ..layout import Entry, Fit, Item, Owners, Reading
from ..marks.segments import Segment, segments
from ..outline.assigned import told_marks
from ..prose.lines import whole_lines
from ..tables.grids import Table
from ..tables.rows import Walk
from ..text.blocks import Blocks

NAME = "table"
_FIT = 0.95
"""More than running text, less than a table whose headings are all known."""
_ASSIGNED = 0.5
"""The least share of entries that name somebody."""
_DEEPEST_HEADER = 8


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the entries of the tables in which most tasks name their units."""
    tables = [table for grid in Blocks.of(blocks).grids if (table := without_units(grid))]
    entries = [entry for table in tables for entry in entries_of(table)]
    assigned = sum(bool(entry.owners) for entry in entries)
    if not entries or assigned < _ASSIGNED * len(entries):
        return None
    return Fit(_FIT * min(share_known(table.columns) for table in tables), entries)


def read(found: Sequence[Entry]) -> Reading:
    """Give the entries; a task that names nobody is one too."""
    return Reading(tuple(found))


def without_units(grid: Grid) -> Table | None:
    """Give the table of a grid whose headings name tasks and a number or a time, and no units."""
    for at, row in enumerate(grid.rows[:_DEEPEST_HEADER]):
        columns = _header(row)
        if columns is not None:
            return Table(columns, grid.rows[at + 1 :])
    return None


def _header(row: Sequence[Cell]) -> tuple[Column, ...] | None:
    """Give the columns of headings that name a task and a number or a time, and no units."""
    columns = [column(cell.text) for cell in row]
    filled = [c for c in columns if c.heading]
    known = {c.holds for c in filled} - {Holds.UNKNOWN}
    beside = known & {Holds.SERIAL, Holds.DEADLINE, Holds.REMARK}
    if Holds.OWNERS in known or Holds.TEXT not in known or not beside:
        return None
    unknown = sum(c.holds is Holds.UNKNOWN for c in filled)
    return outlined(columns) if 2 * unknown <= len(filled) else None


def entries_of(table: Table) -> Iterator[Entry]:
    """Give the entries of such a table, each with the units that its own cell names."""
    walk = Walk(flattened=False)
    for row in table.rows:
        walk.step(row, table.columns)
    for entry in walk.entries:
        yield from _told_apart(entry)


def _told_apart(entry: Entry) -> Iterator[Entry]:
    """Take the units out of the texts of an entry: one entry for each assignment."""
    told = [(item, _segments(item)) for item in entry.items]
    *before, (last, closing) = told
    shared = bool(before) and len(closing) == 1 and closing[0].apart
    if shared and not any(found for _, found in before):
        whole = _assigned(entry, last, closing[0])
        yield whole._replace(items=(*(item for item, _ in before), *whole.items))
        return
    for item, found in told:
        if not found:
            yield entry._replace(items=(item,))
        for part, segment in enumerate(found, start=1):
            numbered = item._replace(part=part) if len(found) > 1 else item
            yield _assigned(entry, numbered, segment)


def _segments(item: Item) -> list[Segment]:
    lines = [line for piece in item.pieces for line in piece.lines()]
    return segments(whole_lines(lines), told_marks)


def _assigned(entry: Entry, item: Item, segment: Segment) -> Entry:
    named = [mark for mark in segment.marks if not mark.is_time]
    times = tuple(mark.piece for mark in segment.marks if mark.is_time)
    return entry._replace(
        items=(item._replace(pieces=tuple(segment.pieces)),),
        owners=tuple(Owners(m.piece, m.slot, labelled=True, stated=m.stated) for m in named),
        times=(*entry.times, *times),
    )
