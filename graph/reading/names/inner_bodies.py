"""Bodies inside another one that share its name and their tail: 县公安局刑侦、经侦、网安大队."""

import re
from collections.abc import Sequence
from functools import cache

from ...lexicon.words import one_of, words
from ..text.brackets import HIDDEN
from .names import ends_as_name
from .officers import staffed
from .tails import without_verb

_MOST = 8
_LONGEST = 6
Cut = tuple[int, int, int]


def first_of_inner(shown: str, cuts: Sequence[Cut]) -> int | None:
    """Give which of the cuts begins the list of such bodies that the last one ends.

    The body that holds them stands before the first; in front of the others stands 、.
    """
    whole = shown[cuts[-2][1] - 1] in _name_ends()
    if whole or not _tail().fullmatch(without_verb(_text(shown, cuts[-1]))):
        return None
    for at in range(len(cuts) - 2, max(-1, len(cuts) - _MOST), -1):
        text = _text(shown, cuts[at])
        if shown[cuts[at][1] : cuts[at + 1][0]] != "、" or _ends(text):
            return None
        if _held().fullmatch(text):
            return at if staffed(text) is None else None
        if len(text) > _LONGEST:
            break
    return None


def _ends(text: str) -> bool:
    """Tell whether a text is a whole name, or one with a verb, and so begins no such list."""
    return ends_as_name(text) or without_verb(text) != text


def _text(shown: str, cut: Cut) -> str:
    return shown[cut[0] : cut[1]].replace(HIDDEN, "").strip()


@cache
def _name_ends() -> frozenset[str]:
    """Give the last characters of whole names: most lists hold nothing else."""
    return frozenset(word[-1] for word in words("units", "strict"))


@cache
def _tail() -> re.Pattern[str]:
    tails = one_of(words("units", "tails", "inner"))
    return re.compile(f"[\u4e00-\u9fff]{{1,4}}(?:{tails})")


@cache
def _held() -> re.Pattern[str]:
    """Match a body with the stem of one inside it: 县公安局刑侦, 县委组织."""
    ends = one_of(words("units", "never", "institutions"))
    return re.compile(f"[\u4e00-\u9fff]{{1,20}}(?:{ends})[\u4e00-\u9fff]{{1,4}}")
