"""Demands about time: deadlines, recurrence, least frequencies and periods, vague words."""

import re
from functools import lru_cache
from itertools import islice
from typing import Any

from ..lexicon.words import lexicon, one_of, words
from ..plan import Timing, TimingKind
from .dates import date_of
from .names import ends_as_unit
from .numerals import number
from .pieces import MOST_FACTS, Piece
from .serials import counted_day, typed_day
from .time_patterns import (
    NUMBER,
    PERIOD_WORD,
    SHORT_SPANS,
    before_end,
    before_end_begins,
    begins_pattern,
    hedge,
    measure,
    ongoing,
    patterns,
    periods,
    time_begins,
    time_label,
    validity,
    validity_ends,
    whole_pattern,
)


def timings(piece: Piece, year: int | None) -> tuple[Timing, ...]:
    """Give the demands about time in a text, the first `MOST_FACTS` in order.

    `year` is for months without one.
    """
    found = (_timing(piece, kind, match, year) for kind, match in _matches(piece.folded))
    return tuple(timing for timing in found if timing is not None)


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
    told = islice(_TOLD_PART.finditer(piece.folded), MOST_FACTS)
    parts = [piece.cut(*match.span()) for match in told]
    return tuple(timing for part in parts if (timing := _told(part, year)) is not None)


@lru_cache(maxsize=4096)
def is_time(folded: str) -> bool:
    """Tell whether a whole member of a list is a demand about time: 9月底前完成, 于9月底前完成."""
    folded = folded[_before_end(folded) :]
    if not folded or not _may_be_time(folded):
        return False
    if "，" in folded or "；" in folded:
        return all(is_time(part.strip()) for part in _PARTS.split(folded))
    if whole_pattern().fullmatch(folded):
        return True
    begins = begins_pattern().match(folded)
    return begins is not None and len(folded) <= _LONGEST_TIME and not ends_as_unit(folded)


_LONGEST_TIME = 24


def _before_end(folded: str) -> int:
    opening = before_end().match(folded) if folded[:1] in before_end_begins() else None
    return opening.end() if opening else 0


_PARTS = re.compile("[，；]")


def _may_be_time(folded: str) -> bool:
    """Tell whether a text begins as a time can, or counts from an event: 印发后30日内."""
    return folded[0] in time_begins() or "起" in folded or "后" in folded


_LASTING = one_of(words("times", "lasting"))
_TOLD_PART = re.compile(
    r"(?:每[^，；。、\n（）]{1,6}[0-9]{1,2}[月日号](?:[0-9]{1,2}[日号]|底|末)?、(?=[0-9]{1,2}[月日号]))*"
    f"(?:(?!(?<=.)(?:并(?:坚持|{_LASTING})|(?<=[成前底效位])(?:{_LASTING})))[^，；。、\n（）])+|[^，；。、\n（）]+"
)
"""One demand of a cell; 每年6月、12月底前 is one, 6月底前完成并长期坚持 two."""


def _told(part: Piece, year: int | None) -> Timing | None:
    start = time_label().match(part.folded)
    if start and start.end():
        part = part.cut(start.end(), len(part.text))
    inner = next(iter(timings(part, year)), None)
    if inner is not None and inner.kind is not TimingKind.VAGUE:
        lasts = inner.date is None or len(inner.date) == 4
        if inner.kind is TimingKind.DEADLINE and lasts and ongoing().search(part.folded):
            return Timing(TimingKind.ONGOING, part.text, part.span)
        return _whole(part, inner)
    date = date_of(part.folded, year) or typed_day(part.folded) or counted_day(part.folded)
    if date is not None and len(date) == 4 and ongoing().search(part.folded):
        return Timing(TimingKind.ONGOING, part.text, part.span)
    if date is not None or _SPAN.fullmatch(part.folded):
        return Timing(TimingKind.DEADLINE, part.text, part.span, date=date)
    if ongoing().search(part.folded):
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
    if _inside_title(piece.folded, start) or _limits(piece.folded, start, match[0]):
        return None
    if _is_past(match[0], year):
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
        **_facts(kind, match[0], year),
    )


def _is_past(told: str, year: int | None) -> bool:
    """Tell whether a bare year lies before the document's: 2020年完成 in a plan of 2024."""
    bare = _BARE_YEAR.fullmatch(told) if len(told) == _LENGTH_OF_YEAR else None
    return bare is not None and year is not None and int(bare[1]) < year


_LENGTH_OF_YEAR = 5
_BARE_YEAR = re.compile("(20[0-9]{2})年")


def _facts(kind: TimingKind, folded: str, year: int | None) -> dict[str, Any]:
    if kind is TimingKind.DEADLINE:
        return {"date": date_of(folded, year)}
    if kind is TimingKind.MINIMUM_PERIOD:
        return {"duration": _duration(folded)}
    if kind is TimingKind.VAGUE:
        return {}
    period = PERIOD_WORD.search(folded)
    counted = _duration(folded) if kind is TimingKind.RECURRENCE else None
    told = periods()[period[1]] if period else counted
    facts: dict[str, Any] = {"period": told} if told else {}
    if kind is TimingKind.MINIMUM_FREQUENCY:
        count = _COUNT.search(folded)
        facts = {"period": facts.get("period", "P1Y"), "count": number(count[1]) if count else 1}
    return facts


_COUNT = re.compile(rf"({NUMBER})[^0-9一二两三四五六七八九十]{{1,2}}?(?:以上)?$")
_LENGTHS: dict[str, str] = lexicon("times")["lengths"]
_LENGTH = re.compile(f"({NUMBER})个?({one_of(_LENGTHS)})")


def _duration(folded: str) -> str | None:
    match = _LENGTH.search(folded)
    return _LENGTHS[match[2]].format(number(match[1])) if match else None


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


def _limits(folded: str, start: int, told: str) -> bool:
    """Tell whether a time limits what is regulated: a term of validity, a standard of service."""
    if _LENGTH.match(told) and measure().search(folded, max(0, start - _NEAR), start):
        return True
    if not start or folded[start - 1] not in validity_ends():
        return False
    match = validity().search(folded, max(0, start - _NEAR), start)
    return match is not None and (not match["verb"] or folded[start] in "到至")


_NEAR = 16


def _inside_title(folded: str, start: int) -> bool:
    """Tell whether a place stands inside 《》: a date in a title is no demand."""
    opened = folded.rfind("《", max(0, start - 80), start)
    return opened >= 0 and folded.find("》", opened, start) < 0
