"""How much a workbook would unfold to, told before a reader lays it out in memory.

A few bytes can put one cell into the last row and column of a sheet, or point a hundred thousand
cells at one long shared text.
"""

import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...errors import DocumentError
from ..containers.compound import Compound
from ..containers.package import Package
from ..file import File
from .biff import (
    BEGIN_OF_SHEET,
    CELLS,
    MANY_CELLS,
    PASSWORD,
    SHARED_CELL,
    records,
    shared_lengths,
)

_CELL = re.compile(
    rb"<(?:\w+:)?c\b(?=[^>]*\br=[\"']([A-Z]{1,3})(\d{1,9})[\"'])([^>]*[^/>])?>(?!\s*</)"
    rb"(?:[^<]*<(?:\w+:)?v>(\d{1,9})<)?"
)
_BARE = re.compile(rb"<(?:\w+:)?c\b(?![^>]*\br=)[^>]*>")
_ANY_CELL = re.compile(rb"<(?:\w+:)?c\b")
_ROW = re.compile(rb"<(?:\w+:)?row\b")
_ROW_NUMBER = re.compile(rb"[^>]*\br=[\"'](\d{1,9})[\"']")
_SHARED = re.compile(rb"\bt=[\"']s[\"']")


@dataclass(slots=True)
class _Extent:
    """The last row and column, from 1, in which a sheet holds something."""

    row: int = 0
    column: int = 0

    def reach(self, row: int, column: int) -> None:
        self.row = max(self.row, row)
        self.column = max(self.column, column)


def check_sheets(file: File) -> None:
    """Raise `DocumentError` when a workbook would unfold beyond the limits, or is locked."""
    extents = _packed(Package(file)) if file.data.startswith(b"PK") else _compound(file)
    if sum(extent.row * extent.column for extent in extents) > file.limits.grid_cells:
        raise DocumentError("documents.table-too-large", path=file.path, n=file.limits.grid_cells)


def _packed(package: Package) -> Iterator[_Extent]:
    lengths = _shared_lengths(package)
    texts = 0
    for name in sorted(package.names):
        data = package.part(name) if name.endswith((".xml", ".bin")) else b""
        if not name.startswith("xl/worksheets/"):
            continue
        extent = _unnamed(data) if _BARE.search(data) else _Extent()
        for letters, number, attributes, shown in _CELL.findall(data):
            if not attributes.endswith(b"/"):
                extent.reach(int(number), column_number(letters))
            if shown and _SHARED.search(attributes) and int(shown) < len(lengths):
                texts += lengths[int(shown)]
        yield extent
    _check_texts(texts, package.file)


def _unnamed(data: bytes) -> _Extent:
    """Measure a sheet whose cells do not name their place: they count on along the row."""
    extent = _Extent()
    for at, row in enumerate(_ROW.split(data)[1:], start=1):
        named = _ROW_NUMBER.match(row)
        extent.reach(int(named[1]) if named else at, len(_ANY_CELL.findall(row)))
    return extent


def _check_texts(length: int, file: File) -> None:
    if length > 4 * file.limits.text_characters:
        raise DocumentError(
            "documents.text-too-large", path=file.path, n=file.limits.text_characters
        )


def _shared_lengths(package: Package) -> list[int]:
    """Give the length in bytes, markup counted, of each shared text."""
    name = "xl/sharedStrings.xml"
    data = package.part(name) if name in package.names else b""
    return [len(text) for text in re.split(rb"</(?:\w+:)?si>", data)]


def column_number(letters: bytes) -> int:
    """Give the number, from 1, of a column that a sheet names by letters: `AA` is 27."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return column


def _compound(file: File) -> Iterable[_Extent]:
    with Compound(file) as compound:
        found = list(records(compound.stream("Workbook") or compound.stream("Book")))
    lengths = shared_lengths(found)
    extents: list[_Extent] = []
    texts = 0
    for number, body in found:
        if number == PASSWORD:
            raise DocumentError("documents.encrypted", path=file.path)
        if number == BEGIN_OF_SHEET:
            extents.append(_Extent())
        elif number in CELLS and len(body) >= 6 and extents:
            _reach(extents[-1], number, body)
            shared = _index(body) if number == SHARED_CELL else len(lengths)
            texts += 3 * lengths[shared] if shared < len(lengths) else 0
    _check_texts(texts, file)
    return extents


def _index(body: bytes) -> int:
    return int.from_bytes(body[6:10], "little")


def _reach(extent: _Extent, number: int, body: bytes) -> None:
    row, column = struct.unpack_from("<HH", body)
    last = struct.unpack_from("<H", body, len(body) - 2)[0] if number == MANY_CELLS else column
    extent.reach(row + 1, last + 1)
