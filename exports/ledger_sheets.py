"""A sheet of the ledger as a plain value: what stands where, before anything is formatted."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another sheet."""

    key: str
    text: str


Value = str | int | float | Link | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet."""

    title: str
    width: int
    """In half-width characters."""
    kind: Literal["text", "bar"] = "text"
    """`bar`: its numbers are drawn as bars too."""
    centred: bool = False
    choices: tuple[str, ...] = ()
    """The words of its drop-down."""
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
