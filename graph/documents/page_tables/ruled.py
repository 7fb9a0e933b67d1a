"""A table of a PDF whose cells are enclosed by lines: each takes the characters inside it."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from .lines import Character, lines, middle
from .tables import NEAR, PdfCell, PdfTable, cell

_MOST_PADDING = 7.0

Box = tuple[float, float, float, float]


def read_table(boxes: Sequence[Box], characters: Iterable[Character], page: int) -> PdfTable:
    """Make a table of the rectangles of its cells and the characters inside them."""
    columns = _starts(box[0] for box in boxes)
    tops = _starts(box[1] for box in boxes)
    inside: dict[Box, list[Character]] = {box: [] for box in boxes}
    places = {
        (row, column): box
        for box in boxes
        for row in _covered(tops, box[1], box[3])
        for column in _covered(columns, box[0], box[2])
    }
    for character in characters:
        home = _home(character, columns, tops, places)
        if home is not None:
            inside[home].append(character)
    written = {box: lines(found, page) for box, found in inside.items()}
    gaps = [line.x0 - box[0] for box, found in written.items() for line in found]
    padding = min(max(min(gaps, default=0.0), 0.0), _MOST_PADDING)
    blank = PdfCell("", page, None, None, 0.0)
    rows = [[blank] * len(columns) for _ in tops]
    for box, found in written.items():
        made = cell(found, box[2] - padding, page)
        for row in _covered(tops, box[1], box[3]):
            for column in _covered(columns, box[0], box[2]):
                rows[row][column] = made
    bottom = max(box[3] for box in boxes)
    return PdfTable(_apart(rows, blank, page), columns, tops[0], bottom, page)


def _apart(rows: list[list[PdfCell]], blank: PdfCell, page: int) -> list[list[PdfCell]]:
    """Give every place that no rectangle covers a blank cell of its own."""
    return [
        [PdfCell("", page, None, None, 0.0) if cell is blank else cell for cell in row]
        for row in rows
    ]


def _starts(edges: Iterable[float]) -> tuple[float, ...]:
    starts: list[float] = []
    for edge in sorted(edges):
        if not starts or edge - starts[-1] > NEAR:
            starts.append(edge)
    return tuple(starts)


def _covered(starts: Sequence[float], start: float, end: float) -> list[int]:
    return [at for at, edge in enumerate(starts) if start - NEAR <= edge < end - NEAR]


def _home(
    character: Character,
    columns: Sequence[float],
    tops: Sequence[float],
    places: Mapping[tuple[int, int], Box],
) -> Box | None:
    """Give the rectangle that holds the middle of a character, at its place or one before."""
    x = (character["x0"] + character["x1"]) / 2
    y = middle(character)
    row, column = bisect_right(tops, y) - 1, bisect_right(columns, x) - 1
    for at in ((row, column), (row, column - 1), (row - 1, column), (row - 1, column - 1)):
        box = places.get(at)
        if box is not None and box[0] <= x <= box[2] and box[1] <= y <= box[3]:
            return box
    return None
