"""Tables of a PDF: the cells of each page, and the rows that a page break cut in two.

Within a page a cell's rectangle tells its span. Over a page break it is told by what is blank and
by what the text says; a guess is given as a doubt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from ...plan import Doubt
from ...span import Span
from ..blocks.composing import Frame, Placed
from .heading_rows import Heading
from .lines import (
    ENDED,
    NUMBERED,
    SERIAL,
    Line,
    counts_on,
    joined,
    paragraphs,
    runs_on,
)

NEAR = 3.0
"""Points by which edges that are the same may miss each other."""
_DENSE = 0.9


@dataclass(eq=False, slots=True)
class PdfCell:
    """A cell: one rectangle, or several that page breaks cut it into."""

    text: str
    page: int
    last: Line | None
    """The last line of its text, and `first` the first, to tell where it was cut."""
    first: Line | None
    right: float

    def absorb(self, rest: "PdfCell") -> None:
        """Take in the rest of the text from the next page."""
        if rest.text:
            last = self.text.rpartition("\n")[2]
            begins = ENDED.search(last) and NUMBERED.match(rest.text)
            apart = begins or counts_on(last, rest.text)
            self.text = f"{self.text}\n{rest.text}" if apart else joined(self.text, rest.text)
            self.last = rest.last

    def runs_into(self, below: "PdfCell") -> bool:
        """Tell whether the text goes on in a cell of the next page."""
        if self.last is None or below.first is None or NUMBERED.match(below.text):
            return False
        return not ENDED.search(self.text) and runs_on(self.last, below.first, self.right)


@dataclass(slots=True)
class PdfTable:
    """A table as rows of cells; a merged cell stands in every place that it covers."""

    rows: list[list[PdfCell]]
    edges: tuple[float, ...]
    top: float
    bottom: float
    page: int
    doubts: list[tuple[int, int]] = field(default_factory=list)
    """Row from 1 and page of each guess."""
    heading: Heading | None = None
    """Its headings, where no lines enclose its cells."""
    guessed: bool = False
    """Its rows were told by where words stand."""

    def continues(self, above: "PdfTable") -> bool:
        """Tell whether the columns are those of a table on the page before."""
        return len(self.edges) == len(above.edges) and all(
            abs(here - there) < NEAR for here, there in zip(self.edges, above.edges, strict=True)
        )

    def append(self, below: "PdfTable") -> None:
        """Stitch the part of the table on the next page to this one."""
        rows = _without_heading(below.rows, self.rows)
        if not rows:
            return
        last, first = self.rows[-1], rows[0]
        dense = self._dense(rows)
        cut, certain = _is_cut([(last[column], first[column]) for column in dense])
        pairs = list(zip(last, first, strict=True))
        carried = pairs if cut else _carried([pairs[at] for at in self._merging(rows)])
        guessed = [cell.text or self._has_blank(cell, below) for _, cell in carried]
        if not certain or (not cut and any(guessed)):
            self.doubts.append((len(self.rows) + (not cut), below.page))
        for above, cell in carried:
            above.absorb(cell)
        heir = {id(cell): above for above, cell in carried}
        self.rows += [[heir.get(id(cell), cell) for cell in row] for row in rows[cut:]]

    def _dense(self, below: Sequence[Sequence[PdfCell]]) -> list[int]:
        """Give the columns in which nearly every row has a cell of its own with text."""
        rows = [*self.rows, *below[1:]]
        around = zip(rows, [None, *rows], [*rows[1:], None], strict=False)
        own = [0] * len(rows[0])
        for row, before, after in around:
            for at, cell in enumerate(row):
                alone = not any(near and near[at] is cell for near in (before, after))
                own[at] += bool(cell.text) and alone
        return [at for at, count in enumerate(own) if count >= _DENSE * len(rows)]

    def _merging(self, below: Sequence[Sequence[PdfCell]]) -> list[int]:
        """Give the columns in which some cell covers several rows."""
        rows = [*self.rows, *below]
        return [
            at
            for at in range(len(rows[0]))
            if any(before[at] is after[at] for before, after in pairwise(rows))
        ]

    def _has_blank(self, first: PdfCell, below: "PdfTable") -> bool:
        """Tell whether a blank cell stands in the column elsewhere, so that this may be one."""
        column = next(row.index(first) for row in below.rows if first in row)
        rows = [*self.rows, *below.rows]
        return any(not row[column].text and row[column] is not first for row in rows)

    def frame(self) -> Frame:
        """Give the table with its cells placed."""
        places: dict[int, tuple[PdfCell, int, int]] = {}
        ends: dict[int, tuple[int, int]] = {}
        for row, cells in enumerate(self.rows):
            for column, cell in enumerate(cells):
                places.setdefault(id(cell), (cell, row, column))
                ends[id(cell)] = (row, column)
        return Frame(
            tuple(
                Placed(
                    row,
                    column,
                    (cell.text,),
                    ends[key][0] - row + 1,
                    ends[key][1] - column + 1,
                    cell.page,
                )
                for key, (cell, row, column) in places.items()
            )
        )

    def told(self, number: int) -> tuple[Doubt, ...]:
        """Give its guesses as doubts; `number` is the table's in the document."""
        place = Span(0, 0, table=number, page=self.page)
        guessed = (Doubt("documents.unruled-table", place),) if self.guessed else ()
        stitched = (
            Doubt("documents.stitched-row", place._replace(row=row, page=page))
            for row, page in self.doubts
        )
        return (*guessed, *stitched)


def _is_cut(pairs: Sequence[tuple[PdfCell, PdfCell]]) -> tuple[bool, bool]:
    """Tell whether the second row is the rest of the first, and whether that is certain.

    Given are the columns in which every row has text of its own. One that is blank, or that holds
    a number, is a proof; else every one must run on, and that some does makes it doubtful.
    """
    if any(not below.text for _, below in pairs):
        return True, True
    if any(SERIAL.fullmatch(below.text) or NUMBERED.match(below.text) for _, below in pairs):
        return False, True
    run_on = [above.runs_into(below) for above, below in pairs]
    return bool(pairs) and all(run_on), not any(run_on)


def _without_heading(
    rows: list[list[PdfCell]], above: Sequence[Sequence[PdfCell]]
) -> list[list[PdfCell]]:
    """Drop the heading rows that are printed again on every page."""
    same = 0
    while same < min(len(rows), len(above)) and _texts(rows[same]) == _texts(above[same]):
        same += 1
    return rows[same:]


def _texts(row: Iterable[PdfCell]) -> list[str]:
    return [cell.text for cell in row]


def _carried(pairs: Iterable[tuple[PdfCell, PdfCell]]) -> list[tuple[PdfCell, PdfCell]]:
    """Give the merged cells that go on from the page before: blank, or cut in mid-sentence.

    Given are the columns with merged cells. A blank one beside one that begins anew is blank.
    """
    return list(takewhile(lambda pair: not pair[1].text or pair[0].runs_into(pair[1]), pairs))


def cell(found: Sequence[Line], right: float, page: int) -> PdfCell:
    """Make a cell of its lines; `right` is where they are broken."""
    text = "\n".join(paragraphs(found, right))
    return PdfCell(text, page, found[-1] if found else None, found[0] if found else None, right)
