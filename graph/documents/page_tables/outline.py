"""Which rows the cells of an outline take (类别, 重点任务) where no lines tell it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .gutters import Row, Stretch
from .row_lines import Frame

_CLEAR = 1.5

Spans = list[tuple[int, int]]
"""The first and the last row of each cell of a column."""


def least_space(rows: Sequence[Row], columns: Iterable[int]) -> float:
    """Give the least space between two lines of one column, 0 where there is no pair."""
    found = []
    for column in columns:
        reached = [reach for row in rows if (reach := row.reach([column])) is not None]
        found += [below[0] - above[1] for above, below in pairwise(reached)]
    return min(found, default=0.0)


def outline_spans(
    rows: Sequence[Row], starts: Sequence[int], frame: Frame, *, continued: bool
) -> dict[int, Spans] | None:
    """Give the rows of each cell of each column of the outline, `None` where that is not clear.

    `continued` tells that the first rows may belong to a cell of the page before.
    """
    found = {}
    for column in frame.outline:
        spans = _spans(rows, starts, column, frame, continued=continued)
        if spans is None:
            return None
        found[column] = spans
    return found


def _spans(
    rows: Sequence[Row], starts: Sequence[int], column: int, frame: Frame, *, continued: bool
) -> Spans | None:
    blocks = _blocks(rows, column, frame)
    if all(first in starts for first, _ in blocks):
        return [
            (bisect_right(starts, first) - 1, bisect_right(starts, last) - 1)
            for first, last in blocks
        ]
    ends = [*starts[1:], len(rows)]
    reached = [
        _reach(rows[start:end], frame.measured) for start, end in zip(starts, ends, strict=True)
    ]
    texts = [_reach(rows[first : last + 1], [column]) for first, last in blocks]
    own, merged = _beside(texts, reached, continued=continued), _centred(texts, reached)
    if own is None or merged is None:
        return own or merged
    differ = own != merged and (continued or own[-1][1] == merged[-1][1])
    return None if differ else own


def _beside(
    texts: Sequence[Stretch], reached: Sequence[Stretch], *, continued: bool
) -> Spans | None:
    """Give the one row in whose middle each text stands, when the first row has a text."""
    rows = [_nearest(text, reached) for text in texts]
    middles = all(
        abs(sum(reached[row]) - sum(text)) < _CLEAR * 2
        for row, text in zip(rows, texts, strict=True)
    )
    return [(row, row) for row in rows] if middles and (continued or rows[:1] == [0]) else None


def _nearest(text: Stretch, reached: Sequence[Stretch]) -> int:
    return min(range(len(reached)), key=lambda row: abs(sum(reached[row]) - sum(text)))


def _blocks(rows: Sequence[Row], column: int, frame: Frame) -> list[tuple[int, int]]:
    """Give the first and last line of each text of a column."""
    least = least_space(rows, [column])
    blocks: list[tuple[int, int]] = []
    for at, row in enumerate(rows):
        reach = row.reach([column])
        if reach is None:
            continue
        last = rows[blocks[-1][1]] if blocks else None
        above = last.reach([column]) if last else None
        near = above is not None and reach[0] - above[1] < least + _CLEAR
        if last and near and frame.runs_on(column, last.lines[column], row.lines[column]):
            blocks[-1] = (blocks[-1][0], at)
        else:
            blocks.append((at, at))
    return blocks


def _centred(texts: Sequence[Stretch], reached: Sequence[Stretch]) -> Spans | None:
    """Give the rows around whose middle each text stands, one after another; the last takes all."""
    spans: Spans = []
    for at, text in enumerate(texts):
        begin = spans[-1][1] + 1 if spans else 0
        end = len(reached) - 1 if at == len(texts) - 1 else _middle_end(reached, begin, text)
        if end is None or begin > end or text[0] < reached[begin][0] - _CLEAR:
            return None
        spans.append((begin, end))
    return spans


def _middle_end(reached: Sequence[Stretch], begin: int, text: Stretch) -> int | None:
    """Give the last of the rows in whose middle a text stands, from the row `begin` on."""
    off = [
        (abs(reached[begin][0] + end - text[0] - text[1]) / 2, begin + at)
        for at, (_, end) in enumerate(reached[begin:])
    ]
    nearest, row = min(off, default=(text[1], 0))
    return row if nearest < text[1] - text[0] else None


def _reach(rows: Sequence[Row], columns: Sequence[int]) -> Stretch:
    found = [reach for row in rows if (reach := row.reach(columns)) is not None]
    if not found:
        return rows[0].top, rows[-1].bottom
    return found[0][0], max(bottom for _, bottom in found)
