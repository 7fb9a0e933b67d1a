"""The patterns of demands about time, made from the words of the lexicon."""

import re
from functools import cache

from ...lexicon.words import one_of, words
from ...plan import TimingKind
from .phrases import (
    JOINT,
    RHYTHM_BEGINS,
    begun,
    event,
    event_words,
    ranges,
    rhythm,
)
from .rates import LONG, OFTEN, frequency, least_period, per_period, recurrence
from .words import (
    DAY,
    DONE,
    DONE_BEGINS,
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
)

BY = "(?:之前|以前|前|内|底|末|止)"
"""What stands behind the date by which something is done."""
_DONE = f"(?=，?{DONE})"
_HELD = f"(?=，?(?:{DONE}|(?:{one_of(words('times', 'done', 'held'))})(?!的|了|以来)))"
_ISSUED = one_of(words("times", "issued"))


def _deadline() -> str:
    reached = one_of(words("times", "reached"))
    also = rf"(?=(?:[、和及](?:{MONTH})?(?:{DAY}|{PART})?)+(?:之前|以前|前))"
    each = rf"(?=(?:[、和及]{MONTH})*各[^，。；]{{0,6}}次)"
    onward = rf"起(?:(?:执行|实施|施行)(?=[一-鿿]{{3}})(?!的)|，?(?={begun()}))"
    in_month = (
        rf"(?:{DAY}(?:(?:{HOUR})?{BY}|(?!{_ISSUED}){_HELD}|{also}|{onward})"
        rf"|{PART}{BY}?|{BY}|{_HELD}|{also}|{each}|{onward})"
    )
    dated = (
        rf"(?=[0-9今本当明次翌二])(?:{YEAR}(?:年?(?:底|末)(?:之前|以前|前)?|{MONTH}{in_month}"
        rf"|{QUARTER}(?:{BY}|{_HELD})|(?:之前|以前|前)(?![^，。；]{{0,2}}的|[二两三23]季度)|年?内|(?:全年)?{_DONE}"
        rf"|(?=[^，。；、0-9]{{2,12}}(?:{reached})[0-9]))|{NUMERIC}[日号底]?(?:之前|以前|前))"
        rf"|{MONTH}{in_month}|(?<!自)(?:{YEAR})?{MONTH}(?:{DAY})?起(?:执行|实施|施行)"
        rf"|{QUARTER}(?:{BY}|{_HELD})|(?<![去前])年[底末终](?:之前|以前|前)?|年中(?:之前|以前|前)|年内|月底(?:之前|前)"
        rf"|[本当下次](?:月|周|季度|旬)(?:{DAY}(?:之前|以前|前)|[一二三四五六日]?(?:之前|以前|前)"
        "|[底末内](?:之前|以前|前)?)"
    )
    five_years = rf"(?:到|至|截至|在)?{FIVE_YEARS}(?:期?末|结束)(?:之前|以前|时|前)?"
    from_now = "[自从]?(?:即日|现在|印发之日)起，?"
    until = (
        rf"(?:到|至|截至|截止到?)(?:{YEAR}(?:年?[底末]|{MONTH}(?:{DAY}|[底末])?|{QUARTER}末?)?前?"
        "|年底)"
        rf"|(?=[自从即现印]){from_now}[到至](?:(?:{YEAR})?{MONTH}(?:{DAY}|{PART})?|{YEAR}?年?[底末])前?"
        rf"|不[晚迟]于(?:{YEAR})?{MONTH}(?:{DAY}|{PART})?"
    )
    case = "[^，。；]{1,14}的(?=，)"
    within = (
        rf"(?:{NUMBER}(?:\.[0-9])?|半)个?(?:{SHORT_SPANS})"
        f"(?:之内|以内|内)(?!的|外|部|容|设|可到?达|通达|[无未]|[^，。；]{{0,4}}(?:不得|不予|不再|免)|{case})"
    )
    achieved = one_of(words("times", "achieved"))
    kinds, granted, spent = (
        one_of(words("times", "regulated", key)) for key in ("kinds", "granted", "spent")
    )
    barred = (
        rf"(?:[^，。；]{{0,6}}(?:{achieved}))?的|有[^，。；]{{0,12}}不|{case}"
        rf"|[^，。；]{{0,16}}的(?:{kinds})|[^，。；]{{0,14}}(?:{granted})"
        "|[^，。；]{0,4}(?:不得|不予|不再|免|每)"
    )
    years = (
        rf"(?:(?<![0-9.近前后续满过一上下])(?:{NUMBER}|半)年(?:[之以]?内|(?:左右)?的?时间)(?!{barred})"
        rf"(?=[^，。；]{{0,8}}(?:{achieved})|[^，。；]{{0,14}}(?:通过|达到))"
        rf"|(?<=[起后]){NUMBER}年[之以]?内(?!{barred})"
        rf"|{_behind('by')}{NUMBER}(?:{TO}{NUMBER})?年(?:左右)?的?(?:{spent})(?!{barred})"
        rf"|{_behind('ahead')}{NUMBER}年内?(?!{barred})"
        rf"(?=，?[^，。；]{{0,8}}(?:{achieved})))"
    )
    after = rf"(?<=后)(?<!最后){NUMBER}个?(?:工作日|自然日|日|天)(?!起|开始)"
    ahead = rf"(?<=[一-鿿]前)(?<![目此以之日年月]前){NUMBER}个?(?:工作日|自然日|日|天){_DONE}"
    events = "".join(sorted({word[0] for word in event_words()}))
    begins = f"[半不到至截在今本当明次翌第上下年月自从即现印0-9零一二两三四五六七八九十“‘{events}]"
    return (
        rf"(?={begins})(?:"
        rf"(?<![年月日\-—~]){until}|(?<![0-9.年一二两三四五六七八九十几多数每半])(?:{dated})"
        rf"|{five_years}|{years}|(?<![0-9.]){within}|{after}|{ahead}|{event()})"
    )


def _behind(key: str) -> str:
    """Make the pattern of a place behind any of some words, which are no part of the time."""
    return f"(?:{'|'.join(f'(?<={word})' for word in words('times', 'regulated', key))})"


def _dated() -> str:
    """Make the pattern of what every deadline holds, by its first character, to be found fast."""
    events = "".join(sorted({word[-1] for word in event_words()}))
    spent = "".join(sorted({word[0] for word in words("times", "regulated", "spent")}))
    return (
        f"[到至年月日天时钟周期节入学季假度旬半后前起份号来“”’五2{events}]"
        "(?:(?<=[到至])[2二][0〇○零O]|(?<=[年月日天时钟周期节入学季假])[底前内末止完之以来到一二三四五六]"
        f"|(?<=[月度年旬半份日号])，?[{DONE_BEGINS}底前内末初中上下起0-9]|(?<=月)[各、和及]"
        f"|(?<=[后前起来])[0-9一二两三五十]|(?<=年)[{spent}]|(?<=[日号])[前止]|(?<=至)年|(?<=[”’五])(?:规划)?[期末时结]|(?<=[”’{events}])[前之来到结]"
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
        (TimingKind.MINIMUM_FREQUENCY, f"{OFTEN}|以上", frequency()),
        (TimingKind.MINIMUM_FREQUENCY, "/", per_period(f"(?:{OFTEN})")),
        (TimingKind.RECURRENCE, "/", per_period()),
        (TimingKind.RECURRENCE, _PERIODIC, recurrence()),
        (TimingKind.RECURRENCE, RHYTHM_BEGINS, rhythm()),
        (TimingKind.MINIMUM_PERIOD, LONG, least_period()),
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
    return re.compile(
        f"{frequency()}|{per_period(f'(?:{OFTEN})?')}|{recurrence()}|{least_period()}|{_deadline()}"
    )
