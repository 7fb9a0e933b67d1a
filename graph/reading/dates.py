"""Dates as they are written, for a machine: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`."""

import re

from .numerals import number

_YEAR = re.compile("(20[0-9][0-9])年|([今本当明])年")
_MONTH = re.compile("(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月")
_DAY = re.compile(
    "月份?(3[01]|[12][0-9]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
)
_RANGE = re.compile(
    "(?P<year>20[0-9][0-9]年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?[-—–~至到]+(?P<end>[0-9]{1,2}月)"
)
_YEAR_END = re.compile("年[内底末终]")
_QUARTER = re.compile("([一二三四1-4])季度")
_NUMERIC = re.compile("(20[0-9][0-9])[-./]([0-9]{1,2})(?:[-./]([0-9]{1,2}))?")
_SIGNED = re.compile(
    "(20[0-9][0-9]|[二〇○零Ｏ0一三四五六七八九]{4})年(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月([0-9]{1,2}|[一二三]?十?[一二三四五六七八九]?)日"
)


def date_of(folded: str, year: int | None) -> str | None:
    """Give the date that a phrase names; a month without a year is of the document's `year`.

    >>> date_of("9月底前", 2022), date_of("2025年12月31日前", None), date_of("到2025年", None)
    ('2022-09', '2025-12-31', '2025')
    """
    folded = _RANGE.sub(r"\g<year>\g<end>", folded)
    if match := _NUMERIC.search(folded):
        return "-".join(f"{int(part):02}" for part in match.groups() if part)
    told = _YEAR.search(folded)
    if told:
        year = int(told[1]) if told[1] else _relative(told[2], year)
    if year is None:
        return None
    month = _month_of(folded)
    if month is None:
        return f"{year}" if told or _YEAR_END.search(folded) else None
    day = _DAY.search(folded)
    return f"{year}-{month:02}" + (f"-{number(day[1]):02}" if day else "")


def _relative(word: str, year: int | None) -> int | None:
    return None if year is None else year + (word == "明")


def _month_of(folded: str) -> int | None:
    if match := _MONTH.search(folded):
        return number(match[1])
    if match := _QUARTER.search(folded):
        return 3 * number(match[1])
    if "上半年" in folded:
        return 6
    return 12 if "下半年" in folded else None


def signature_date(folded: str) -> str | None:
    """Give the date of a signature line: `2022年4月7日`, `二〇二二年四月七日`."""
    match = _SIGNED.fullmatch(folded.strip())
    if match is None or not match[3]:
        return None
    year = match[1] if match[1].isdecimal() else _digits(match[1])
    return f"{year}-{number(match[2]):02}-{number(match[3]):02}"


def _digits(written: str) -> str:
    zeros = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
    return written.translate(zeros)
