"""Labels before names that are words of no known role: 验收单位：甲局, 市级：乙局, 联系人：."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...lexicon.roles import Slot
from ...lexicon.words import one_of, words
from ..names.names import looks_like_unit
from ..names.roles import Label
from ..text.brackets import HIDDEN
from .unit_lists import names_units


def unknown_labels(folded: str, shown: str, known: Sequence[Label]) -> Iterator[Label]:
    """Give the labels of a list that are words of no role, beside the `known` ones.

    Behind the label of a body its names are taken for responsible, which is a guess. Another one
    has no slot; before all known labels it counts only where units stand behind it.
    """
    told = [label.start for label in known]
    first = min(told, default=len(shown))
    for match in _unknown().finditer(shown):
        if any(match.start() <= at < match.end() for at in told):
            continue
        if match["body"]:
            yield Label(match.start("label"), match.end(), Slot.RESPONSIBLE, known=False)
        elif match.start() > first or _stands_before_units(folded, match):
            yield Label(match.start("label"), match.end(), None, known=False)


def _stands_before_units(folded: str, match: re.Match[str]) -> bool:
    stop = _END.search(folded, match.end())
    listed = folded[match.end() : stop.start() if stop else len(folded)]
    return not looks_like_unit(match["label"]) and names_units(listed)


def begins_with_unknown(folded: str) -> bool:
    """Tell whether a text begins with an unknown label of a body and units: 验收单位：甲局."""
    match = _unknown().match(folded)
    if match is None or not match["body"]:
        return False
    return names_units(folded[match.end() :].rstrip("，；。 "))


def unknown_before(shown: str, end: int) -> int:
    """Give where the lists behind unknown labels begin that stand right before a place.

    So the list of 修路。验收单位：甲局；牵头单位：乙局 begins with 验收单位.
    """
    while "：" in shown[:end] and (match := _before().search(shown[max(0, end - _LONGEST) : end])):
        if not begins_with_unknown(match["list"].replace(HIDDEN, "")):
            break
        end -= len(match["list"])
    return end


_LONGEST = 200
_END = re.compile("[；。\\n]|[，、 ](?=[\u4e00-\u9fff]{2,8}：)|$")


@cache
def _unknown() -> re.Pattern[str]:
    """Match a label that says no time, with the body that it ends in."""
    body = one_of(words("roles", "bodies", "unit"))
    time = one_of(words("headings", "deadline"))
    label = f"[\u4e00-\u9fff]{{0,6}}(?P<body>{body})|[\u4e00-\u9fff]{{2,8}}"
    return re.compile(f"(?:^|(?<=[，；。\\s、]))(?!(?:{time})\\s*：)(?P<label>{label})\\s*：\\s*")


@cache
def _before() -> re.Pattern[str]:
    body = one_of(words("roles", "bodies", "unit"))
    label = f"[\u4e00-\u9fff]{{0,6}}(?:{body})"
    return re.compile(f"(?:^|(?<=[，；。\\s]))(?P<list>{label}\\s*：[^：。]+)$")
