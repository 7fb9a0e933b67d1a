"""Tables whose headings are not known: their cells tell the columns, as a guess that is told.

Read last, where nothing else was found.
"""

from collections.abc import Iterator, Sequence

from ...documents.document import Block, Cell, Paragraph
from ...lexicon.headings import Column, Holds, column, outlined
from ...lexicon.roles import Slot
from ..columns.banners import is_one_cell
from ..columns.cell_kinds import are_units, names_body, tells_work
from ..columns.fitness import looks
from ..columns.guessed_columns import told_by_kinds, told_in
from ..columns.heading_rows import heading_rows, repeats
from ..columns.headings import places_of, share_known
from ..columns.not_of_tasks import heads_none, titles_none
from ..columns.text_columns import Rows
from ..flattened.marked_runs import marked_runs
from ..layout import Fit, Reading
from ..names.names import says_nothing
from ..tables.grids import Table, read_tables

NAME = "table"
_LEAST_SCORE = 0.1
_FEWEST_ROWS = 2
_FEWEST_WITHOUT_HEADINGS = 3


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the tables whose cells show units and tasks, with their share of known headings."""
    tables: list[Table] = []
    for rows in _grids(blocks):
        found = table_of(rows) or (_continued(tables[-1], rows) if tables else None)
        tables += [found] if found is not None else []
    if not tables:
        return None
    known = max(share_known([column(c.heading) for c in table.columns]) for table in tables)
    return Fit(max(known, _LEAST_SCORE), tables)


def read(found: Sequence[Table]) -> Reading:
    """Read the tables; what each guessed column was taken for is told."""
    return read_tables(found)


def table_of(rows: Rows) -> Table | None:
    """Give the table of tasks that the cells of rows show below headings, or without any."""
    for headings, start in heading_rows(rows):
        if heads_none(headings):
            return None
        below = tuple(row for row in rows[start:] if not repeats(row, headings))
        table = _table([column(text) for text in headings], below, _FEWEST_ROWS)
        if table is not None and not _is_row(rows[start - 1], table.columns):
            return table
    return _without_headings(rows)


def _grids(blocks: Sequence[Block]) -> Iterator[Rows]:
    """Give the rows of each table, but those below the title of another kind of list."""
    above: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            above = [*above, block.text][-_NEAR:] if block.text.strip() else above
            continue
        if not titles_none(above):
            yield block.rows
        above = []
    yield from (grid.rows for grid in marked_runs(blocks))


_NEAR = 3


def _without_headings(rows: Rows) -> Table | None:
    """Give the table of rows that are numbered or timed, whose columns no row heads."""
    body = tuple(row for row in rows if not is_one_cell(row))
    if len(body) < _FEWEST_WITHOUT_HEADINGS:
        return None
    blank = [Column(Holds.UNKNOWN, "")] * len(body[0])
    table = _table(blank, body, _FEWEST_WITHOUT_HEADINGS)
    if table is None or not _is_row(body[0], table.columns):
        return None
    ordered = any(c.holds in {Holds.SERIAL, Holds.DEADLINE} for c in table.columns)
    return table if ordered else None


def _table(printed: Sequence[Column], rows: Rows, fewest: int) -> Table | None:
    columns = told_by_kinds(printed, rows)
    if columns is None:
        return None
    table = Table.of(outlined(columns), rows)
    return table if _holds_units(table) and _assigned(table) >= fewest else None


def _holds_units(table: Table) -> bool:
    """Tell whether all columns of units hold some, those with a known heading too."""
    places = _units(table.columns)
    return bool(places) and all(
        table.columns[at].guessed or are_units(told_in(table.rows, at)) for at in places
    )


def _assigned(table: Table) -> int:
    """Give how many rows hold a task and a unit, 0 where fewer than half do."""
    units, tasks = _units(table.columns), places_of(table.columns, Holds.REQUIREMENT)
    body = [row for row in table.rows if not is_one_cell(row)]
    whole = sum(_says(row, units) and _says(row, tasks) for row in body)
    return whole if 2 * whole >= len(body) else 0


def _units(columns: tuple[Column, ...]) -> list[int]:
    return [at for at in places_of(columns, Holds.OWNERS) if columns[at].slot is not Slot.PERSON]


def _says(row: Sequence[Cell], places: Sequence[int]) -> bool:
    return any(not says_nothing(row[at].text) for at in places)


def _is_row(row: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Tell whether what stands in place of headings is itself a row of tasks."""
    fitting = {c.holds for c, cell in zip(columns, row, strict=True) if _fits(cell.text, c)}
    return len(fitting) > 1 and bool(fitting & {Holds.REQUIREMENT, Holds.OWNERS})


def _fits(text: str, c: Column) -> bool:
    if not c.guessed:
        return False
    if c.holds is Holds.REQUIREMENT:
        return tells_work(text)
    if c.holds is Holds.SERIAL:
        return looks(text) == "number" and any(map(str.isdecimal, text))
    if c.holds is Holds.OWNERS and not names_body(text):
        return False
    return looks(text) == _LOOKS.get(c.holds)


_LOOKS = {Holds.OWNERS: "units", Holds.DEADLINE: "time"}


def _continued(table: Table, rows: Rows) -> Table | None:
    """Give rows of a table that goes on behind a page break, with its headings or without."""
    if not rows or len(rows[0]) != len(table.columns):
        return None
    headings = [c.heading for c in table.columns]
    more = Table(table.columns, tuple(row for row in rows if not repeats(row, headings)))
    units = [text for at in _units(more.columns) for text in told_in(more.rows, at)]
    alike = units and all(looks(text) == "units" for text in units)
    return more if alike and _assigned(more) else None
