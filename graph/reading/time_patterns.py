"""The patterns of demands about time, made from the words of the lexicon."""

import re
from functools import cache

from ..lexicon.words import one_of, words
from ..plan import TimingKind
from .time_phrases import JOINT, RANGE, RHYTHM, begun, event, event_words, ranges, rhythm
from .time_words import (
    DAY,
    FIVE_YEARS,
    HOUR,
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

_BY = "(?:之前|以前|前|内|底|末|止)"
_DONE = f"(?=(?:全面|基本|全部)?(?:{one_of(words('times', 'done'))})(?!的))"
_ISSUED = one_of(words("times", "issued"))
_AMOUNT = "[0-9.]+[余多]?(?:%|个百分点|[百千万亿]*元)"
_PAID, _BOUNDED, _CHANGED, _MEASURES = (
    one_of(words("times", "money", key)) for key in ("paid", "bounded", "changed", "measures")
)
_NOT_MONEY = (
    f"(?!{_PAID}|[0-9.]+[余多]?[百千万亿]*(?:{_MEASURES})|每?人|每户|每亩|不超过[0-9]"
    rf"|[^，。；、0-9]{{0,10}}(?:{_BOUNDED}){_AMOUNT}"
    rf"|[^，。；、0-9]{{0,4}}(?:{_CHANGED})[^，。；、0-9]{{0,8}}{_AMOUNT}"
    "|[0-9.]+(?:万|亿)?元)"
)
_OFTEN, _LONG = (one_of(words("times", "least", key)) for key in ("often", "long"))


def _frequency() -> str:
    period = one_of(periods())
    return (
        rf"(?=[每全一])(?:(?:每个?(?:{period})|全年|一年)[^，。；、]{{0,10}}?"
        rf"(?:{_OFTEN})[^，。；、0-9一二两三四五六七八九十]{{0,12}}{NUMBER}{_TIMES}"
        rf"|每个?(?:{period})[^，。；、0-9一二两三四五六七八九十]{{0,10}}{NUMBER}{_TIMES}以上)"
    )


_TIMES = "(?:次|场|期|轮|回|批|篇|条(?=[，。；、）\\s以]|$))"


def _per_period(before: str) -> str:
    """Make the pattern of a number of times before a stroke and a period: 2次/年."""
    return rf"{before}{NUMBER}{_TIMES}/(?:{one_of(periods())})"


def _recurrence() -> str:
    period = one_of(periods())
    weekday = (
        "(?:第[一二三四五]|最后一)个?(?:周|星期|工作日)[一二三四五六日]?"
        "|[一二三四五六日](?=[，。；、前召开上下])"
    )
    day = rf"周[一二三四五六日]|{MONTH}(?:{DAY}|{PART})?|[首末]月(?:{DAY}|{PART})?|{DAY}|{PART}"
    when = rf"(?:{day}|年?[底末初]|{weekday})(?:[、和及](?:{day}))*"
    begins = "".join(sorted({word[0] for word in periods()}))
    yearly = one_of(words("times", "yearly"))
    return (
        rf"(?=[每按逐季一{begins}])(?:每隔?{NUMBER}个?(?:年|月|周|星期|天|日|小时){_NOT_MONEY}"
        rf"|每个?(?:{period})(?!以来|{DAY}{TO}){_NOT_MONEY}(?:{when}(?:之前|以前|前)?)?"
        rf"|(?<![每二三四])季度[首末]月(?:{DAY}|{PART})?(?:之前|以前|前)?"
        rf"|(?<![0-9一二两三四五六七八九十每第])一?(?:{period})[一1]次(?!性)"
        rf"|(?<![0-9一二两三四五六七八九十每第])(?:半月|旬|月|季度?|半年|年)一(?:{RHYTHM})"
        rf"|(?<![0-9一二两三四五六七八九十每第])一(?:{period})一(?![个次度天年月])[一-鿿]{{2}}"
        "|按(?:日|周|旬|月|季度|季|半年)(?![节期历度常用份]|计划|程)"
        rf"|按年度(?=[，。；、）]|$|{yearly})"
        "|逐(?:日|周|月|季度?))"
    )


def _least_period() -> str:
    return (
        rf"(?:{_LONG}){NUMBER}"
        "个?(?:工作日|自然日|日|天|月|周|年|小时)(?!龄|级)"
    )


def _deadline() -> str:
    dated = (
        rf"{YEAR}(?:年?(?:底|末)(?:之前|以前|前)?|{MONTH}(?:{DAY}(?:{HOUR})?{_BY}|{DAY}(?!{_ISSUED}){_DONE}|{PART}?{_BY}|{PART}|{_DONE})"
        rf"|{QUARTER}(?:{_BY}|{_DONE})|(?:之前|以前|前)(?![^，。；]{{0,2}}的|[二两三23]季度)|年?内|(?:全年)?{_DONE})"
        rf"|{MONTH}(?:{DAY}(?:{HOUR})?{_BY}|{DAY}(?!{_ISSUED}){_DONE}|{PART}{_BY}?|{_BY}|{_DONE})"
        rf"|(?<!自)(?:{YEAR})?{MONTH}(?:{DAY})?起(?:执行|实施|施行)"
        rf"|(?:{YEAR})?{MONTH}(?:{DAY})?起(?={begun()})"
        rf"|{QUARTER}(?:{_BY}|{_DONE})|年[底末终](?:之前|以前|前)?|年中(?:之前|以前|前)|年内|月底(?:之前|前)"
        rf"|{NUMERIC}[日号底]?(?:之前|以前|前)"
        rf"|[本当下次](?:月|周|季度|旬)(?:{DAY}(?:之前|以前|前)|[一二三四五六日]?(?:之前|以前|前)"
        "|[底末内](?:之前|以前|前)?)"
    )
    five_years = rf"(?:到|至|截至|在)?{FIVE_YEARS}(?:期?末|结束)(?:之前|以前|时|前)?"
    until = (
        rf"(?:到|至|截至|截止到?)(?:{YEAR}(?:年?[底末]|{MONTH}(?:{DAY}|[底末])?|{QUARTER}末?)?前?"
        "|年底)"
        rf"|不[晚迟]于(?:{YEAR})?{MONTH}(?:{DAY}|{PART})?"
    )
    within = (
        rf"(?:{NUMBER}(?:\.[0-9])?|半)个?(?:{SHORT_SPANS})"
        "(?:之内|以内|内)(?!的|外|部|容|设|可达|通达|[^，。；]{0,4}(?:不得|不予|不再|免))"
    )
    achieved = one_of(words("times", "achieved"))
    barred = (
        rf"(?:[^，。；]{{0,6}}(?:{achieved}))?的|有[^，。；]{{0,12}}不"
        "|[^，。；]{0,4}(?:不得|不予|不再|免|每)"
    )
    years = (
        rf"(?<![0-9.近前后续满过一]){NUMBER}年(?:[之以]?内|(?:左右)?的?时间)(?!{barred})"
        rf"(?=[^，。；]{{0,8}}(?:{achieved})|[^，。；]{{0,14}}(?:通过|达到))"
    )
    after = rf"(?<=后)(?<!最后){NUMBER}个?(?:工作日|自然日|日|天)(?!起|开始)"
    ahead = rf"(?<=[一-鿿]前)(?<![目此以之日年月]前){NUMBER}个?(?:工作日|自然日|日|天){_DONE}"
    events = "".join(sorted({word[0] for word in event_words()}))
    begins = f"[半不到至截在今本当明次翌第上下年月0-9零一二两三四五六七八九十“‘{events}]"
    return (
        rf"(?={begins})(?:"
        rf"(?<![年月日\-—~]){until}|(?<![0-9.年一二两三四五六七八九十几多数每半])(?:{dated})"
        rf"|{five_years}|{years}|(?<![0-9.]){within}|{after}|{ahead}|{event()})"
    )


def _dated() -> str:
    """Make the pattern of what every deadline holds, by its first character, to be found fast."""
    events = "".join(sorted({word[-1] for word in event_words()}))
    return (
        f"[到至年月日天时钟周期节入学季假度旬半后前份号“”’五2{events}]"
        "(?:(?<=[到至])[2二][0〇○零O]|(?<=[年月日天时钟周期节入学季假])[底前内末止完之以来到一二三四五六]"
        "|(?<=[月度年旬半份])[底前内末初中上下完投起0-9]|(?<=[后前])[0-9一二三五十]"
        f"|(?<=[日号])[前止]|(?<=至)年|(?<=[”’五])(?:规划)?[期末时结]|(?<=[”’{events}])[前之来到]"
        "|(?<=2)0[0-9]{2}[-./年]|(?<=[年右的]时)间)"
    )


_PERIODIC = "[每按逐月季年度周日](?:(?<=[每按逐])|(?<=[月季年度周日])[一1]|(?<=季)度[首末])"
Kinds = tuple[TimingKind, re.Pattern[str], re.Pattern[str]]


@cache
def patterns() -> tuple[Kinds, ...]:
    """Give for each kind what a text must hold at least, and the pattern itself."""
    vague = one_of(words("times", "vague"))
    lasting = one_of(words("times", "clause"))
    told = (
        (TimingKind.DEADLINE, JOINT, ranges()),
        (TimingKind.MINIMUM_FREQUENCY, f"{_OFTEN}|以上", _frequency()),
        (TimingKind.MINIMUM_FREQUENCY, "/", _per_period(f"(?:{_OFTEN})")),
        (TimingKind.RECURRENCE, "/", _per_period("(?<![0-9.])(?<!过)(?<!多于)(?<!≤)")),
        (TimingKind.RECURRENCE, _PERIODIC, _recurrence()),
        (TimingKind.RECURRENCE, "、[日周旬月季半年]", rhythm()),
        (TimingKind.MINIMUM_PERIOD, _LONG, _least_period()),
        (TimingKind.DEADLINE, _dated(), _deadline()),
        (TimingKind.ONGOING, lasting, rf"(?<=[，；。])并?(?:{lasting})(?=[，；。]|$)"),
        (TimingKind.VAGUE, vague, vague),
    )
    return tuple((kind, re.compile(few), re.compile(full)) for kind, few, full in told)


@cache
def ongoing() -> re.Pattern[str]:
    """Give the pattern of words for what has no end: 持续推进."""
    return re.compile(one_of(words("times", "ongoing")))


@cache
def hedge() -> re.Pattern[str]:
    """Give the pattern of a softening word at the end of what stands before."""
    return re.compile(rf"(?:{one_of(words('times', 'hedge'))})$")


@cache
def time_label() -> re.Pattern[str]:
    """Give the pattern of a label that a time may carry: 完成时限：."""
    return re.compile(rf"(?:(?:{one_of(words('headings', 'deadline'))})\s*(?:：|为)?\s*)?")


@cache
def begins_pattern() -> re.Pattern[str]:
    """Give the pattern of any demand about time that can be measured."""
    return re.compile(f"{_frequency()}|{_recurrence()}|{_least_period()}|{_deadline()}")


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
    going_on = one_of((*words("times", "ongoing"), *words("times", "vague")))
    branches = begins_pattern().pattern
    label = one_of(words("headings", "deadline"))
    after = rf"[^，。；、0-9]{{0,16}}[起后]{NUMBER}个?(?:{SHORT_SPANS})(?:之内|以内|内)?"
    plain = rf"(?:{YEAR}度?)?(?:{MONTH}(?:{DAY}|{PART})?|{QUARTER}|全年)?"
    start = rf"(?:20[0-9]{{2}}年?)?(?:{NUMERIC}|(?:1[0-2]|0?[1-9])|{plain})"
    date = rf"(?:{start}{TO}(?=.))?(?:{NUMERIC}|{plain}){_BY}?"
    span = rf"(?:{NUMBER}|半)个?(?:{SHORT_SPANS}|年)(?:之内|以内|内)?"
    done = rf"(?:{one_of((*words('times', 'done'), *words('times', 'carried_out')))})?"
    return re.compile(
        rf"[并且]?(?:(?:{label})\s*[：为]\s*)?"
        rf"(?:{branches}|(?:{YEAR})?(?:{going_on})|{after}|{YEAR}(?:1[0-2]|0?[1-9])|年中|{FIVE_YEARS}间|{RANGE}"
        rf"|(?=.){date}|{span})(?:前|底前)?(?:全面|基本|全部)?(?:各{NUMBER}次)?{done}"
        rf"|(?:{label})\s*：.*"
    )


@cache
def before_end() -> re.Pattern[str]:
    """Give the pattern of what may stand before the time that closes a sentence of units."""
    return re.compile(one_of(words("times", "before_end")))


@cache
def before_end_begins() -> frozenset[str]:
    """Give the characters with which such words begin; they are found faster."""
    return frozenset(word[0] for word in words("times", "before_end"))
