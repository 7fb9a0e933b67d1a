"""Rows of a table that are headings: over the rows below them, or of its columns once more."""

import re
from collections.abc import Sequence
from functools import lru_cache

from ...documents.document import Cell
from ...lexicon.headings import Column, Holds, column
from ...span import Span
from ..text.numbering import printed_number
from ..text.pieces import Piece
from .headings import header

Row = Sequence[Cell]
Place = tuple[object, ...]


def repeats_headings(row: Row) -> bool:
    """Tell whether a row is one of headings, as after a page break, or the lower of two."""
    for cell in row:
        if len(cell.text) > _LONGEST_HEADING or cell.text.isdecimal():
            return False
    texts = [cell.text for cell in row]
    filled = [text for text in texts if text.strip()]
    held = {column(text).holds for text in filled}
    lower = len(filled) > 1 and held == {Holds.OWNERS}
    known = len(filled) > 2 and Holds.UNKNOWN not in held
    return lower or known or header(texts) is not None


_LONGEST_HEADING = 24


def banner_of(row: Row, columns: tuple[Column, ...], filled: Sequence[int]) -> Cell | None:
    """Give the one cell of a row that is a heading over the rows below it."""
    if row[0].text == row[-1].text and is_repeated([cell.text for cell in row]):
        return row[0]
    if len(filled) > 1 and not any(row[at].merged for at in filled):
        return _numbered_heading(row, columns, filled)
    if len({place_of(row[at].span) for at in filled}) != 1:
        return _numbered_span(row, columns, filled)
    cell, c = row[filled[0]], columns[filled[0]]
    if c.holds in {Holds.OWNERS, Holds.DEADLINE, Holds.REMARK}:
        return None
    wide = len(filled) > 1
    printed = printed_number(piece_of(cell).folded)
    heads = printed is not None and printed.style in _HEADING_STYLES
    return cell if not _is_sentence(cell) and (wide or heads or c.holds is Holds.SERIAL) else None


def is_one_cell(row: Row) -> bool:
    """Tell whether a row holds no more than one cell, however wide."""
    return len({place_of(cell.span) for cell in row if cell.text.strip()}) < 2


def is_repeated(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a row say one thing: a merged cell written out in each place."""
    return len(texts) > 2 and bool(texts[0].strip()) and len(set(texts)) == 1


def _numbered_heading(row: Row, columns: tuple[Column, ...], filled: Sequence[int]) -> Cell | None:
    """Give the heading of a row that holds nothing but it and a Chinese number: 二, 整治隐患."""
    serial, *texts = filled
    alone = columns[serial].holds is Holds.SERIAL and len(texts) == 1
    if not alone or columns[texts[0]].holds not in _OUTLINE:
        return None
    return row[texts[0]] if _CHINESE_NUMBER.fullmatch(row[serial].text.strip()) else None


def _numbered_span(row: Row, columns: tuple[Column, ...], filled: Sequence[int]) -> Cell | None:
    """Give the heading of a row that holds it and a number, and spans from the tasks on.

    Over columns of words alone, the number is a Chinese one.
    """
    serial, *texts = filled
    alone = columns[serial].holds is Holds.SERIAL and not row[serial].merged
    if not alone or row[texts[0]].merged or columns[texts[0]].holds not in _OUTLINE:
        return None
    if len({place_of(row[at].span) for at in texts}) > 1 or _is_sentence(row[texts[0]]):
        return None
    reaches = any(columns[at].holds is Holds.OWNERS for at in texts)
    numbered = _CHINESE_NUMBER.fullmatch(row[serial].text.strip())
    return row[texts[0]] if numbered or reaches else None


def spans_from_tasks(row: Row, columns: tuple[Column, ...], at: int) -> bool:
    """Tell whether a cell below a heading of units is one that began below one of tasks."""
    return row[at].merged and any(
        columns[before].holds in _OUTLINE and place_of(row[before].span) == place_of(row[at].span)
        for before in range(at)
    )


def _is_sentence(cell: Cell) -> bool:
    return cell.text.rstrip().endswith(("。", "；", ";"))


_OUTLINE = {Holds.SECTION, Holds.TASK, Holds.REQUIREMENT}
_CHINESE_NUMBER = re.compile("[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.]?")
_HEADING_STYLES = {"part", "first", "second"}


def headings_in(banner: Piece) -> list[Piece]:
    """Give the headings of a banner, a line each where several stand over no row of their own."""
    starts = [0]
    for match in _LINE.finditer(banner.folded, 1):
        printed = printed_number(match[0])
        if printed is not None and printed.style in _HEADING_STYLES:
            starts.append(match.start())
    ends = [*starts[1:], len(banner.text)]
    return [banner.cut(start, end) for start, end in zip(starts, ends, strict=True)]


_LINE = re.compile("(?<=\n)[^\n]+")


@lru_cache(maxsize=256)
def piece_of(cell: Cell) -> Piece:
    """Give the whole text of a cell; a merged one is asked for in each of its rows."""
    return Piece.of(cell.text, cell.span)


def place_of(span: Span) -> Place:
    """Give what tells a cell from all others of a document."""
    return (span.page, span.sheet, span.table, span.row, span.column)
