"""What guessed columns were taken for, said once for each heading."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from ...documents.document import Cell
from ...lexicon.headings import Column, Holds
from ...plan import Doubt
from ..names.names import says_nothing
from .banners import is_one_cell
from .text_columns import Rows

_QUOTED = 12


class Table(Protocol):
    """Columns and the rows below them."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""

    @property
    def rows(self) -> Rows:
        """The rows."""


def guesses(tables: Sequence[Table]) -> Iterator[Doubt]:
    """Say of each guessed column of tables what it was taken for."""
    said: set[tuple[str, str]] = set()
    for table in tables:
        guessed = [at for at, c in enumerate(table.columns) if c.guessed]
        if not any(table.columns[at].heading for at in guessed):
            yield from _without_headings(table, guessed)
            continue
        for at in guessed:
            c, cell = table.columns[at], _first(table.rows, at)
            code = _CODES[c.holds]
            if cell is not None and (code, c.heading) not in said:
                said.add((code, c.heading))
                values = (("heading", c.heading), ("text", _quoted(cell.text)))
                yield Doubt(code, cell.span, values)


_CODES = {
    Holds.OWNERS: "reading.guessed-heading",
    Holds.REQUIREMENT: "reading.guessed-tasks",
    Holds.DEADLINE: "reading.guessed-times",
    Holds.SERIAL: "reading.guessed-numbers",
}


def _without_headings(table: Table, guessed: Sequence[int]) -> Iterator[Doubt]:
    """Say of a table without headings by which cells its columns were told."""
    first = {table.columns[at].holds: _first(table.rows, at) for at in reversed(guessed)}
    text, units = first.get(Holds.REQUIREMENT), first.get(Holds.OWNERS)
    if text is not None and units is not None:
        values = (("text", _quoted(text.text)), ("units", _quoted(units.text)))
        yield Doubt("reading.no-headings", text.span, values)


def _first(rows: Rows, at: int) -> Cell | None:
    told = (row[at] for row in rows if not is_one_cell(row) and not says_nothing(row[at].text))
    return next(told, None)


def _quoted(printed: str) -> str:
    text = "".join(printed.split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……"
