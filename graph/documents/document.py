"""The common form of every file: blocks in reading order, each knowing where it came from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..plan import Doubt, Source
from ..span import Span


class Paragraph(NamedTuple):
    """One paragraph (or one line of a plain text), its automatic number written out."""

    text: str
    span: Span


class Cell(NamedTuple):
    r"""One cell of a grid. Line breaks inside it are `\n`."""

    text: str
    span: Span
    """The place of the anchor: in a merged cell, of its first row and column."""
    merged: bool = False
    """True where the grid position is only covered by a merged cell that began before it."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a full rectangle: every row has the same number of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    merges: bool = True
    """Its file can say which cells are merged, so that a blank one is blank."""

    def columns(self) -> Iterator[tuple[Cell, ...]]:
        """Give the columns from left to right."""
        return zip(*self.rows, strict=True)


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Document:
    """A file opened: nothing in it is lost silently, what was doubtful is said."""

    source: Source
    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))
