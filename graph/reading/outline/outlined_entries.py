"""Entries of running text: an item with its assignments, below the headings of the outline."""

from collections.abc import Iterator, Sequence

from ..layout import Entry, Item, Owners
from ..marks.mark import Mark
from ..marks.marks import marks
from ..text.pieces import Piece
from .headed import Group, items_of
from .outline import Node


def entry_of(
    above: Sequence[Node],
    number: str,
    pieces: Sequence[Piece],
    found: Sequence[Mark],
    part: int | None = None,
) -> Entry:
    """Give an item with what assigns it, below the headings `above` it."""
    return Entry(
        section=_heading(above[0]) if above else None,
        task=_heading(above[1]) if len(above) > 1 else None,
        items=(Item(number, tuple(pieces), part),),
        owners=(*_led(above), *_owners(found)),
        times=tuple(mark.piece for mark in found if mark.is_time),
    )


def _owners(found: Sequence[Mark]) -> Iterator[Owners]:
    for mark in found:
        if not mark.is_time:
            told = Owners(mark.piece, mark.slot, labelled=True, stated=mark.stated)
            yield told._replace(clause=mark.in_sentence)


def _led(above: Sequence[Node]) -> Iterator[Owners]:
    """Give what the headings above say of who leads all their items."""
    for node in above:
        yield from (owners._replace(heading=True) for owners in _owners(node.lead))


def _heading(node: Node) -> Piece:
    """Give a node's heading: its first paragraph up to its assignment or its first sentence."""
    piece = node.heading
    found = marks(piece)
    end = found[0].start if found else len(piece.text)
    stop = piece.folded.find("。", 0, end)
    return piece.cut(0, stop if 0 < stop < end - 1 else end)


def headed_entries(groups: Sequence[Group]) -> Iterator[Entry]:
    """Read the items below their units: one row for those that stand under one heading."""
    for group in groups:
        above: list[Node] | None = None
        for node, pieces in items_of(group):
            entry = entry_of(node.ancestors(), node.number, pieces, group.marks)
            shares = above is not None
            above = node.ancestors()
            yield entry._replace(shares=shares)
