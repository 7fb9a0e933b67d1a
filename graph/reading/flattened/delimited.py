"""Flattened tables with one row a line, cells kept apart by tabs or pipes."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ...documents.document import Block, Paragraph
from ...lexicon.folding import fold
from ...lexicon.headings import Column
from ..columns.alignment import Before, Loose
from ..columns.headings import share_known
from ..layout import Fit, Reading
from ..tables.grids import read_grids
from ..text.numbering import printed_number
from .below import closing_line, is_below, is_note
from .broken_rows import MOST_LINES, goes_on, join, marks_in, more_of, opens, split_row
from .quoted_cells import unquoted
from .table_lines import Line, lines
from .to_grids import (
    columns_of,
    head_table,
    mend_headings,
    strip_blank_end,
    to_grids,
    with_lower_row,
)

NAME = "flattened-table"
_RULE = re.compile(r"[|\s:\-+—]+")
_MARKS = ("\t", "|")
Found = tuple[list[Loose], tuple[Column, ...], list[list[Loose]]]


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the share of known headings when they stand in one line with marks between them."""
    found = _find(blocks)
    return Fit(share_known(found[1]), found) if found and found[2] else None


def read(found: Found) -> Reading:
    """Read the rows below the headings."""
    return read_grids(*to_grids(*found))


def _find(blocks: Sequence[Block]) -> Found | None:
    found = [line for mark in _MARKS if (line := _find_marked(blocks, mark)) is not None]
    return max(found, key=lambda one: len(one[2]), default=None)


def _find_marked(blocks: Sequence[Block], mark: str) -> Found | None:
    marks = (mark, "｜") if mark == "|" else (mark,)
    texts = (block.text for block in blocks if isinstance(block, Paragraph))
    if not any(one in text for text in texts for one in marks):
        return None
    printed = list(lines(blocks))
    printed = unquoted(printed) if mark == "\t" else printed
    told = printed
    for at, line in enumerate(printed):
        if mark not in line.text.strip(" \t"):
            continue
        if told is printed and mark == "|" and _is_bordered(line.text.strip()):
            told = [unbordered(one) for one in printed]
        row, used = _stacked_cells(told, at, mark) or _header_cells(told, at, mark)
        headings = strip_blank_end(row)
        columns = columns_of(headings)
        if columns is not None:
            return headings, columns, list(_rows(told[at + used :], mark, columns))
    return None


def unbordered(line: Line) -> Line:
    """Cut the pipes that stand before the first and behind the last cell, as in Markdown."""
    text = line.text.strip()
    return line._replace(text=text[1:-1]) if _is_bordered(text) else line


def _is_bordered(text: str) -> bool:
    return len(text) > 1 and text.startswith("|") and text.endswith("|")


def _header_cells(told: Sequence[Line], at: int, mark: str) -> tuple[list[Loose], int]:
    """Give the heading cells of a line; headings broken in two go on in the next line.

    So do headings of which one has its own columns below it.
    """
    row = split_row(told[at], mark)
    below = split_row(told[at + 1], mark) if at + 1 < len(told) else []
    if _heads(row):
        return with_lower_row(row, below)
    if len(below) > 1 and not _heads(row) and not _heads(below):
        mended = mend_headings(_split_last(join(row, below)))
        if _heads(mended):
            return mended, 2
    return row, 1


def _heads(cells: list[Loose]) -> bool:
    return columns_of(strip_blank_end(cells)) is not None


def _stacked_cells(told: Sequence[Line], at: int, mark: str) -> tuple[list[Loose], int] | None:
    """Give headings that stand one a line, each before a mark, above rows that are whole lines."""
    alone = list(takewhile(lambda line: _is_alone(line, mark), told[at : at + _MOST_HEADINGS]))
    below = told[at + len(alone) : at + len(alone) + 1]
    if len(alone) < 2 or not below or marks_in(below[0].text, mark) < len(alone):
        return None
    return mend_headings([split_row(line, mark)[0] for line in alone]), len(alone)


_MOST_HEADINGS = 30


def _is_alone(line: Line, mark: str) -> bool:
    text = line.text.strip(" ")
    return text.endswith(mark) and len(text) > 1 and text.count(mark) == 1


def _split_last(cells: list[Loose]) -> list[Loose]:
    return [cell._replace(text="".join(cell.text.split("\n"))) for cell in cells]


def _rows(told: Sequence[Line], mark: str, columns: Sequence[Column]) -> Iterator[list[Loose]]:
    row: list[Loose] = []
    over = False
    kept = _within(told, mark)
    last = _last_marked(kept, mark)
    for at, line in enumerate(kept):
        marked = marks_in(line.text, mark)
        cells = split_row(line, mark) if marked else [_alone(line)]
        below = head_table(cells) if marked else None
        following = kept[at : at + MOST_LINES]
        if marked and row and not below and goes_on(row, following, mark, columns):
            row = join(row, cells)
        elif marked or (at < last and (_is_banner(line) or opens(row, line))):
            if row:
                yield row
            row, over, columns = cells, False, below or columns
        elif row and not over and _may_go_on(line) and more_of(row, line, len(columns)):
            row = join(row, cells)
        else:
            over = True
    if row:
        yield row


def _may_go_on(line: Line) -> bool:
    return not _is_banner(line) and not is_below(line.text)


def _alone(line: Line) -> Loose:
    return Loose(line.text.strip(), line.span, Before.ROW)


def _within(told: Sequence[Line], mark: str) -> list[Line]:
    """Give the lines without rules of marks, and without what closes the document below them."""
    rows = _last_marked(told, mark) + 1
    end = rows + closing_line([line.text for line in told[rows:]])
    marked = (at for at in range(rows) if marks_in(told[at].text, mark))
    end = next((at for at in marked if is_below(told[at].text)), end)
    kept = (line for line in told[:end] if not is_rule(line.text, mark))
    return [line for line in kept if not (mark in line.text and _is_note_alone(line.text, mark))]


def _is_note_alone(text: str, mark: str) -> bool:
    """Tell whether the only cell of a row that holds a text is a note on the table."""
    alone = text.strip(f" {mark}")
    return mark not in alone and is_note(alone)


def _last_marked(told: Sequence[Line], mark: str) -> int:
    return max((at for at, line in enumerate(told) if marks_in(line.text, mark)), default=-1)


def is_rule(text: str, mark: str) -> bool:
    """Tell whether a line holds only the marks that rule a table off: |---|---|."""
    long = len(text.strip(" |\t")) > 1
    return bool(marks_in(text, mark) and long and _RULE.fullmatch(text))


def _is_banner(line: Line) -> bool:
    printed = printed_number(fold(line.text))
    short = len(line.text) < 40 and not line.text.rstrip().endswith(("。", "；"))
    return printed is not None and printed.style in {"part", "first", "second"} and short
