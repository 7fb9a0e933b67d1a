"""The rows of a table, one after the other: what is repeated, blank, merged or a banner."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...documents.document import Cell
from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds
from ...lexicon.roles import Slot
from ...plan import Doubt
from ..columns.banners import (
    Place,
    Row,
    banner_of,
    piece_of,
    place_of,
    repeats_headings,
)
from ..columns.headings import names_persons_too, places_of
from ..columns.idle_rows import is_idle
from ..columns.units_and_duties import names_bodies
from ..layout import Entry, Item, Owners
from ..lists.blanks import names_officer
from ..lists.ditto import Ditto
from ..names.names import says_nothing
from ..names.person_names import names_person
from ..text.pieces import MOST_FACTS, Piece
from .banner_owners import unread_in_banner
from .duty_roles import by_verb
from .numbered_owners import by_number
from .requirements import items
from .row_cells import filled, grounds_of, owner_cells_of, remarks_of, serial_of, text_cell
from .row_outline import RowOutline


class Walk:
    """The state between rows: the outline so far and the entries that were made."""

    def __init__(self, *, flattened: bool) -> None:
        self.entries: list[Entry] = []
        self.ditto = Ditto(flattened=flattened)
        self.doubts: list[Doubt] = []
        self._flattened = flattened
        self._outline = RowOutline()
        self._owner_place: Place = ()
        self._text_place: Place = ()
        self._columns: tuple[Column, ...] = ()
        self._named: set[Place] = set()
        """The places of the units of the last entry."""
        self._number = ""
        """The last number printed in a column of its own."""
        self._fresh = True
        """No task of this table, or below a heading that names units, was told yet."""

    def step(self, row: Row, columns: tuple[Column, ...]) -> None:
        """Take one row below the headings."""
        told = [at for at, cell in enumerate(row) if cell.text.strip()]
        if not told:
            return
        if repeats_headings(row) or is_idle(row, columns, told):
            return
        if columns != self._columns:
            self._begin_table(columns)
        banner = banner_of(row, columns, told)
        if banner is not None:
            self._outline.take_banner(piece_of(banner))
            self.doubts += unread_in_banner(piece_of(banner))
            self._fresh = self._fresh or bool(self._outline.owners)
            return
        self._outline.take_row(row, columns)
        self._take_entry(self.ditto.carry(row, columns), columns)

    def head(self, headings: Sequence[Cell]) -> None:
        """Take the headings that stand above the headings of the columns of the next table."""
        for cell in headings:
            self._outline.take_banner(piece_of(cell))

    def _begin_table(self, columns: tuple[Column, ...]) -> None:
        """Leave the outline of a table with other columns, but for a heading that stood last."""
        self._columns, self._fresh, self._number = columns, True, ""
        self._outline.leave()

    def _take_entry(self, row: Row, columns: tuple[Column, ...]) -> None:
        text = text_cell(row, columns)
        owner_cells = owner_cells_of(row, columns)
        told = [(cell, c) for cell, c in owner_cells if not says_nothing(cell.text)]
        owners = (*self._outline.owners, *(_owners(cell, c) for cell, c in told))
        times = tuple(piece_of(cell) for cell in filled(row, columns, Holds.DEADLINE))
        owner_place = tuple(place_of(cell.span) for cell, _ in owner_cells)
        shares = owner_place == self._owner_place and any(cell.merged for cell, _ in owner_cells)
        blank = not told and not any(cell.text.strip() for cell, _ in owner_cells)
        inherits = blank and self._flattened and not self._fresh and text is not None
        same_text = text is None or (text.merged and place_of(text.span) == self._text_place)
        if self.entries and (same_text or shares or inherits):
            self._extend(None if same_text else text, row, columns, owners, times, inherits)
        elif text is not None:
            self._begin(text, row, columns, owners, times)
            if self._flattened and _parts_leads(columns):
                self.doubts += _blank_leads(row, columns, self.entries[-1])
        self._fresh = False
        self._owner_place = self._owner_place if inherits else owner_place
        self._text_place = place_of(text.span) if text is not None else self._text_place

    def _begin(
        self,
        text: Cell,
        row: Row,
        columns: tuple[Column, ...],
        owners: tuple[Owners, ...],
        times: tuple[Piece, ...],
    ) -> None:
        self._named = {place_of(o.piece.span) for o in owners}
        serial = serial_of(row, columns)
        self._number = serial or self._number
        entry = Entry(
            section=self._outline.above(text, self._outline.section),
            task=self._outline.above(text, self._outline.task),
            items=self._numbered(items(piece_of(text), serial)),
            owners=owners,
            times=times,
            remarks=remarks_of(row, columns, text),
            grounds=grounds_of(row, columns),
            columns=_slots(columns),
        )
        self.entries += [told for one in by_number(entry) for told in by_verb(one)]

    def _numbered(self, told: tuple[Item, ...]) -> tuple[Item, ...]:
        """Give items their number, that of the row above where a flattened table shows none."""
        above = self._number if self._flattened else ""
        if not above:
            return told
        return tuple(item if item.number else item._replace(number=above) for item in told)

    def _extend(
        self,
        text: Cell | None,
        row: Row,
        columns: tuple[Column, ...],
        owners: tuple[Owners, ...],
        times: tuple[Piece, ...],
        inherits: bool,
    ) -> None:
        """Add to the entry before: requirements that share its cell, or more of its units."""
        last = self.entries[-1]
        if text is None:
            more = tuple(o for o in owners if place_of(o.piece.span) not in self._named)
            if len(last.owners) + len(more) > MOST_FACTS:
                self._refuse(more, last)
                return
            self._named.update(place_of(o.piece.span) for o in more)
            times = tuple(t for t in times if t not in last.times)
            self.entries[-1] = last._replace(owners=last.owners + more, times=last.times + times)
            return
        named = self._named
        self._begin(text, row, columns, (), times)
        new = self.entries.pop()
        self.entries.append(new._replace(owners=last.owners, shares=True, inherited=inherits))
        self._named = named

    def _refuse(self, more: tuple[Owners, ...], entry: Entry) -> None:
        """Say once for a task that more cells name its units than anybody wrote."""
        numbers = "、".join(item.number for item in entry.items)
        values = (("numbers", numbers), ("n", str(MOST_FACTS)))
        if more and (not self.doubts or self.doubts[-1].values != values):
            self.doubts.append(Doubt("reading.too-many-cells", more[0].piece.span, values))


def _owners(cell: Cell, c: Column) -> Owners:
    return Owners(
        piece_of(cell),
        c.slot,
        persons=_names_persons(cell, c),
        guessed=c.guessed,
        roleless=names_bodies(c.heading),
    )


def _names_persons(cell: Cell, c: Column) -> bool:
    """Tell whether persons stand beside the units: the heading says so, or every line has one."""
    if names_persons_too(c.heading):
        return True
    folded = fold(cell.text)
    if " " not in folded:
        return False
    lines = folded.split("\n")
    return all(map(names_officer, lines)) and any(names_person(line.split()[-1]) for line in lines)


@lru_cache(maxsize=256)
def _slots(columns: tuple[Column, ...]) -> frozenset[Slot]:
    return frozenset(c.slot for c in columns if c.slot)


def _parts_leads(columns: tuple[Column, ...]) -> bool:
    """Tell whether a table has a column of those who lead beside one of others."""
    slots = _slots(columns)
    return Slot.LEAD in slots and bool(slots & _OTHERS)


_OTHERS = {Slot.SUPPORT, Slot.RESPONSIBLE}


def _blank_leads(row: Row, columns: tuple[Column, ...], entry: Entry) -> Iterator[Doubt]:
    """Say that nobody stands under the heading of those who lead, beside others."""
    slots = {columns[at].slot: row[at] for at in places_of(columns, Holds.OWNERS)}
    support = slots.get(Slot.SUPPORT) or slots.get(Slot.RESPONSIBLE)
    lead = slots.get(Slot.LEAD)
    if support is None or lead is None or lead.text.strip() or says_nothing(support.text):
        return
    heading = next(c.heading for c in columns if c.slot is Slot.LEAD)
    numbers = "、".join(item.number for item in entry.items if item.number)
    yield Doubt("reading.blank-lead", lead.span, (("numbers", numbers), ("heading", heading)))
