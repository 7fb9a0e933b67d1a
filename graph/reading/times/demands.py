"""Demands about time: deadlines, recurrence, least frequencies and periods, vague words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from ...plan import Timing, TimingKind
from ..text.closed_up import Closed, closed_up
from ..text.numerals import number
from ..text.pieces import MOST_FACTS, Piece
from .dates import date_of, year_behind
from .patterns import hedge, patterns
from .phrases import before_event
from .shared import shared_counts
from .undemanded import LENGTH, LENGTHS, demands_nothing, is_over
from .words import NUMBER, PERIOD_WORD, periods


def timings(piece: Piece, year: int | None) -> tuple[Timing, ...]:
    """Give the demands about time in a text, the first `MOST_FACTS` in order.

    `year` is for months without one.
    """
    closed = closed_up(piece)
    if closed is None:
        return _timings(piece, year)
    return tuple(_as_printed(timing, piece, closed) for timing in _timings(closed.piece, year))


def _as_printed(timing: Timing, piece: Piece, closed: Closed) -> Timing:
    """Give a timing of a text without white space in the words and the place that are printed."""
    at = piece.span.start
    start, end = closed.printed(timing.span.start - at, timing.span.end - at)
    return replace(timing, raw=piece.text[start:end], span=piece.place(start, end))


def _timings(piece: Piece, year: int | None) -> tuple[Timing, ...]:
    found: list[Timing] = []
    for kind, match in _matches(piece.folded):
        before = _date_before(piece, found, match.start()) if found else None
        timing = _timing(piece, kind, match, year_behind(before, match[0], year))
        if timing is not None:
            found.append(_yearly(piece, timing, match, found))
    return shared_counts(piece, found)


def _yearly(piece: Piece, timing: Timing, match: re.Match[str], found: Sequence[Timing]) -> Timing:
    """Give a day behind one of every year in its sentence as such too: 每年3月底前…，12月底前…."""
    last = found[-1] if found else None
    if last is None or timing.kind is not TimingKind.DEADLINE or "年" in match[0].strip("年底前"):
        return timing
    daily = last.kind is TimingKind.RECURRENCE and _DAY_OF_YEAR.match(last.raw) is not None
    if not daily or timing.date is None:
        return timing
    if _SENTENCE_END.search(piece.folded, last.span.end - piece.span.start, match.start()):
        return timing
    return replace(timing, kind=TimingKind.RECURRENCE, period=last.period, date=None)


_DAY_OF_YEAR = re.compile("每年(?:[0-9]{1,2}月|年?[初底末])")


def _date_before(piece: Piece, found: Sequence[Timing], at: int) -> str | None:
    """Give the date of the deadline before a place, if it stands in the same sentence."""
    if found[-1].date is None:
        return None
    end = found[-1].span.end - piece.span.start
    return None if _SENTENCE_END.search(piece.folded, end, at) else found[-1].date


_SENTENCE_END = re.compile("[。\n]")


def _matches(folded: str) -> list[tuple[TimingKind, re.Match[str]]]:
    """Give the matches of all kinds in order; of two that overlap, the kind named first counts."""
    found: list[tuple[TimingKind, re.Match[str]]] = []
    taken = bytearray()
    for kind, trigger, pattern in patterns():
        if trigger.search(folded) is None:
            continue
        free: Iterator[re.Match[str]] = pattern.finditer(folded)
        if found:
            free = (match for match in free if taken.find(1, *match.span()) < 0)
        else:
            taken = bytearray(len(folded))
        for match in islice(free, MOST_FACTS):
            start, end = match.span()
            taken[start:end] = b"\1" * (end - start)
            found.append((kind, match))
    if len(found) > 1:
        found.sort(key=lambda one: one[1].start())
    return found[:MOST_FACTS]


def _timing(
    piece: Piece, kind: TimingKind, match: re.Match[str], year: int | None
) -> Timing | None:
    start, end = match.span()
    facts = _facts(kind, match[0], year)
    if demands_nothing(piece.folded, start, end):
        return None
    if is_over(piece.folded, start, end, facts.get("date"), year):
        return None
    softened = hedge().search(piece.folded, max(0, start - 4), start)
    if softened and kind is TimingKind.MINIMUM_PERIOD:
        start = softened.start()
    return Timing(
        kind=kind,
        raw=piece.text[start:end],
        span=piece.place(start, end),
        hedge=softened[0] if softened else None,
        activity=_activity(piece, kind, start, end),
        **facts,
    )


def _facts(kind: TimingKind, folded: str, year: int | None) -> dict[str, Any]:
    if kind is TimingKind.DEADLINE:
        undated = (
            folded[-1] == "前"
            and "月" not in folded
            and before_event().fullmatch(folded) is not None
        )
        return {"date": None if undated else date_of(folded, year)}
    if kind is TimingKind.MINIMUM_PERIOD:
        return {"duration": _duration(folded)}
    if kind in {TimingKind.VAGUE, TimingKind.ONGOING}:
        return {}
    period = PERIOD_WORD.search(folded)
    counted = _duration(folded) if kind is TimingKind.RECURRENCE else None
    told = periods()[period[1]] if period else counted
    facts: dict[str, Any] = {"period": told} if told else {}
    if kind is TimingKind.MINIMUM_FREQUENCY:
        count = _COUNT.search(folded)
        facts = {"period": facts.get("period", "P1Y"), "count": number(count[1]) if count else 1}
    return facts


_COUNT = re.compile(rf"({NUMBER})[^0-9一二两三四五六七八九十]{{1,2}}?(?:以上)?(?:[/每].*)?$")


def _duration(folded: str) -> str | None:
    match = LENGTH.search(folded)
    return LENGTHS[match[2]].format(number(match[1])) if match else None


_CLAUSE_END = re.compile("[，。；、！？\n]")


def _activity(piece: Piece, kind: TimingKind, start: int, end: int) -> str | None:
    """Give the words that a period or a least length is said of, in the same clause."""
    if kind is TimingKind.RECURRENCE:
        stop = _CLAUSE_END.search(piece.folded, end, end + 30)
        return piece.text[end : stop.start()].strip() or None if stop else None
    if kind is TimingKind.MINIMUM_PERIOD:
        before = _CLAUSE_END.split(piece.folded[max(0, start - 30) : start])[-1]
        return piece.text[start - len(before) : start].strip() or None
    return None
