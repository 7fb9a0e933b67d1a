"""The looks of the sheets of a binary workbook (.xls), from its records.

Structures and numbers are those of [MS-XLS]: BoundSheet8 (2.4.28), Font (2.4.122), XF (2.4.353),
Format (2.4.126), ColInfo (2.4.53), Row (2.4.221), MulRk (2.4.175). Workbooks older than Excel 97
are not looked at.
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
from .looks import Looks
from .noticing import Formats, Noticed
from .numberformats import MONTH_FORMATS, shows_month, words_around

_END, _FONT, _CODE, _FORMAT, _NAME = 0x000A, 0x0031, 0x041E, 0x00E0, 0x0085
_COLUMNS, _ROW, _FORMULA, _ERROR = 0x007D, 0x0208, 0x0006, 0x0205
_CROSSED, _HIDDEN_ROW, _HIDDEN_COLUMNS, _WIDE = 0x0008, 0x0020, 0x0001, 0x01
_EXCEL_97 = b"\x00\x06"
_NO_FONT = 4
"""The number that no font has: those behind it are counted one too high."""


def binary_looks(stream: bytes) -> dict[str, Looks]:
    """Give the looks of each sheet by its name."""
    found = list(records(stream))
    if not found or found[0][1][:2] != _EXCEL_97:
        return {}
    looks = dict(_sheets(found, _marks(found)))
    return {name: looks[at] for name, at in _names(found) if at in looks}


@dataclass(frozen=True, slots=True)
class _Marks:
    """The numbers of what makes a cell tell more than its value."""

    formats: Formats[int]
    struck_texts: frozenset[int]
    """Shared texts of which some letters are crossed out."""


def _marks(found: list[Record]) -> _Marks:
    crossed = [_short(body, 2) & _CROSSED for number, body in found if number == _FONT]
    fonts = {at + (at >= _NO_FONT) for at, is_crossed in enumerate(crossed) if is_crossed}
    codes = {_short(body, 0): _string(body[4:]) for number, body in found if number == _CODE}
    months = MONTH_FORMATS | {at for at, code in codes.items() if shows_month(code)}
    words = {at: told for at, code in codes.items() if (told := words_around(code))}
    formats = [body for number, body in found if number == _FORMAT]
    texts = enumerate(shared_fonts(found) if fonts else ())
    telling = Formats(
        frozenset(at for at, body in enumerate(formats) if _short(body, 0) in fonts),
        frozenset(at for at, body in enumerate(formats) if _short(body, 2) in months),
        {at: words[_short(body, 2)] for at, body in enumerate(formats) if _short(body, 2) in words},
    )
    return _Marks(telling, frozenset(at for at, used in texts if used & fonts))


def _string(text: bytes) -> str:
    """Give a text of the flag that tells its width and its characters ([MS-XLS] 2.5.294)."""
    return text[1:].decode("utf-16-le" if text[:1] and text[0] & _WIDE else "latin-1", "replace")


def _names(found: list[Record]) -> Iterator[tuple[str, int]]:
    """Give the name of each sheet and where in the stream it begins."""
    for number, body in found:
        if number == _NAME and len(body) >= 8:
            yield _string(body[7:]), int.from_bytes(body[:4], "little")


def _sheets(found: list[Record], marks: _Marks) -> Iterator[tuple[int, Looks]]:
    """Give where each sheet begins and its looks; charts that stand inside are passed over."""
    at = depth = begin = 0
    sheet = _Sheet(marks)
    for number, body in found:
        if number == BEGIN_OF_SHEET:
            depth += 1
            if depth == 1:
                begin, sheet = at, _Sheet(marks)
        elif number == _END:
            depth -= 1
            if depth == 0:
                yield begin, sheet.noticed.looks()
        elif depth == 1:
            sheet.add(number, body)
        at += 4 + len(body)


@dataclass(slots=True)
class _Sheet:
    marks: _Marks
    noticed: Noticed = field(default_factory=Noticed)

    def add(self, number: int, body: bytes) -> None:
        if number == _ROW and _short(body, 12) & _HIDDEN_ROW:
            self.noticed.hidden_rows.add(_short(body, 0))
        elif number == _COLUMNS and _short(body, 8) & _HIDDEN_COLUMNS:
            self.noticed.hidden_columns.append(range(_short(body, 0), _short(body, 2) + 1))
        elif number == MANY_CELLS:
            for place, at in enumerate(range(4, len(body) - 6, 6)):
                self._cell((_short(body, 0), _short(body, 2) + place), _short(body, at))
        elif number in CELLS or number == _ERROR:
            shared = int.from_bytes(body[6:10], "little") if number == SHARED_CELL else -1
            self._cell((_short(body, 0), _short(body, 2)), _short(body, 4), shared)
            if _is_lost(number, body):
                self.noticed.lost.add((_short(body, 0), _short(body, 2)))

    def _cell(self, at: tuple[int, int], form: int, shared: int = -1) -> None:
        struck = shared in self.marks.struck_texts
        self.noticed.cell(at, form, self.marks.formats, struck=struck)


def _is_lost(number: int, body: bytes) -> bool:
    """Tell whether a cell is an error, or a formula that results in one ([MS-XLS] 2.5.133)."""
    if number == _FORMULA:
        return body[12:14] == b"\xff\xff" and body[6:7] == b"\2"
    return number == _ERROR and body[7:8] == b"\1"


def _short(body: bytes, at: int) -> int:
    """Give two bytes as a number; a record that is cut off reads as 0."""
    return int.from_bytes(body[at : at + 2], "little")
