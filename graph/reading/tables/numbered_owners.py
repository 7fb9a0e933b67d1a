"""Unit cells that name for each task of their row its own units: 1.甲局 2.乙局 beside 1.… 2.…."""

from collections.abc import Sequence

from ..layout import Entry
from ..text.numbering import printed_number
from ..text.pieces import Piece

Told = dict[str, Piece]
"""What stands behind each number of a cell."""


def by_number(entry: Entry) -> Sequence[Entry]:
    """Give an entry for each task of a row whose cells tell by numbers which of them they mean.

    A cell without numbers holds for all. Where a number is none of a task, or a task has no units
    in such a cell, the row stays whole.
    """
    numbers = [_plain(item.number) for item in entry.items]
    if len(numbers) < 2 or not all(numbers) or len(set(numbers)) < len(numbers):
        return (entry,)
    owners = [_told(one.piece) for one in entry.owners]
    times = [_told(piece) for piece in entry.times]
    counted = [told for told in (*owners, *times) if told]
    if not any(owners) or any(list(told) != numbers for told in counted):
        return (entry,)
    return [
        entry._replace(
            items=(item,),
            owners=tuple(
                one._replace(piece=told[number]) if told else one
                for one, told in zip(entry.owners, owners, strict=True)
            ),
            times=tuple(
                told[number] if told else piece
                for piece, told in zip(entry.times, times, strict=True)
            ),
        )
        for item, number in zip(entry.items, numbers, strict=True)
    ]


def _told(cell: Piece) -> Told:
    """Give the lines of a cell behind their numbers; none where one has no number."""
    if "\n" not in cell.folded:
        return {}
    told: Told = {}
    for line in cell.lines():
        printed = printed_number(line.folded)
        number = _plain(printed.number) if printed else ""
        if printed is None or not number or number in told:
            return {}
        told[number] = line.cut(printed.end, len(line.text))
    return told


def _plain(number: str) -> str:
    return number.strip("（）")
