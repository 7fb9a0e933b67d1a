"""Headings above lines that give each unit its duties: 三、职责分工, 现将职责分工明确如下."""

import re
from functools import cache

from ...lexicon.words import one_of, words
from ..front.titles import is_title
from ..text.pieces import Piece

_LONGEST = 36
_SHORT = 8
_STOPS = ("：", "。")
_BRACKET = re.compile("（[^（）]*）")


def announces_duties(heading: Piece) -> bool:
    """Tell whether a heading, without its number, says that the duties of units stand below it."""
    folded = heading.folded
    if len(folded) > _LONGEST or _hint().search(folded) is None:
        return False
    return _heading().fullmatch(_BRACKET.sub("", folded).strip()) is not None


def demands_division(heading: Piece) -> bool:
    """Tell whether a heading demands that somebody divide the work: 明确职责分工."""
    return heading.folded.startswith(tuple(words("duties", "division", "demands")))


def titles_duties(line: Piece) -> bool:
    """Tell whether a line is the title of a document that divides the work by unit."""
    return announces_duties(line) and is_title(line.folded) and not demands_division(line)


def stands_over_duties(line: Piece) -> bool:
    """Tell whether a short line is such a heading without a number: 部门职责."""
    return len(line.folded) <= _SHORT and announces_duties(line) and not demands_division(line)


def names_duties(line: Piece) -> bool:
    """Tell whether a line speaks of duties by name: 部门职责, but not 任务分工."""
    return any(word in line.folded for word in words("duties", "division", "sure"))


def leads_in_duties(line: Piece) -> bool:
    """Tell whether the last sentence of a line leads in the duties of units."""
    tail = line.folded[-_LONGEST:].rstrip()
    return tail[-1:] in _STOPS and _lead_in().search(tail) is not None


@cache
def _hint() -> re.Pattern[str]:
    return re.compile(division())


def division() -> str:
    """Give a pattern for what such a heading ends in."""
    return one_of(words("duties", "division"))


@cache
def _heading() -> re.Pattern[str]:
    """Match a heading that ends in such words, what is demanded beside them counted."""
    beside = "(?:[及和与][^。；：，]{1,6})?"
    return re.compile(rf"[^。；：，]{{0,24}}?(?:{division()}){beside}(?:如下)?[。：]?")


@cache
def _lead_in() -> re.Pattern[str]:
    behind = one_of(words("duties", "division", "leads_in"))
    return re.compile(rf"(?:{division()})(?:：|[^。；：]{{0,10}}(?:{behind})[：。])$")
