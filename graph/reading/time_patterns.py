"""The patterns of demands about time, made from the words of the lexicon."""

import re
from functools import cache

from ..plan import TimingKind
from .lexicon import lexicon, one_of, words

NUMBER = "(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})"
_YEAR = "(?:20[0-9][0-9]年|[今本当明]年)"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
_PART = "(?:上旬|中旬|下旬|底|末|初|中)"
_QUARTER = "(?:第?[一二三四1-4]季度|上半年|下半年)"
_BY = "(?:之前|以前|前|内|底|末|止)"
_DONE = "(?=(?:全面|基本|全部)?(?:完成|建成|投用|印发|出台|上线|报送|开工|竣工|启动|开通|实现))"
_AMOUNT = "[0-9.]+[余多]?(?:%|个百分点|[百千万亿]*元)"
_NOT_MONEY = (
    "(?!给予|补助|补贴|发放|奖励|每?人|每户|每亩|不超过[0-9]"
    rf"|[^，。；、0-9]{{0,10}}(?:至少|不少于|不低于|不高于|不超过|最高){_AMOUNT}"
    "|[0-9.]+(?:万|亿)?元)"
)


@cache
def periods() -> dict[str, str]:
    """Give the words of periods with their ISO 8601 durations."""
    periods: dict[str, str] = lexicon("times")["periods"]
    return periods


PERIOD_WORD: re.Pattern[str] = re.compile(
    rf"(?:每个?|按|逐|全)({one_of(lexicon('times')['periods'])})"
)


def _frequency() -> str:
    period = one_of(periods())
    return (
        rf"(?:每个?(?:{period})|全年|一年)[^，。；、]{{0,10}}?"
        "(?:至少|不少于|不得少于|不低于|最少)"
        rf"[^，。；、0-9一二两三四五六七八九十]{{0,12}}{NUMBER}(?:次|场|期|轮|回|批|篇)"
    )


def _recurrence() -> str:
    period = one_of(periods())
    weekday = (
        "第[一二三四五]个?(?:周|星期|工作日)[一二三四五六日]?"
        "|[一二三四五六日](?=[，。；、前召开上下])"
    )
    when = rf"{_MONTH}(?:{_DAY}|{_PART})?|{_DAY}|[底末初]|{weekday}"
    return (
        rf"每个?(?:{period})(?!以来){_NOT_MONEY}(?:(?:{when})(?:之前|以前|前)?)?"
        "|按(?:日|周|旬|月|季度|季|半年|年度)(?![节期历度常用份]|计划|程)"
        "|逐(?:日|周|月|季度?)"
    )


def _least_period() -> str:
    return (
        rf"(?:不少于|不得少于|不低于|至少|不短于){NUMBER}"
        "个?(?:工作日|自然日|日|天|月|周|年|小时)(?!龄|级)"
    )


def _deadline() -> str:
    dated = (
        rf"{_YEAR}(?:年?(?:底|末)(?:之前|以前|前)?|{_MONTH}(?:{_DAY}{_BY}|{_PART}?{_BY}|{_PART}|{_DONE})"
        rf"|{_QUARTER}(?:{_BY}|{_DONE})|(?:之前|以前|前)(?![^，。；]{{0,2}}的)|内)"
        rf"|{_MONTH}(?:{_DAY}{_BY}|{_PART}{_BY}?|{_BY}|{_DONE}|起(?:执行|实施|施行))"
        rf"|{_QUARTER}(?:{_BY}|{_DONE})|年[底末终](?:之前|以前|前)?|年内|月底(?:之前|前)"
    )
    until = (
        rf"(?:到|至|截至|截止到?)(?:{_YEAR}(?:年?[底末]|{_MONTH}(?:{_DAY}|[底末])?|{_QUARTER}末?)?前?"
        "|年底)"
    )
    within = (
        rf"{NUMBER}个?(?:工作日|自然日|日|天|小时|分钟|月|周|星期)"
        "(?:之内|以内|内)(?!的|外|部|容|设)"
    )
    event = rf"(?:{one_of(words('times', 'events'))})(?:来临|到来)?(?:之前|前)"
    after = rf"(?<=后){NUMBER}个?(?:工作日|自然日|日|天)(?!起|开始)"
    events = "".join(sorted({word[0] for word in words("times", "events")}))
    begins = f"[到至截今本当明第上下年月0-9零一二两三四五六七八九十{events}]"
    return (
        rf"(?={begins})(?:"
        rf"(?<![年月日\-—~]){until}|(?<![0-9.年一二两三四五六七八九十几多数每])(?:{dated})"
        rf"|(?<![0-9.]){within}|{after}|{event})"
    )


_DATED = (
    "[到至年月日天时钟周期节入学季假度旬半后号汛冬考]"
    "(?:(?<=[到至])20|(?<=[年月日天时钟周期节入学季假])[底前内末止完之以来到]"
    "|(?<=[月度年旬半])[底前内末初中上下完投起]|(?<=后)[0-9一二三五十]"
    "|(?<=[日号])[前止]|(?<=至)年|(?<=[节汛冬学考])前)"
)
"""What every deadline holds, by its first character, so that a text without is passed at once."""
Kinds = tuple[TimingKind, re.Pattern[str], re.Pattern[str]]


@cache
def patterns() -> tuple[Kinds, ...]:
    """Give for each kind what a text must hold at least, and the pattern itself."""
    vague = one_of(words("times", "vague"))
    told = (
        (TimingKind.MINIMUM_FREQUENCY, "至少|少于|低于|最少", _frequency()),
        (TimingKind.RECURRENCE, "[每按逐]", _recurrence()),
        (TimingKind.MINIMUM_PERIOD, "至少|少于|低于|短于", _least_period()),
        (
            TimingKind.DEADLINE,
            _DATED,
            _deadline(),
        ),
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
def validity() -> re.Pattern[str]:
    """Give the pattern of a term of validity right before its end: 实施期限至."""
    terms, verbs = (one_of(words("times", "validity", key)) for key in ("terms", "verbs"))
    return re.compile(
        rf"(?:(?:{terms})(?:自?[^，。；]{{0,12}}?[日起])?[为到至]?|(?P<verb>{verbs}))$"
    )


@cache
def time_label() -> re.Pattern[str]:
    """Give the pattern of a label that a time may carry: 完成时限：."""
    return re.compile(rf"(?:(?:{one_of(words('headings', 'deadline'))})\s*(?:：|为)?\s*)?")


@cache
def begins_pattern() -> re.Pattern[str]:
    """Give the pattern of any demand about time that can be measured."""
    return re.compile(f"{_frequency()}|{_recurrence()}|{_least_period()}|{_deadline()}")


@cache
def whole_pattern() -> re.Pattern[str]:
    """Make the pattern of a list's member that is all about time."""
    going_on = one_of(words("times", "ongoing"))
    branches = begins_pattern().pattern
    label = one_of(words("headings", "deadline"))
    plain = rf"(?:{_YEAR})?(?:{_MONTH}(?:{_DAY}|{_PART})?|{_QUARTER})?{_BY}?"
    date = rf"{plain}(?:[-—–~至到]{{1,2}}(?=.){plain})?"
    done = "(?:完成|落实|建成|办结|到位|投用|上线|执行|启动|印发|出台|报送|推进|见效|取得实效)?"
    return re.compile(
        rf"[并且]?(?:(?:{label})\s*[：为]\s*)?(?:{branches}|(?:{going_on})|(?=.){date})(?:前|底前)?(?:全面|基本|全部)?{done}"
        rf"|(?:{label})\s*：.*"
    )
