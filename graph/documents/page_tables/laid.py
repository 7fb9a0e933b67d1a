"""A table of a PDF whose rows and columns are known: its cells are written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .gutters import Row, Stretch
from .heading_rows import Heading, Word
from .headings import names_persons, names_units
from .line_ends import ends_a_name, whole_names
from .lines import Character, Line, lines
from .outline import Spans
from .tables import PdfCell, PdfTable, cell

BEHIND = 2.0
"""Points that a column ends before the next one begins."""
_LISTED = ("、", "，", "；", ",", ";")


@dataclass(frozen=True, slots=True)
class Band:
    """Rows between two banners, or one banner: the lines, and which of them begin a row."""

    rows: tuple[Row, ...]
    starts: tuple[int, ...]
    spans: dict[int, Spans]
    """Of each column of the outline: the first and the last row that each of its cells takes."""
    banner: bool = False

    def slices(self) -> list[Sequence[Row]]:
        """Give the lines of each row."""
        ends = [*self.starts[1:], len(self.rows)]
        return [self.rows[start:end] for start, end in zip(self.starts, ends, strict=True)]

    def spanned(self, column: int) -> Spans:
        """Give the first and the last row of each cell of a column."""
        return self.spans.get(column) or [(at, at) for at in range(len(self.starts))]

    def cells(self, column: int) -> list[Sequence[Row]]:
        """Give the lines of each cell of a column."""
        ends = [*self.starts[1:], len(self.rows)]
        return [self.rows[self.starts[first] : ends[last]] for first, last in self.spanned(column)]


@dataclass(frozen=True, slots=True)
class Laid:
    """A table whose rows and columns are known."""

    page: int
    heading: Heading
    titles: tuple[Sequence[Character], ...]
    """The lines of the headings."""
    gaps: tuple[Stretch, ...]
    bands: tuple[Band, ...]
    right: float
    guessed: bool

    @property
    def characters(self) -> Iterable[Character]:
        """Everything that stands in the table."""
        for line in self.titles:
            yield from line
        for row in self.rows:
            for found in row.columns.values():
                yield from found

    @property
    def rows(self) -> list[Row]:
        """The lines below the headings."""
        return [row for band in self.bands for row in band.rows]

    def table(self, above: PdfTable | None) -> PdfTable:
        """Write its cells; a table that goes on from `above` has the same columns."""
        edges = self._rights()
        rows = self._head()
        for band in self.bands:
            rows += self._banner(band) if band.banner else self._body(band, edges)
        starts = (self.heading.words[0].x0, *(end for _, end in self.gaps))
        if above is not None and self.heading.repeats(above.heading):
            starts = above.edges
        top = self.titles[0][0]["top"] if self.titles else self.rows[0].top
        table = PdfTable(rows, starts, top, self.rows[-1].bottom, self.page)
        table.heading, table.guessed = self.heading, self.guessed
        return table

    def _cell(self, found: Iterable[Character], right: float) -> PdfCell:
        return cell(lines(found, self.page), right, self.page)

    def _word(self, word: Word) -> PdfCell:
        return PdfCell(word.text, self.page, None, None, word.x1)

    def _head(self) -> list[list[PdfCell]]:
        """Write the headings, in two rows where some stand under another."""
        if not self.titles:
            return []
        lower = [self._word(word) for word in self.heading.words]
        if not self.heading.groups:
            return [lower]
        upper = list(lower)
        for group in self.heading.groups:
            above = self._word(group.word)
            for at in range(group.first, group.last + 1):
                upper[at] = above
        return [upper, lower]

    def _banner(self, band: Band) -> list[list[PdfCell]]:
        found = [one for row in band.rows for part in row.columns.values() for one in part]
        return [[self._cell(found, self.right)] * (len(self.gaps) + 1)]

    def _body(self, band: Band, edges: Sequence[float]) -> list[list[PdfCell]]:
        made = [[self._cell((), edge) for edge in edges] for _ in band.starts]
        for column, edge in enumerate(edges):
            spans, cells = band.spanned(column), band.cells(column)
            for (first, last), rows in zip(spans, cells, strict=True):
                written = self._written(rows, column, edge)
                for row in made[first : last + 1]:
                    row[column] = written
        return made

    def _written(self, rows: Sequence[Row], column: int, edge: float) -> PdfCell:
        made = self._cell(_in(rows, column), edge)
        title = self.heading.words[column].text
        if not names_units(title) or names_persons(title):
            return made
        return replace(made, text=whole_names(made.text))

    def _rights(self) -> list[float]:
        """Give where the lines of each column must end."""
        limits = [*(end - BEHIND for _, end in self.gaps), self.right]
        return [
            _right([lines(_in(part, at), self.page) for part in self._parts(at)], limit, title.text)
            for at, (limit, title) in enumerate(zip(limits, self.heading.words, strict=True))
        ]

    def _parts(self, column: int) -> Iterable[Sequence[Row]]:
        """Give the lines of each cell of a column."""
        for band in self.bands:
            yield from band.cells(column)


def _in(rows: Iterable[Row], column: int) -> list[Character]:
    return [one for row in rows for one in row.columns.get(column, ())]


def _right(cells: Sequence[Sequence[Line]], limit: float, heading: str) -> float:
    """Give the right edge of a column: that of its lines where they are broken, else `limit`.

    Names of units one below the other are no broken line; they end with a word for a unit.
    """
    written = [line for found in cells for line in found]
    edge = max((line.x1 for line in written), default=limit)
    broken = [pair for found in cells for pair in pairwise(found)]
    if not names_units(heading):
        return min(edge, limit) if broken else limit
    listed = any(line.text.endswith(_LISTED) for line, _ in broken)
    full = all(line.x1 > edge - 1.1 * line.size for line, _ in broken)
    names = all(ends_a_name(line.text) for pair in broken for line in pair)
    return edge if broken and (listed or (full and not names)) else max(edge, limit)
