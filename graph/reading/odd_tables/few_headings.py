"""Tables of which only the headings of units are known: read last, where nothing else was found."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...documents.document import Block, Grid
from ...lexicon.headings import TASK_RANK, Column, Holds, column, names_tasks, outlined
from ...lexicon.roles import Slot, ends_in_body
from ...plan import Doubt
from ..columns.fitness import looks
from ..columns.guessed_columns import as_units, heads_others
from ..columns.headings import places_of, share_known
from ..columns.not_of_tasks import heads_none, heads_people, heads_posts, lists_projects_or_powers
from ..columns.text_columns import SAMPLE, Rows
from ..flattened.marked_runs import marked_runs
from ..layout import Fit, Reading
from ..tables.grids import Table, read_tables

NAME = "table"
_DEEPEST_HEADER = 8
_FEWEST_ROWS = 2
_LONGEST_HEADING = 12
_WORDED = {"short", "long", "timed", "second", "third"}


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the tables whose cells show what few known headings leave open, with their share."""
    grids = [*(block for block in blocks if isinstance(block, Grid)), *marked_runs(blocks)]
    tables = [table for grid in grids if (table := _table(grid.rows)) is not None]
    return Fit(max(share_known(_printed(table)) for table in tables), tables) if tables else None


def read(found: Sequence[Table]) -> Reading:
    """Read the tables, and say of each which column was taken for that of the requirements."""
    reading = read_tables(found)
    doubts = (doubt for table in found for doubt in _doubts(table))
    return replace(reading, doubts=(*doubts, *reading.doubts))


def _doubts(table: Table) -> Iterator[Doubt]:
    at = places_of(table.columns, Holds.REQUIREMENT)[0]
    owners = places_of(table.columns, Holds.OWNERS)[0]
    text, units = table.columns[at].heading, table.columns[owners].heading
    if column(text).holds is Holds.UNKNOWN or not table.columns[owners].guessed:
        values = (("text", text), ("units", units))
        yield Doubt("reading.few-headings", table.rows[0][at].span, values)


def _printed(table: Table) -> list[Column]:
    return [column(c.heading) for c in table.columns]


def _table(rows: Rows) -> Table | None:
    for at, row in enumerate(rows[:_DEEPEST_HEADER]):
        texts = [cell.text.strip() for cell in row]
        if not all(0 < len(text) <= _LONGEST_HEADING for text in texts):
            continue
        if heads_posts(texts) or heads_people(texts) or lists_projects_or_powers(texts):
            return None
        below = rows[at + 1 :]
        columns = _with_guess([column(text) for text in texts], below)
        if len(set(texts)) == len(texts) and _holds_units(columns, below):
            table = Table.of(outlined(columns), below)
            return table if _holds_tasks(table) else None
    return None


def _with_guess(columns: list[Column], below: Rows) -> list[Column]:
    """Take columns of units under unknown headings for those responsible where no other names any.

    Such a heading ends as those of units do, 验收单位, and stands beside one of tasks.
    """
    tasks = [c for c in columns if c.rank >= TASK_RANK and not names_tasks(c)]
    if not tasks or any(c.holds is Holds.OWNERS for c in columns):
        return columns
    if heads_none(c.heading for c in columns):
        return columns
    return [
        as_units(c) if _may_head_units(c) and _is_full_of_units(below, at) else c
        for at, c in enumerate(columns)
    ]


def _may_head_units(c: Column) -> bool:
    return c.holds is Holds.UNKNOWN and ends_in_body(c.heading) and not heads_others(c.heading)


def _holds_units(columns: Sequence[Column], below: Rows) -> bool:
    """Tell whether all headings of units stand over cells of units, in two rows at least."""
    places = [at for at, c in enumerate(columns) if _is_of_units(c)]
    return bool(places) and all(_is_full_of_units(below, at) for at in places)


def _is_full_of_units(below: Rows, at: int) -> bool:
    cells = [row[at].text for row in below[:SAMPLE] if row[at].text.strip()]
    return len(cells) >= _FEWEST_ROWS and all(looks(cell) == "units" for cell in cells)


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
