"""Demands about time: deadlines, recurrence, least frequencies and periods, vague words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any

from ..plan import Timing, TimingKind
from .closed_up import Closed, closed_up, without_gaps
from .dates import date_of, year_behind
from .names import ends_as_unit
from .numerals import number
from .pieces import MOST_FACTS, Piece
from .serials import counted_day, typed_day
from .shared import shared_counts
from .time_patterns import (
    before_end,
    before_end_begins,
    begins_pattern,
    hedge,
    ongoing,
    patterns,
    time_begins,
    time_label,
    whole_pattern,
)
from .time_phrases import before_event
from .time_words import NUMBER, PERIOD_WORD, SHORT_SPANS, periods
from .told_times import told_parts
from .undemanded import LENGTH, LENGTHS, demands_nothing, describes, is_over


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
            found.append(timing)
    return shared_counts(piece, found)


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
        taken = taken or bytearray(len(folded))
        free = (m for m in pattern.finditer(folded) if not any(taken[slice(*m.span())]))
        for match in islice(free, MOST_FACTS):
            start, end = match.span()
            taken[start:end] = b"\1" * (end - start)
            found.append((kind, match))
    return sorted(found, key=lambda one: one[1].start())[:MOST_FACTS]


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


@lru_cache(maxsize=4096)
def is_time(folded: str) -> bool:
    """Tell whether a whole member of a list is a demand about time: 9月底前完成, 于9月底前完成."""
    folded = without_gaps(folded)
    folded = folded[_before_end(folded) :]
    if not folded or not _may_be_time(folded):
        return False
    if "，" in folded or "；" in folded:
        return all(is_time(part.strip()) for part in _PARTS.split(folded))
    if whole_pattern().fullmatch(folded):
        return True
    begins = begins_pattern().match(folded)
    if begins is None or len(folded) > _LONGEST_TIME or ends_as_unit(folded):
        return False
    return not describes(folded, begins.end())


_LONGEST_TIME = 24


def _before_end(folded: str) -> int:
    opening = before_end().match(folded) if folded[:1] in before_end_begins() else None
    return opening.end() if opening else 0


_PARTS = re.compile("[，；]")


def _may_be_time(folded: str) -> bool:
    """Tell whether a text begins as a time can, or counts from an event: 印发后30日内."""
    if "起" in folded or "后" in folded:
        return True
    if folded[0] == "第":
        return "季" in folded or "时间" in folded
    return folded[0] in time_begins()


def _told(part: Piece, year: int | None) -> Timing | None:
    start = time_label().match(part.folded)
    if start and start.end():
        part = part.cut(start.end(), len(part.text))
    folded = without_gaps(part.folded)
    inner = next(iter(timings(part, year)), None)
    if inner is not None and inner.kind is not TimingKind.VAGUE:
        lasts = inner.date is None or len(inner.date) == 4
        if inner.kind is TimingKind.DEADLINE and lasts and ongoing().search(folded):
            return Timing(TimingKind.ONGOING, part.text, part.span)
        return _whole(part, inner)
    date = date_of(folded, year) or typed_day(folded) or counted_day(folded)
    if date is not None and len(date) == 4 and ongoing().search(folded):
        return Timing(TimingKind.ONGOING, part.text, part.span)
    if date is not None or _SPAN.fullmatch(folded):
        return Timing(TimingKind.DEADLINE, part.text, part.span, date=date)
    if ongoing().search(folded):
        return Timing(TimingKind.ONGOING, part.text, part.span)
    return _whole(part, inner) if inner is not None else None


_SPAN = re.compile(rf"(?:{NUMBER}|半)个?(?:{SHORT_SPANS}|年)(?:[之以]?内)?")


def _whole(part: Piece, inner: Timing) -> Timing:
    return Timing(
        inner.kind,
        part.text,
        part.span,
        inner.period,
        inner.count,
        inner.duration,
        inner.date,
        inner.hedge,
    )


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


_COUNT = re.compile(rf"({NUMBER})[^0-9一二两三四五六七八九十]{{1,2}}?(?:以上|/.{{1,3}})?$")


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
