"""The numbered requirements that stand together in one cell."""

import re

from .layout import Item
from .numbering import Printed, printed_number
from .pieces import Piece

_SPLIT_STYLES = ("third", "second")


def items(cell: Piece, serial: str = "") -> tuple[Item, ...]:
    """Give the requirements of a cell: one, or several that are numbered in paragraphs of it.

    `serial` is the number in a column of its own. A cell that opens with words before its first
    number is one requirement with an inner list.
    """
    lines = cell.lines()
    if not lines:
        return ()
    numbers = [printed_number(line.folded) for line in lines]
    first = numbers[0]
    if first is None or first.style == "bullet":
        return (Item(serial, (cell.cut(0, len(cell.text)),)),)
    if first.style in _SPLIT_STYLES and _runs_on(first, numbers):
        return tuple(_split(cell, lines, numbers, first.style))
    start = lines[0].span.start - cell.span.start + first.end
    if serial and not (first.style == "third" and _OF_SECTION.fullmatch(serial)):
        keep = first.style != "third"
        return (Item(serial, (cell.cut(0 if keep else start, len(cell.text)),)),)
    return (Item(first.number, (cell.cut(start, len(cell.text)),)),)


_OF_SECTION = re.compile("[〇零一二三四五六七八九十]+")
"""A Chinese number counts the sections, where the tasks have numbers of their own."""


def _runs_on(first: Printed, numbers: list[Printed | None]) -> bool:
    """Tell whether later paragraphs carry the next numbers of the same kind."""
    same = [n for n in numbers if n is not None and n.style == first.style]
    return len(same) > 1 and same[1].value == (first.value or 0) + 1


def _split(
    cell: Piece, lines: list[Piece], numbers: list[Printed | None], style: str
) -> list[Item]:
    starts = [
        (line.span.start - cell.span.start, printed)
        for line, printed in zip(lines, numbers, strict=True)
        if printed is not None and printed.style == style
    ]
    ends = [start for start, _ in starts[1:]] + [len(cell.text)]
    return [
        Item(printed.number, (cell.cut(start + printed.end, end),))
        for (start, printed), end in zip(starts, ends, strict=True)
    ]
