"""Spans of days that depend on what day it is: 下个月, 本季度, 30天内, this week."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from ..lexicon.words import lexicon
from .limits import Limit

COUNTED = {"一": 1, "二": 2, "两": 2, "三": 3, "one": 1, "two": 2, "three": 3}


def relative_limits(words: str, today: date) -> Iterator[Limit]:
    """Find the first span that a day gives its meaning.

    >>> [limit[:2] for limit in relative_limits("下个月到期的任务", date(2024, 12, 5))]
    [('2025-01-01', '2025-01-31')]
    >>> [limit[:2] for limit in relative_limits("10天内要交的", date(2024, 2, 25))]
    [('2024-02-25', '2024-03-06')]
    """
    if found := _ahead().search(words):
        number, unit = filter(None, found.groups())
        count = int(number) if number.isdigit() else COUNTED[number]
        last = today + timedelta(count * lexicon("asking")["ahead"]["days"][unit])
        yield Limit(today.isoformat(), last.isoformat(), *found.span())
        return
    for name, pattern in _spans():
        if found := pattern.search(words):
            shift, _, kind = name.partition("-")
            first, last = _span(kind, SHIFTS[shift], today)
            yield Limit(first.isoformat(), last.isoformat(), *found.span())
            return


@cache
def _ahead() -> re.Pattern[str]:
    """Match a span that begins today: 未来30天, 10天内, within the next two weeks."""
    said = lexicon("asking")["ahead"]
    begins, near = either_of(said["begins"]), either_of(said["near"])
    unit = either_of(" ".join(word for word in said["days"] if not word.isascii()))
    return re.compile(
        rf"(?:{begins}|{near})?(?P<number>[0-9]{{1,3}}|[一二两三])个?(?P<unit>{unit})(?:之?以?内)"
        rf"|(?:{begins})(?:的)?(?P<more>[0-9]{{1,3}}|[一二两三])个?(?P<of>{unit})"
        r"|(?:in|within|over) the next (?P<count>[0-9]{1,3}|one|two|three)"
        r" (?P<each>day|week|month)s?"
    )


SHIFTS = {"this": 0, "next": 1, "last": -1}


def _span(kind: str, shift: int, today: date) -> tuple[date, date]:
    """Give the first and last day of a day, week, month or quarter so many ahead of today's."""
    if kind in {"day", "week"}:
        length = {"day": 1, "week": 7}[kind]
        first = today - timedelta(today.weekday() if kind == "week" else 0)
        first += timedelta(length * shift)
        return first, first + timedelta(length - 1)
    months = {"month": 1, "quarter": 3}[kind]
    start = (today.month - 1) // months * months + months * shift
    year, month = today.year + start // 12, start % 12 + 1
    until = month + months - 1
    return date(year, month, 1), date(year, until, monthrange(year, until)[1])


@cache
def _spans() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = lexicon("asking")["spans"].items()
    return tuple((name, re.compile(either_of(words))) for name, words in listed)


def either_of(words: str) -> str:
    """Give the pattern of any of the words that a line of the lexicon lists."""
    longest = sorted(words.split(), key=lambda word: (-len(word), word))
    return "|".join(
        rf"(?<![a-z]){word.replace('-', ' ')}(?![a-z])" if word.isascii() else re.escape(word)
        for word in longest
    )
