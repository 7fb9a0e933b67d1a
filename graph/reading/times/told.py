"""The times of a deadline cell, a label or a list, cut apart, and what each says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from ...lexicon.words import one_of, words
from ...plan import Timing, TimingKind
from ..text.closed_up import without_gaps
from ..text.pieces import MOST_FACTS, Piece
from .dates import date_of, year_behind
from .demands import timings
from .patterns import ongoing, time_label
from .serials import counted_day, day_of_year, is_day_of_year, last_year, typed_day
from .whole import before_any_event
from .words import MONTH, NUMBER, PART, SHORT_SPANS, TO, periods_of_cells

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


def told_timings(piece: Piece, year: int | None) -> tuple[Timing, ...]:
    """Give the demands of a deadline cell, label or bracket, each in its own full words.

    There any date is a deadline, and 持续推进 is a demand: `9月底前，长期坚持` makes two.
    """
    found: list[Timing] = []
    for part in told_parts(piece):
        before = found[-1].date if found else None
        timing = _told(part, year_behind(before, part.folded, year))
        if timing is not None:
            found.append(timing)
    return tuple(found)


def _told(part: Piece, year: int | None) -> Timing | None:
    """Give what one demand says, in its own words without its label."""
    start = time_label().match(part.folded)
    if start and start.end():
        part = part.cut(start.end(), len(part.text))
    inner = next(iter(timings(part, year)), None)
    folded = without_gaps(part.folded)
    if inner is None or inner.kind is TimingKind.VAGUE:
        return _of_cell(part, folded, year) or (inner and _whole(part, inner))
    lasts = inner.date is None or len(inner.date) == 4
    if inner.kind is TimingKind.DEADLINE and lasts and ongoing().search(folded):
        return Timing(TimingKind.ONGOING, part.text, part.span)
    return _whole(part, inner)


def _whole(part: Piece, inner: Timing) -> Timing:
    """Give a demand in all words of its part."""
    return replace(inner, raw=part.text, span=part.span, activity=None)


def _of_cell(part: Piece, folded: str, year: int | None) -> Timing | None:
    """Give what only a cell says so: a bare date, a bare length, words for what goes on."""
    date = _date_of_cell(folded, year)
    lasts = ongoing().search(folded) is not None
    if (date is not None and not (lasts and len(date) == 4)) or _is_undated(folded):
        return Timing(TimingKind.DEADLINE, part.text, part.span, date=date)
    if period := periods_of_cells().get(folded):
        return Timing(TimingKind.RECURRENCE, part.text, part.span, period)
    return Timing(TimingKind.ONGOING, part.text, part.span) if lasts else None


def _date_of_cell(folded: str, year: int | None) -> str | None:
    """Give the date of a cell, also as typed: 20260630, 6.30前, 2024—2026."""
    told = date_of(folded, year) or typed_day(folded) or counted_day(folded)
    return told or day_of_year(folded, year) or last_year(folded)


def _is_undated(folded: str) -> bool:
    """Tell whether a cell says a time that has no date: 3个工作日, 当日, 竣工验收前."""
    told = _SPAN.fullmatch(folded) or folded in words("times", "same_day")
    return bool(told or is_day_of_year(folded) or before_any_event().fullmatch(folded))


_SPAN = re.compile(
    rf"(?:{NUMBER}|半)个?(?:{SHORT_SPANS}|年)(?:[之以]?内)?|{MONTH}{PART}?{TO}{MONTH}{PART}?"
)
