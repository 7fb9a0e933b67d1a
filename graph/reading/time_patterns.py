"""The patterns of demands about time, made from the words of the lexicon."""

import re
from functools import cache

from ..lexicon.words import lexicon, one_of, words
from ..plan import TimingKind

NUMBER = "(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})"
_YEAR = "(?:20[0-9][0-9]年|2[0-9]年(?=年?[底末]|(?:1[0-2]|0?[1-9])月)|[今本当明次]年)"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
_PART = "(?:上旬|中旬|下旬|底|末|初|中)"
_QUARTER = "(?:第?[一二三四1-4]季度末?|上半年|下半年)"
_NUMERIC = r"20[0-9]{2}[-./](?:1[0-2]|0?[1-9])(?:[-./][0-9]{1,2})?(?![0-9])"
_TO = "(?:[-—–~～]{1,2}|至|到)"
_FIVE_YEARS = "[“‘]?十[一二三四五六七八九]五[”’]?(?:规划)?(?:时期|期)?"
SHORT_SPANS = one_of(words("times", "spans"))
_BY = "(?:之前|以前|前|内|底|末|止)"
_DONE = f"(?=(?:全面|基本|全部)?(?:{one_of(words('times', 'done'))}))"
_AMOUNT = "[0-9.]+[余多]?(?:%|个百分点|[百千万亿]*元)"
_PAID, _BOUNDED, _CHANGED = (
    one_of(words("times", "money", key)) for key in ("paid", "bounded", "changed")
)
_NOT_MONEY = (
    f"(?!{_PAID}|每?人|每户|每亩|不超过[0-9]"
    rf"|[^，。；、0-9]{{0,10}}(?:{_BOUNDED}){_AMOUNT}"
    rf"|[^，。；、0-9]{{0,4}}(?:{_CHANGED})[^，。；、0-9]{{0,8}}{_AMOUNT}"
    "|[0-9.]+(?:万|亿)?元)"
)
_OFTEN, _LONG = (one_of(words("times", "least", key)) for key in ("often", "long"))


@cache
def periods() -> dict[str, str]:
    """Give the words of periods with their ISO 8601 durations."""
    periods: dict[str, str] = lexicon("times")["periods"]
    return periods


PERIOD_WORD: re.Pattern[str] = re.compile(
    rf"(?:每个?|按|逐|全|^一?)({one_of(lexicon('times')['periods'])})"
)


def _frequency() -> str:
    period = one_of(periods())
    return (
        rf"(?=[每全一])(?:(?:每个?(?:{period})|全年|一年)[^，。；、]{{0,10}}?"
        rf"(?:{_OFTEN})[^，。；、0-9一二两三四五六七八九十]{{0,12}}{NUMBER}{_TIMES}"
        rf"|每个?(?:{period})[^，。；、0-9一二两三四五六七八九十]{{0,10}}{NUMBER}{_TIMES}以上)"
    )


_TIMES = "(?:次|场|期|轮|回|批|篇)"


def _recurrence() -> str:
    period = one_of(periods())
    weekday = (
        "第[一二三四五]个?(?:周|星期|工作日)[一二三四五六日]?"
        "|[一二三四五六日](?=[，。；、前召开上下])"
    )
    day = rf"{_MONTH}(?:{_DAY}|{_PART})?|[首末]月(?:{_DAY}|{_PART})?|{_DAY}|{_PART}"
    when = rf"(?:{day}|年?[底末初]|{weekday})(?:[、和及](?:{day}))*"
    begins = "".join(sorted({word[0] for word in periods()}))
    yearly = one_of(words("times", "yearly"))
    return (
        rf"(?=[每按逐季一{begins}])(?:每隔?{NUMBER}个?(?:年|月|周|星期|天|日|小时){_NOT_MONEY}"
        rf"|每个?(?:{period})(?!以来|{_DAY}{_TO}){_NOT_MONEY}(?:{when}(?:之前|以前|前)?)?"
        rf"|(?<![每二三四])季度[首末]月(?:{_DAY}|{_PART})?(?:之前|以前|前)?"
        rf"|(?<![0-9一二两三四五六七八九十每第])一?(?:{period})[一1]次(?!性)"
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
        rf"{_YEAR}(?:年?(?:底|末)(?:之前|以前|前)?|{_MONTH}(?:{_DAY}{_BY}|{_PART}?{_BY}|{_PART}|{_DONE})"
        rf"|{_QUARTER}(?:{_BY}|{_DONE})|(?:之前|以前|前)(?![^，。；]{{0,2}}的)|内|{_DONE})"
        rf"|{_MONTH}(?:{_DAY}{_BY}|{_PART}{_BY}?|{_BY}|{_DONE})"
        rf"|(?<!自)(?:{_YEAR})?{_MONTH}(?:{_DAY})?起(?:执行|实施|施行)"
        rf"|{_QUARTER}(?:{_BY}|{_DONE})|年[底末终](?:之前|以前|前)?|年内|月底(?:之前|前)"
        rf"|{_NUMERIC}[日号底]?(?:之前|以前|前)"
        rf"|[本当下次](?:月|周|季度|旬)(?:{_DAY}(?:之前|以前|前)|[一二三四五六日]?(?:之前|以前|前)"
        "|[底末内](?:之前|以前|前)?)"
    )
    five_years = rf"(?:到|至|截至|在)?{_FIVE_YEARS}(?:期?末|结束)(?:之前|以前|时|前)?"
    until = (
        rf"(?:到|至|截至|截止到?)(?:{_YEAR}(?:年?[底末]|{_MONTH}(?:{_DAY}|[底末])?|{_QUARTER}末?)?前?"
        "|年底)"
    )
    within = (
        rf"{NUMBER}个?(?:{SHORT_SPANS})"
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
    event = rf"[“‘]?(?:{one_of(words('times', 'events'))})[”’]?(?:来临|到来)?(?:之前|前)(?![后的])"
    after = rf"(?<=后){NUMBER}个?(?:工作日|自然日|日|天)(?!起|开始)"
    events = "".join(sorted({word[0] for word in words("times", "events")}))
    begins = f"[到至截在今本当明次第上下年月0-9零一二两三四五六七八九十“‘{events}]"
    return (
        rf"(?={begins})(?:"
        rf"(?<![年月日\-—~]){until}|(?<![0-9.年一二两三四五六七八九十几多数每半])(?:{dated})"
        rf"|{five_years}|{years}|(?<![0-9.]){within}|{after}|{event})"
    )


def _dated() -> str:
    """Make the pattern of what every deadline holds, by its first character, to be found fast."""
    events = "".join(sorted({word[-1] for word in words("times", "events")}))
    return (
        f"[到至年月日天时钟周期节入学季假度旬半后号“”’五2{events}]"
        "(?:(?<=[到至])20|(?<=[年月日天时钟周期节入学季假])[底前内末止完之以来到一二三四五六]"
        "|(?<=[月度年旬半])[底前内末初中上下完投起0-9]|(?<=后)[0-9一二三五十]"
        f"|(?<=[日号])[前止]|(?<=至)年|(?<=[”’五])(?:规划)?[期末时结]|(?<=[”’{events}])[前之来到]"
        "|(?<=2)0[0-9]{2}[-./年]|(?<=[年右的])时间)"
    )


_PERIODIC = "[每按逐月季年度周日](?:(?<=[每按逐])|(?<=[月季年度周日])[一1]|(?<=季)度[首末])"
Kinds = tuple[TimingKind, re.Pattern[str], re.Pattern[str]]


@cache
def patterns() -> tuple[Kinds, ...]:
    """Give for each kind what a text must hold at least, and the pattern itself."""
    vague = one_of(words("times", "vague"))
    told = (
        (TimingKind.MINIMUM_FREQUENCY, f"{_OFTEN}|以上", _frequency()),
        (TimingKind.RECURRENCE, _PERIODIC, _recurrence()),
        (TimingKind.MINIMUM_PERIOD, _LONG, _least_period()),
        (TimingKind.DEADLINE, _dated(), _deadline()),
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
def validity_ends() -> frozenset[str]:
    """Give the characters in which what `validity` finds can end."""
    told = (*words("times", "validity", "terms"), *words("times", "validity", "verbs"))
    return frozenset((*"为到至日起", *(word[-1] for word in told)))


@cache
def measure() -> re.Pattern[str]:
    """Give the pattern of words right before a length of time that is measured: 压缩至."""
    verbs, nouns = (one_of(words("times", "measure", key)) for key in ("verbs", "nouns"))
    return re.compile(
        rf"(?:(?:{verbs})[^，。；：后起]{{0,8}}[至到在为]|(?:{nouns})[^，。；：后起]{{0,6}})$"
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
def time_begins() -> frozenset[str]:
    """Give the characters with which a text that is all about time can begin."""
    told = (*words("times", "ongoing"), *words("times", "vague"), *words("times", "events"))
    told = (*told, *words("headings", "deadline"), *periods())
    marks = (
        "0123456789零〇一二两三四五六七八九十年月本今当明次到至截在上下每按逐全半第不最“‘并且季-—–~"
    )
    return frozenset((*marks, *(word[0] for word in told)))


@cache
def whole_pattern() -> re.Pattern[str]:
    """Make the pattern of a list's member that is all about time."""
    going_on = one_of((*words("times", "ongoing"), *words("times", "vague")))
    branches = begins_pattern().pattern
    label = one_of(words("headings", "deadline"))
    after = rf"[^，。；、0-9]{{0,16}}[起后]{NUMBER}个?(?:{SHORT_SPANS})(?:之内|以内|内)?"
    plain = rf"(?:{_YEAR}度?)?(?:{_MONTH}(?:{_DAY}|{_PART})?|{_QUARTER}|全年)?"
    start = rf"(?:20[0-9]{{2}}年?)?(?:{_NUMERIC}|(?:1[0-2]|0?[1-9])|{plain})"
    date = rf"(?:{start}{_TO}(?=.))?(?:{_NUMERIC}|{plain}){_BY}?"
    span = rf"(?:{NUMBER}|半)个?(?:{SHORT_SPANS}|年)(?:之内|以内|内)?"
    done = rf"(?:{one_of((*words('times', 'done'), *words('times', 'carried_out')))})?"
    return re.compile(
        rf"[并且]?(?:(?:{label})\s*[：为]\s*)?"
        rf"(?:{branches}|(?:{_YEAR})?(?:{going_on})|{after}|{_FIVE_YEARS}间|(?=.){date}|{span})(?:前|底前)?(?:全面|基本|全部)?{done}"
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
