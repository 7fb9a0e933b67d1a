"""The looks of the sheets of a packed workbook (.xlsx), which its reader of values does not tell.

Names of elements and attributes are those of ECMA-376, part 1, chapter 18.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from ..containers.package import Package
from .boxes import boxes
from .counts import column_number
from .looks import Looks
from .noticing import Formats, Noticed
from .numberformats import MONTH_FORMATS, Words, shows_month, words_around

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HIDING = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
_ITEM = re.compile(rb"<(/?)(?:\w+:)?(col|row|c)(?=[\s/>])([^>]*)>")
_ATTRIBUTE = re.compile(rb"\b(r|s|t|min|max)=[\"']([^\"']*)[\"']")
_STRUCK = re.compile(rb"<(?:\w+:)?strike\b(?![^>]*\bval=[\"'](?:0|false)[\"'])")
_END_OF_TEXT = re.compile(rb"</(?:\w+:)?si>")
_PLACE = re.compile(rb"([A-Z]{1,3})(\d{1,7})")
_VALUE = re.compile(rb"<(?:\w+:)?v>(\d{1,9})<")
_UNCERTAIN = re.compile(rb"<(?:\w+:)?f[\s/>]|\bt=[\"']e[\"']")
"""A formula, or an error."""
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_RESULT = re.compile(rb"<(?:\w+:)?v>[^<]")
_OFF = frozenset({"0", "false"})


@dataclass(frozen=True, slots=True)
class _Marks:
    """The numbers of what makes a cell tell more than its value."""

    formats: Formats[bytes]
    struck_texts: frozenset[bytes]
    """Shared texts of which some letters are crossed out."""

    def __bool__(self) -> bool:
        told = self.formats
        return bool(told.struck or told.months or told.words or self.struck_texts)


def packed_looks(package: Package) -> dict[str, Looks]:
    """Give the looks of each sheet by its name."""
    styles = package.tree("xl/styles.xml")
    formats = Formats(_struck_formats(styles), _month_formats(styles), _worded_formats(styles))
    marks = _Marks(formats, _struck_texts(package))
    return {
        name: replace(_looks(package.part(part), marks), boxes=boxes(package, part))
        for name, part in _sheets(package)
    }


def _sheets(package: Package) -> Iterator[tuple[str, str]]:
    """Give the name of each sheet and of the part that holds it."""
    book = package.tree("xl/workbook.xml")
    parts = {one.number: one.part for one in package.relations("xl/workbook.xml")}
    for sheet in () if book is None else book.iter("{*}sheet"):
        part = parts.get(sheet.get(_RELATION, ""), "")
        if part in package.names:
            yield sheet.get("name", ""), part


def _struck_formats(styles: "_Element | None") -> frozenset[bytes]:
    """Give the numbers of the formats of cells whose font is crossed out."""
    strikes = (font.find("{*}strike") for font in _all(styles, "{*}fonts/{*}font"))
    struck = {
        str(at)
        for at, strike in enumerate(strikes)
        if strike is not None and strike.get("val") not in _OFF
    }
    return _formats(styles, "fontId", struck)


def _month_formats(styles: "_Element | None") -> frozenset[bytes]:
    codes = _all(styles, "{*}numFmts/{*}numFmt")
    months = {form.get("numFmtId") for form in codes if shows_month(form.get("formatCode", ""))}
    return _formats(styles, "numFmtId", months | {str(at) for at in MONTH_FORMATS})


def _worded_formats(styles: "_Element | None") -> dict[bytes, Words]:
    """Give what the formats of cells write around a number."""
    codes = _all(styles, "{*}numFmts/{*}numFmt")
    words = {form.get("numFmtId"): words_around(form.get("formatCode", "")) for form in codes}
    formats = enumerate(_all(styles, "{*}cellXfs/{*}xf"))
    found = ((at, words.get(form.get("numFmtId"))) for at, form in formats)
    return {b"%d" % at: told for at, told in found if told is not None}


def _formats(
    styles: "_Element | None", part: str, values: Collection[str | None]
) -> frozenset[bytes]:
    """Give the numbers of the formats of cells of which a part has one of the values."""
    formats = enumerate(_all(styles, "{*}cellXfs/{*}xf"))
    return frozenset(b"%d" % at for at, form in formats if form.get(part, "0") in values)


def _all(styles: "_Element | None", path: str) -> "Iterable[_Element]":
    return () if styles is None else styles.iterfind(path)


def _struck_texts(package: Package) -> frozenset[bytes]:
    name = "xl/sharedStrings.xml"
    data = package.part(name) if name in package.names else b""
    if not _STRUCK.search(data):
        return frozenset()
    texts = enumerate(_END_OF_TEXT.split(data))
    return frozenset(b"%d" % at for at, text in texts if _STRUCK.search(text))


def _looks(data: bytes, marks: _Marks) -> Looks:
    if not marks and not any(sign.search(data) for sign in (_HIDING, _STRUCK, _UNCERTAIN)):
        return Looks()
    walk = _Walk(marks)
    opened = chain(_ITEM.finditer(data), [None])
    for item, after in pairwise(opened):
        if item is not None and not item[1]:
            walk.enter(item, data[item.end() : after.start() if after else len(data)])
    return walk.noticed.looks()


@dataclass(slots=True)
class _Walk:
    """Goes through the columns, rows and cells of a sheet; those that name no place count on."""

    marks: _Marks
    noticed: Noticed = field(default_factory=Noticed)
    _row: int = -1
    _column: int = -1

    def enter(self, item: re.Match[bytes], body: bytes) -> None:
        attributes = dict(_ATTRIBUTE.findall(item[3]))
        hides = _HIDING.search(item[3]) is not None
        if item[2] == b"c":
            self._enter_cell(attributes, body)
        elif item[2] == b"row":
            self._row = _whole(attributes.get(b"r"), self._row + 2) - 1
            self._column = -1
            self.noticed.hidden_rows |= {self._row} if hides else set()
        elif hides:
            first = _whole(attributes.get(b"min"), 1)
            last = _whole(attributes.get(b"max"), first)
            self.noticed.hidden_columns.append(range(first - 1, last))

    def _enter_cell(self, attributes: dict[bytes, bytes], body: bytes) -> None:
        place = _PLACE.fullmatch(attributes.get(b"r", b""))
        self._column = column_number(place[1]) - 1 if place else self._column + 1
        at = (int(place[2]) - 1 if place else self._row, self._column)
        style = attributes.get(b"s", b"0")
        struck = self._has_struck_text(attributes, body)
        self.noticed.cell(at, style, self.marks.formats, struck=struck)
        if _is_lost(attributes.get(b"t"), body):
            self.noticed.lost.add(at)

    def _has_struck_text(self, attributes: dict[bytes, bytes], body: bytes) -> bool:
        if _STRUCK.search(body):
            return True
        value = _VALUE.search(body) if attributes.get(b"t") == b"s" else None
        return value is not None and value[1] in self.marks.struck_texts


def _is_lost(kind: bytes | None, body: bytes) -> bool:
    """Tell whether a cell is an error, or a formula whose result no program has saved.

    A result that is an empty text says that it is a text.
    """
    if kind not in {None, b"n"}:
        return kind == b"e"
    return _FORMULA.search(body) is not None and _RESULT.search(body) is None


def _whole(text: bytes | None, otherwise: int) -> int:
    return int(text[:7]) if text is not None and text.isdigit() else otherwise
