"""Rows whose cells marks keep apart, and of which some cell was broken over several lines."""

from collections.abc import Iterator, Sequence

from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds
from ...span import Span
from ..columns.alignment import Before, Loose, fits
from ..columns.fitness import looks, looks_like_list
from ..text.numbering import printed_number
from .table_lines import Line
from .to_grids import strip_blank_end


def marks_in(text: str, mark: str) -> int:
    """Count the marks in a line, those before a blank among them."""
    return text.strip(" ").count(mark)


def split_row(line: Line, mark: str) -> list[Loose]:
    """Give the cells of a line; one without marks is one cell."""
    parts = line.text.strip(" ").split(mark)
    spans = _spans(line, parts) if "\n" in line.text else [line.span] * len(parts)
    return [
        Loose(part.strip(), span, Before.SAME if i else Before.ROW)
        for i, (part, span) in enumerate(zip(parts, spans, strict=True))
    ]


def _spans(line: Line, parts: Sequence[str]) -> Iterator[Span]:
    """Give the places of the cells of a row of several lines: where each of them begins."""
    below = 0
    for part in parts:
        starts = below + part.count("\n", 0, len(part) - len(part.lstrip()))
        place = {
            key: at + starts for key in _COUNTED if (at := getattr(line.span, key)) is not None
        }
        yield line.span._replace(**place)
        below += part.count("\n")


_COUNTED = ("line", "paragraph")


def goes_on(
    row: list[Loose], following: Sequence[Line], mark: str, columns: Sequence[Column]
) -> bool:
    """Tell whether a marked line is the rest of a row of which cells were broken over lines.

    A row is open until it has as many cells as there are headings. The line is the first of those
    that follow.
    """
    cells = split_row(following[0], mark)
    return _goes_on(row, cells, columns) or _closes(row, following, mark, columns)


def _goes_on(row: list[Loose], cells: list[Loose], columns: Sequence[Column]) -> bool:
    """Tell whether a marked line is the rest of a row of which one cell was broken over lines."""
    filled, more = strip_blank_end(row), strip_blank_end(cells)
    width = len(row) + len(more) - 1
    if len(row) >= len(columns) or width > len(columns) or not filled:
        return False
    if looks(filled[-1].text) == looks(cells[0].text) == "units":
        return True
    if len(row) == 1 and looks(row[0].text) == "third":
        return True
    at = len(row) - 1
    if width != len(columns) or not _is_broken(row[at].text, cells[0].text, columns[at]):
        return False
    return fits(join(row, more)[at:], columns[at:])


def _closes(
    row: list[Loose], following: Sequence[Line], mark: str, columns: Sequence[Column]
) -> bool:
    """Tell whether these lines fill up a row of which several cells were broken over lines."""
    whole = strip_blank_end(row)
    if not 0 < len(whole) < len(columns):
        return False
    for line in following:
        cells = split_row(line, mark)
        if len(whole) == len(columns) or not _may_go_on(whole, cells, columns):
            break
        whole = join(whole, cells)
    return len(whole) == len(columns) and fits(whole, columns)


MOST_LINES = 8
"""On how many more lines a row may go on before it has as many cells as there are headings."""


def _may_go_on(row: list[Loose], cells: list[Loose], columns: Sequence[Column]) -> bool:
    if len(row) > len(columns):
        return False
    listed = looks(row[-1].text) == looks(cells[0].text) == "units"
    return listed or _is_broken(row[-1].text, cells[0].text, columns[len(row) - 1])


def _is_broken(text: str, rest: str, column: Column) -> bool:
    """Tell whether a cell may go on: it is not of another kind, and no row begins behind it."""
    other = column.holds not in {Holds.OWNERS, Holds.DEADLINE}
    whole = other and looks(text) in {"units", "time"} and not _is_left_open(text)
    begins = looks(rest) in {"number", "part", "first", "second"}
    return bool(text and rest) and not whole and not begins


def _is_left_open(text: str) -> bool:
    return text.rstrip().endswith(("，", ","))


def opens(row: list[Loose], line: Line) -> bool:
    """Tell whether a line without marks is the first of a new row's first cell: 4.召开会议."""
    filled = strip_blank_end(row)
    if not filled:
        return _is_left_open(line.text)
    closed = looks(filled[-1].text) in {"units", "time", "timed", "nothing"}
    begins = looks(line.text) == "third" or (
        _is_left_open(line.text) and looks(line.text) != "units"
    )
    return closed and begins


def more_of(row: list[Loose], line: Line, width: int) -> bool:
    """Tell whether a line without marks goes on in the last cell of the row."""
    if not any(cell.text for cell in row):
        return False
    if len(row) < width and not line.after_blank:
        return True
    if _counts_on(row[-1].text, line.text):
        return True
    return looks_like_list(fold(line.text).strip()) and looks(row[-1].text) == "units"


def _counts_on(cell: str, line: str) -> bool:
    """Tell whether a line has the number behind that of a cell's last line: 1.甲；, 2.乙."""
    printed = printed_number(fold(line.strip()))
    if printed is None or printed.style not in _ITEM_STYLES:
        return False
    above = printed_number(fold(cell.rpartition("\n")[2].strip()))
    if above is None or above.style != printed.style or above.value is None:
        return False
    return printed.value == above.value + 1


_ITEM_STYLES = {"third", "fourth"}


def join(row: list[Loose], cells: list[Loose]) -> list[Loose]:
    """Give a row that goes on: the first cell is more of its last one."""
    last = row[-1]
    text = last.text + ("\n" if last.text else "") + cells[0].text
    return [*row[:-1], last._replace(text=text), *cells[1:]]
