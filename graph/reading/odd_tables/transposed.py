"""Tables that lie on their side: headings down the first column, a task in each other one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...documents.document import Block, Cell, Grid
from ...lexicon.headings import Holds, column
from ...lexicon.roles import Slot
from ..columns.banners import place_of
from ..columns.fitness import looks
from ..columns.headings import places_of, share_known
from ..columns.text_columns import Rows
from ..flattened.marked_runs import marked_runs
from ..layout import Fit, Reading
from ..matrices.shape import turned
from ..tables.grids import Table, read_tables, tables_of

NAME = "table"
_FIT = 0.97
"""Less than a form, which has a label for each value as well."""


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the tables of a document of which some lie on their side."""
    grids = [block for block in blocks if isinstance(block, Grid)] or marked_runs(blocks)
    laid = [list(_stood_up(grid)) for grid in grids]
    if not any(laid):
        return None
    upright = [one for grid, found in zip(grids, laid, strict=True) for one in found or [grid]]
    tables = tables_of(upright)
    return Fit(_FIT * max(share_known(table.columns) for table in tables), tables)


def read(found: Sequence[Table]) -> Reading:
    """Read every task with what stands below it in its own column."""
    return read_tables(found)


def _stood_up(grid: Grid) -> Iterator[Grid]:
    """Give the tables of a grid turned, none where it does not lie on its side."""
    if not grid.rows or len(grid.rows[0]) < _FEWEST or tables_of([grid]):
        return
    stood = [replace(grid, rows=turned(rows)) for rows in _blocks(grid.rows)]
    if stood and all(map(_is_table, stood)):
        yield from stood


_FEWEST = 3
"""A label and two tasks; one task alone is a form."""


def _blocks(rows: Rows) -> Iterator[Rows]:
    """Give the rows of each table: where the first heading comes again, the next one begins."""
    told = [row for row in rows if not _is_title(row)]
    first = _heading(told[0]) if told else ""
    block: list[tuple[Cell, ...]] = []
    for row in told:
        if block and _heading(row) == first:
            yield tuple(block)
            block = []
        block.append(row)
    if block:
        yield tuple(block)


def _heading(row: Sequence[Cell]) -> str:
    return "".join(row[0].text.split())


def _is_title(row: Sequence[Cell]) -> bool:
    return len({place_of(cell.span) for cell in row if cell.text.strip()}) < 2 and bool(
        column(row[0].text).holds is Holds.UNKNOWN
    )


def _is_table(grid: Grid) -> bool:
    """Tell whether the first row heads tasks and units, and the cells below are no headings."""
    tables = tables_of([grid])
    if len(tables) != 1 or not tables[0].rows:
        return False
    (table,) = tables
    cells = [cell for row in table.rows for cell in row if cell.text.strip()]
    if any(column(cell.text).holds in _HEADINGS for cell in cells):
        return False
    tasks = places_of(table.columns, Holds.REQUIREMENT)
    apart = {place_of(row[at].span) for row in table.rows for at in tasks if row[at].text.strip()}
    return len(apart) > 1 and _names_units(table)


def _names_units(table: Table) -> bool:
    """Tell whether most cells below headings of units, not of persons, hold some."""
    owners = places_of(table.columns, Holds.OWNERS)
    places = [at for at in owners if table.columns[at].slot is not Slot.PERSON]
    named = [row[at].text for row in table.rows for at in places if row[at].text.strip()]
    return 2 * sum(looks(text) in _NAMES for text in named) > len(named)


_HEADINGS = frozenset({Holds.TEXT, Holds.OWNERS, Holds.SERIAL})
_NAMES = frozenset({"units", "mixed", "nothing"})
