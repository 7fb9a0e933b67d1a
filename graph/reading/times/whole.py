"""Texts that are all about time, among names or in a cell: 9月底前完成, 持续推进, 竣工验收前."""

import re
from functools import cache, lru_cache

from ...lexicon.words import one_of, words
from ..names.names import ends_as_unit
from ..text.closed_up import without_gaps
from .patterns import BY, begins_pattern
from .phrases import RANGE, event_words
from .undemanded import describes
from .words import (
    DAY,
    FIVE_YEARS,
    MONTH,
    NUMBER,
    NUMERIC,
    PART,
    QUARTER,
    SHORT_SPANS,
    TO,
    YEAR,
    periods,
)


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
    if before_any_event().fullmatch(folded):
        return not ends_as_unit(folded)
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
    if "起" in folded or "后" in folded or folded[-1] == "前" or folded.endswith("期间"):
        return True
    if folded[0] == "第":
        return "季" in folded or "时间" in folded
    return folded[0] in time_begins()


@cache
def time_begins() -> frozenset[str]:
    """Give the characters with which a text that is all about time can begin."""
    told = (*words("times", "ongoing"), *words("times", "vague"), *event_words())
    told = (*told, *words("headings", "deadline"), *periods())
    marks = "0123456789零〇一二两三四五六七八九十年月本今当明次到至截在上下每按逐全半第不最“‘并且季"
    return frozenset((*marks, *"Qq翌-—–~", *(word[0] for word in told)))


@cache
def whole_pattern() -> re.Pattern[str]:
    """Make the pattern of a list's member that is all about time."""
    going_on = rf"{one_of((*words('times', 'ongoing'), *words('times', 'vague')))}|{lasting()}"
    branches = begins_pattern().pattern
    label = one_of(words("headings", "deadline"))
    after = rf"[^，。；、0-9]{{0,16}}[起后]{NUMBER}个?(?:{SHORT_SPANS}|年)(?:之内|以内|内)?"
    since = rf"(?:(?:20[0-9]{{2}}年?{TO})?{YEAR}起?)?"
    from_on = rf"[自从]?(?:{YEAR})?{MONTH}(?:{DAY})?起"
    plain = rf"(?:{YEAR}度?)?(?:{MONTH}(?:{DAY}|{PART})?|{QUARTER}|全年)?"
    start = rf"(?:20[0-9]{{2}}年?)?(?:{NUMERIC}|(?:1[0-2]|0?[1-9])|{plain})"
    date = rf"(?:{start}{TO}(?=.))?(?:{NUMERIC}|{plain}){BY}?"
    span = rf"(?:{NUMBER}|半)个?(?:{SHORT_SPANS}|年)(?:之内|以内|内)?"
    done = rf"(?:{one_of((*words('times', 'done'), *words('times', 'carried_out')))})?"
    return re.compile(
        rf"[并且]?(?:(?:{label})\s*[：为]\s*)?"
        rf"(?:{branches}|{since}(?:{going_on})|{after}|{from_on}|{YEAR}(?:1[0-2]|0?[1-9])"
        rf"|(?:{YEAR})?年?中|{FIVE_YEARS}(?:间|$)|{RANGE}|(?=.){date}|{span})(?:前|底前)?(?:全面|基本|全部)?(?:各{NUMBER}次|左右|前后)?{done}"
        rf"|(?:{label})\s*：.*"
    )


@cache
def lasting() -> str:
    """Give the pattern of what goes on, in adverbs and verbs: 全年常态化开展, 持续抓好落实."""
    how, does = (one_of(words("times", "lasting", key)) for key in ("how", "does"))
    return rf"(?:已完成，?)?并?(?:(?:{how})[、并]?)+(?:(?:{does})[、并]?)*(?<![、并])"


@cache
def before_any_event() -> re.Pattern[str]:
    """Match what ends before something happens, or while it goes on: 竣工验收前, 暑假期间."""
    return re.compile(r"[一-鿿“”‘’]{2,14}(?:(?<![目以之])前|期间)")


@cache
def before_end() -> re.Pattern[str]:
    """Give the pattern of what may stand before the time that closes a sentence of units."""
    return re.compile(one_of(words("times", "before_end")))


@cache
def before_end_begins() -> frozenset[str]:
    """Give the characters with which such words begin; they are found faster."""
    return frozenset(word[0] for word in words("times", "before_end"))
