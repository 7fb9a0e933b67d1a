"""Dates as they are written, for a machine: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`."""

import re
from functools import lru_cache

from ..text.numerals import number

WRITTEN_YEAR = "二[〇○零O0][一二三四五六七八九〇○零O0]{2}"
"""The pattern of a year in characters: 二〇二六."""
_YEAR = re.compile("(20[0-9][0-9])年|(?<![0-9])(2[0-9])年|([今本当明次翌])年")
_MONTH = re.compile("(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月|(?<=年)(1[0-2]|0?[1-9])$")
_DAY = re.compile(
    "月份?(3[01]|[12][0-9]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
)
_BETWEEN = re.compile(
    r"(?<=[0-9年月日号时点底末初份旬度])(?:[-—–~～]{1,2}|至|到)"
    "(?=20[0-9]{2}|(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月|第?[一二三四]季度"
    "|[1-3]?[0-9][日号])"
)
_YEAR_END = re.compile("(?<![0-9一二两三四五六七八九十半几多数])年[内底末终]")
_QUARTER = re.compile("([一二两三四1-4])季度|[Qq]([1-4])")
_NUMERIC = re.compile(r"(20[0-9]{2})([-./])(1[0-2]|0?[1-9])(?![0-9])(?:\2([0-9]{1,2})(?![0-9]))?")
_FIVE_YEARS = re.compile("(十[一二三四五六七八九])五[”’]?(?:规划)?(?:时期|(?:时期|期)?[期末间结])")
SIGNED = (
    r"(?:20[0-9]{2}|[二〇○零Ｏ0一三四五六七八九]{4})\s?年\s?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月"
    r"\s?(?:[0-9]{1,2}|(?=[一二三四五六七八九十])[一二三]?十?[一二三四五六七八九]?)\s?日"
)
"""The pattern of the date of a signature."""
_SIGNED = re.compile(SIGNED)
_PARTS = re.compile(r"(.{4})\s?年\s?(.+?)\s?月\s?(.+?)\s?日")


@lru_cache(maxsize=4096)
def date_of(folded: str, year: int | None) -> str | None:
    """Give the date that a phrase names; a month without a year is of the document's `year`.

    >>> date_of("9月底前", 2022), date_of("2025年12月31日前", None), date_of("到2025年", None)
    ('2022-09', '2025-12-31', '2025')
    """
    folded = _last_of_range(with_figures(folded) if "二" in folded else folded)
    if "五" in folded and (match := _FIVE_YEARS.search(folded)):
        return str(_FIRST_PLAN + 5 * number(match[1]))
    if match := _NUMERIC.search(folded):
        return "-".join(f"{int(part):02}" for part in match.group(1, 3, 4) if part)
    told = _YEAR.search(folded)
    if told:
        year = _year_of(told, year)
    if year is None:
        return None
    month = _month_of(folded)
    if month is None:
        return f"{year}" if told or _YEAR_END.search(folded) else None
    day = _DAY.search(folded)
    return f"{year}-{month:02}" + (f"-{number(day[1]):02}" if day else "")


_FIRST_PLAN = 1955
"""Plan 10 ended in 2005 and plan 14 in 2025: plan n ends in 1955 + 5 n."""


def _last_of_range(folded: str) -> str:
    """Give the end of 3月至10月 or 10月8—14日, with year and month of its start if it has none."""
    joints = list(_BETWEEN.finditer(folded))
    if not joints:
        return folded
    end = folded[joints[-1].end() :]
    if _DAY_ALONE.match(end):
        months = re.findall("[0-9]{1,2}月", folded[: joints[-1].start()])
        if not months:
            return folded
        end = f"{months[-1]}{end}"
    years = re.findall("20[0-9]{2}", folded[: joints[-1].start()])
    return end if not years or end.startswith("20") else f"{years[-1]}年{end}"


def year_behind(date: str | None, folded: str, year: int | None) -> int | None:
    """Give the year of a month behind a `date` in its sentence, or else the document's `year`.

    >>> year_behind("2027-06", "12月底前", 2026), year_behind("2025-09", "3月底前", 2026)
    (2027, 2026)
    """
    month = _month_of(folded) if date is not None and len(date) > len("2026") else None
    return int(date[:4]) if date and month and month > int(date[5:7]) else year


_DAY_ALONE = re.compile("[0-9]{1,2}[日号]")


def _year_of(told: re.Match[str], year: int | None) -> int | None:
    """Give the year as told: 2025年, 25年, or 今年 and 明年 beside the document's `year`."""
    if told[1] or told[2]:
        return int(told[1] or f"20{told[2]}")
    return None if year is None else year + (told[3] in "明次翌")


def _month_of(folded: str) -> int | None:
    if match := _MONTH.search(folded):
        return number(match[1] or match[2])
    if match := _QUARTER.search(folded):
        return 3 * number(match[1] or match[2])
    if "上半年" in folded or "年中" in folded:
        return 6
    return 12 if "下半年" in folded else None


def signature_date(folded: str) -> str | None:
    """Give the date of a signature line: `2022年4月7日`, `二〇二二年四月七日`."""
    match = _PARTS.fullmatch(folded.strip()) if _SIGNED.fullmatch(folded.strip()) else None
    if match is None:
        return None
    year = match[1] if match[1].isdecimal() else _digits(match[1])
    return f"{year}-{number(match[2]):02}-{number(match[3]):02}"


def with_figures(folded: str) -> str:
    """Give a text with the years that are written in characters in figures: 二〇二六年."""
    return _WRITTEN_YEAR.sub(lambda match: _digits(match[0]), folded)


_WRITTEN_YEAR = re.compile(f"{WRITTEN_YEAR}(?=年)")


def _digits(written: str) -> str:
    zeros = str.maketrans("〇○零ＯO一二三四五六七八九", "00000123456789")
    return written.translate(zeros)
