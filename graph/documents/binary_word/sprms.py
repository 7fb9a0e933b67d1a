"""Properties of paragraphs and characters of a binary Word file ([MS-DOC] 2.6, 2.9.33, 2.9.174)."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .piecetable import CHPX, PAPX, WordFile

_PAGE = 512
_SIZES = (1, 1, 2, 4, 2, 2, None, 3)
_DEFINES_TABLE = frozenset({0xD608, 0xD606})
_CHANGES_TABS = 0xC615

IN_TABLE, ROW_END, DEPTH = 0x2416, 0x2417, 0x6649
INNER_CELL, INNER_ROW_END = 0x244B, 0x244C
LIST_LEVEL, LIST = 0x260A, 0x460B
TABLE = 0xD608
DELETED, INSERTED, HIDDEN, SYMBOL = 0x0800, 0x0801, 0x083C, 0x6A09
STRUCK, STRUCK_TWICE = 0x0837, 0x2A53
_ELSEWHERE = (0x6646, 0x6645, 0x646B)
"""What tells the place of more properties in the data stream."""

Properties = dict[int, bytes]
"""A property's code and its operand."""


@dataclass(frozen=True, slots=True)
class Run:
    """Bytes of text, from `start` to before `end`, that share properties."""

    start: int
    end: int
    properties: Properties
    style: int = 0
    """Of a paragraph: the index of its style."""


def read_sprms(data: bytes) -> Properties:
    """Read a list of property modifiers; one that is cut off ends it."""
    found: Properties = {}
    at = 0
    while at + 2 <= len(data):
        code = struct.unpack_from("<H", data, at)[0]
        start, size = _operand(code, data, at + 2)
        found[code] = data[start : start + size]
        at = start + size
    return found


def _operand(code: int, data: bytes, at: int) -> tuple[int, int]:
    """Give where the operand of a modifier begins and how long it is."""
    size = _SIZES[code >> 13]
    if size is not None:
        return at, size
    if code in _DEFINES_TABLE:
        return at + 2, max(int.from_bytes(data[at : at + 2], "little") - 1, 0)
    length = data[at] if at < len(data) else 0
    if code == _CHANGES_TABS and length == 255:
        return at + 1, len(data)
    return at + 1, length


class Paragraphs:
    """The properties of every paragraph, by the place of the mark that ends it."""

    def __init__(self, word: WordFile) -> None:
        self._runs = sorted(_paragraph_runs(word), key=lambda run: run.start)
        self._starts = [run.start for run in self._runs]

    def at(self, fc: int) -> Run:
        """Give the run of a paragraph whose mark stands at an FC."""
        found = bisect_right(self._starts, fc) - 1
        run = self._runs[found] if found >= 0 else None
        return run if run is not None and fc < run.end else Run(fc, fc, {})


class Large:
    """The properties for which a page has no room: they stand in the data stream, each list once.

    ([MS-DOC] 2.6.2: sprmPHugePapx, sprmPTableProps; 2.9.210: PrcData)
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._read: dict[int, Properties] = {}
        self._left = len(data)

    def added(self, properties: Properties) -> Properties:
        """Give properties with those that they point to."""
        for code in _ELSEWHERE:
            if code in properties:
                properties = properties | self._at(int.from_bytes(properties[code], "little"))
        return properties

    def _at(self, place: int) -> Properties:
        if place not in self._read:
            length = int.from_bytes(self._data[place : place + 2], "little")
            self._left -= length
            start = place + 2
            whole = self._data[start : start + length] if self._left >= 0 else b""
            self._read[place] = read_sprms(whole)
        return self._read[place]


def _paragraph_runs(word: WordFile) -> Iterator[Run]:
    large = Large(word.data)
    for page in _pages(word, PAPX):
        count = page[-1]
        for at, (start, end) in enumerate(_bounds(page, count)):
            offset = 2 * _byte(page, 4 * (count + 1) + 13 * at)
            data = _papx(page, offset) if offset else b""
            style = int.from_bytes(data[:2], "little")
            yield Run(start, end, large.added(read_sprms(data[2:])), style)


def _papx(page: bytes, offset: int) -> bytes:
    length = _byte(page, offset)
    if length:
        return page[offset + 1 : offset + 2 * length]
    return page[offset + 2 : offset + 2 + 2 * _byte(page, offset + 1)]


def character_runs(word: WordFile) -> Iterator[Run]:
    """Give the runs of characters that have properties of their own."""
    for page in _pages(word, CHPX):
        count = page[-1]
        for at, (start, end) in enumerate(_bounds(page, count)):
            offset = 2 * _byte(page, 4 * (count + 1) + at)
            if offset:
                length = _byte(page, offset)
                yield Run(start, end, read_sprms(page[offset + 1 : offset + 1 + length]))


def _pages(word: WordFile, which: int) -> Iterator[bytes]:
    """Give the pages of 512 bytes that hold the properties (FKP)."""
    plc = word.structure(which)
    count = max(len(plc) - 4, 0) // 8
    for number in struct.unpack_from(f"<{count}I", plc, 4 * (count + 1)) if count else ():
        page = word.main[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE:
            yield page


def _bounds(page: bytes, count: int) -> Iterator[tuple[int, int]]:
    fits = min(count, (_PAGE - 4) // 4 - 1)
    return pairwise(struct.unpack_from(f"<{fits + 1}I", page))


def _byte(page: bytes, at: int) -> int:
    return page[at] if at < len(page) else 0
