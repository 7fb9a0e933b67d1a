"""Tables of a PDF: the cells of each page, and the rows that a page break cut in two.

Within a page a cell's rectangle tells its span. Over a page break it is told by what is blank and
by what the text says; a guess is given as a doubt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..plan import Doubt
from ..span import Span
from .composing import Frame, Placed
from .pdflines import ENDED, NUMBERED, Character, Line, joined, lines, paragraphs, runs_on

_NEAR = 3.0
_MOST_PADDING = 7.0
_DENSE = 0.9

Box = tuple[float, float, float, float]


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
            break_between = ENDED.search(self.text) and NUMBERED.match(rest.text)
            self.text = (
                f"{self.text}\n{rest.text}" if break_between else joined(self.text, rest.text)
            )
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

    def continues(self, above: "PdfTable") -> bool:
        """Tell whether the columns are those of a table on the page before."""
        return len(self.edges) == len(above.edges) and all(
            abs(here - there) < _NEAR for here, there in zip(self.edges, above.edges, strict=True)
        )

    def append(self, below: "PdfTable") -> None:
        """Stitch the part of the table on the next page to this one."""
        rows = _without_heading(below.rows, self.rows)
        if not rows:
            return
        last, first = self.rows[-1], rows[0]
        dense = self._dense(rows)
        certain = any(not first[column].text for column in dense)
        cut = certain or any(last[column].runs_into(first[column]) for column in dense)
        pairs = list(zip(last, first, strict=True))
        carried = pairs if cut else _carried(pairs, dense)
        if (cut and not certain) or any(cell.text for _, cell in carried if not cut):
            self.doubts.append((len(self.rows) + (not cut), below.page))
        for above, cell in carried:
            above.absorb(cell)
        heir = {id(cell): above for above, cell in carried}
        self.rows += [[heir.get(id(cell), cell) for cell in row] for row in rows[cut:]]

    def _dense(self, below: Sequence[Sequence[PdfCell]]) -> list[int]:
        """Give the columns in which nearly every row has a cell of its own with text."""
        rows = [*self.rows, *below[1:]]
        own = [
            sum(bool(row[at].text) and _count(row[at], rows, at) == 1 for row in rows)
            for at in range(len(rows[0]))
        ]
        return [at for at, count in enumerate(own) if count >= _DENSE * len(rows)]

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
        return tuple(
            Doubt("documents.stitched-row", Span(0, 0, table=number, row=row, page=page))
            for row, page in self.doubts
        )


def _count(cell: PdfCell, rows: Sequence[Sequence[PdfCell]], column: int) -> int:
    return sum(row[column] is cell for row in rows)


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


def _carried(
    pairs: Sequence[tuple[PdfCell, PdfCell]], dense: Sequence[int]
) -> list[tuple[PdfCell, PdfCell]]:
    """Give the merged cells that go on from the page before: blank, or cut in mid-sentence.

    A blank cell beside one that begins anew is really blank.
    """
    carried = []
    for at, (above, cell) in enumerate(pairs):
        if at in dense or (cell.text and not above.runs_into(cell)):
            break
        carried.append((above, cell))
    return carried


def read_table(boxes: Sequence[Box], characters: Iterable[Character], page: int) -> PdfTable:
    """Make a table of the rectangles of its cells and the characters inside them."""
    columns = _starts(box[0] for box in boxes)
    tops = _starts(box[1] for box in boxes)
    inside: dict[Box, list[Character]] = {box: [] for box in boxes}
    for character in characters:
        home = _home(character, boxes)
        if home is not None:
            inside[home].append(character)
    written = {box: lines(found, page) for box, found in inside.items()}
    gaps = [line.x0 - box[0] for box, found in written.items() for line in found]
    padding = min(max(min(gaps, default=0.0), 0.0), _MOST_PADDING)
    blank = PdfCell("", page, None, None, 0.0)
    rows = [[blank] * len(columns) for _ in tops]
    for box, found in written.items():
        cell = _cell(found, box[2] - padding, page)
        for row in _covered(tops, box[1], box[3]):
            for column in _covered(columns, box[0], box[2]):
                rows[row][column] = cell
    bottom = max(box[3] for box in boxes)
    return PdfTable(_apart(rows, blank, page), columns, tops[0], bottom, page)


def _apart(rows: list[list[PdfCell]], blank: PdfCell, page: int) -> list[list[PdfCell]]:
    """Give every place that no rectangle covers a blank cell of its own."""
    return [
        [PdfCell("", page, None, None, 0.0) if cell is blank else cell for cell in row]
        for row in rows
    ]


def _cell(found: Sequence[Line], right: float, page: int) -> PdfCell:
    text = "\n".join(paragraphs(found, right))
    return PdfCell(text, page, found[-1] if found else None, found[0] if found else None, right)


def _starts(edges: Iterable[float]) -> tuple[float, ...]:
    starts: list[float] = []
    for edge in sorted(edges):
        if not starts or edge - starts[-1] > _NEAR:
            starts.append(edge)
    return tuple(starts)


def _covered(starts: Sequence[float], start: float, end: float) -> list[int]:
    return [at for at, edge in enumerate(starts) if start - _NEAR <= edge < end - _NEAR]


def _home(character: Character, boxes: Sequence[Box]) -> Box | None:
    x = (character["x0"] + character["x1"]) / 2
    y = (character["top"] + character["bottom"]) / 2
    return next((box for box in boxes if box[0] <= x <= box[2] and box[1] <= y <= box[3]), None)
