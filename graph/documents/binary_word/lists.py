"""The lists of a binary Word file ([MS-DOC] 2.9.131 LFO, 2.9.147 LSTF, 2.9.150 LVLF)."""

import struct
from dataclasses import dataclass

from ..blocks.numbering import Level, NumberedList
from .piecetable import LFO, LST, WordFile

_STYLES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth",
    17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle", 19: "decimalFullWidth2",
    22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional",
    31: "ideographZodiac", 33: "taiwaneseCounting", 34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand", 255: "none",
}  # fmt: skip
_LEVELS = 9
_LIST_SIZE, _OVERRIDE_SIZE, _LEVEL_SIZE = 28, 16, 28


@dataclass(slots=True)
class _Reader:
    """Reads structures one after the other; past the end there are zeros."""

    data: bytes
    at: int = 0

    def take(self, size: int) -> bytes:
        found = self.data[self.at : self.at + size]
        self.at += size
        return found.ljust(size, b"\0")

    def number(self, size: int = 4) -> int:
        return int.from_bytes(self.take(size), "little")


def read_lists(word: WordFile) -> dict[str, NumberedList]:
    """Give the lists by the number, from 1, with which paragraphs name them."""
    abstract = _abstract_lists(word)
    data = word.structure(LFO)
    count = min(_Reader(data).number(), len(data) // _OVERRIDE_SIZE)
    details = _Reader(data, 4 + _OVERRIDE_SIZE * count)
    lists = {}
    for number in range(1, count + 1):
        identity, *_, overridden = struct.unpack_from(
            "<3IB", data, 4 + _OVERRIDE_SIZE * (number - 1)
        )
        listed = NumberedList(str(identity), dict(abstract.get(identity, {})))
        details.take(4)
        for _ in range(overridden):
            _override(listed, details)
        lists[str(number)] = listed
    return lists


def _override(listed: NumberedList, details: _Reader) -> None:
    start, flags = details.number(), details.number()
    depth = flags & 0x0F
    if flags & 0x20:
        listed.levels[depth] = _level(details)
    if flags & 0x10:
        listed.overrides[depth] = listed.levels[depth].start if flags & 0x20 else start


def _abstract_lists(word: WordFile) -> dict[int, dict[int, Level]]:
    start, length = word.where(LST)
    data = word.table[start:]
    count = min(int.from_bytes(data[:2], "little"), length // _LIST_SIZE) if length else 0
    levels = _Reader(data, 2 + _LIST_SIZE * count)
    found: dict[int, dict[int, Level]] = {}
    for at in range(count):
        head = data[2 + _LIST_SIZE * at : 2 + _LIST_SIZE * (at + 1)]
        depth = 1 if head[26] & 1 else _LEVELS
        identity = int.from_bytes(head[:4], "little")
        found[identity] = {number: _level(levels) for number in range(depth)}
    return found


def _level(reader: _Reader) -> Level:
    fixed = reader.take(_LEVEL_SIZE)
    start, style, flags = struct.unpack_from("<iBB", fixed)
    follows = fixed[15]
    character_size, paragraph_size, restart = struct.unpack_from("<3B", fixed, 24)
    reader.take(paragraph_size + character_size)
    text = reader.take(2 * reader.number(2)).decode("utf-16-le", errors="replace")
    return Level(
        start=start,
        style=_STYLES.get(style, "decimal"),
        text="".join(f"%{ord(sign) + 1}" if sign < "\t" else sign for sign in text),
        space=follows == 1,
        restart=restart if flags & 0x08 else None,
        legal=bool(flags & 0x04),
    )
