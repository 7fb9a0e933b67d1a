"""What the cells of one column are, told by themselves: numbers, times, units, work, persons."""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from ...lexicon.folding import fold
from ...lexicon.words import one_of, words
from ..names.names import is_collective, says_nothing
from ..names.person_names import names_officeholder, names_person, says_post
from ..names.roles import labels
from ..text.brackets import hide
from ..text.numbering import printed_number
from ..text.numerals import number
from .fitness import looks
from .text_columns import begins_with_doing


class Kind(StrEnum):
    """What the cells of a column are."""

    NOTHING = "nothing"
    """Too few are filled."""
    NUMBERS = "numbers"
    """They count up."""
    FIGURES = "figures"
    TELEPHONES = "telephones"
    TIMES = "times"
    PERSONS = "persons"
    """Names of persons, or posts."""
    UNITS = "units"
    WORK = "work"
    """Texts that tell what is to be done."""
    WORDS = "words"
    """Anything else."""


def kind_of(texts: Sequence[str]) -> Kind:
    """Give what the cells of a column are; blank ones do not count."""
    filled = [text for text in texts if not says_nothing(text)]
    if len(filled) < _FEWEST:
        return Kind.NOTHING
    for kind, tells in _NEARLY_ALL:
        if 5 * sum(bool(tells(text)) for text in filled) >= 4 * len(filled):
            return _nearer(kind, filled)
    if are_units(filled):
        return Kind.UNITS
    return Kind.WORK if 2 * sum(map(tells_work, filled)) >= len(filled) else Kind.WORDS


_FEWEST = 2


def _nearer(kind: Kind, texts: Sequence[str]) -> Kind:
    """Give numbers that do not count up as figures, and what may be short words as such."""
    if kind is Kind.NUMBERS and not _count_up(texts):
        return Kind.FIGURES
    if kind is Kind.PERSONS and max(map(len, texts)) <= _SHORTEST_PERSON:
        return Kind.WORDS
    return kind


_SHORTEST_PERSON = 2
"""Where no cell is longer, they may be fields of work, 安全, as well as persons."""


def _count_up(texts: Sequence[str]) -> bool:
    """Tell whether nearly all numbers are the one behind that above, or begin again: 1, 2, 1."""
    told = [number(found[0]) for text in texts if (found := _NUMBER.search(fold(text)))]
    steps = sum(below in {above + 1, 1} for above, below in pairwise(told))
    return 5 * steps >= 4 * (len(told) - 1)


_NUMBER = re.compile("[0-9]+|[〇零一二三四五六七八九十百]+")


def are_units(texts: Sequence[str]) -> bool:
    """Tell whether nearly all of several cells list units, and half of them surely bodies.

    Names of places, schools and firms alone may be anything: where work is done, who is checked.
    """
    listed = [text for text in texts if looks(text) == "units" or _is_labelled(text)]
    enough = len(listed) >= _FEWEST and 5 * len(listed) >= 4 * len(texts)
    return enough and 2 * sum(map(names_body, listed)) >= len(texts)


@lru_cache(maxsize=1024)
def _is_labelled(text: str) -> bool:
    """Tell whether a cell begins with a label of a role: 牵头：县财政局；配合：各镇."""
    folded = fold(text).strip()
    return "：" in folded and any(label.start == 0 for label in labels(hide(folded)))


@lru_cache(maxsize=1024)
def names_body(text: str) -> bool:
    """Tell whether a cell names a body beyond doubt, or several: 县财政局, 各镇; not 东门镇."""
    folded = fold(text)
    return bool(_bodies().search(folded)) or any(map(is_collective, _MARKS.split(folded)))


_MARKS = re.compile(r"[、，；。\s]+")


@cache
def _bodies() -> re.Pattern[str]:
    """Match a name of three characters or more that ends as a body's name does."""
    ends = words("guesses", "units", "bodies")
    short, long = (
        one_of(end for end in ends if (len(end) > 1) is is_long) for is_long in (False, True)
    )
    name = rf"[\u4e00-\u9fff]{{2}}(?:{short})|[\u4e00-\u9fff](?:{long})"
    return re.compile(rf"(?:{name})(?=\W|等|牵头|配合|负责|$)")


@lru_cache(maxsize=1024)
def tells_work(text: str) -> bool:
    """Tell whether a cell tells what is to be done: by a word of doing, or in a sentence."""
    if looks(text) not in _WORDED or len(text) <= _LONGEST_NAME:
        return False
    folded = fold(text).strip()
    printed = printed_number(folded)
    body = folded[printed.end :] if printed else folded
    return not _cites().match(body) and (begins_with_doing(body) or "。" in body or "；" in body)


_WORDED = {"short", "long", "timed", "second", "third", "fourth"}
_LONGEST_NAME = 4
"""Cells no longer than this name things."""


@cache
def _cites() -> re.Pattern[str]:
    return re.compile(one_of(words("guesses", "tasks", "cites")))


@lru_cache(maxsize=1024)
def _names_persons(text: str) -> bool:
    """Tell whether a cell names persons, or posts: 陶亮, 陆 明, 县港航局局长陶亮, 副组长."""
    plain = _BRACKET.sub("", fold(text).strip())
    if names_person(plain):
        return True
    parts = [part for part in _MARKS.split(plain) if part]
    return bool(parts) and all(map(_is_person, parts))


def _is_person(part: str) -> bool:
    """Tell whether a text is a person, a post or both, be it behind the name of a unit."""
    if names_person(part):
        return True
    behind = (part[at:] for at in range(min(len(part), _LONGEST_UNIT)))
    return any(names_officeholder(rest) or says_post(rest) for rest in behind)


_LONGEST_UNIT = 16
_BRACKET = re.compile("（[^（）]*）")


def _names_telephones(text: str) -> bool:
    parts = [part for part in _MARKS.split(fold(text)) if part]
    return bool(parts) and all(map(_TELEPHONE.fullmatch, parts))


_FIGURES = re.compile(r"[^\u4e00-\u9fff]*[0-9][^\u4e00-\u9fff]*[\u4e00-\u9fff%％]{0,3}|[-—/]+")
_TELEPHONE = re.compile(
    r"(?:0[0-9]{2,3}[-—－ ]?)?[0-9]{7,8}(?:[-转][0-9]+)?|1[3-9][0-9]{9}|12[0-9]{3}|1[12][0-9]"
)
_NEARLY_ALL: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    (Kind.NUMBERS, lambda text: looks(text) == "number"),
    (Kind.TELEPHONES, _names_telephones),
    (Kind.TIMES, lambda text: looks(text) == "time"),
    (Kind.FIGURES, lambda text: _FIGURES.fullmatch(text.strip())),
    (Kind.PERSONS, _names_persons),
)
