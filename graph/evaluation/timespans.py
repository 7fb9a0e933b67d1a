"""Demands about time in one form, so that equal ones compare equal."""

import calendar
import re
from collections.abc import Mapping
from typing import Any

_DURATION = re.compile(r"P(\d+)([DWMY])")


def timing_key(timing: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the kind and machine form of a timing as a tuple of strings.

    >>> timing_key({"kind": "deadline", "date": "2026"})
    ('deadline', '2026-12-31')
    >>> timing_key({"kind": "recurrence", "period": "P12M"})
    ('recurrence', 'P1Y')
    """
    form = (
        last_day(timing.get("date") or ""),
        str(timing.get("count") or ""),
        duration(timing.get("period") or ""),
        duration(timing.get("duration") or ""),
    )
    return timing["kind"], *filter(None, form)


def last_day(date: str) -> str:
    """Give the last day of a year or month as `YYYY-MM-DD`; a day stays as it is.

    >>> last_day("2028-02")
    '2028-02-29'
    """
    if re.fullmatch(r"\d{4}", date):
        return f"{date}-12-31"
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", date):
        days = calendar.monthrange(int(date[:4]), int(date[5:]))[1]
        return f"{date}-{days}"
    return date


def duration(text: str) -> str:
    """Give an ISO 8601 duration of one part in its largest whole unit.

    >>> duration("P7D"), duration("P24M"), duration("P30D")
    ('P1W', 'P2Y', 'P30D')
    """
    found = _DURATION.fullmatch(text)
    if not found:
        return text
    amount, unit = int(found[1]), found[2]
    for small, size, large in (("D", 7, "W"), ("M", 12, "Y")):
        if unit == small and amount % size == 0:
            return f"P{amount // size}{large}"
    return text
