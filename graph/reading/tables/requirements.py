"""The numbered requirements that stand together in one cell."""

import re
import unicodedata
from itertools import chain

from ..layout import Item
from ..text.numbering import Printed, glued_number, printed_number
from ..text.pieces import Piece

_SPLIT_STYLES = ("third", "second", "fourth", "halved", "fifth")
_NEXT = re.compile(r"(?<=[。；])\s*(?=\S)|(?<=[\n\u2028])\s*(?=\S)")
"""Where the next number may stand: behind a sentence or clause, or on a line of its own."""
Starts = list[tuple[int, Printed]]


def items(cell: Piece, serial: str = "") -> tuple[Item, ...]:
    """Give the requirements of a cell: one, or several that are numbered in it.

    `serial` is the number in a column of its own. A cell that opens with words before its first
    number is one requirement with an inner list.
    """
    lines = cell.lines()
    if not lines:
        return ()
    begin = lines[0].span.start - cell.span.start
    first = printed_number(lines[0].folded)
    numbered = first is not None or lines[0].folded.lstrip()[:1].isdigit()
    starts = (_numbered_lines(cell, lines, first) or _in_sequence(cell, begin)) if numbered else []
    if starts:
        return tuple(_split(cell, starts))
    if first is None or first.style == "bullet":
        return (Item(serial, (cell.cut(0, len(cell.text)),)),)
    start = begin + first.end
    if serial and not (first.style == "third" and _OF_SECTION.fullmatch(serial)):
        keep = first.style != "third"
        return (Item(serial, (cell.cut(0 if keep else start, len(cell.text)),)),)
    return (Item(first.number, (cell.cut(start, len(cell.text)),)),)


_OF_SECTION = re.compile("[〇零一二三四五六七八九十]+")
"""A Chinese number counts the sections, where the tasks have numbers of their own."""


def _numbered_lines(cell: Piece, lines: list[Piece], first: Printed | None) -> Starts:
    """Give the lines with numbers of the kind of the first, where they count on from it."""
    if first is None or first.style not in _SPLIT_STYLES or len(lines) < 2:
        return []
    numbered = [(line.span.start - cell.span.start, printed_number(line.folded)) for line in lines]
    starts = [(at, n) for at, n in numbered if n is not None and n.style == first.style]
    counts_on = len(starts) > 1 and _value(starts[1][1]) == (_value(first) or 0) + 1
    inside = len(starts) < len(_in_sequence(cell, starts[0][0]))
    return starts if counts_on and not inside else []


def _in_sequence(cell: Piece, begin: int) -> Starts:
    """Give the numbers of one kind from 1 on, also inside a line: 1.甲事；2.乙事.

    Where a digit follows the first, as in 1.5月底前, the second shows that it is a number.
    """
    starts: Starts = []
    if not _FIRST.match(cell.folded, begin) or not _SECOND.search(cell.folded, begin):
        return starts
    nexts = (match.end() for match in _NEXT.finditer(cell.folded, begin + 1))
    for at in chain([begin], nexts):
        told = cell.folded[at : at + _LONGEST_NUMBER]
        printed = printed_number(told) or glued_number(told)
        if printed is not None and _follows(printed, starts):
            starts.append((at, printed))
        elif not starts:
            return []
    return starts if len(starts) > 1 else []


def _follows(printed: Printed, starts: Starts) -> bool:
    styles = (starts[0][1].style,) if starts else _SPLIT_STYLES
    return printed.style in styles and _value(printed) == len(starts) + 1


_LONGEST_NUMBER = 16
_FIRST = re.compile(r"\s*[（〔]?\s*[0〇零]*[1一①⒈⑴㈠]")
_SECOND = re.compile("[2２二②⑵⒉㈡]")
"""No sequence is without its first and its second number; they are found fast."""


def _value(printed: Printed) -> int | None:
    """Give the value of a number, also of one in a circle."""
    circled = printed.style == "fifth"
    return int(unicodedata.numeric(printed.number)) if circled else printed.value


def _split(cell: Piece, starts: Starts) -> list[Item]:
    ends = [start for start, _ in starts[1:]] + [len(cell.text)]
    return [
        Item(printed.number, (cell.cut(start + printed.end, end),))
        for (start, printed), end in zip(starts, ends, strict=True)
    ]
