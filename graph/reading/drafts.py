"""Rows on their way to a plan: entries that share a unit cell, and what the cell says."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..lexicon.roles import Slot, heading_slot
from ..plan import Basis, Doubt
from .layout import Entry
from .listing import Listing, Mention
from .pieces import Piece
from .same_as import Same, is_same_number, may_be_same, same_of
from .statements import listing_of

_QUOTED = 40


class Drafted(NamedTuple):
    """A row on its way: its entries, which share one unit cell, and what the cell says."""

    entries: tuple[Entry, ...]
    listing: Listing


def drafted(entries: Iterable[Entry]) -> tuple[list[Drafted], list[Doubt]]:
    """Give the rows of entries; units and times that are those of another row are put in."""
    drafts = [Drafted(tuple(group), listing_of(group[0].owners)) for group in _cells(entries)]
    doubts: list[Doubt] = []
    for at, draft in enumerate(drafts):
        if _refers(draft):
            rows = [*reversed(drafts[:at]), *drafts[at + 1 :]]
            filled = _Filling(rows, len(drafts[:at]), doubts)
            drafts[at] = filled.draft(draft)
    return drafts, doubts


def _refers(draft: Drafted) -> bool:
    told = [piece for entry in draft.entries for piece in entry.times]
    if may_be_same(draft.listing.folded):
        told += [mention.piece for mention in draft.listing.mentions]
    return any(same_of(piece.folded) for piece in told)


class _Filling:
    """Other rows, the nearest above first, with what is said of those that are put in."""

    def __init__(self, rows: Sequence[Drafted], above: int, doubts: list[Doubt]) -> None:
        self._rows = rows
        self._above = above
        self._doubts = doubts

    def draft(self, draft: Drafted) -> Drafted:
        """Give a row with the units and times of the rows that it refers to."""
        mentions = tuple(self._mentions(draft.listing.mentions))
        slots = draft.listing.slots | {mention.slot for mention in mentions}
        entries = tuple(
            entry._replace(times=tuple(self._times(entry.times))) for entry in draft.entries
        )
        return Drafted(entries, draft.listing._replace(mentions=mentions, slots=slots))

    def _mentions(self, mentions: Sequence[Mention]) -> Iterator[Mention]:
        labels: list[Slot] = []
        for at, mention in enumerate(mentions):
            same = same_of(mention.piece.folded)
            label = heading_slot(mention.piece.folded)
            if same is not None:
                told = mention.basis is not Basis.BARE_LIST
                slots = same.slots.union(labels) or frozenset([mention.slot] if told else [])
                yield from self._meant(mention.piece, same, slots)
                labels = []
            elif label is not None and _leads_to_same(mentions[at + 1 :]):
                labels.append(label)
            else:
                yield mention

    def _meant(self, piece: Piece, same: Same, slots: frozenset[Slot]) -> Sequence[Mention]:
        row = self._row(same)
        every = row.listing.mentions if row else ()
        found = [mention for mention in every if not slots or mention.slot in slots]
        if not found and slots == {Slot.RESPONSIBLE}:
            found = list(every)
        self._tell(piece, "、".join(mention.piece.text for mention in found))
        return found

    def _times(self, times: Sequence[Piece]) -> Iterator[Piece]:
        for piece in times:
            same = same_of(piece.folded)
            if same is None:
                yield piece
                continue
            row = self._row(same)
            found = row.entries[-1].times if row else ()
            self._tell(piece, "；".join(time.text for time in found))
            yield from found

    def _row(self, same: Same) -> Drafted | None:
        if not same.number:
            return self._rows[0] if self._above else None
        return next((row for row in self._rows if _has_number(row, same.number)), None)

    def _tell(self, piece: Piece, text: str) -> None:
        word = ("word", piece.text)
        quoted = text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……"
        code = "reading.same-as" if text else "reading.same-as-nothing"
        self._doubts.append(Doubt(code, piece.span, (word, ("text", quoted)) if text else (word,)))


def _leads_to_same(mentions: Sequence[Mention]) -> bool:
    """Tell whether only labels stand before a reference: 牵头单位、责任单位同上."""
    for mention in mentions:
        if same_of(mention.piece.folded):
            return True
        if heading_slot(mention.piece.folded) is None:
            return False
    return False


def _has_number(row: Drafted, number: str) -> bool:
    return any(is_same_number(number, item.number) for entry in row.entries for item in entry.items)


def _cells(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Group the entries that stand in one unit cell; those without any text are left out."""
    groups: list[list[Entry]] = []
    for whole in entries:
        entry = whole._replace(items=tuple(item for item in whole.items if item.pieces))
        if not entry.items:
            continue
        if entry.shares and groups:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups
