"""The paragraph styles of a binary Word file, as far as they number ([MS-DOC] 2.9.271 STSH)."""

import struct
from collections.abc import Iterator

from .piecetable import STSH, WordFile
from .sprms import Properties, read_sprms

_PARAGRAPH_STYLE = 1
_NO_BASE = 0x0FFF


def read_styles(word: WordFile) -> dict[int, Properties]:
    """Give the paragraph properties of each style, those of the style it is based on included."""
    own = dict(_definitions(word.structure(STSH)))
    return {number: _inherited(number, own) for number in own}


def _inherited(number: int, own: dict[int, tuple[int, Properties]]) -> Properties:
    chain: list[Properties] = []
    seen: set[int] = set()
    while number in own and number not in seen:
        seen.add(number)
        number, properties = own[number]
        chain.append(properties)
    merged: Properties = {}
    for properties in reversed(chain):
        merged |= properties
    return merged


def _definitions(data: bytes) -> Iterator[tuple[int, tuple[int, Properties]]]:
    if len(data) < 6:
        return
    head, count, base_size = struct.unpack_from("<3H", data)
    at = 2 + head
    for number in range(count):
        if at + 2 > len(data):
            return
        size = struct.unpack_from("<H", data, at)[0]
        definition = data[at + 2 : at + 2 + size]
        at += 2 + size + size % 2
        if size > base_size + 2 and definition[2] & 0x0F == _PARAGRAPH_STYLE:
            yield number, (_base(definition), _properties(definition, base_size))


def _base(definition: bytes) -> int:
    return int(struct.unpack_from("<H", definition, 2)[0]) >> 4 & _NO_BASE


def _properties(definition: bytes, base_size: int) -> Properties:
    """Read the first property list of a paragraph style, which stands behind its name."""
    name = int.from_bytes(definition[base_size : base_size + 2], "little")
    at = base_size + 2 + 2 * (name + 1)
    length = int.from_bytes(definition[at : at + 2], "little")
    return read_sprms(definition[at + 4 : at + 2 + length])
