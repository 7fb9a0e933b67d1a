"""Limits of time in a question: “9月底前”, “第三季度”, “in September” become days."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

COUNTED = "一二三四五六七八九十"
NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
YEAR = r"(?:(?P<year>20[0-9]{2})年|今年|本年度?|当年)?的?"
BEFORE = r"(?:(?P<after>底?(?:[之以]后|起|后))|(?P<before>底?之?以?前|底|末))"
OPEN_END = "2099-12-31"
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
ORDINALS = ("first", "second", "third", "fourth")
IN = r"(?:(?P<before>by|before|until)|in|during)"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{YEAR}(?<![0-9])(?P<first>{NUMBER})月?份?(?:到|至|-|—|~)(?P<last>{NUMBER})月(?:份|底|末)?",
        rf"{YEAR}(?<![0-9])(?P<last>{NUMBER})月份?(?:(?P<day>[0-3]?[0-9])[日号])?{BEFORE}?",
        rf"{YEAR}第?(?P<quarter>[1-4一二三四])季度{BEFORE}?",
        rf"{YEAR}(?P<half>[上下])半年{BEFORE}?",
        r"(?:(?P<year>20[0-9]{2})|今|本)?年(?P<before>底之?以?前|末之?以?前|底|末|内)",
        r"(?P<before>by|before|until) (?:the )?(?:end of (?:the|this) year|year[- ]?end)(?![a-z])",
        rf"{YEAR}(?<![a-z])q(?P<quarter>[1-4])(?![a-z0-9])",
        r"(?P<ordinal>first|second|third|fourth) quarter(?: of (?P<year>20[0-9]{2}))?",
        rf"{IN}(?: the end of)? (?P<name>{'|'.join(MONTHS)})(?: (?P<year>20[0-9]{{2}}))?(?![a-z])",
    )
)


class Limit(NamedTuple):
    """A span of days that a question names."""

    first: str | None
    """The first day, `2024-09-01`; none for a limit at the end only."""
    last: str
    start: int
    end: int


def limits(words: str, year: str | None) -> Iterator[Limit]:
    """Find the limits of time; a year that is not said is the one given, if any.

    >>> [limit[:2] for limit in limits("九月底前要完成哪些任务", "2024")]
    [(None, '2024-09-30')]
    >>> [limit[:2] for limit in limits("第三季度到期的任务", "2024")]
    [('2024-07-01', '2024-09-30')]
    """
    for pattern in PATTERNS:
        if found := pattern.search(words):
            said = found.groupdict()
            meant = said.get("year") or year
            if meant:
                yield _limit(said, int(meant), found)
            return


def _limit(said: dict[str, str | None], year: int, found: re.Match[str]) -> Limit:
    first, last = _months(said)
    day = int(said.get("day") or 0)
    ending = min(day, monthrange(year, last)[1]) or monthrange(year, last)[1]
    if after := said.get("after"):
        start = ending if "底" in after else day or 1
        return Limit(f"{year}-{first:02}-{start:02}", OPEN_END, *found.span())
    beginning = None if said.get("before") else f"{year}-{first:02}-{day or 1:02}"
    return Limit(beginning, f"{year}-{last:02}-{ending:02}", *found.span())


def _months(said: dict[str, str | None]) -> tuple[int, int]:
    if quarter := said.get("quarter"):
        return _number(quarter) * 3 - 2, _number(quarter) * 3
    if ordinal := said.get("ordinal"):
        last_month = ORDINALS.index(ordinal) * 3 + 3
        return last_month - 2, last_month
    if half := said.get("half"):
        return (1, 6) if half == "上" else (7, 12)
    if name := said.get("name"):
        month = MONTHS.index(name) + 1
        return month, month
    last = _number(said.get("last") or "12")
    return _number(said.get("first") or str(last)), last


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    return sum(COUNTED.index(each) + 1 for each in words)
