"""Tables drawn with lines of characters: tasks with marks under headings without."""

from collections.abc import Sequence

from ...documents.document import Block, Cell
from ...lexicon.headings import Holds
from ..columns.headings import places_of, share_known
from ..layout import Fit, Reading
from ..tables.grids import Table, read_tables, tables_of
from ..text.blocks import Blocks
from .drawn import MARK, as_drawn, drawn_grids, is_drawn, may_be_drawn
from .table_lines import lines

NAME = "flattened-table"


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the share of known headings of the best drawn table of units."""
    if not may_be_drawn(Blocks.of(blocks).text):
        return None
    told = as_drawn(list(lines(blocks)))
    if not any(is_drawn(line.text) for line in told):
        return None
    tables = [_outlined(table) for table in tables_of(drawn_grids(told))]
    return Fit(max(share_known(table.columns) for table in tables), tables) if tables else None


def read(found: Sequence[Table]) -> Reading:
    """Read the rows of all drawn tables."""
    return read_tables(found)


def _outlined(table: Table) -> Table:
    """Give the table with its headings as rows of one merged cell, and tasks without marks."""
    places = places_of(table.columns, Holds.REQUIREMENT)
    if not places or not any(MARK.match(row[places[0]].text) for row in table.rows):
        return table
    return Table(table.columns, tuple(_plain(row, places[0]) for row in table.rows))


def _plain(row: tuple[Cell, ...], at: int) -> tuple[Cell, ...]:
    match = MARK.match(row[at].text)
    if match is None and row[at].text:
        return tuple(row[at]._replace(merged=place > 0) for place in range(len(row)))
    cell = row[at]._replace(text=row[at].text[match.end() :]) if match else row[at]
    return (*row[:at], cell, *row[at + 1 :])
