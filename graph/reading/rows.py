"""The rows of a table, one after the other: what is repeated, blank, merged or a banner."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from ..documents.document import Cell
from ..lexicon.folding import fold
from ..lexicon.headings import Column, Holds
from ..lexicon.roles import Slot
from ..lexicon.words import one_of, words
from ..span import Span
from .columns import header, names_persons_too, places_of
from .ditto import Ditto
from .layout import Entry, Owners
from .names import says_nothing
from .numbering import printed_number
from .pieces import Piece
from .requirements import items

Row = Sequence[Cell]
Place = tuple[object, ...]


class Walk:
    """The state between rows: the outline so far and the entries that were made."""

    def __init__(self, *, flattened: bool) -> None:
        self.entries: list[Entry] = []
        self.ditto = Ditto()
        self._flattened = flattened
        self._banner: Piece | None = None
        self._section: Piece | None = None
        self._task: Piece | None = None
        self._owner_place: Place = ()
        self._text_place: Place = ()

    def step(self, row: Row, columns: tuple[Column, ...]) -> None:
        """Take one row below the headings."""
        filled = [at for at, cell in enumerate(row) if cell.text.strip()]
        if not filled:
            return
        if _repeats_headings(row) or _is_note(row, filled):
            return
        banner = _banner(row, columns, filled)
        if banner is not None:
            for heading in _headings(_piece(banner)):
                self._take_banner(heading)
            return
        self._take_outline(row, columns)
        self._take_entry(self.ditto.carry(row, columns), columns)

    def _take_banner(self, piece: Piece) -> None:
        printed = printed_number(piece.folded)
        deeper = printed is not None and printed.style in {"second", "third"}
        if deeper and self._banner is not None:
            self._task = piece
            return
        self._banner = self._section = piece
        self._task = None

    def _take_outline(self, row: Row, columns: tuple[Column, ...]) -> None:
        sections = _filled(row, columns, Holds.SECTION)
        tasks = _filled(row, columns, Holds.TASK)
        if sections:
            section = _piece(sections[0])
            if self._banner is not None:
                tasks = tasks or sections
            elif self._section is None or not _same(section, self._section):
                self._section, self._task = section, None
        if tasks:
            self._task = _piece(tasks[-1])

    def _take_entry(self, row: Row, columns: tuple[Column, ...]) -> None:
        text = _text_cell(row, columns)
        owner_cells = [(row[at], columns[at]) for at in places_of(columns, Holds.OWNERS)]
        owners = tuple(
            Owners(_piece(cell), c.slot, persons=names_persons_too(c.heading))
            for cell, c in owner_cells
            if not says_nothing(cell.text)
        )
        times = tuple(_piece(cell) for cell in _filled(row, columns, Holds.DEADLINE))
        owner_place = tuple(_place(cell.span) for cell, _ in owner_cells)
        shares = any(cell.merged for cell, _ in owner_cells) and owner_place == self._owner_place
        blank = not any(cell.text.strip() for cell, _ in owner_cells)
        inherits = blank and self._flattened and bool(self.entries) and text is not None
        same_text = text is None or (text.merged and _place(text.span) == self._text_place)
        if self.entries and (same_text or shares or inherits):
            self._extend(None if same_text else text, row, columns, owners, times, inherits)
        elif text is not None:
            self._begin(text, row, columns, owners, times)
        self._owner_place = self._owner_place if inherits else owner_place
        self._text_place = _place(text.span) if text is not None else self._text_place

    def _begin(
        self,
        text: Cell,
        row: Row,
        columns: tuple[Column, ...],
        owners: tuple[Owners, ...],
        times: tuple[Piece, ...],
    ) -> None:
        remarks = _filled(row, columns, Holds.REMARK)
        self.entries.append(
            Entry(
                section=None
                if self._section is None or _is(text, self._section)
                else self._section,
                task=None if self._task is None or _is(text, self._task) else self._task,
                items=items(_piece(text), _serial(row, columns)),
                owners=owners,
                times=times,
                remark=_piece(remarks[0]) if remarks else None,
                columns=_slots(columns),
            )
        )

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
            known = {_place(o.piece.span) for o in last.owners}
            more = tuple(o for o in owners if _place(o.piece.span) not in known)
            self.entries[-1] = last._replace(owners=last.owners + more)
            return
        self._begin(text, row, columns, (), times)
        new = self.entries.pop()
        self.entries.append(new._replace(owners=last.owners, shares=True, inherited=inherits))


def _repeats_headings(row: Row) -> bool:
    return all(len(cell.text) <= _LONGEST_HEADING for cell in row) and bool(
        header([cell.text for cell in row])
    )


_LONGEST_HEADING = 24


@lru_cache(maxsize=256)
def _slots(columns: tuple[Column, ...]) -> frozenset[Slot]:
    return frozenset(c.slot for c in columns if c.slot)


def _filled(row: Row, columns: tuple[Column, ...], holds: Holds) -> list[Cell]:
    return [row[at] for at in places_of(columns, holds) if not says_nothing(row[at].text)]


def _text_cell(row: Row, columns: tuple[Column, ...]) -> Cell | None:
    """Give the finest text that this row itself holds."""
    for holds in (Holds.REQUIREMENT, Holds.TASK, Holds.SECTION):
        filled = _filled(row, columns, holds)
        if filled and (holds is Holds.REQUIREMENT or not filled[-1].merged):
            return filled[-1]
    return None


def _serial(row: Row, columns: tuple[Column, ...]) -> str:
    filled = _filled(row, columns, Holds.SERIAL)
    return filled[0].text.strip().strip(".、．。 ") if filled else ""


def _banner(row: Row, columns: tuple[Column, ...], filled: Sequence[int]) -> Cell | None:
    """Give the one cell of a row that is a heading over the rows below it."""
    if len(filled) > 1 and not any(row[at].merged for at in filled):
        return _numbered_heading(row, columns, filled)
    if len({_place(row[at].span) for at in filled}) != 1:
        return None
    cell, c = row[filled[0]], columns[filled[0]]
    if c.holds in {Holds.OWNERS, Holds.DEADLINE, Holds.REMARK}:
        return None
    wide = len(filled) > 1
    printed = printed_number(_piece(cell).folded)
    heads = printed is not None and printed.style in _HEADING_STYLES
    ends = cell.text.rstrip().endswith(("。", "；", ";"))
    return cell if not ends and (wide or heads or c.holds is Holds.SERIAL) else None


def _numbered_heading(row: Row, columns: tuple[Column, ...], filled: Sequence[int]) -> Cell | None:
    """Give the heading of a row that holds nothing but it and a Chinese number: 二, 整治隐患."""
    serial, *texts = filled
    alone = columns[serial].holds is Holds.SERIAL and len(texts) == 1
    if not alone or columns[texts[0]].holds not in _OUTLINE:
        return None
    return row[texts[0]] if _CHINESE_NUMBER.fullmatch(row[serial].text.strip()) else None


_OUTLINE = {Holds.SECTION, Holds.TASK, Holds.REQUIREMENT}
_CHINESE_NUMBER = re.compile("[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.]?")
_HEADING_STYLES = {"part", "first", "second"}


def _headings(banner: Piece) -> list[Piece]:
    """Give the headings of a banner, a line each where several stand over no row of their own."""
    starts = [0]
    for match in _LINE.finditer(banner.folded, 1):
        printed = printed_number(match[0])
        if printed is not None and printed.style in _HEADING_STYLES:
            starts.append(match.start())
    ends = [*starts[1:], len(banner.text)]
    return [banner.cut(start, end) for start, end in zip(starts, ends, strict=True)]


_LINE = re.compile("(?<=\n)[^\n]+")


def _is_note(row: Row, filled: Sequence[int]) -> bool:
    """Tell a note, such as 注：列第一位的为牵头单位, that runs over several columns."""
    wide = len({_place(row[at].span) for at in filled}) == 1 < len(filled)
    return wide and bool(_note_pattern().match(fold(row[filled[0]].text)))


@cache
def _note_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{one_of(words('headings', 'note'))})\s*[0-9]*\s*[：.、]")


def _piece(cell: Cell) -> Piece:
    return Piece.of(cell.text, cell.span)


def _same(one: Piece, other: Piece) -> bool:
    return "".join(one.text.split()) == "".join(other.text.split())


def _is(cell: Cell, piece: Piece) -> bool:
    return _place(cell.span) == _place(piece.span)


def _place(span: Span) -> Place:
    return (span.page, span.sheet, span.table, span.row, span.column)
