"""Horizontal rules between the rows of a table that has no vertical ones."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .gutters import Row
from .row_lines import Frame

_NEAR = 2.0
_OPEN = 9.0
"""How far rules must run on beyond the cells that lines enclose: the width of a column."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line, in points from the top left corner of its page."""

    x0: float
    x1: float
    top: float

    def covers(self, start: float, end: float) -> bool:
        """Tell whether the line runs over a stretch of the page."""
        return self.x0 <= start + _NEAR and self.x1 >= end - _NEAR


def whole_rules(edges: Iterable[dict[str, Any]]) -> tuple[Rule, ...]:
    """Join the pieces of horizontal lines, drawn cell by cell."""
    pieces = sorted(
        (round(edge["top"] / _NEAR), edge["x0"], edge["x1"], edge["top"]) for edge in edges
    )
    rules: list[Rule] = []
    for _, x0, x1, top in pieces:
        last = rules[-1] if rules else None
        if last and abs(last.top - top) < _NEAR and x0 <= last.x1 + _NEAR:
            rules[-1] = Rule(last.x0, max(last.x1, x1), last.top)
        else:
            rules.append(Rule(x0, x1, top))
    return tuple(rules)


def open_sides(
    box: tuple[float, float, float, float], rules: Sequence[Rule]
) -> Iterator[dict[str, Any]]:
    """Give the sides of a table that are not drawn, as edges: its rules run on beyond the box."""
    left, top, right, bottom = box
    across = [rule for rule in rules if top - _NEAR < rule.top < bottom + _NEAR]
    for inner, ends in (
        (left, [rule.x0 for rule in across if rule.x0 < left - _OPEN and rule.x1 > left]),
        (right, [rule.x1 for rule in across if rule.x1 > right + _OPEN and rule.x0 < right]),
    ):
        if len(ends) > 1:
            x = min(ends) if inner is left else max(ends)
            yield {
                "object_type": "rect_edge",
                "orientation": "v",
                "x0": x,
                "x1": x,
                "top": top,
                "bottom": bottom,
                "height": bottom - top,
            }


def ruled_starts(rows: Sequence[Row], frame: Frame, rules: Sequence[Rule]) -> list[int] | None:
    """Give the lines at which rows begin below rules, `None` where rules do not part all rows."""
    starts = _starts(rows, frame.measured, rules)
    if len(starts) < 2:
        return None
    if frame.serial is not None:
        for start, end in pairwise([*starts, len(rows)]):
            if sum(bool(row.text(frame.serial)) for row in rows[start:end]) > 1:
                return None
    return starts


def ruled_spans(
    rows: Sequence[Row], starts: Sequence[int], frame: Frame, rules: Sequence[Rule]
) -> dict[int, list[tuple[int, int]]] | None:
    """Give the rows that each cell of the outline takes; `None` where its rules fit no row."""
    found = {}
    for column in frame.outline:
        begin = _starts(rows, [column], rules) or [0]
        if not set(begin) <= set(starts):
            return None
        firsts = [bisect_left(starts, at) for at in begin]
        lasts = [at - 1 for at in [*firsts[1:], len(starts)]]
        found[column] = list(zip(firsts, lasts, strict=True))
    return found


def _starts(rows: Sequence[Row], columns: Sequence[int], rules: Sequence[Rule]) -> list[int]:
    """Give the first line below each rule that covers some columns."""
    written = [one for row in rows for at in columns for one in row.columns.get(at, ())]
    if not written:
        return []
    start, end = min(one["x0"] for one in written), max(one["x1"] for one in written)
    middles = [row.middle for row in rows]
    tops = [rule.top for rule in rules if rule.covers(start, end)]
    found = {bisect_left(middles, top) for top in tops}
    return sorted({0, *(at for at in found if 0 < at < len(rows))})
