"""What stands behind a unit: its duty, or who it is, how to call it, what the word means."""

import re
from functools import cache

from ...lexicon.words import one_of, words
from ..lists.persons import names_post
from ..names.person_names import names_officeholder, names_person
from ..text.brackets import HIDDEN, hide

_PHONE = re.compile(r"[0-9]{3,4}[-－—][0-9]{6,8}|1[0-9]{10}|^[0-9、，；\s]+$")
_PARTS = re.compile(r"[、，；。\s]+")
_SHORTEST = 4


def tells_duty(folded: str) -> bool:
    """Tell whether a text says what a unit is to do.

    >>> tells_duty("负责资金保障。"), tells_duty("陶亮、陆明"), tells_duty("指县政府组成部门。")
    (True, False, False)
    """
    if _PHONE.search(folded) or _defines().match(folded):
        return False
    shown = hide(folded).replace(HIDDEN, "")
    parts = [part for part in _PARTS.split(shown) if part]
    if sum(map(len, parts)) < _SHORTEST or all(map(_counted().search, parts)):
        return False
    return not all(map(_names_somebody, parts)) and not all(map(_is_place, parts))


def _is_place(part: str) -> bool:
    return len(part) <= _LONGEST_PLACE and part.endswith(tuple(words("duties", "text", "places")))


_LONGEST_PLACE = 8


def _names_somebody(part: str) -> bool:
    return names_person(part) or names_officeholder(part) or names_post(part)


def tells_of_past(folded: str) -> bool:
    """Tell whether a text is news of what was done."""
    return _done().search(folded) is not None


@cache
def _defines() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('duties', 'text', 'defines'))})(?![导挥定派令])")


@cache
def _counted() -> re.Pattern[str]:
    """Match a place in a row, 第一方阵, and a number of people or things: 民警30人."""
    what = one_of(words("duties", "text", "counted"))
    return re.compile(
        f"^第[0-9一二三四五六七八九十]|[0-9一二三四五六七八九十百两][余多]?(?:{what})$"
    )


@cache
def _done() -> re.Pattern[str]:
    return re.compile(one_of(words("duties", "text", "done")))
