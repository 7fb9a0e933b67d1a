"""What a single name is: a unit, a collective, a short form; and what is no name at all."""

import re
from functools import cache, lru_cache

from ...lexicon.folding import fold
from ...lexicon.words import lexicon, one_of, words
from ..text.brackets import HIDDEN, hide
from .classes import is_class

_TOO_LONG = 60
_SENTENCE = re.compile(r"[。！？：]")


@lru_cache(maxsize=8192)
def looks_like_unit(folded: str) -> bool:
    """Tell whether a folded text reads as the name of one unit or collective.

    >>> looks_like_unit("县港航局"), looks_like_unit("不含税费")
    (True, False)
    """
    if not 1 < len(folded) <= _TOO_LONG or _SENTENCE.search(folded):
        return False
    shown = hide(folded).replace(HIDDEN, "")
    if not shown or _sure_remark().match(folded) or _is_thing(shown):
        return False
    if _ending().search(shown) or shown in _short():
        return True
    return (is_collective(folded) and _closes_collective(folded, shown)) or is_class(folded)


def tells_task(folded: str) -> bool:
    """Tell whether a text begins with a word of doing: 召开联席会议."""
    return bool(_action().match(folded))


def names_work(folded: str) -> bool:
    """Tell whether a text is work although it may end as a unit does: 培育企业, not 建设局."""
    return tells_task(folded) and not _institution().search(folded)


def is_institution(folded: str) -> bool:
    """Tell whether a name surely is that of an office, however short: 县住建局."""
    return looks_like_unit(folded) and bool(_institution().search(hide(folded)))


def ends_as_unit(folded: str) -> bool:
    """Tell whether a text ends as a unit's name does."""
    return bool(_ending().search(folded)) and not _never().search(folded)


def _is_thing(shown: str) -> bool:
    """Tell whether a text is a thing or a task although it ends as a unit does: 建设监控平台."""
    if _never().search(shown) or _founding().match(shown):
        return True
    return _is_work(shown) and not _institution().search(shown)


def _closes_collective(folded: str, shown: str) -> bool:
    """Tell whether a text that speaks of several ends as such a name does: 各方面, not 有关事宜."""
    ends = folded in _whole() or bool(_collective_end().search(shown))
    return ends and not _is_work(shown)


def _is_work(shown: str) -> bool:
    """Tell whether a text is too long for a short name and begins with a word of doing."""
    return len(shown) > _SHORT_NAME and tells_task(shown)


_SHORT_NAME = 6


@lru_cache(maxsize=8192)
def is_collective(folded: str) -> bool:
    """Tell whether a name speaks of several units without listing them.

    >>> is_collective("各县（市、区）人民政府"), is_collective("县财政局")
    (True, False)
    """
    if folded in _whole():
        return True
    shown = _no_several().sub("", hide(folded).replace(HIDDEN, ""))
    if not _collective().search(shown):
        return False
    return not _various().search(shown) or ends_as_unit(shown)


@lru_cache(maxsize=8192)
def speaks_of_several(folded: str) -> bool:
    """Tell whether a name stands for several: a collective, a kind of units, or 甲、乙市政府."""
    return is_collective(folded) or "、" in hide(folded) or is_class(folded)


def explains(folded: str) -> bool:
    """Tell whether a text in brackets explains (含……, 下同) and so names nobody."""
    return bool(_remark_start().match(folded))


def says_nothing(text: str) -> bool:
    """Tell whether a cell says that there is nobody: blank, 无, —, /."""
    if len(text) > _LONGEST_NOTHING and not text.isspace():
        return False
    plain = text.strip()
    return not plain or (len(plain) < 4 and fold(plain) in _nothing())


_LONGEST_NOTHING = 8


def ends_as_name(shown: str) -> bool:
    """Tell whether a text surely ends as a name does: before 和, so that 规划和…局 stays whole."""
    return bool(_strict().search(shown))


def closes_name(shown: str) -> bool:
    """Tell whether a text can be a whole name before a space or a verb."""
    return ends_as_name(shown) or shown in _short()


def clean(name: str) -> str:
    """Give a printed name without the white space that line breaks left in it."""
    parts = name.split()
    return name if len(parts) == 1 and parts[0] == name else "".join(parts)


@cache
def _short() -> frozenset[str]:
    short = words("units", "abbreviations")
    prefixes = words("units", "prefixes")
    return frozenset(short) | {prefix + word for prefix in prefixes for word in short}


@cache
def _nothing() -> frozenset[str]:
    return frozenset(words("units", "nothing"))


@cache
def _whole() -> frozenset[str]:
    return frozenset(lexicon("units")["collective"]["whole"])


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('units', 'endings'))})$")


@cache
def _strict() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('units', 'strict'))})\0*$")


@cache
def _collective() -> re.Pattern[str]:
    several = one_of(words("units", "collective"))
    counted = one_of(words("units", "collective", "counted"))
    return re.compile(rf"{several}|^[0-9]{{1,3}}个?(?:{counted})")


@cache
def _no_several() -> re.Pattern[str]:
    """Match what holds a word of several and is part of a name: 属地管理办公室, 高各庄镇."""
    return re.compile(one_of(words("units", "collective", "innocent")))


@cache
def _collective_end() -> re.Pattern[str]:
    ends = (*words("units", "levels"), *words("units", "collective", "ends"))
    return re.compile(rf"(?:{one_of(ends)})$")


@cache
def _various() -> re.Pattern[str]:
    return re.compile(rf"各(?:{one_of(words('units', 'collective', 'things'))})")


@cache
def _remark_start() -> re.Pattern[str]:
    names = one_of(words("units", "remark", "names"))
    return re.compile(rf"(?!{names})(?:{one_of(words('units', 'remark', 'starts'))})")


@cache
def _sure_remark() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('units', 'remark', 'sure'))})")


@cache
def _never() -> re.Pattern[str]:
    things = one_of(words("units", "never", "endings"))
    counted = one_of(words("units", "never", "counted"))
    return re.compile(rf"(?:{things}|[0-9][余多]?(?:{counted}))$")


@cache
def _action() -> re.Pattern[str]:
    listed = (words("units", "never", key) for key in ("actions", "founding"))
    return re.compile(one_of(word for some in listed for word in some))


@cache
def _founding() -> re.Pattern[str]:
    return re.compile(one_of(words("units", "never", "founding")))


@cache
def _institution() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('units', 'never', 'institutions'))})$")
