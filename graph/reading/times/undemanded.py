"""Times that demand nothing: what is past, what a text describes, how long a rule holds."""

import re
from functools import cache

from ...lexicon.words import lexicon, one_of, words
from .words import NUMBER

LENGTHS: dict[str, str] = lexicon("times")["lengths"]
LENGTH = re.compile(f"({NUMBER})个?({one_of(LENGTHS)})")
_MEASURED = re.compile(f"(?:{NUMBER}(?:\\.[0-9])?|半)个?(?:{one_of(LENGTHS)})")
_NEAR = 16
_ALONE = 4


def demands_nothing(folded: str, start: int, end: int) -> bool:
    """Tell whether a time stands in a title, limits what is regulated, or describes."""
    if "《" in folded and (_inside_title(folded, start) or _in_source(folded, start)):
        return True
    told = folded[start:end]
    if _limits(folded, start, told) or describes(folded, end):
        return True
    return _is_so_far(folded, start, end) or _is_term(folded, start, told)


def _is_so_far(folded: str, start: int, end: int) -> bool:
    """Tell whether a time is when a state was counted: 截至6月底，全县累计建成3座."""
    begins = folded[start] == "截" or folded[max(0, start - 3) : start].rstrip("到")[-2:] in _UNTIL
    return begins and bool(_so_far().match(folded, end))


_UNTIL = ("截至", "截止")


@cache
def _so_far() -> re.Pattern[str]:
    return re.compile(rf"[^。；]{{0,12}}?(?:{one_of(words('times', 'so_far'))})")


def _is_term(folded: str, start: int, told: str) -> bool:
    """Tell whether a least length is a thing's, or one of each day: 租期不少于10年."""
    if told[0] not in _least_begins():
        return False
    return _term().search(folded, max(0, start - _NEAR), start) is not None


@cache
def _least_begins() -> frozenset[str]:
    return frozenset(word[0] for word in words("times", "least", "long"))


@cache
def _term() -> re.Pattern[str]:
    terms = one_of(words("times", "term"))
    return re.compile(
        rf"(?:(?:{terms})[期年]?限?[^，。；]{{0,4}}|(?:每[日天周月年]|每个?工作日)[^，。；]{{0,12}})$"
    )


def is_over(folded: str, start: int, end: int, date: str | None, year: int | None) -> bool:
    """Tell whether a date lies before the document's year and is told as a fact.

    So are a bare year, 2020年完成, a range, what came into force, what arose by a
    day, 2024年底前形成, and what is done already.
    """
    if date is None or year is None or int(date[:4]) >= year:
        return False
    told = folded[start:end]
    if _BARE_YEAR.fullmatch(told) or "起" in told or told[0] == "截" or told[-1] in "日号":
        return True
    return _JOINT.search(told) is not None or bool(_past().match(folded, end))


_BARE_YEAR = re.compile("(?:20[0-9]{2}|二[〇○零O0][一二三四五六七八九〇○零]{2})年")
_JOINT = re.compile("[0-9年月日号时点底初旬](?:[-—–~～]{1,2}|至|到)[0-9]")


def describes(folded: str, end: int) -> bool:
    """Tell whether what follows a time says which things are meant: 前登记的车辆, 已建成."""
    behind = folded[end : end + _NEAR]
    if not behind or ("的" not in behind and "已" not in behind and len(behind) > _ALONE):
        return False
    return bool(_descriptive().match(folded, end))


@cache
def _descriptive() -> re.Pattern[str]:
    arisen, alone = (one_of(words("times", "arisen", key)) for key in ("words", "alone"))
    return re.compile(rf"[^，。；、）]{{0,8}}?(?:{arisen})的|(?:{alone})$|{_ADVERBS}已(?!有)")


@cache
def _past() -> re.Pattern[str]:
    arisen = one_of(words("times", "arisen"))
    return re.compile(
        rf"[^，。；、）]{{0,4}}?(?:{arisen})(?:[^，。；、）]{{0,8}}的|(?=）|$))|，{_ADVERBS}已"
    )


_ADVERBS = "(?:全[市省县区国]|累计|共|均|就|基本)*"


def _in_source(folded: str, start: int) -> bool:
    """Tell whether a time stands in the bracket that says whence a cited document is."""
    opened = folded.rfind("（", max(0, start - 80), start)
    if opened < 1 or folded[opened - 1] != "》":
        return False
    closed = folded.find("）", start)
    inside = folded[opened : closed if closed >= 0 else len(folded)]
    return _source().search(inside) is not None and folded.find("）", opened, start) < 0


@cache
def _source() -> re.Pattern[str]:
    """Match what the bracket behind a cited document says of it: its number, when it was passed."""
    told = one_of(words("citations", "number", "passed"))
    return re.compile(rf"[0-9]号|{told}|[〔（][0-9]{{4}}[〕）]")


def _limits(folded: str, start: int, told: str) -> bool:
    """Tell whether a time limits what is regulated: a term of validity, a standard of service."""
    if _MEASURED.match(told) and _measure().search(folded, max(0, start - _NEAR), start):
        return True
    if not start or folded[start - 1] not in _validity_ends():
        return False
    match = _validity().search(folded, max(0, start - _NEAR), start)
    return match is not None and (not match["verb"] or folded[start] in "到至")


def _inside_title(folded: str, start: int) -> bool:
    """Tell whether a place stands inside 《》: a date in a title is no demand."""
    opened = folded.rfind("《", max(0, start - 80), start)
    return opened >= 0 and folded.find("》", opened, start) < 0


@cache
def _validity() -> re.Pattern[str]:
    """Give the pattern of a term of validity right before its end: 实施期限至."""
    terms, verbs, longer = (
        one_of(words("times", "validity", key)) for key in ("terms", "verbs", "longer")
    )
    return re.compile(
        rf"(?:(?:{terms})(?:自?[^，。；]{{0,12}}?[日起])?[为到至]?"
        rf"|(?P<verb>(?:{longer})[^，。；]{{1,12}}期限?|{verbs}))$"
    )


@cache
def _validity_ends() -> frozenset[str]:
    """Give the characters in which what `_validity` finds can end."""
    told = (*words("times", "validity", "terms"), *words("times", "validity", "verbs"))
    return frozenset((*"为到至日起期限", *(word[-1] for word in told)))


@cache
def _measure() -> re.Pattern[str]:
    """Give the pattern of words right before a length of time that is measured: 压缩至."""
    verbs, nouns = (one_of(words("times", "measure", key)) for key in ("verbs", "nouns"))
    return re.compile(
        rf"(?:(?:{verbs})[^，。；：后起]{{0,8}}[至到在为]|(?:{nouns})[^，。；：后起]{{0,6}})$"
    )
