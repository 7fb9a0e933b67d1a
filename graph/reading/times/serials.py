"""Times that a cell holds as bare numbers: 46203 as spreadsheets count, 20260630, 6.30前."""

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


def day_of_year(folded: str, year: int | None) -> str | None:
    """Give the day of a year that a month and a day name with a point or stroke between them.

    Where 前 does not tell a day, the day has to be one that no month and no hour has.

    >>> day_of_year("6.30前", 2026), day_of_year("6.30", 2026), day_of_year("6.3", 2026)
    ('2026-06-30', '2026-06-30', None)
    """
    match = _POINTED.fullmatch(folded)
    try:
        told = match and (match["month"], (match["day"] or match["late"]).strip("日号"))
        day = date(year, *map(int, told)) if told and year else None
    except ValueError:
        return None
    return day.isoformat() if day else None


def is_day_of_year(folded: str) -> bool:
    """Tell whether a cell is such a day, of whatever year."""
    return day_of_year(folded, _LEAP_YEAR) is not None


_LEAP_YEAR = 2024
_DAY = "(?:日|号)?"
_POINTED = re.compile(
    r"(?:[0-9.．/]{3,5}(?:[-—–~～]{1,2}|至))?(?P<month>1[0-2]|0?[1-9])"
    rf"(?:[.．](?P<day>[0-3]?[0-9]{_DAY}(?=[之以]?前|底)|(?:1[0-9]|2[0-9]|3[01]){_DAY})"
    r"|[/-](?P<late>1[3-9]|2[0-9]|3[01]))(?:底|[之以])?前?(?:完成)?"
)


def last_year(folded: str) -> str | None:
    """Give the last year of a span of bare years.

    >>> last_year("2024—2026"), last_year("2024")
    ('2026', None)
    """
    match = _BARE_YEARS.fullmatch(folded)
    return match[1] if match else None


_BARE_YEARS = re.compile("20[0-9]{2}(?:[-—–~～]{1,2}|至|到)(20[0-9]{2})")
