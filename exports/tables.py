"""Answers for people: a terminal, a spreadsheet, a Markdown page; and files by format name."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from ..graph.errors import OutputError
from ..ontology.terms import PREFIXES
from .own import mark_workbook

if TYPE_CHECKING:
    from ..graph.table import Cell, Plain, Table

FORMATS = ("json", "csv", "tsv", "xlsx", "md")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""With these a spreadsheet takes a text for a formula; the wide forms too, in some of them."""
STEERING = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Unicode categories that act on a terminal instead of showing something."""
WIDEST = 60
"""Columns of a sheet are at most this many half-width characters wide."""


def table_bytes(table: "Table", format: str) -> bytes:  # noqa: A002
    """Write an answer as `json`, `csv`, `tsv`, `xlsx` or `md`; the same answer, the same bytes.

    Raises `OutputError` for another format.
    """
    from .results import json_results, tsv_results

    writers = {
        "json": json_results,
        "csv": spreadsheet_csv,
        "tsv": tsv_results,
        "xlsx": xlsx,
        "md": markdown,
    }
    if format not in writers:
        raise OutputError("tables.format", format=format, known="、".join(FORMATS))
    return writers[format](table)


def terminal_text(table: "Table", width: int | None = None, *, ascii_only: bool = False) -> str:
    """Draw an answer for a terminal of some width; without a width no cell is wrapped.

    Texts stand as they are: nothing in them is read as markup.
    """
    cells = [[_visible(shown(cell)) for cell in row] for row in table.rows]
    numeric = [_is_number_column(table, number) for number in range(len(table.columns))]
    line = "-" if ascii_only else "─"
    if width is None:
        return _aligned(table.columns, cells, numeric, line)
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawing
    from rich.text import Text

    drawing = Drawing(box=box.ASCII if ascii_only else box.SIMPLE_HEAD, safe_box=False)
    for name, is_number in zip(table.columns, numeric, strict=True):
        drawing.add_column(Text(name), overflow="fold", justify="right" if is_number else "left")
    for row in cells:
        drawing.add_row(*map(Text, row))
    stream = StringIO()
    Console(file=stream, width=width, color_system=None, emoji=False).print(drawing)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines() if line.strip())


def _aligned(
    columns: Sequence[str], cells: Sequence[Sequence[str]], numeric: Sequence[bool], line: str
) -> str:
    """Draw a table for a file or a pipe, where rich would only cost its start: a line a row."""
    rows = [
        columns,
        *([" ".join(cell.expandtabs(1).splitlines()) for cell in row] for row in cells),
    ]
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]

    def padded(text: str, width: int, is_number: bool) -> str:
        space = " " * (width - width_of(text))
        return space + text if is_number else text + space

    drawn = ["  ".join(map(padded, row, widths, numeric)).rstrip() for row in rows]
    return "\n".join((drawn[0], line * (sum(widths) + 2 * (len(widths) - 1)), *drawn[1:]))


def spreadsheet_csv(table: "Table") -> bytes:
    """Write CSV that spreadsheets open as it is meant: marked as UTF-8, no cell a formula."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(harmless(name) for name in table.columns)
    for row in table.rows:
        writer.writerow(_csv_cell(cell) for cell in row)
    return stream.getvalue().encode("utf-8-sig", "replace")


def markdown(table: "Table") -> bytes:
    """Write a Markdown table; what Markdown or HTML would read as markup is escaped."""
    lines = [table.columns, ("---",) * len(table.columns)]
    lines += [tuple(_markdown_cell(shown(cell)) for cell in row) for row in table.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines).encode("utf-8", "replace")


def xlsx(table: "Table") -> bytes:
    """Write a worksheet: typed cells, texts never as formulas or links, head frozen."""
    from datetime import datetime

    from xlsxwriter import Workbook

    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    # A date of its own would make each file differ.
    book.set_properties({"created": datetime(2000, 1, 1)})
    mark_workbook(book)
    sheet = book.add_worksheet()
    head = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name, head)
        sheet.set_column(column, column, _column_width(table, column), wrap)
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(sheet, number, column, _plain(cell))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), max(0, len(table.columns) - 1))
    book.close()
    return stream.getvalue()


def harmless(text: str) -> str:
    """Quote a text that a spreadsheet would take for a formula.

    >>> harmless("=1+1"), harmless("宣传科")
    ("'=1+1", '宣传科')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def shown(cell: "Cell") -> str:
    """Give a cell as people read it: codes and terms by their prefixed names.

    >>> from dutygraph.graph.table import Value
    >>> shown(Value.iri("https://w3id.org/dutygraph/code/role/lead"))
    'role:lead'
    """
    if cell is None:
        return ""
    if cell.kind != "iri":
        return cell.text
    fitting = [prefix for prefix, namespace in PREFIXES.items() if cell.text.startswith(namespace)]
    if not fitting:
        return cell.text
    nearest = max(fitting, key=lambda prefix: len(PREFIXES[prefix]))
    return f"{nearest}:{cell.text.removeprefix(PREFIXES[nearest])}"


def width_of(text: str) -> int:
    """Give the columns that a line of text takes: two for a wide character.

    >>> width_of("宣传科 a")
    8
    """
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def _plain(cell: "Cell") -> "Plain | None":
    return None if cell is None else cell.python if cell.kind == "literal" else cell.text


def _csv_cell(cell: "Cell") -> str:
    value = _plain(cell)
    return harmless(value) if isinstance(value, str) else "" if cell is None else cell.text


def _write_cell(sheet: object, row: int, column: int, value: "Plain | None") -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)  # type: ignore[attr-defined]
    elif isinstance(value, int | float) and abs(value) < 1e15:
        sheet.write_number(row, column, value)  # type: ignore[attr-defined]
    elif value is not None:
        sheet.write_string(row, column, str(value)[:32767])  # type: ignore[attr-defined]


def _column_width(table: "Table", column: int) -> int:
    texts = [table.columns[column], *(shown(row[column]) for row in table.rows[:1000])]
    widest = max(width_of(line) for text in texts for line in text.splitlines() or [""])
    return min(WIDEST, widest + 2)


def _is_number_column(table: "Table", column: int) -> bool:
    values = [_plain(row[column]) for row in table.rows if row[column]]
    return bool(values) and all(isinstance(value, int | float) for value in values)


def _visible(text: str) -> str:
    """Give a text whose control characters cannot steer a terminal."""
    return "".join(
        c if c in "\n\t" or category(c) not in STEERING else f"\\u{ord(c):04x}" for c in text
    )


def _markdown_cell(text: str) -> str:
    for raw, escaped in (("&", "&amp;"), ("<", "&lt;"), ("\\", "\\\\"), ("|", "\\|")):
        text = text.replace(raw, escaped)
    for mark in "`*_[]":
        text = text.replace(mark, f"\\{mark}")
    return "<br>".join(text.splitlines())
