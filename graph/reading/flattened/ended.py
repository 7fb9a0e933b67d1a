"""Flattened tables with one cell a line, each cell ending in a pipe."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...documents.document import Block, Paragraph
from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds
from ..columns.alignment import Before, Loose, fits
from ..columns.fitness import looks
from ..columns.headings import places_of, share_known
from ..layout import Fit, Reading
from ..tables.grids import read_grids
from ..text.numbering import printed_number
from .below import closing_line
from .glued_numbers import with_parted_cells
from .table_lines import Line, lines
from .to_grids import columns_of, known, to_grids

NAME = "flattened-table"
_MOST_COLUMNS = 14
_FEWEST_LINES = 4
_PIPE = re.compile("[|｜]")
Found = tuple[list[Loose], tuple[Column, ...], list[list[Loose]]]


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the share of known headings when they stand one a line with a pipe behind each."""
    if not any(isinstance(block, Paragraph) and _PIPE.search(block.text) for block in blocks):
        return None
    told = list(lines(blocks))
    if sum(map(_ends_cell, told)) < _FEWEST_LINES:
        return None
    found = _find(list(_cells(told)))
    return Fit(share_known(found[1]), found) if found and found[2] else None


def read(found: Found) -> Reading:
    """Read the rows below the headings."""
    return read_grids(*to_grids(*found))


def _ends_cell(line: Line) -> bool:
    text = line.text.strip()
    return text.endswith("|") and bool(text.strip("|")) and "|" not in text.rstrip("| ")


def _cells(told: Sequence[Line]) -> Iterator[Loose]:
    """Give the cells: a line without a pipe goes on in the next; pipes alone are blank cells.

    The last cell may lack its pipe, if it is one and nothing that closes the document.
    """
    waiting: Loose | None = None
    for line in told:
        text = line.text.strip()
        body = text.rstrip("| ")
        if "|" in body:
            waiting = None
            continue
        if body:
            joined = f"{waiting.text}\n{body}" if waiting else body
            waiting = Loose(joined, waiting.span if waiting else line.span, Before.SAME)
        if not text.endswith("|"):
            continue
        yield waiting or Loose("", line.span, Before.SAME)
        if not body:
            yield from [Loose("", line.span, Before.SAME)] * (text.count("|") - 1)
        waiting = None
    if waiting:
        parts = waiting.text.split("\n")
        if closing_line(parts):
            yield waiting._replace(text=parts[0], before=Before.LINE)


def _find(cells: Sequence[Loose]) -> Found | None:
    for at, cell in enumerate(cells):
        if not known(_last_line(cell.text)):
            continue
        headings = _headings(cells, at)
        columns = columns_of(headings)
        if columns is not None:
            return headings, columns, _with_last(cells[at + len(headings) :], columns)
    return None


def _last_line(text: str) -> str:
    """Give the last line of a first cell: titles above the table have no pipe of their own."""
    return text.rpartition("\n")[2]


def _headings(cells: Sequence[Loose], at: int) -> list[Loose]:
    """Give the longest run of short cells from here on that ends in a known heading."""
    run = [cells[at]._replace(text=_last_line(cells[at].text))]
    end = 1
    for cell in cells[at + 1 : at + _MOST_COLUMNS]:
        if looks(cell.text) == "number" or len(cell.text) > _LONGEST_HEADING:
            break
        run.append(cell)
        if known(cell.text):
            end = len(run)
    return run[:end]


_LONGEST_HEADING = 20


def _with_last(cells: Sequence[Loose], columns: tuple[Column, ...]) -> list[list[Loose]]:
    """Give the rows; a last cell without its pipe is one where the last row lacks just that."""
    ended = [cell for cell in cells if cell.before is Before.SAME]
    rows = list(_rows(with_parted_cells(ended, columns), columns))
    if rows and fits(whole := [*rows[-1], *cells[len(ended) :]], columns):
        rows[-1] = whole
    return rows


def _rows(cells: Sequence[Loose], columns: tuple[Column, ...]) -> Iterator[list[Loose]]:
    """Give rows as wide as the headings; the next number begins one in any case."""
    if starts := _starts(cells, columns):
        for start, end in pairwise([*starts, len(cells)]):
            yield from _with_banner(list(cells[start:end]), len(columns))
        return
    numbered = columns[0].holds is Holds.SERIAL
    row: list[Loose] = []
    for cell in cells:
        begins = numbered and bool(row) and _follows(row[0].text, cell.text)
        if len(row) == len(columns) or begins:
            yield row
            row = []
        if row or cell.text:
            row.append(cell)
    if row:
        yield row


def _with_banner(row: list[Loose], width: int) -> Iterator[list[Loose]]:
    """Give a row, and what stands in one more cell behind it: the heading of the rows below."""
    behind = [cell for cell in row[width:] if cell.text]
    if len(behind) > 1:
        yield row
        return
    yield row[:width]
    if behind:
        yield behind


def _starts(cells: Sequence[Loose], columns: tuple[Column, ...]) -> list[int]:
    """Give where rows begin whose numbers stand behind a category, which a merge may leave out."""
    numbered = (*places_of(columns, Holds.SERIAL), *places_of(columns, Holds.REQUIREMENT))
    serial = next(iter(numbered), 0)
    numbers: list[int] = []
    for at, cell in enumerate(cells):
        if _follows(cells[numbers[-1]].text, cell.text) if numbers else _value(cell.text):
            numbers.append(at)
    if not serial or len(numbers) < _FEWEST_NUMBERS:
        return []
    own = len(columns) - serial
    ahead = [min(serial, max(0, b - a - own)) for a, b in pairwise(numbers)]
    first = max(0, numbers[0] - serial)
    starts = [first, *(at - before for at, before in zip(numbers[1:], ahead, strict=True))]
    return [0, *starts] if first else starts


_FEWEST_NUMBERS = 2


def _follows(before: str, text: str) -> bool:
    value, last = _value(text), _value(before)
    return value is not None and last is not None and value == last + 1


def _value(text: str) -> int | None:
    """Give the number of a cell that is one, or begins with one: 2.修缮渡口."""
    if text.isdecimal():
        return int(text)
    printed = printed_number(fold(text[:_LONGEST_NUMBER]))
    return printed.value if printed and printed.style == "third" else None


_LONGEST_NUMBER = 12
