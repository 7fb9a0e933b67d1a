"""Lists of nothing but names between marks, which most cells are: no verb, bracket or remark."""

import re
from functools import lru_cache

from ...lexicon.words import words
from ..names.names import looks_like_unit
from ..times.whole import is_time
from .members import Member, members
from .persons import names_post
from .stretches import stretches

_ALONE = re.compile("(?:(?![及和与暨或])[\u4e00-\u9fff0-9]){2,30}")
"""Nothing in it may join it to a name beside it."""


def plain_names(listed: str) -> list[tuple[int, int, int]]:
    """Give start, end and group of each name of a list of units that holds nothing else.

    Of a list with anything that has a meaning of its own, none is given.

    >>> plain_names("县财政局、县港航局"), plain_names("县财政局牵头，县港航局配合")
    ([(0, 4, 0), (5, 9, 0)], [])
    """
    cuts = stretches(listed) if _MAY_BE_PLAIN.fullmatch(listed) else []
    return cuts if all(_is_plain(listed[start:end]) for start, end, _ in cuts) else []


_MAY_BE_PLAIN = re.compile(r"[\u4e00-\u9fff0-9、，；。\s]+")


@lru_cache(maxsize=1024)
def _is_plain(name: str) -> bool:
    """Tell whether a stretch between marks is a name as it stands; names recur from row to row."""
    if _ALONE.fullmatch(name) is None or not looks_like_unit(name) or is_time(name):
        return False
    whole = (Member(0, len(name), 0, whole=(0, len(name))),)
    return members(name) == whole and not names_post(name) and name not in _same()


def _same() -> list[str]:
    return words("units", "remark", "same")
