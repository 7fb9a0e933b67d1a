"""The patterns of times that are told by more than a date: ranges, beginnings, feasts, rhythms."""

import re
from functools import cache

from ...lexicon.words import one_of, words
from .words import DAY, DONE, HOUR, MONTH, PART, TO, YEAR, periods

_END = rf"(?:{MONTH}(?:{DAY}|{PART})?|{DAY})(?:{HOUR})?"
_BARE = rf"(?:1[0-2]|0?[1-9])(?={TO}[0-9]{{1,2}}月)"
_BARE_DAY = rf"{MONTH}[0-9]{{1,2}}(?={TO}[0-9]{{1,2}}[日号])"
_START = rf"(?:{_BARE_DAY}|{MONTH}(?:{DAY}|{PART})?(?:{HOUR})?|{_BARE})"
RANGE = rf"(?:{YEAR})?{_START}{TO}(?:{YEAR})?{_END}"
"""The pattern of a range of months or days: 4月至10月, 10月8—14日."""
RHYTHM = one_of(words("times", "rhythm"))
JOINT = "[-—–~～至到](?<=[0-9年月日号时点底初旬].)[-—]?[0-9一二三四五六七八九十次明]"
"""What every range holds."""


def ranges() -> str:
    """Give the pattern of a range of months or days in which work is done: 4月至10月举办.

    In a bracket or a clause of its own it stands without the work.
    """
    work, reported = (one_of(words("times", "during", key)) for key in ("words", "reported"))
    behind = rf"(?:期间|间)?，?[^，。；、）]{{0,4}}?(?:{work})(?!的|{reported})"
    return (
        rf"(?<=[（；，：])(?<!(?:{reported})（){RANGE}(?=[）；。]|$)"
        rf"|(?<![0-9.年月日\-—~自从至到]){RANGE}(?={behind})"
    )


_KEPT = one_of(words("times", "rhythm", "behind"))
RHYTHM_BEGINS = f"(?:、|{_KEPT})[日周旬月季半双年]"
"""What stands before every such period, to be found fast."""


def rhythm() -> str:
    """Give the pattern of periods with their work: 日巡查、周调度、月通报, 实行月调度."""
    period = one_of(periods())
    told = f"(?:{period})(?:{RHYTHM})"
    begins = "".join(sorted({word[0] for word in periods()}))
    return (
        rf"(?=[{begins}])(?<![每逐按半0-9一二两三四五六七八九十])"
        rf"(?:{told}(?=、{told})|(?<=[日周旬月季年度][一-鿿]{{2}}、){told}"
        rf"|(?<={_KEPT})(?!年){told})"
    )


def begun() -> str:
    """Give the pattern of what begins on a day: 起全面推行, 起供暖, 起实行实名制."""
    how, starts, takes_effect = (
        one_of(words("times", "begun", key)) for key in ("how", "starts", "takes_effect")
    )
    on_something = f"(?:{takes_effect})(?=[一-鿿]{{3}})"
    return f"(?:(?:{how})+(?:{starts}|{takes_effect})|{starts}|{on_something})(?!的)"


def event_words() -> list[str]:
    """Give the names of feasts and seasons."""
    return [*words("times", "events"), *(w for key in ("short", "seasons") for w in _events(key))]


def _events(key: str) -> list[str]:
    return words("times", "events", key)


def event() -> str:
    """Give the pattern of the time before a feast or a season: 2026年春节前, 中秋、国庆等节前."""
    free, kind, all_, short, seasons = (
        one_of(_events(key)) for key in ("free", "kind", "all", "short", "seasons")
    )
    named = f"[“‘]?(?:{one_of(words('times', 'events'))})[”’]?(?:{free})?"
    return (
        rf"(?:{YEAR})?(?:{MONTH}(?:{DAY})?)?{named}(?:[、和]?{named})*(?:等(?:{kind})?(?:{all_})?)?"
        rf"(?:来临|到来|结束)?(?:之前|前)(?![后的])"
        rf"|(?:{YEAR})?(?:{seasons})(?:来临|到来|结束)之?前"
        rf"|(?:{YEAR})?(?:(?:{seasons})?(?:{short}))前(?=(?:{DONE})|[，；。）]|$)"
    )


@cache
def before_event() -> re.Pattern[str]:
    """Give the pattern of a time that has no date because it ends before a feast or a season."""
    return re.compile(event())
