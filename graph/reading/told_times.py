"""The times of a deadline cell, a label or a list, cut apart."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from ..lexicon.words import one_of, words
from .pieces import MOST_FACTS, Piece

_LASTING = one_of(words("times", "lasting"))
_PERIOD_DAY = r"每[^，；。、\n（）]{1,6}[0-9]{1,2}[月日号](?:[0-9]{1,2}[日号]|底|末)?、"
_PERIOD_DAYS = rf"{_PERIOD_DAY}(?:[0-9]{{1,2}}[月日号](?:[0-9]{{1,2}}[日号]|底|末)?、)*"
_PERIODIC = re.compile(rf"{_PERIOD_DAYS}$")
_DAY = re.compile("[0-9]{1,2}[月日号]")
_TOLD_PART = re.compile(
    rf"(?:(?:[^，；。、\n（）：]+：)?{_PERIOD_DAYS}(?=[0-9]{{1,2}}[月日号]))?"
    f"(?:(?!(?<=.)(?:并(?:坚持|{_LASTING})|(?<=[成前底效位])(?:{_LASTING})))[^，；。、\n（）])+|[^，；。、\n（）]+"
)
"""One demand of a cell; 每年6月、12月底前 is one, 6月底前完成并长期坚持 two."""


def told_parts(piece: Piece) -> Iterator[Piece]:
    """Give each demand of a cell; 2026年6月和12月 are two, every year in 6月和12月 is one."""
    for match in islice(_TOLD_PART.finditer(piece.folded), MOST_FACTS):
        start, end = match.span()
        pair = None if "每" in match[0] else _PAIR.search(piece.folded, start, end)
        if pair is not None:
            yield piece.cut(start, pair.start())
            start = pair.end()
        yield piece.cut(start, end)


_PAIR = re.compile("(?<=月)[和及](?=[0-9]{1,2}月)")


def time_pieces(piece: Piece, places: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """Give the times of a list; the days of one period are one: 每年3月、9月底前."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        goes_on = found and _PERIODIC.search(piece.folded, found[-1][0], start)
        if goes_on and _DAY.match(piece.folded, start):
            start, _ = found.pop()
        found.append((start, end))
    return tuple(piece.cut(*place) for place in found)
