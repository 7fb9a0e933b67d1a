"""Rows that may be headings whatever their words are: short, apart, and in one row or two."""

import re
from collections.abc import Iterator, Sequence

from ...documents.document import Cell
from ...lexicon.headings import Holds, column
from .banners import place_of
from .text_columns import SAMPLE, Rows

_DEEPEST = 8
_LONGEST = 20
_SENTENCE = re.compile("[。；，：;:,]")


def heading_rows(rows: Rows) -> Iterator[tuple[list[str], int]]:
    """Give headings that may stand above rows, and where these rows begin, the upmost first."""
    width = _width(rows)
    for at, row in enumerate(rows[:_DEEPEST]):
        if not may_head(row, width):
            continue
        lower = rows[at + 1] if at + 1 < len(rows) else ()
        if lower and may_head(lower, width) and _is_lower(row, lower):
            yield [_both(up, low) for up, low in zip(row, lower, strict=True)], at + 2
        elif _apart([cell.text for cell in row if cell.text.strip()]):
            yield [cell.text for cell in row], at + 1


def repeats(row: Sequence[Cell], headings: Sequence[str]) -> bool:
    """Tell whether a row says the headings again, as behind a page break."""
    return all(_plain(cell.text) == _plain(text) for cell, text in zip(row, headings, strict=True))


def _width(rows: Rows) -> int:
    """Give how many columns say something: a sheet may have blank ones beside its table."""
    columns = zip(*rows[:SAMPLE], strict=True)
    return sum(any(cell.text.strip() for cell in column) for column in columns)


def may_head(row: Sequence[Cell], width: int) -> bool:
    """Tell whether the cells of a row are short, and few of so many blank."""
    filled = [cell for cell in row if cell.text.strip()]
    places = {place_of(cell.span) for cell in filled}
    if len(places) < 2 or 3 * len(filled) < 2 * width:
        return False
    return all(_is_short(cell.text) for cell in filled)


def _is_short(text: str) -> bool:
    plain = _plain(text)
    return len(plain) <= _LONGEST and not _SENTENCE.search(plain) and not plain.isdecimal()


def _apart(texts: Sequence[str]) -> bool:
    return len(set(map(_plain, texts))) == len(texts)


def _is_lower(upper: Sequence[Cell], lower: Sequence[Cell]) -> bool:
    """Tell whether a row stands below headings that reach into it beside wide ones."""
    pairs = list(zip(upper, lower, strict=True))
    whole = [place_of(up.span) == place_of(low.span) for up, low in pairs if up.text.strip()]
    wide = any(up.merged for up in upper)
    return wide and any(whole) and not all(whole)


def _both(up: Cell, low: Cell) -> str:
    """Give the heading of a column whose heading above says more of it."""
    if place_of(up.span) == place_of(low.span) or column(low.text).holds is not Holds.UNKNOWN:
        return low.text
    return _plain(up.text) + _plain(low.text)


def _plain(text: str) -> str:
    return "".join(text.split())
