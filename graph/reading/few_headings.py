"""Tables of which only the headings of units are known: read last, where nothing else was found."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ..documents.document import Block, Grid
from ..lexicon.headings import Column, Holds, column, outlined
from ..lexicon.roles import Slot
from ..plan import Doubt
from .alignment import Before, Loose, direct, to_grid
from .columns import places_of, share_known
from .fitness import looks
from .grids import Table, read_tables
from .layout import Fit, Reading
from .table_lines import Line, lines
from .text_columns import SAMPLE, Rows

NAME = "table"
_DEEPEST_HEADER = 8
_LONGEST_HEADING = 12
_WORDED = {"short", "long", "timed", "second", "third"}


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the tables whose cells show what few known headings leave open, with their share."""
    grids = [*(block for block in blocks if isinstance(block, Grid)), *_tabbed(blocks)]
    tables = [table for grid in grids if (table := _table(grid.rows)) is not None]
    return Fit(max(share_known(_printed(table)) for table in tables), tables) if tables else None


def read(found: Sequence[Table]) -> Reading:
    """Read the tables, and say of each which column was taken for that of the requirements."""
    reading = read_tables(found)
    return replace(reading, doubts=(*map(_doubt, found), *reading.doubts))


def _doubt(table: Table) -> Doubt:
    at = places_of(table.columns, Holds.REQUIREMENT)[0]
    owners = places_of(table.columns, Holds.OWNERS)[0]
    headings = (("text", table.columns[at].heading), ("units", table.columns[owners].heading))
    return Doubt("reading.few-headings", table.rows[0][at].span, headings)


def _printed(table: Table) -> list[Column]:
    return [column(c.heading) for c in table.columns]


def _tabbed(blocks: Sequence[Block]) -> Iterator[Grid]:
    """Give the runs of lines with as many cells between tabs as grids."""
    for width, run in groupby(lines(blocks), key=lambda line: line.text.count("\t")):
        rows = [_cells(line) for line in run] if width > 1 else []
        if len(rows) > _FEWEST_ROWS:
            columns = [Column(Holds.UNKNOWN, "")] * (width + 1)
            placed = [one for row in rows[1:] for one in direct(row, columns)]
            yield to_grid(placed, rows[0], 1)


_FEWEST_ROWS = 2


def _cells(line: Line) -> list[Loose]:
    return [Loose(text.strip(), line.span, Before.SAME) for text in line.text.split("\t")]


def _table(rows: Rows) -> Table | None:
    for at, row in enumerate(rows[:_DEEPEST_HEADER]):
        texts = [cell.text.strip() for cell in row]
        if not all(0 < len(text) <= _LONGEST_HEADING for text in texts):
            continue
        below = rows[at + 1 :]
        if len(set(texts)) == len(texts) and _holds_units(texts, below):
            table = Table.of(outlined([column(text) for text in texts]), below)
            return table if _holds_tasks(table) else None
    return None


def _holds_units(texts: Sequence[str], below: Rows) -> bool:
    """Tell whether all headings of units stand over cells of units, in two rows at least."""
    places = [at for at, text in enumerate(texts) if _is_of_units(column(text))]
    filled = [[row[at].text for row in below[:SAMPLE] if row[at].text.strip()] for at in places]
    return bool(places) and all(
        len(cells) >= _FEWEST_ROWS and all(looks(cell) == "units" for cell in cells)
        for cells in filled
    )


def _is_of_units(c: Column) -> bool:
    return c.holds is Holds.OWNERS and c.slot is not Slot.PERSON


def _holds_tasks(table: Table) -> bool:
    """Tell whether most cells of the column taken for that of the requirements are words."""
    for at in places_of(table.columns, Holds.REQUIREMENT):
        told = [row[at].text for row in table.rows[:SAMPLE] if row[at].text.strip()]
        worded = sum(looks(text) in _WORDED and len(text) > _LONGEST_NAME for text in told)
        return 2 * worded > len(told)
    return False


_LONGEST_NAME = 4
"""Cells no longer than this name things and persons."""
