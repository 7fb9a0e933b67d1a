"""Mere quantities: a goal of 36座 or of at least 70元 says how much, and not what is to be done."""

import re
from functools import cache, lru_cache

from ...lexicon.folding import fold
from ...lexicon.words import lexicon, one_of, words
from ..names.names import tells_task

_LONGEST = 60
_DIGIT = re.compile("[0-9]")


@lru_cache(maxsize=4096)
def is_measure(text: str) -> bool:
    """Tell whether a text is numbers with what they count, and nothing else.

    >>> is_measure("36座"), is_measure("≥95%"), is_measure("新建36座公厕")
    (True, True, False)
    """
    folded = fold(text).strip()
    return _may_measure(folded) and bool(_measures().fullmatch(folded))


@lru_cache(maxsize=4096)
def tells_quantity(text: str) -> bool:
    """Tell whether a text is a measure, or says of what it is one: 人均补助不低于230元/月.

    >>> tells_quantity("每人每月不低于70元"), tells_quantity("新增不少于70张床位")
    (True, False)
    """
    folded = fold(text).strip().rstrip("。")
    if not _may_measure(folded):
        return False
    parts = [part.strip() for part in _MARKS.split(folded) if part.strip()]
    return all(not tells_task(part) and _bounded().fullmatch(part) for part in parts)


def _may_measure(folded: str) -> bool:
    return len(folded) <= _LONGEST and bool(_DIGIT.search(folded))


_MARKS = re.compile(r"[、，；\s]")
_NUMBER = "[0-9][0-9.,]*(?:[-—~至][0-9.,]+)?[余多]?[百千万亿]*[余多]?"


@cache
def _measure() -> str:
    told = {key: one_of(words("measures", key)) for key in lexicon("measures")}
    unit = rf"(?:%|‰|个百分点|(?:{told['units']})(?:/\S{{1,4}}?)?)"
    return (
        rf"(?:{told['bounds']})?[约近]?{_NUMBER}{unit}?(?:（{unit}）)?(?:{told['behind']})?"
        f"(?:（含）)?"
    )


@cache
def _measures() -> re.Pattern[str]:
    return re.compile(rf"{_measure()}(?:[、，；/\s]\s*{_measure()})*")


@cache
def _bounded() -> re.Pattern[str]:
    """Match a measure, also behind a few words and a bound, or with a noun behind it."""
    bounds = one_of(words("measures", "bounds"))
    noun = f"(?![年月日天周季])(?!.*(?:{one_of(words('times', 'done'))}))[\u4e00-\u9fff]{{0,4}}"
    return re.compile(rf"(?:[^0-9]{{0,6}}|[^0-9]{{0,12}}(?={bounds})){_measure()}{noun}")
