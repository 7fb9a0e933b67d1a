"""Cells that know their place become full grids; paragraphs and tables become numbered blocks.

Every reader of tables works in the same two steps: it finds *placed* cells, each with its row,
column, height and width, and this module lays them out.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ...errors import DocumentError
from ...span import Span
from ..document import Block, Cell, Grid, Paragraph
from ..file import File
from .labelled_cells import labelled_lines


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of a table before it is laid out: its place counts from 0."""

    row: int
    column: int
    content: "tuple[str | Frame, ...]"
    """Paragraphs and tables inside the cell, in order."""
    height: int = 1
    width: int = 1
    page: int | None = None
    line: int | None = None

    @property
    def text(self) -> str:
        """The paragraphs of the cell, one a line, blank lines at the ends left out."""
        return "\n".join(_texts(self.content)).strip("\n")

    @property
    def weight(self) -> int:
        """The number of characters in it, those of inner tables counted."""
        return sum(len(part) if isinstance(part, str) else part.weight for part in self.content)


@dataclass(frozen=True)
class Frame:
    """A table before it is laid out: a row or column exists where some cell begins in it."""

    cells: tuple[Placed, ...]

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns in which some cell begins; a wider span adds none."""
        return tuple(sorted({cell.column for cell in self.cells}))

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The rows in which some cell begins."""
        return tuple(sorted({cell.row for cell in self.cells}))

    @property
    def inner(self) -> "Iterator[Frame]":
        """The tables inside the cells that are tables of their own, those in mere frames too."""
        for cell in self.cells:
            for part in cell.content:
                if isinstance(part, Frame) and part.is_table:
                    yield part
                elif isinstance(part, Frame):
                    yield from part.inner

    @property
    def is_table(self) -> bool:
        """Tell a table from a frame that only holds text: one row or one column, or mere labels."""
        return len(self.rows) > 1 and len(self.columns) > 1 and not self.labels

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Its rows as lines where it does no more than name units behind labels."""
        few = len(self.columns) == _A_PAIR and len(self.rows) <= _MOST_LABELS
        if not few or any(any(Frame((cell,)).inner) for cell in self.cells):
            return ()
        rows = [[cell.text for cell in self.cells if cell.row == row] for row in self.rows]
        return labelled_lines(rows)

    @property
    def is_layout(self) -> bool:
        """Tell whether the table only arranges a page: tables inside hold most of its text.

        So does one of which nearly all stands in one cell, a table and the text around it; where
        no cell heads or fills each column in every row, half is enough.
        """
        inner = sum(frame.weight for frame in self.inner)
        if not inner:
            return False
        whole = self.weight
        share = 0.5 if self._is_ragged else 0.75
        return 2 * inner > whole or any(
            cell.weight > share * whole and any(Frame((cell,)).inner) for cell in self.cells
        )

    @property
    def _is_ragged(self) -> bool:
        """Tell whether some row has fewer cells with text than there are columns."""
        filled = Counter(cell.row for cell in self.cells if cell.weight)
        return any(filled[row] < len(self.columns) for row in self.rows)

    @property
    def weight(self) -> int:
        """The number of characters in it, inner tables counted."""
        return sum(cell.weight for cell in self.cells)


_A_PAIR = 2
_MOST_LABELS = 8


def _texts(content: "Iterable[str | Frame]") -> Iterator[str]:
    """Give the lines of a cell; a frame that is no table of its own is read as text."""
    for part in content:
        if isinstance(part, str):
            yield part
        elif part.labels:
            yield from part.labels
        elif not part.is_table:
            yield from (cell.text for cell in part.cells)


@dataclass(slots=True)
class Composer:
    """Collects the blocks of one document, numbers them, and holds them within the limits."""

    file: File
    place: Span = field(default_factory=lambda: Span(0, 0))
    """What all following blocks have in common: page or sheet."""
    sheet_places: bool = False
    """Rows and columns are called by their place on the sheet, not in the table."""
    merges: bool = True
    """The file can say which cells are merged."""
    blocks: list[Block] = field(default_factory=list)
    tables: int = 0
    """How many tables were added."""
    _paragraphs: int = 0
    _cells: int = 0
    _characters: int = 0

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing that was added held any text."""
        return self._characters == 0

    def paragraph(self, text: str) -> None:
        """Add a paragraph; each of its lines becomes a block of its own."""
        self._paragraphs += 1
        self._paragraph(text, self.place._replace(paragraph=self._paragraphs))

    def table(self, frame: Frame) -> None:
        """Add a table, and after it the tables inside its cells.

        A table of one column, and one that only arranges a page, is read as what it holds.
        """
        if len(frame.columns) == 1 or frame.is_layout:
            for cell in frame.cells:
                self.flow(cell.content)
            return
        if frame.cells:
            self._grid(frame)
        for inner in frame.inner:
            self.table(inner)

    def flow(self, content: Iterable[str | Frame]) -> None:
        """Add paragraphs and tables in the order in which they stand."""
        for part in content:
            if isinstance(part, str):
                self.paragraph(part)
            else:
                self.table(part)

    def _paragraph(self, text: str, place: Span) -> None:
        self._weigh(text)
        limit = self.file.limits.paragraphs
        if len(self.blocks) + text.count("\n") >= limit:
            raise DocumentError("documents.too-many-paragraphs", path=self.file.path, n=limit)
        start = 0
        for line in text.split("\n"):
            self.blocks.append(Paragraph(line, place.within(start, start + len(line))))
            start += len(line) + 1

    def _grid(self, frame: Frame) -> None:
        self._measure(frame)
        self.tables += 1
        place = self.place._replace(table=self.tables)
        cells: dict[tuple[int, int], Cell] = {}
        for placed in frame.cells:
            self._lay(placed, frame, place, cells)
        rows = tuple(
            tuple(
                cells.get((row, column)) or Cell("", self._at(frame, place, row, column))
                for column in range(len(frame.columns))
            )
            for row in range(len(frame.rows))
        )
        self.blocks.append(Grid(rows, place, self.merges))

    def _lay(
        self, placed: Placed, frame: Frame, place: Span, cells: dict[tuple[int, int], Cell]
    ) -> None:
        """Set a cell at its own position and, as merged, at every one that it covers."""
        text = placed.text
        self._weigh(text)
        rows, columns = covered(placed, frame)
        start = (rows[0], columns[0])
        span = self._at(frame, place, *start).within(0, len(text))
        span = span._replace(page=placed.page or span.page, line=placed.line)
        for row in rows:
            for column in columns:
                at = (row, column)
                cells.setdefault(at, Cell(text, span, merged=at != start))

    def _at(self, frame: Frame, place: Span, row: int, column: int) -> Span:
        if self.sheet_places:
            row, column = frame.rows[row], frame.columns[column]
        return place._replace(row=row + 1, column=column + 1)

    def _measure(self, frame: Frame) -> None:
        limits = self.file.limits
        if len(frame.columns) > limits.grid_columns:
            raise DocumentError(
                "documents.table-too-wide", path=self.file.path, n=limits.grid_columns
            )
        self._cells += len(frame.rows) * len(frame.columns)
        spans = (covered(placed, frame) for placed in frame.cells)
        area = sum(len(rows) * len(columns) for rows, columns in spans)
        if max(self._cells, area) > limits.grid_cells:
            raise DocumentError(
                "documents.table-too-large", path=self.file.path, n=limits.grid_cells
            )

    def _weigh(self, text: str) -> None:
        limits = self.file.limits
        if len(text) > limits.cell_characters:
            raise DocumentError(
                "documents.cell-too-large", path=self.file.path, n=limits.cell_characters
            )
        self._characters += len(text)
        if self._characters > limits.text_characters:
            raise DocumentError(
                "documents.text-too-large", path=self.file.path, n=limits.text_characters
            )


def covered(placed: Placed, frame: Frame) -> tuple[range, range]:
    """Give the rows and columns of the grid that a cell covers, its own among them."""
    return (
        _stretch(frame.rows, placed.row, placed.height),
        _stretch(frame.columns, placed.column, placed.width),
    )


def _stretch(starts: tuple[int, ...], start: int, length: int) -> range:
    return range(bisect_left(starts, start), bisect_left(starts, start + length))
