"""What is noticed of the looks of a sheet while its cells are gone through."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .looks import Looks
from .numberformats import Words

Name = TypeVar("Name", str, bytes, int)
"""How a kind of workbook names the formats of its cells."""


@dataclass(frozen=True, slots=True)
class Formats(Generic[Name]):
    """The formats of cells that tell more than a value."""

    struck: frozenset[Name]
    """Those whose font is crossed out."""
    months: frozenset[Name]
    """Those that show a date as its month."""
    words: Mapping[Name, Words]
    """What they write around a number."""


@dataclass(slots=True)
class Noticed:
    """Gathers the looks of one sheet; rows and columns count from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)
    struck: set[tuple[int, int]] = field(default_factory=set)
    months: set[tuple[int, int]] = field(default_factory=set)
    words: dict[tuple[int, int], Words] = field(default_factory=dict)
    lost: set[tuple[int, int]] = field(default_factory=set)

    def cell(
        self, at: tuple[int, int], name: Name, formats: Formats[Name], *, struck: bool = False
    ) -> None:
        """Note what the format of a cell tells, and whether some of its text is crossed out."""
        if name in formats.months:
            self.months.add(at)
        if name in formats.words:
            self.words[at] = formats.words[name]
        if struck or name in formats.struck:
            self.struck.add(at)

    def looks(self) -> Looks:
        """Give what was noticed."""
        return Looks(
            frozenset(self.hidden_rows),
            tuple(self.hidden_columns),
            frozenset(self.struck),
            frozenset(self.months),
            self.words,
            frozenset(self.lost),
        )
