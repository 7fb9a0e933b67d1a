"""Days that a cell holds as bare numbers: 46203 as spreadsheets count them, 20260630 as typed."""

import re
from datetime import date, timedelta

_COUNTED = re.compile("[0-9]{5}")
_TYPED = re.compile("(20[0-9]{2})([01][0-9])([0-3][0-9])")
_BEGIN = date(1899, 12, 30)
"""Day 0 of the 1900 date system for all days since March 1900 (ECMA-376, part 1, 18.17.4.1)."""
_YEARS = range(2000, 2100)


def typed_day(folded: str) -> str | None:
    """Give the day of eight digits.

    >>> typed_day("20260630"), typed_day("20261330")
    ('2026-06-30', None)
    """
    match = _TYPED.fullmatch(folded)
    try:
        return date(*map(int, match.groups())).isoformat() if match else None
    except ValueError:
        return None


def counted_day(folded: str) -> str | None:
    """Give the day that a spreadsheet shows for a number once its cell is a date.

    >>> counted_day("46203"), counted_day("10000")
    ('2026-06-30', None)
    """
    if _COUNTED.fullmatch(folded) is None:
        return None
    day = _BEGIN + timedelta(days=int(folded))
    return day.isoformat() if day.year in _YEARS else None
