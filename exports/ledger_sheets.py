"""A sheet of the ledger as a plain value: what stands where, before anything is formatted."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another sheet."""

    key: str
    text: str


Value = str | int | float | date | Link | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet."""

    title: str
    width: int
    """In half-width characters."""
    kind: Literal["text", "bar", "due"] = "text"
    """`bar`: its numbers are drawn as bars too. `due`: days, coloured by the reader's own day."""
    centred: bool = False
    choices: tuple[str, ...] = ()
    """The words of its drop-down."""
    optional: bool = False
    """Left out of a sheet in which it is blank throughout."""
    closing: str = ""
    """The word of its drop-down that ends a row: its day is no longer coloured."""
    tints: tuple[tuple[str, str], ...] = ()
    """A word and the name of the colour that it gives its cell."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name as wished, a title line, columns, rows."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    key: str = ""
    """What links call it."""
    wide: bool = True
    """Made for A3, else for A4."""
    frozen: int = 0
    """How many columns stay in sight."""
    filtered: bool = True


def trimmed(sheet: Sheet) -> Sheet:
    """Leave out the optional columns in which no row says anything."""
    kept = [
        place
        for place, column in enumerate(sheet.columns)
        if not column.optional or any(row[place] not in {None, ""} for row in sheet.rows)
    ]
    return replace(
        sheet,
        columns=tuple(sheet.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in sheet.rows),
    )
