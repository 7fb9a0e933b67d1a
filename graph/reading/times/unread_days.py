"""Cells under a heading of deadlines whose figures name no day: 6.3, which may be 6.30."""

from collections.abc import Iterator

from ...plan import Doubt, Plan
from ...span import Span
from ..extents import Place
from ..layout import Reading
from ..text.pieces import Piece
from .told import told_timings


def unread_days(plan: Plan, reading: Reading) -> Iterator[Doubt]:
    """Say once which cells of deadlines hold figures that were read as no time."""
    told = {_place(timing.span) for r in plan.requirements for timing in r.timing}
    cells = {
        _place(piece.span): piece
        for entry in reading.entries
        for piece in entry.times
        if _holds_figures(piece)
        and _place(piece.span) not in told
        and not told_timings(piece, plan.year)
    }
    if cells:
        first = next(iter(cells.values()))
        text = "".join(first.text.split())
        yield Doubt("reading.unread-days", first.span, (("n", str(len(cells))), ("text", text)))


def _place(span: Span) -> Place:
    return (span.page, span.sheet, span.table, span.row, span.column, span.paragraph, span.line)


def _holds_figures(piece: Piece) -> bool:
    return len(piece.text) <= _LONGEST and any(sign.isdecimal() for sign in piece.text)


_LONGEST = 40
