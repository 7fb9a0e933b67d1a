"""Rows with fewer cells of units than there are columns of them: which column is a guess."""

from collections.abc import Iterator, Sequence

from ..lexicon.headings import Column, Holds
from ..lexicon.roles import Slot
from ..plan import Doubt
from .alignment import Loose, Placed

_QUOTED = 12


def unsure_columns(rows: Placed, columns: Sequence[Column]) -> Iterator[Doubt]:
    """Say where cells of units were set in some of their columns by what is likely.

    `rows` are those whose blank cells do not show. The doubt names the rows, and stands at the
    first of them.
    """
    places = [
        at for at, c in enumerate(columns) if c.holds is Holds.OWNERS and c.slot is not Slot.PERSON
    ]
    if len({columns[at].slot for at in places}) < 2:
        return
    unsure = [row for row in rows if 0 < sum(bool(row[at]) for at in places) < len(places)]
    if unsure:
        names = "、".join(dict.fromkeys(name for row in unsure if (name := _name(row, columns))))
        first = next(cells[0] for cells in unsure[0] if cells)
        yield Doubt("reading.unit-column", first.span, (("numbers", names),))


def _name(row: Sequence[Sequence[Loose]], columns: Sequence[Column]) -> str:
    """Give the number of a row, or else how its text begins."""
    for holds in (Holds.SERIAL, Holds.REQUIREMENT, Holds.TASK, Holds.UNKNOWN):
        for at, column in enumerate(columns):
            if column.holds is holds and row[at]:
                text = "".join(row[at][0].text.split())
                return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……"
    return ""
