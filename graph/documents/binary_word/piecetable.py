"""The text of a binary Word file: the pieces that an edited document consists of.

Structures and names are those of [MS-DOC]: the FIB (2.5), the Clx with its PlcPcd (2.8.35, 2.9.38).
A character is addressed by its position in the text (CP) or by the place of its bytes (FC).
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

_WORD_97 = 0x00C1
_ENCRYPTED, _TABLE_1, _OBFUSCATED = 0x0100, 0x0200, 0x8000
_COMPRESSED = 0x4000_0000
_FC_LCB = 0x009A
STSH, CHPX, PAPX, CLX, LST, LFO = 1, 12, 13, 33, 73, 74
"""Which pair of offset and length in the FIB tells where a structure stands."""


class Unreadable(Exception):  # noqa: N818 - it never leaves this room
    """The file is not as the format says; the message key tells in what way."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text whose bytes stand together."""

    cp: int
    length: int
    fc: int
    width: int
    """Bytes of a character: 1 (Windows-1252) or 2 (UTF-16)."""

    def clip(self, start: int, end: int) -> tuple[int, int]:
        """Give the CPs of the characters whose FCs lie between `start` and `end`."""
        first = max(start - self.fc, 0) // self.width
        last = min(max(end - self.fc, 0) // self.width, self.length)
        return self.cp + first, self.cp + max(first, last)


@dataclass(frozen=True)
class WordFile:
    """The streams of a binary Word file."""

    main: bytes
    tables: tuple[bytes, bytes]
    data: bytes = b""
    """What is too large for the main stream."""

    def __post_init__(self) -> None:
        if len(self.main) < 0x0200 or self._short(0) != 0xA5EC:
            raise Unreadable("documents.damaged")
        if self._short(2) < _WORD_97:
            raise Unreadable("documents.word-too-old")
        if self._short(0x0A) & (_ENCRYPTED | _OBFUSCATED):
            raise Unreadable("documents.encrypted")

    def _short(self, at: int) -> int:
        return int(struct.unpack_from("<H", self.main, at)[0])

    @property
    def table(self) -> bytes:
        """The table stream in use."""
        return self.tables[bool(self._short(0x0A) & _TABLE_1)]

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """Characters of the main text, footnotes, headers, macros, comments, endnotes, boxes."""
        return tuple(max(n, 0) for n in struct.unpack_from("<7i", self.main, 0x4C))

    def structure(self, which: int) -> bytes:
        """Give the bytes of a structure of the table stream, empty when there is none."""
        start, length = self.where(which)
        return self.table[start : start + length]

    def where(self, which: int) -> tuple[int, int]:
        """Give offset and length of a structure of the table stream."""
        start, length = struct.unpack_from("<2I", self.main, _FC_LCB + 8 * which)
        return start, length

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces in the order of the text."""
        plc = self._piece_table()
        count = (len(plc) - 4) // 12
        if count < 1:
            raise Unreadable("documents.damaged")
        positions = struct.unpack_from(f"<{count + 1}I", plc)
        return tuple(
            _piece(start, end, struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * at + 2)[0])
            for at, (start, end) in enumerate(pairwise(positions))
            if start < end
        )

    def _piece_table(self) -> bytes:
        """Skip the property runs (Prc) that stand before the piece table (Pcdt)."""
        clx = self.structure(CLX)
        at = 0
        while clx[at : at + 1] == b"\x01" and at + 3 <= len(clx):
            at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
        if clx[at : at + 1] != b"\x02" or at + 5 > len(clx):
            raise Unreadable("documents.damaged")
        return clx[at + 5 : at + 5 + struct.unpack_from("<I", clx, at + 1)[0]]

    @cached_property
    def text(self) -> str:
        """The text of all parts of the document, one after the other."""
        if sum(piece.length * piece.width for piece in self.pieces) > 2 * len(self.main):
            raise Unreadable("documents.damaged")
        return "".join(map(self._decoded, self.pieces))

    def _decoded(self, piece: Piece) -> str:
        data = self.main[piece.fc : piece.fc + piece.length * piece.width]
        text = data.decode("cp1252" if piece.width == 1 else "utf-16-le", errors="replace")
        if len(text) == piece.length:
            return text
        return _by_unit(data, piece) if piece.width == 2 else _cut(piece)

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.cp for piece in self.pieces]

    def fc(self, cp: int) -> int:
        """Give the place of a character's bytes."""
        piece = self.pieces[max(bisect_right(self._starts, cp) - 1, 0)]
        return piece.fc + (cp - piece.cp) * piece.width

    def positions(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Give the runs of CPs whose bytes lie between two FCs."""
        for piece in self._by_fc[max(bisect_right(self._fcs, start) - 1, 0) :]:
            if piece.fc >= end:
                break
            first, last = piece.clip(start, end)
            if first < last:
                yield first, last

    @cached_property
    def _by_fc(self) -> list[Piece]:
        return sorted(self.pieces, key=lambda piece: piece.fc)

    @cached_property
    def _fcs(self) -> list[int]:
        return [piece.fc for piece in self._by_fc]

    @property
    def length(self) -> int:
        """The number of characters of all parts of the document."""
        last = self.pieces[-1]
        return last.cp + last.length

    def part(self, which: int) -> range:
        """Give the CPs of a part: 0 the main text, 1 footnotes, 5 endnotes, 6 text boxes."""
        ends = (0, *accumulate(self.lengths))
        return range(min(ends[which], len(self.text)), min(ends[which + 1], len(self.text)))


def _piece(start: int, end: int, fc: int) -> Piece:
    if fc & _COMPRESSED:
        return Piece(start, end - start, (fc & ~_COMPRESSED) // 2, 1)
    return Piece(start, end - start, fc, 2)


def _by_unit(data: bytes, piece: Piece) -> str:
    """Decode one UTF-16 unit at a time, so that rare characters keep the count of CPs."""
    units = struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])
    text = "".join(map(chr, units))
    return text if len(text) == piece.length else _cut(piece)


def _cut(piece: Piece) -> str:
    raise Unreadable("documents.damaged") from ValueError(piece)
