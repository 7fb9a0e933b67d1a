"""Text without the white space that typesetting puts inside words: 2025 年 6 月底前, 6月⏎底前."""

import re
from typing import NamedTuple

from .pieces import Piece


class Closed(NamedTuple):
    """A piece without such white space, and where its characters stand in the printed one."""

    piece: Piece
    places: tuple[int, ...]

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """Give where characters `start` to `end` stand in the printed text."""
        return self.places[start], self.places[end - 1] + 1


def closed_up(piece: Piece) -> Closed | None:
    """Give a piece without white space inside times; nothing where it has none."""
    return _closed(piece, _GAP)


def closed_numbers(piece: Piece) -> Closed | None:
    """Give a piece without white space inside document numbers: 云政办发 〔2025〕 7 号."""
    return _closed(piece, _GAP_OF_NUMBER)


def _closed(piece: Piece, gap: re.Pattern[str]) -> Closed | None:
    kept = _kept(piece.folded, gap)
    if kept is None:
        return None
    text, folded = ("".join(map(line.__getitem__, kept)) for line in (piece.text, piece.folded))
    return Closed(Piece(text, folded, piece.span), kept)


def without_gaps(folded: str) -> str:
    """Give a folded text without white space inside times.

    >>> without_gaps("到 2027 年底前"), without_gaps("A 3")
    ('到2027年底前', 'A 3')
    """
    return _GAP.sub("", folded) if _WHITE.search(folded) else folded


def _kept(folded: str, gap: re.Pattern[str]) -> tuple[int, ...] | None:
    if _WHITE.search(folded) is None:
        return None
    kept: list[int] = []
    at = 0
    for match in gap.finditer(folded):
        kept.extend(range(at, match.start()))
        at = match.end()
    return (*kept, *range(at, len(folded))) if at else None


_WHITE = re.compile(r"\s")
_OPENS = "年月季每第到至半周旬十一二三四五六七八九个自于"
_GOES_ON = "年月日号底末前内旬次"
_GAP = re.compile(
    r"(?<=[^0-9A-Za-z\s]) {1,2}(?=\S)|(?<=[0-9A-Za-z]) {1,2}(?=[^0-9A-Za-z\s])"
    rf"|(?<=[{_OPENS}])\s*\n\s*(?=[一-鿿0-9])|(?<=[0-9])\s*\n\s*(?=[一-鿿])"
    rf"|(?<=[一-鿿])\s*\n\s*(?=[{_GOES_ON}])"
)
"""Between lines it closes what may stand inside a time; other lines stay apart."""
_GAP_OF_NUMBER = re.compile(
    r"(?<=[第〕）》]) {1,2}(?=[0-9第（〔])|(?<=[0-9]) {1,2}(?=[号〕])|(?<=[一-鿿]) {1,2}(?=〔[0-9])"
)
