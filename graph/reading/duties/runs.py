"""Chapters of duties that a crawl ran together in one line: …三、职责分工(一)县教育局：…(二)…."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ...lexicon.words import one_of, words
from ..outline.outline import Node
from ..text.numerals import number
from ..text.pieces import Piece
from .headings import division
from .unit_sentences import groups_in

_CN = "[一二三四五六七八九十]{1,3}"
_STYLES = (
    re.compile(f"(?<![一二三四五六七八九十第])({_CN})、"),
    re.compile(f"（({_CN})）"),
    re.compile(r"(?<![0-9.])([1-9][0-9]?)[.．、](?![0-9])"),
    re.compile(r"（([1-9][0-9]?)）"),
    re.compile("([①-⑳])"),
)
"""Printed numbers from the highest level to the lowest."""


def duties_apart(line: Piece) -> Iterator[Piece]:
    """Give a line, or the headings and items in it where one of the headings announces duties."""
    if _hint().search(line.folded) is None or not _holds_heading(line):
        yield line
    else:
        yield from _apart(line, 0)


def _holds_heading(line: Piece) -> bool:
    return any(_opens(line, match.end()) for match in _heading().finditer(line.folded))


def _opens(line: Piece, at: int) -> bool:
    """Tell whether duties begin at a place behind a heading: with a number, or with units."""
    rest = line.cut(at, min(at + _FIRST, len(line.text)))
    numbered = any(_value(m[1]) == 1 for m in (s.match(rest.folded) for s in _STYLES) if m)
    return numbered or bool(rest.text and groups_in(Node(None, rest, None, [rest])))


_FIRST = 80


def _apart(line: Piece, level: int) -> Iterator[Piece]:
    """Part a line at the numbers of one level, and what holds a heading of duties further."""
    found = (m for m in _heading().finditer(line.folded) if _opens(line, m.end()))
    heading = next(found, None)
    if heading is None:
        yield line
    elif not heading.start() or level == len(_STYLES):
        yield line.cut(0, heading.end())
        yield from _items(line.cut(heading.end(), len(line.text)))
    else:
        cuts = [0, *_sequence(line.folded, level), len(line.text)]
        for start, end in pairwise(cuts):
            if start < end:
                yield from _apart(line.cut(start, end), level + 1)


def _items(rest: Piece) -> Iterator[Piece]:
    """Give the items behind a heading; those of one level that count on from 1."""
    for level, style in enumerate(_STYLES):
        if style.match(rest.folded):
            cuts = [*_sequence(rest.folded, level), len(rest.text)]
            yield from (rest.cut(start, end) for start, end in pairwise(cuts))
            return
    yield rest


def _sequence(folded: str, level: int) -> Iterator[int]:
    """Give where the numbers of a level stand that count on from the first."""
    last = 0
    for match in _STYLES[level].finditer(folded):
        value = _value(match[1])
        if value == last + 1 or (not last and not match.start()):
            last = value
            yield match.start()


def _value(written: str) -> int:
    circled = ord(written[0]) - ord("①")
    return circled + 1 if 0 <= circled < _CIRCLED else number(written)


_CIRCLED = 20


@cache
def _hint() -> re.Pattern[str]:
    """Match what stands behind the words of such a heading; it is found faster."""
    return re.compile(rf"(?:{division()})[^。；：，\s]{{0,8}}[：。\s（①1]")


@cache
def _heading() -> re.Pattern[str]:
    """Match a heading of duties, with its number or as the end of a sentence that leads in."""
    numbers = f"{_CN}、|（{_CN}）|[1-9][0-9]?[.．、]"
    demands = one_of(words("duties", "division", "demands"))
    title = rf"(?!{demands})[^。；：，、\s（）]{{0,14}}?(?:{division()})"
    return re.compile(
        rf"(?:(?<![一二三四五六七八九十第0-9])(?P<number>{numbers})\s*{title}(?:如下)?"
        rf"|(?:{division()})[^。；：，\s]{{0,8}}如下)(?:[：。]\s*|\s+|(?=[（①1]))(?=\S)"
    )
