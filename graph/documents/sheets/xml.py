"""Workbooks in one XML file, as many systems export them: XML Spreadsheet 2003.

Names of elements and attributes are those of Microsoft's XML Spreadsheet Reference. Such a file is
often called .xls.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from ...errors import DocumentError
from ..containers.package import parse_xml
from ..file import Content, File
from .noticing import Formats, Noticed
from .numberformats import shows_month, words_around
from .rows import Area
from .values import Value
from .worksheets import Worksheet, compose_workbook

if TYPE_CHECKING:
    from lxml.etree import _Element

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_STRUCK = "{http://www.w3.org/TR/REC-html40}S"


def read(file: File) -> Content:
    """Read a workbook; the sheets that are hidden are left out and counted.

    Raises `DocumentError` when it is damaged or too large.
    """
    root = parse_xml(file.data, file)
    styles = _styles(root)
    shown, hidden = [], []
    for sheet in root.iterchildren(f"{_SS}Worksheet"):
        name = sheet.get(f"{_SS}Name", "")
        if sheet.findtext("{*}WorksheetOptions/{*}Visible", "").startswith("SheetHidden"):
            hidden.append(name)
        else:
            shown.append(_Walk(file, styles).worksheet(name, sheet))
    return compose_workbook(shown, hidden, file)


def _styles(root: "_Element") -> Formats[str]:
    """Give the names of styles that tell more than a value."""
    struck, months, words = set(), set(), {}
    for style in root.iterfind(f"{_SS}Styles/{_SS}Style"):
        name = style.get(f"{_SS}ID", "")
        font, form = style.find(f"{_SS}Font"), style.find(f"{_SS}NumberFormat")
        if font is not None and font.get(f"{_SS}StrikeThrough") == "1":
            struck.add(name)
        code = "" if form is None else form.get(f"{_SS}Format", "")
        if shows_month(code):
            months.add(name)
        if told := words_around(code):
            words[name] = told
    return Formats(frozenset(struck), frozenset(months), words)


@dataclass(slots=True)
class _Walk:
    """Goes through the columns, rows and cells of a sheet; those without an index count on."""

    file: File
    styles: Formats[str]
    values: dict[tuple[int, int], Value] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    noticed: Noticed = field(default_factory=Noticed)

    def worksheet(self, name: str, sheet: "_Element") -> Worksheet:
        row = column = 0
        for element in sheet.iterfind(f"{_SS}Table/{_SS}Column"):
            column = _whole(element, "Index", column + 1)
            end = column + _whole(element, "Span", 0)
            if element.get(f"{_SS}Hidden") == "1":
                self.noticed.hidden_columns.append(range(column - 1, end))
            column = end
        for element in sheet.iterfind(f"{_SS}Table/{_SS}Row"):
            row = _whole(element, "Index", row + 1)
            if element.get(f"{_SS}Hidden") == "1":
                self.noticed.hidden_rows.add(row - 1)
            self._cells(element, row - 1)
            row += _whole(element, "Span", 0)
        return Worksheet(name, self._rows(), self.merged, self.noticed.looks())

    def _cells(self, row: "_Element", number: int) -> None:
        column = 0
        for cell in row.iterchildren(f"{_SS}Cell"):
            column = _whole(cell, "Index", column + 1)
            wider, deeper = _whole(cell, "MergeAcross", 0), _whole(cell, "MergeDown", 0)
            if wider or deeper:
                area = (number, column - 1, number + deeper, column - 1 + wider)
                self.merged.append(area)
            self._cell(cell, (number, column - 1))
            column += wider

    def _cell(self, cell: "_Element", at: tuple[int, int]) -> None:
        data = cell.find(f"{_SS}Data")
        if data is None:
            return
        if data.get(f"{_SS}Type") == "Error":
            self.noticed.lost.add(at)
            return
        self.values[at] = _value(data)
        style = cell.get(f"{_SS}StyleID", "")
        struck = next(data.iter(_STRUCK), None) is not None
        self.noticed.cell(at, style, self.styles, struck=struck)

    def _rows(self) -> list[list[Value]]:
        """Give the values as full rows."""
        height = max((row for row, _ in self.values), default=-1) + 1
        width = max((column for _, column in self.values), default=-1) + 1
        if height * width > self.file.limits.grid_cells:
            n = self.file.limits.grid_cells
            raise DocumentError("documents.table-too-large", path=self.file.path, n=n)
        rows: list[list[Value]] = [[""] * width for _ in range(height)]
        for (row, column), value in self.values.items():
            rows[row][column] = value
        return rows


def _whole(element: "_Element", name: str, otherwise: int) -> int:
    """Read an attribute that counts; at most seven digits, as no sheet has more rows."""
    text = element.get(f"{_SS}{name}", "")
    return int(text[:7]) if text.isascii() and text.isdigit() else otherwise


def _value(data: "_Element") -> Value:
    """Give the value of a cell in its own type; as text where it does not fit the type."""
    text = "".join(map(str, data.itertext()))
    kind = data.get(f"{_SS}Type")
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text)
    except ValueError:
        return text
    return text == "1" if kind == "Boolean" else text
