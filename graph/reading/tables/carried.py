"""Whether a table without known headings goes on with the columns of the one before it."""

from collections.abc import Sequence

from ...documents.document import Cell
from ...lexicon.headings import Column, Holds
from ...lexicon.roles import Slot
from ..columns.fitness import fitness, looks
from ..columns.heading_rows import may_head
from ..columns.not_of_tasks import heads_none
from ..columns.text_columns import SAMPLE, Rows
from ..names.names import says_nothing


def carried_on(columns: tuple[Column, ...], rows: Rows) -> Rows:
    """Give the rows of a table that go on in carried columns, none where it is another one.

    A first row that may be headings and fits none of the columns is no row of tasks. Where no cell
    in the columns of units names any, the table is another one.
    """
    if len(rows[0]) != len(columns):
        return ()
    if not _fits_any(rows[0], columns) and may_head(rows[0], len(columns)):
        if heads_none(cell.text for cell in rows[0]):
            return ()
        rows = rows[1:]
    units = [at for at, c in enumerate(columns) if _is_of_units(c)]
    told = [(row[at].text, columns[at]) for row in rows[:SAMPLE] for at in units]
    named = [(text, c) for text, c in told if not says_nothing(text)]
    return rows if not named or any(fitness(text, c) > 0 for text, c in named) else ()


def _is_of_units(c: Column) -> bool:
    return c.holds is Holds.OWNERS and c.slot is not Slot.PERSON


def _fits_any(row: Sequence[Cell], columns: Sequence[Column]) -> bool:
    pairs = list(zip(row, columns, strict=True))
    if any(_is_of_units(c) and fitness(cell.text, c) > 0 for cell, c in pairs):
        return True
    return any(looks(cell.text) == _LOOKS.get(c.holds) for cell, c in pairs)


_LOOKS = {Holds.DEADLINE: "time", Holds.SERIAL: "number"}
