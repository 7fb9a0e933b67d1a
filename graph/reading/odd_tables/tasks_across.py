"""Tables with a task in each column and a row of units below them; other rows tell of places."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...documents.document import Block, Cell, Grid
from ...lexicon.headings import Holds, column
from ...lexicon.roles import Slot
from ..columns.banners import place_of
from ..columns.fitness import looks
from ..columns.text_columns import Rows
from ..layout import Fit, Reading
from ..matrices.shape import turned
from ..tables.grids import Table, read_tables, tables_of

NAME = "table"
_FIT = 0.95
"""Less than a table on its side, all of whose rows are headed."""
_FEWEST = 3
"""A label and two tasks."""
_DEEPEST = 3
"""How many rows of tasks may stand one below the other: kinds of tasks and their tasks."""
_TITLES = ("类别", "工作任务")
"""What would stand over these rows if they were columns."""


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the tables of a document whose columns are tasks."""
    grids = [block for block in blocks if isinstance(block, Grid)]
    upright = [one for grid in grids for one in _stood_up(grid)]
    return Fit(_FIT, tables_of(upright)) if upright else None


def read(found: Sequence[Table]) -> Reading:
    """Read every task with the units below it in its own column."""
    return read_tables(found)


def _stood_up(grid: Grid) -> Iterator[Grid]:
    """Give the tables of a grid turned: the rows of tasks, then those of units and times."""
    if not grid.rows or len(grid.rows[0]) < _FEWEST or tables_of([grid]):
        return
    for rows in _blocks(grid.rows):
        yield replace(grid, rows=turned(rows))


def _blocks(rows: Rows) -> Iterator[Rows]:
    """Give for each row of units the rows of tasks above it, and the headed rows that follow."""
    start = 0
    for at, row in enumerate(rows):
        if _holds(row) is not Holds.OWNERS or not _names_units(row):
            continue
        tasks = rows[max(start, at - _DEEPEST) : at]
        tasks = tuple(one for one in tasks if _tells_tasks(one, tasks[-1]))
        if tasks:
            more = [one for one in rows[at + 1 : at + 1 + _DEEPEST] if _holds(one) in _TOLD]
            yield (*_titled(tasks), row, *more)
        start = at + 1


_TOLD = frozenset({Holds.OWNERS, Holds.DEADLINE})


def _holds(row: Sequence[Cell]) -> Holds:
    return column("".join(row[0].text.split())).holds


def _names_units(row: Sequence[Cell]) -> bool:
    """Tell whether the cells behind a heading of units, not of persons, mostly name some."""
    named = [looks(cell.text) for cell in row[1:] if cell.text.strip()]
    person = column("".join(row[0].text.split())).slot is Slot.PERSON
    return not person and len(named) > 1 and 2 * sum(kind in _NAMES for kind in named) > len(named)


_NAMES = frozenset({"units", "mixed", "nothing"})
_TASKS = frozenset({"short", "long", "timed", "mixed"})


def _tells_tasks(row: Sequence[Cell], last: Sequence[Cell]) -> bool:
    """Tell whether a row holds texts under one first cell with the last row above the units."""
    texts = [looks(cell.text) for cell in row[1:] if cell.text.strip()]
    same = place_of(row[0].span) == place_of(last[0].span)
    return same and len(texts) > 1 and all(kind in _TASKS for kind in texts)


def _titled(tasks: Rows) -> Rows:
    """Give the rows of tasks with headings that say so: kinds first, the tasks themselves last."""
    above = tasks[-2:-1]
    titles = _TITLES[-1 - len(above) :]
    return tuple(
        (row[0]._replace(text=title, merged=False), *row[1:])
        for row, title in zip((*above, tasks[-1]), titles, strict=True)
    )
