"""Headings and items that a crawl ran together in one line, taken apart at their numbers."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..duties.runs import duties_apart
from ..marks.marks import marks
from ..text.numbering import Printed, printed_number
from ..text.pieces import Piece


class Inner(NamedTuple):
    """A printed number inside a line."""

    at: int
    printed: Printed


_INNER = re.compile(
    r"(?<=[。：；！？）〕\s])(?=[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）"
    r"|（[0-9]{1,2}）|[0-9]{1,2}[.、](?![0-9]))|(?=（一）)"
)
_AFTER_LIST = re.compile(
    r"[）〕][。；]?\s*[（0-9一二三四五六七八九十]|。\s*[0-9]{1,2}[.、](?![0-9])"
)
_CHAPTER = re.compile(
    r"[。：]\s*(?=一、[^。；：]{2,40}?(?:（一）|\s|1[.、](?![0-9]))"
    "|[一二三四五六七八九十]{1,3}、[^。；：，]{2,24}?（一）)"
)
_HEADED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；：，]{2,40}?"
    r"(?:\s*(?=（一）)|\s+(?=1[.、](?![0-9]))|(?<=[\u4e00-\u9fff])(?=1[.、][\u4e00-\u9fff“《]))"
)
_LONGEST = 24


def taken_apart(lines: Sequence[Piece]) -> Iterator[Piece]:
    """Give each line, or its parts where it holds several headings or items in sequence."""
    for line in (part for whole in lines for part in duties_apart(whole)):
        before: list[Piece] = []
        for piece in _headed(line):
            yield from _apart(piece, before) if _AFTER_LIST.search(piece.folded) else (piece,)
            before.append(piece)


def _headed(line: Piece) -> Iterator[Piece]:
    """Part a preamble from the first chapter behind it, and a heading from its first item."""
    ends = [match.end() for match in _CHAPTER.finditer(line.folded)] if "、" in line.folded else []
    for start, end in pairwise([0, *ends, len(line.text)]):
        yield from _headings(line.cut(start, end))


def _headings(line: Piece) -> Iterator[Piece]:
    """Part headings from the item that follows them in the same line."""
    start = 0
    while (match := _HEADED.match(line.folded, start)) is not None:
        yield line.cut(start, match.end())
        start = match.end()
    yield line.cut(start, len(line.text)) if start else line


def _apart(line: Piece, headings: Sequence[Piece]) -> Iterator[Piece]:
    """Part a line at the numbers that go on in sequence right behind an assignment."""
    ends = {_next_text(line.folded, mark.end) for mark in marks(line)}
    before = [printed_number(piece.folded) for piece in (*headings, line)]
    inner = [n for at in _places(line.folded) if (n := _number_at(line.folded, at)) is not None]
    cuts = [0, *_starts(line.folded, inner, ends, before), len(line.text)]
    for start, end in pairwise(cuts):
        yield from _headed(line.cut(start, end))


def _starts(
    folded: str, inner: Sequence[Inner], ends: set[int], before: Sequence[Printed | None]
) -> Iterator[int]:
    """Give where numbers stand that go on from the one before, or begin such a sequence."""
    last = {printed.level: printed.value or 0 for printed in before if printed is not None}
    counted = dict(last)
    heading = 0
    for place, (at, printed) in enumerate(inner):
        level, value = printed.level, printed.value or 0
        goes_on = at in ends and value > max(1, last.get(level, 0))
        counts_on = value == counted.get(level, 0) + 1 and _is_heading(folded[heading:at])
        if at and (goes_on or counts_on or _begins(inner[place:], ends, last)):
            last = {known: of for known, of in last.items() if known < level} | {level: value}
            counted[level], heading = value, at
            yield at


def _is_heading(told: str) -> bool:
    """Tell whether what stands before a number is a heading alone, with a number of its own."""
    printed = printed_number(told[:_LONGEST]) if len(told) <= _LONGEST else None
    return printed is not None and printed.style in {"first", "second"} and told.endswith("。")


def _begins(inner: Sequence[Inner], ends: set[int], last: dict[int, int]) -> bool:
    """Tell whether a sequence begins: the next number of its level stands behind an assignment."""
    level = inner[0].printed.level
    if inner[0].printed.value != 1 or level in last:
        return False
    after = next((n for n in inner[1:] if n.printed.level == level), None)
    return after is not None and after.printed.value == 2 and after.at in ends


def _places(folded: str) -> Iterator[int]:
    return (match.start() for match in _INNER.finditer(folded))


def _number_at(folded: str, at: int) -> Inner | None:
    printed = printed_number(folded[at : at + _LONGEST])
    return Inner(at, printed) if printed is not None else None


def _next_text(folded: str, at: int) -> int:
    """Give where the next text begins behind a full stop and white space."""
    while at < len(folded) and (folded[at] in "。；" or folded[at].isspace()):
        at += 1
    return at
