"""The looks of the sheets of a binary workbook (.xls), from its records.

Structures and numbers are those of [MS-XLS]: BoundSheet8 (2.4.28), Font (2.4.122), XF (2.4.353),
ColInfo (2.4.53), Row (2.4.221), MulRk (2.4.175). Workbooks older than Excel 97 are not looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .biff import (
    BEGIN_OF_SHEET,
    CELLS,
    MANY_CELLS,
    SHARED_CELL,
    Record,
    records,
    shared_fonts,
)
from .sheetlooks import Looks

_END, _FONT, _FORMAT, _NAME, _COLUMNS, _ROW = 0x000A, 0x0031, 0x00E0, 0x0085, 0x007D, 0x0208
_CROSSED, _HIDDEN_ROW, _HIDDEN_COLUMNS, _WIDE = 0x0008, 0x0020, 0x0001, 0x01
_EXCEL_97 = b"\x00\x06"
_NO_FONT = 4
"""The number that no font has: those behind it are counted one too high."""


def binary_looks(stream: bytes) -> dict[str, Looks]:
    """Give the looks of each sheet by its name."""
    found = list(records(stream))
    if not found or found[0][1][:2] != _EXCEL_97:
        return {}
    struck = _struck(found)
    looks = dict(_sheets(found, struck))
    return {name: looks[at] for name, at in _names(found) if at in looks}


@dataclass(frozen=True, slots=True)
class _Struck:
    """What is crossed out: formats of cells, and shared texts of which some letters are."""

    formats: frozenset[int]
    texts: frozenset[int]


def _struck(found: list[Record]) -> _Struck:
    crossed = [_short(body, 2) & _CROSSED for number, body in found if number == _FONT]
    fonts = {at + (at >= _NO_FONT) for at, is_crossed in enumerate(crossed) if is_crossed}
    formats = enumerate(_short(body, 0) for number, body in found if number == _FORMAT)
    texts = enumerate(shared_fonts(found) if fonts else ())
    return _Struck(
        frozenset(at for at, font in formats if font in fonts),
        frozenset(at for at, used in texts if used & fonts),
    )


def _names(found: list[Record]) -> Iterator[tuple[str, int]]:
    """Give the name of each sheet and where in the stream it begins."""
    for number, body in found:
        if number == _NAME and len(body) >= 8:
            encoding = "utf-16-le" if body[7] & _WIDE else "latin-1"
            yield body[8:].decode(encoding, "replace"), int.from_bytes(body[:4], "little")


def _sheets(found: list[Record], struck: _Struck) -> Iterator[tuple[int, Looks]]:
    """Give where each sheet begins and its looks; charts that stand inside are passed over."""
    at = depth = begin = 0
    sheet = _Sheet(struck)
    for number, body in found:
        if number == BEGIN_OF_SHEET:
            depth += 1
            if depth == 1:
                begin, sheet = at, _Sheet(struck)
        elif number == _END:
            depth -= 1
            if depth == 0:
                yield begin, sheet.looks()
        elif depth == 1:
            sheet.add(number, body)
        at += 4 + len(body)


@dataclass(slots=True)
class _Sheet:
    marks: _Struck
    rows: set[int] = field(default_factory=set)
    columns: list[range] = field(default_factory=list)
    struck: set[tuple[int, int]] = field(default_factory=set)

    def looks(self) -> Looks:
        return Looks(frozenset(self.rows), tuple(self.columns), frozenset(self.struck))

    def add(self, number: int, body: bytes) -> None:
        if number == _ROW and _short(body, 12) & _HIDDEN_ROW:
            self.rows.add(_short(body, 0))
        elif number == _COLUMNS and _short(body, 8) & _HIDDEN_COLUMNS:
            self.columns.append(range(_short(body, 0), _short(body, 2) + 1))
        elif number == MANY_CELLS:
            formats = range(4, len(body) - 6, 6)
            self.struck |= {
                (_short(body, 0), _short(body, 2) + place)
                for place, at in enumerate(formats)
                if _short(body, at) in self.marks.formats
            }
        elif number in CELLS and self._is_struck(number, body):
            self.struck.add((_short(body, 0), _short(body, 2)))

    def _is_struck(self, number: int, body: bytes) -> bool:
        shared = int.from_bytes(body[6:10], "little") if number == SHARED_CELL else -1
        return _short(body, 4) in self.marks.formats or shared in self.marks.texts


def _short(body: bytes, at: int) -> int:
    """Give two bytes as a number; a record that is cut off reads as 0."""
    return int.from_bytes(body[at : at + 2], "little")
