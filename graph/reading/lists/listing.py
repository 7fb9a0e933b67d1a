"""What one cell, bracket or label line says, as values."""

from collections.abc import Iterable
from typing import NamedTuple

from ...lexicon.roles import Slot
from ...plan import Basis
from ..text.pieces import Piece


class Mention(NamedTuple):
    """One name as a list gives it, before its neighbours in the row are known."""

    piece: Piece
    slot: Slot
    basis: Basis
    group: int
    """Counts the commas before it in its list."""
    starred: bool = False
    full_name: str | None = None
    divided: bool = False
    """It shares the work with others by a division: 按职责分工负责."""
    doubtful: bool = False
    """Only a surname tells persons from units: 县水利局（江明）."""
    parted: bool = False
    """No mark stands between it and a name beside it: 县水利局县林业局."""
    guessed: bool = False
    """Its label or the heading of its column is no word of a role: 验收单位：甲局."""


class Listing(NamedTuple):
    """What one cell, bracket or label line says."""

    mentions: tuple[Mention, ...] = ()
    open: bool = False
    remarks: tuple[Piece, ...] = ()
    times: tuple[Piece, ...] = ()
    slots: frozenset[Slot] = frozenset()
    """Every slot that a column, label or verb speaks of, also where nobody is named."""
    folded: str = ""
    guessed: tuple[Piece, ...] = ()
    """Labels that are no words of a role, with the names that were taken for responsible."""
    unread: tuple[Piece, ...] = ()
    """Such labels with units that were not read."""
    lost: tuple[Piece, ...] = ()
    """Words that were taken for a remark, work or a time and name units all the same."""


def join_listings(parts: Iterable[Listing]) -> Listing:
    """Give several lists of one row as one."""
    kept = [part for part in parts if part.folded]
    if len(kept) == 1:
        return kept[0]
    return Listing(
        mentions=tuple(mention for part in kept for mention in part.mentions),
        open=any(part.open for part in kept),
        remarks=tuple(remark for part in kept for remark in part.remarks),
        times=tuple(time for part in kept for time in part.times),
        slots=frozenset().union(*(part.slots for part in kept)),
        folded=" ".join(part.folded for part in kept),
        guessed=tuple(label for part in kept for label in part.guessed),
        unread=tuple(label for part in kept for label in part.unread),
        lost=tuple(words for part in kept for words in part.lost),
    )
