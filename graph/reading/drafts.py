"""Rows on their way to a plan: entries that share a unit cell, and what the cell says."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..lexicon.roles import Slot, heading_slot
from ..plan import Basis, Doubt
from .layout import Entry
from .lists.listing import Listing, Mention
from .lists.same_as import Same, may_be_same, number_keys, same_of
from .lists.statements import listing_of
from .text.pieces import Piece

_QUOTED = 40


class Drafted(NamedTuple):
    """A row on its way: its entries, which share one unit cell, and what the cell says."""

    entries: tuple[Entry, ...]
    listing: Listing


def drafted(entries: Iterable[Entry]) -> tuple[list[Drafted], list[Doubt]]:
    """Give the rows of entries; units and times that are those of another row are put in."""
    drafts = [Drafted(tuple(group), listing_of(group[0].owners)) for group in _cells(entries)]
    doubts: list[Doubt] = []
    referring = [at for at, draft in enumerate(drafts) if _refers(draft)]
    numbers = _numbers(drafts) if referring else {}
    for at in referring:
        drafts[at] = _Filling(drafts, at, numbers, doubts).draft()
    return drafts, doubts


def _numbers(drafts: Sequence[Drafted]) -> dict[str, list[int]]:
    """Give for each number of an item, plain of its marks, the rows that hold it."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        for item in (item for entry in draft.entries for item in entry.items):
            for key in number_keys(item.number):
                found[key].append(at)
    return found


def _refers(draft: Drafted) -> bool:
    told = [piece for entry in draft.entries for piece in entry.times]
    if may_be_same(draft.listing.folded):
        told += [mention.piece for mention in draft.listing.mentions]
    return any(same_of(piece.folded) for piece in told)


class _Filling:
    """One of the rows, beside those that it may refer to, with what is said of them."""

    def __init__(
        self,
        drafts: Sequence[Drafted],
        at: int,
        numbers: dict[str, list[int]],
        doubts: list[Doubt],
    ) -> None:
        self._drafts = drafts
        self._at = at
        self._numbers = numbers
        self._doubts = doubts

    def draft(self) -> Drafted:
        """Give the row with the units and times of the rows that it refers to."""
        draft = self._drafts[self._at]
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
        """Give the row that is meant: of those with its number the nearest above, else below."""
        if not same.number:
            return self._drafts[self._at - 1] if self._at else None
        known = (self._numbers[key] for key in number_keys(same.number) if key in self._numbers)
        found = next(known, [])
        place = bisect_left(found, self._at)
        others = [*found[max(0, place - 1) : place], *found[place : place + 2]]
        return next((self._drafts[one] for one in others if one != self._at), None)

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


def _cells(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Group the entries that stand in one unit cell; those without any text are left out."""
    groups: list[list[Entry]] = []
    for whole in entries:
        items = tuple([item for item in whole.items if item.pieces])
        if not items:
            continue
        entry = whole if items == whole.items else whole._replace(items=items)
        if entry.shares and groups:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups
