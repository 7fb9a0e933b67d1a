"""Text without the white space that typesetting puts inside words: 2025 年 6 月底前, 6月⏎底前."""

import re
from bisect import bisect_right
from typing import NamedTuple

from .pieces import Piece


class Closed(NamedTuple):
    """A piece without such white space, and where it was left out."""

    piece: Piece
    starts: list[int]
    """Before which characters of the closed text it stood."""
    lost: list[int]
    """How many characters are left out up to each."""

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """Give where characters `start` to `end` stand in the printed text."""
        return self._printed(start), self._printed(end - 1) + 1

    def _printed(self, at: int) -> int:
        before = bisect_right(self.starts, at)
        return at + (self.lost[before - 1] if before else 0)


def closed_up(piece: Piece) -> Closed | None:
    """Give a piece without white space inside times; nothing where it has none."""
    return _closed(piece, _GAP)


def closed_numbers(piece: Piece) -> Closed | None:
    """Give a piece without white space inside document numbers: 云政办发 〔2025〕 7 号."""
    return _closed(piece, _GAP_OF_NUMBER)


def without_gaps(folded: str) -> str:
    """Give a folded text without white space inside times.

    >>> without_gaps("到 2027 年底前"), without_gaps("A 3")
    ('到2027年底前', 'A 3')
    """
    return _GAP.sub("", folded) if _has_white(folded) else folded


def _has_white(folded: str) -> bool:
    return " " in folded or "\n" in folded


def _closed(piece: Piece, gap: re.Pattern[str]) -> Closed | None:
    if not _has_white(piece.folded):
        return None
    starts: list[int] = []
    lost: list[int] = []
    for match in gap.finditer(piece.folded):
        before = lost[-1] if lost else 0
        starts.append(match.start() - before)
        lost.append(before + match.end() - match.start())
    if not starts:
        return None
    cuts = [start + before for start, before in zip(starts, [0, *lost], strict=False)]
    text, folded = (_without(line, cuts, lost) for line in (piece.text, piece.folded))
    return Closed(Piece(text, folded, piece.span), starts, lost)


def _without(text: str, cuts: list[int], lost: list[int]) -> str:
    """Give a text without what stands at the cuts, each as long as `lost` grows there."""
    parts, at, before = [], 0, 0
    for cut, total in zip(cuts, lost, strict=True):
        parts.append(text[at:cut])
        at, before = cut + total - before, total
    return "".join((*parts, text[at:]))


_OPENS = "年月季每第到至半周旬十一二三四五六七八九个自于"
_GOES_ON = "年月日号底末前内旬次"
_INSIDE = "年月日号时季度周旬底末前后内初上中下每半第到至起期次个工作天场不少于每全逐按"
_GAP = re.compile(
    rf"[ \n](?:(?<=[{_INSIDE}] ) ?(?=[0-9{_INSIDE}])"
    r"|(?<=[0-9] ) ?(?=[一-鿿])|(?<=[一-鿿] ) ?(?=[0-9])"
    rf"|(?<=[{_OPENS}]\n)\s*(?=[一-鿿0-9])|(?<=[0-9]\n)\s*(?=[一-鿿])|(?<=[一-鿿]\n)\s*(?=[{_GOES_ON}]))"
)
"""Between lines it closes what may stand inside a time; other lines stay apart."""
_GAP_OF_NUMBER = re.compile(
    r" (?:(?<=[第〕）》] ) ?(?=[0-9第（〔])|(?<=[0-9] ) ?(?=[号〕])|(?<=[一-鿿] ) ?(?=〔[0-9]))"
)
