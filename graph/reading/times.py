"""Demands about time: deadlines, recurrence, least frequencies and periods, vague words."""

import re
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from ..plan import Timing, TimingKind
from .dates import date_of
from .lexicon import lexicon, one_of, words
from .names import ends_as_unit
from .numerals import number
from .pieces import MOST_FACTS, Piece

_N = "(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})"
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


def timings(piece: Piece, year: int | None) -> tuple[Timing, ...]:
    """Give the demands about time in a text, the first `MOST_FACTS` in order.

    `year` is for months without one.
    """
    found = (_timing(piece, kind, match, year) for kind, match in _matches(piece.folded))
    return tuple(timing for timing in found if timing is not None)


def _matches(folded: str) -> list[tuple[TimingKind, re.Match[str]]]:
    """Give the matches of all kinds in order; of two that overlap, the kind named first counts."""
    found: list[tuple[TimingKind, re.Match[str]]] = []
    taken = bytearray()
    for kind, trigger, pattern in _patterns():
        if trigger.search(folded) is None:
            continue
        taken = taken or bytearray(len(folded))
        free = (m for m in pattern.finditer(folded) if not any(taken[slice(*m.span())]))
        for match in islice(free, MOST_FACTS):
            start, end = match.span()
            taken[start:end] = b"\1" * (end - start)
            found.append((kind, match))
    return sorted(found, key=lambda one: one[1].start())[:MOST_FACTS]


def told_timings(piece: Piece, year: int | None) -> tuple[Timing, ...]:
    """Give the demands of a deadline cell, label or bracket, each in its own full words.

    There any date is a deadline, and 持续推进 is a demand: `9月底前，长期坚持` makes two.
    """
    told = islice(_TOLD_PART.finditer(piece.folded), MOST_FACTS)
    parts = [piece.cut(*match.span()) for match in told]
    return tuple(timing for part in parts if (timing := _told(part, year)) is not None)


@lru_cache(maxsize=4096)
def is_time(folded: str) -> bool:
    """Tell whether a whole member of a list is a demand about time: 9月底前完成."""
    if not folded:
        return False
    if _whole_pattern().fullmatch(folded):
        return True
    begins = _begins_pattern().match(folded)
    return begins is not None and len(folded) <= _LONGEST_TIME and not ends_as_unit(folded)


_LONGEST_TIME = 24


_TOLD_PART = re.compile("[^，；。、\n]+")


def _told(part: Piece, year: int | None) -> Timing | None:
    start = _time_label().match(part.folded)
    if start and start.end():
        part = part.cut(start.end(), len(part.text))
    inner = next(iter(timings(part, year)), None)
    if inner is not None and inner.kind is not TimingKind.VAGUE:
        lasts = inner.date is None or len(inner.date) == 4
        if inner.kind is TimingKind.DEADLINE and lasts and _ongoing().search(part.folded):
            return Timing(TimingKind.ONGOING, part.text, part.span)
        return _whole(part, inner)
    date = date_of(part.folded, year)
    if date is not None:
        return Timing(TimingKind.DEADLINE, part.text, part.span, date=date)
    if _ongoing().search(part.folded):
        return Timing(TimingKind.ONGOING, part.text, part.span)
    return _whole(part, inner) if inner is not None else None


def _whole(part: Piece, inner: Timing) -> Timing:
    return Timing(
        inner.kind,
        part.text,
        part.span,
        inner.period,
        inner.count,
        inner.duration,
        inner.date,
        inner.hedge,
    )


def _timing(
    piece: Piece, kind: TimingKind, match: re.Match[str], year: int | None
) -> Timing | None:
    start, end = match.span()
    if _inside_title(piece.folded, start):
        return None
    hedge = _hedge().search(piece.folded, max(0, start - 4), start)
    if hedge and kind is TimingKind.MINIMUM_PERIOD:
        start = hedge.start()
    return Timing(
        kind=kind,
        raw=piece.text[start:end],
        span=piece.place(start, end),
        hedge=hedge[0] if hedge else None,
        activity=_activity(piece, kind, start, end),
        **_facts(kind, match[0], year),
    )


def _facts(kind: TimingKind, folded: str, year: int | None) -> dict[str, Any]:
    if kind is TimingKind.DEADLINE:
        return {"date": date_of(folded, year)}
    if kind is TimingKind.MINIMUM_PERIOD:
        return {"duration": _duration(folded)}
    if kind is TimingKind.VAGUE:
        return {}
    period = _PERIOD_WORD.search(folded)
    facts: dict[str, Any] = {"period": _periods()[period[1]]} if period else {}
    if kind is TimingKind.MINIMUM_FREQUENCY:
        count = _COUNT.search(folded)
        facts = {"period": facts.get("period", "P1Y"), "count": number(count[1]) if count else 1}
    return facts


_COUNT = re.compile(rf"({_N})[^0-9一二两三四五六七八九十]{{1,2}}$")
_LENGTH = re.compile(rf"({_N})个?(工作日|自然日|日|天|月|周|年|小时)")
_LENGTHS = {"月": "P{}M", "周": "P{}W", "年": "P{}Y", "小时": "PT{}H"}


def _duration(folded: str) -> str | None:
    match = _LENGTH.search(folded)
    return _LENGTHS.get(match[2], "P{}D").format(number(match[1])) if match else None


_CLAUSE_END = re.compile("[，。；、！？\n]")


def _activity(piece: Piece, kind: TimingKind, start: int, end: int) -> str | None:
    """Give the words that a period or a least length is said of, in the same clause."""
    if kind is TimingKind.RECURRENCE:
        stop = _CLAUSE_END.search(piece.folded, end, end + 30)
        return piece.text[end : stop.start()].strip() or None if stop else None
    if kind is TimingKind.MINIMUM_PERIOD:
        before = _CLAUSE_END.split(piece.folded[max(0, start - 30) : start])[-1]
        return piece.text[start - len(before) : start].strip() or None
    return None


def _inside_title(folded: str, start: int) -> bool:
    """Tell whether a place stands inside 《》: a date in a title is no demand."""
    opened = folded.rfind("《", max(0, start - 80), start)
    return opened >= 0 and folded.find("》", opened, start) < 0


@cache
def _periods() -> dict[str, str]:
    periods: dict[str, str] = lexicon("times")["periods"]
    return periods


_PERIOD_WORD: re.Pattern[str] = re.compile(
    rf"(?:每个?|按|逐|全)({one_of(lexicon('times')['periods'])})"
)


def _frequency() -> str:
    period = one_of(_periods())
    return (
        rf"(?:每个?(?:{period})|全年|一年)[^，。；、]{{0,10}}?"
        "(?:至少|不少于|不得少于|不低于|最少)"
        rf"[^，。；、0-9一二两三四五六七八九十]{{0,12}}{_N}(?:次|场|期|轮|回|批|篇)"
    )


def _recurrence() -> str:
    period = one_of(_periods())
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
        rf"(?:不少于|不得少于|不低于|至少|不短于){_N}"
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
        rf"{_N}个?(?:工作日|自然日|日|天|小时|分钟|月|周|星期)(?:之内|以内|内)(?!的|外|部|容|设)"
    )
    event = rf"(?:{one_of(words('times', 'events'))})(?:来临|到来)?(?:之前|前)"
    after = rf"(?<=后){_N}个?(?:工作日|自然日|日|天)(?!起|开始)"
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
def _patterns() -> tuple[Kinds, ...]:
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
def _ongoing() -> re.Pattern[str]:
    return re.compile(one_of(words("times", "ongoing")))


@cache
def _hedge() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('times', 'hedge'))})$")


@cache
def _time_label() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{one_of(words('headings', 'deadline'))})\s*(?:：|为)?\s*)?")


@cache
def _begins_pattern() -> re.Pattern[str]:
    return re.compile(f"{_frequency()}|{_recurrence()}|{_least_period()}|{_deadline()}")


@cache
def _whole_pattern() -> re.Pattern[str]:
    """Make the pattern of a list's member that is all about time."""
    ongoing = one_of(words("times", "ongoing"))
    branches = _begins_pattern().pattern
    label = one_of(words("headings", "deadline"))
    plain = rf"(?:{_YEAR})?(?:{_MONTH}(?:{_DAY}|{_PART})?|{_QUARTER})?{_BY}?"
    date = rf"{plain}(?:[-—–~至到]{{1,2}}(?=.){plain})?"
    done = "(?:完成|落实|建成|办结|到位|投用|上线|执行|启动|印发|出台|报送|推进|见效|取得实效)?"
    return re.compile(
        rf"[并且]?(?:(?:{label})\s*[：为]\s*)?(?:{branches}|(?:{ongoing})|(?=.){date})(?:前|底前)?(?:全面|基本|全部)?{done}"
        rf"|(?:{label})\s*：.*"
    )
