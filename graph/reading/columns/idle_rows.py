"""Rows of a table that tell no task: notes, sums, numbers of pages, who filled it in."""

import re
from collections.abc import Sequence
from functools import cache

from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds
from ...lexicon.words import one_of, words
from ..text.pagination import counts_pages
from .banners import Row, is_repeated, piece_of, place_of

_LONGEST = 24


def is_idle(row: Row, columns: Sequence[Column], told: Sequence[int]) -> bool:
    """Tell whether a row, whose cells with text are `told`, tells no task."""
    first = row[told[0]].text
    begins = piece_of(row[told[0]]).folded[:_HEAD].lstrip()
    return bool(
        (_note().match(begins) is not None and _is_alone(row, columns, told))
        or (columns[told[0]].holds is Holds.SERIAL and begins.strip() in words("headings", "note"))
        or (len(first) < _LONGEST and _is_total_or_page(row, begins, told))
        or ("：" in begins and _signing().match(begins) and _is_signed(row, columns, told))
    )


def _is_total_or_page(row: Row, begins: str, told: Sequence[int]) -> bool:
    if begins.strip().rstrip("：") in words("headings", "total"):
        return True
    return _is_of_page(row[told[0]].text) and all(_is_of_page(row[at].text) for at in told[1:])


_HEAD = 40
"""So many characters tell how a cell begins."""


def _is_alone(row: Row, columns: Sequence[Column], told: Sequence[int]) -> bool:
    """Tell whether a cell is the only one of its row, over all columns or below the numbers."""
    wide = len({place_of(row[at].span) for at in told}) == 1 and (len(told) > 1 or told[0] == 0)
    numbers = columns[told[0]].holds is Holds.SERIAL
    return wide or numbers or is_repeated([cell.text for cell in row])


def _is_of_page(text: str) -> bool:
    """Tell whether a cell counts the pages or says that the table goes on: 第1页，共2页, 续上表."""
    plain = text.strip()
    continued = len(plain) < _LONGEST and fold(plain).strip("（） ") in words(
        "headings", "continued"
    )
    return continued or counts_pages(plain)


def _is_signed(row: Row, columns: Sequence[Column], told: Sequence[int]) -> bool:
    """Tell who filled the table in: 填表人：…, 审核人：…, from its first column on."""
    texts = list(dict.fromkeys(fold(row[at].text).strip() for at in told))
    signed = [_signing().match(text) for text in texts]
    bare = [match is not None and match.end() == len(match.string) for match in signed]
    if columns[told[0]].holds is Holds.OWNERS:
        return False
    return all(
        mine is not None or (before and len(text) <= _LONGEST_VALUE)
        for text, mine, before in zip(texts, signed, [False, *bare], strict=False)
    )


_LONGEST_VALUE = 12
"""A cell behind one that is such a label alone may hold who it was, or when."""


@cache
def _note() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('headings', 'note'))})\s*[0-9]*\s*[：.、]")


@cache
def _signing() -> re.Pattern[str]:
    labels = one_of(words("headings", "signing"))
    signed = one_of(words("headings", "signing", "ends"))
    return re.compile(rf"(?:{labels}|[^，。；：]{{1,8}}?(?:{signed}))(?:（[^（）]{{1,8}}）)?\s*：")
