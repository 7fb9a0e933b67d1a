"""Records of a binary workbook (.xls), as far as they tell its size and the looks of its cells.

Structures and numbers are those of [MS-XLS]: SST (2.4.265), XLUnicodeRichExtendedString (2.5.293).
"""

import struct
from collections.abc import Iterator

BEGIN_OF_SHEET, PASSWORD, SHARED_TEXTS, CONTINUED, SHARED_CELL, MANY_CELLS = (
    0x0809, 0x002F, 0x00FC, 0x003C, 0x00FD, 0x00BD,
)  # fmt: skip
CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08

Record = tuple[int, bytes]


def records(stream: bytes) -> Iterator[Record]:
    """Give the records of a stream: number and body."""
    at = 0
    while at + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, at)
        yield number, stream[at + 4 : at + 4 + length]
        at += 4 + length


def shared_lengths(found: list[Record]) -> list[int]:
    """Give the number of characters of each shared text of a workbook."""
    return [length for length, _ in _shared(found)]


def shared_fonts(found: list[Record]) -> list[frozenset[int]]:
    """Give the numbers of the fonts that stretches of each shared text are set in."""
    return [
        frozenset(font for _, font in struct.iter_unpack("<HH", runs[: len(runs) // 4 * 4]))
        for _, runs in _shared(found)
    ]


def _shared(found: list[Record]) -> list[tuple[int, bytes]]:
    """Give the length of each shared text and its formatting runs."""
    numbers = [number for number, _ in found]
    if SHARED_TEXTS not in numbers:
        return []
    first = numbers.index(SHARED_TEXTS)
    parts = [found[first][1][8:]]
    for number, body in found[first + 1 :]:
        if number != CONTINUED:
            break
        parts.append(body)
    return list(_texts(_Parts(parts)))


class _Parts:
    """Bytes that are cut into records; characters that go on say anew how wide they are."""

    def __init__(self, parts: list[bytes]) -> None:
        self._parts = parts
        self._part = 0
        self._at = 0

    def take(self, size: int) -> bytes:
        taken = b""
        while size > len(taken) and self._more():
            part = self._parts[self._part]
            piece = part[self._at : self._at + size - len(taken)]
            self._at += len(piece)
            taken += piece
        return taken

    def skip_characters(self, count: int, width: int) -> None:
        while count > 0 and self._more():
            part = self._parts[self._part]
            here = min(count, (len(part) - self._at) // width)
            count -= here
            self._at = self._at + here * width if count == 0 else len(part)
            if count and self._more():
                width = 1 + (self.take(1)[0] & _WIDE)

    def _more(self) -> bool:
        while self._part < len(self._parts) and self._at >= len(self._parts[self._part]):
            self._part += 1
            self._at = 0
        return self._part < len(self._parts)


def _texts(parts: _Parts) -> Iterator[tuple[int, bytes]]:
    while len(head := parts.take(3)) == 3:
        count, flags = struct.unpack("<HB", head)
        runs = int.from_bytes(parts.take(2), "little") if flags & _RICH else 0
        extension = int.from_bytes(parts.take(4), "little") if flags & _EXTENDED else 0
        parts.skip_characters(count, 1 + (flags & _WIDE))
        fonts = parts.take(4 * runs)
        parts.take(extension)
        yield count, fonts
