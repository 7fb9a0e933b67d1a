"""The flow of a binary Word file: marks at the ends of paragraphs, cells and rows make tables."""

import struct
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from ..blocks.composing import Frame
from ..blocks.stacking import Merge, Stack, Stacked
from .piecetable import Unreadable
from .sprms import DEPTH, IN_TABLE, INNER_CELL, INNER_ROW_END, ROW_END, TABLE, Properties

_NEAR = 60
"""Twips, about a millimetre, by which edges of cells in different rows may miss each other."""
_DEEPEST = 50
_CELL_SIZE = 20
_MERGES = {0: Merge.NONE, 1: Merge.CONTINUE, 3: Merge.BEGIN}


class End(Enum):
    """What a mark ends."""

    PARAGRAPH = auto()
    CELL = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """The end of a paragraph: what it ends, and how deep in tables it stands."""

    end: End
    depth: int
    properties: Properties

    @classmethod
    def of(cls, sign: str, properties: Properties) -> "Mark":
        """Read a mark from its character and the properties of its paragraph."""
        inside = properties.get(IN_TABLE, b"\0")[:1] == b"\1" or sign == "\x07"
        told = int.from_bytes(properties.get(DEPTH, b"\1"), "little")
        depth = max(told, 1) if inside else 0
        if depth > _DEEPEST:
            raise Unreadable("documents.too-deep")
        return cls(_end(sign, properties, depth), depth, properties)


def _end(sign: str, properties: Properties, depth: int) -> End:
    row = ROW_END if depth == 1 else INNER_ROW_END
    cell = sign == "\x07" if depth == 1 else INNER_CELL in properties
    if depth and properties.get(row, b"\0")[:1] == b"\1":
        return End.ROW
    return End.CELL if depth and cell else End.PARAGRAPH


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[tuple[str | Frame, ...], ...]
    edges: tuple[int, ...]
    """Of its cells, in twips; one more than there are cells, or none when they do not fit."""
    merges: tuple[Merge, ...]


@dataclass(slots=True)
class _Table:
    rows: list[_Row] = field(default_factory=list)
    cells: list[tuple[str | Frame, ...]] = field(default_factory=list)
    content: list[str | Frame] = field(default_factory=list)

    def end_cell(self) -> None:
        self.cells.append(tuple(self.content))
        self.content = []

    def end_row(self, definition: bytes) -> None:
        if self.content:
            self.end_cell()
        self.rows.append(_row(tuple(self.cells), definition))
        self.cells = []

    def frame(self) -> Frame:
        if self.content or self.cells:
            self.end_row(b"")
        return _frame(self.rows)


@dataclass(slots=True)
class Flow:
    """Collects paragraphs and tables, tables inside cells too."""

    content: list[str | Frame] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)

    def add(self, mark: Mark, text: str) -> None:
        """Add what a mark ends."""
        self._descend(mark.depth)
        if mark.depth == 0:
            self.content.append(text)
            return
        table = self._tables[-1]
        if mark.end is End.ROW:
            table.end_row(mark.properties.get(TABLE, b""))
            return
        table.content.append(text)
        if mark.end is End.CELL:
            table.end_cell()

    def finished(self) -> list[str | Frame]:
        """Close what is open and give the whole."""
        self._descend(0)
        return self.content

    def _descend(self, depth: int) -> None:
        while len(self._tables) > depth:
            frame = self._tables.pop().frame()
            outer = self._tables[-1].content if self._tables else self.content
            outer.append(frame)
        while len(self._tables) < depth:
            self._tables.append(_Table())


def _row(cells: tuple[tuple[str | Frame, ...], ...], definition: bytes) -> _Row:
    """Read a table definition ([MS-DOC] 2.9.315): the edges of a row's cells and their merges."""
    count = definition[0] if definition else 0
    fits = count == len(cells) and len(definition) >= 1 + 2 * (count + 1)
    if not fits:
        return _Row(cells, (), (Merge.NONE,) * len(cells))
    edges = struct.unpack_from(f"<{count + 1}h", definition, 1)
    first = 1 + 2 * (count + 1)
    flags = (
        int.from_bytes(definition[first + _CELL_SIZE * at :][:2], "little") for at in range(count)
    )
    merges = tuple(_MERGES.get(flag >> 5 & 3, Merge.NONE) for flag in flags)
    return _Row(cells, edges, merges)


def _frame(rows: Sequence[_Row]) -> Frame:
    stack = Stack()
    edges = _grid_edges(rows)
    for row in rows:
        stack.add(_stacked(row, edges), _place(edges, row.edges[0]) if row.edges else 0)
    return stack.frame()


def _stacked(row: _Row, edges: Sequence[int]) -> Iterable[Stacked]:
    places = [_place(edges, edge) for edge in row.edges] or range(len(row.cells) + 1)
    widths = (max(after - before, 1) for before, after in pairwise(places))
    return map(Stacked, row.cells, widths, row.merges)


def _grid_edges(rows: Sequence[_Row]) -> list[int]:
    """Give the edges of all rows, those that nearly meet as one."""
    grid: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.edges}):
        if not grid or edge - grid[-1] > _NEAR:
            grid.append(edge)
    return grid


def _place(edges: Sequence[int], edge: int) -> int:
    return max(bisect_left(edges, edge + 1) - 1, 0)
