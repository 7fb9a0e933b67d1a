"""Files of the register: CSV and XLSX as a person edits them, YAML, TOML and JSON as a program.

The columns may be headed in Chinese or English, in any order; several names in one cell are
divided by `；` or `;`. YAML, TOML and JSON hold a list `unit` of tables with the same headings.
"""

import csv
import io
import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..errors import DocumentError, MissingExtraError
from ..lexicon.words import lexicon
from .entries import Entry, Register

COLUMNS: dict[str, str] = lexicon("register")["columns"]
_FIELDS = {heading: field for field, zh in COLUMNS.items() for heading in (field, zh)}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
Row = dict[str, Any]


def read_register(path: Path) -> Register:
    """Read a register of units from a `.csv`, `.xlsx`, `.yaml`, `.toml` or `.json` file.

    Raises `MissingExtraError` for YAML without its library, and `DocumentError` when the file
    cannot be read, lacks the name of a unit, holds a year that is none, or lets one name stand
    for two units.
    """
    rows = read_rows(path)
    return checked(tuple(entry_of(row, path, line) for line, row in enumerate(rows, 2)), path)


def checked(entries: tuple[Entry, ...], path: Path) -> Register:
    """Make a register. Raises `DocumentError` when one name would stand for two units."""
    register = Register(entries)
    for name, one, other in register.clashes():
        raise DocumentError("registry.clash", path=path, name=name, one=one.name, other=other.name)
    return register


def read_rows(path: Path) -> list[Row]:
    """Give the rows of a file by field; columns of other headings keep them."""
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        raise DocumentError("registry.format", path=path)
    try:
        rows = _READERS[suffix](path)
    except MissingExtraError:
        raise
    except Exception as error:
        raise DocumentError("registry.unreadable", path=path, detail=error) from error
    return [
        {_FIELDS.get(str(k).strip(), str(k).strip()): v for k, v in row.items()} for row in rows
    ]


def register_csv(register: Register) -> bytes:
    """Write a register as CSV that Excel and WPS open: UTF-8 with BOM, no cell a formula."""
    rows = ([_cell(getattr(entry, field)) for field in COLUMNS] for entry in register.entries)
    return table_csv(COLUMNS.values(), rows)


def table_csv(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Write rows as CSV for spreadsheets; a cell that would be a formula gets a `'` before it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def names_in(cell: object) -> tuple[str, ...]:
    """Give the names in a cell, or the members of a list."""
    parts = cell if isinstance(cell, list) else str(cell or "").replace(";", "；").split("；")
    return tuple(dict.fromkeys(name for part in parts if (name := _text(part))))


def entry_of(row: Row, path: Path, line: int) -> Entry:
    """Give the unit of a row.

    Raises `DocumentError` for a missing name, an unknown kind, or a year that is none.
    """
    name = _text(row.get("name"))
    if not name:
        raise DocumentError("registry.nameless", path=path, line=line)
    return Entry(
        name,
        tuple(alias for alias in names_in(row.get("aliases")) if alias != name),
        _text(row.get("scope")) or None,
        _text(row.get("parent")) or None,
        _kind(row.get("kind"), path, line),
        _year(row.get("since"), path, line),
        _year(row.get("until"), path, line),
        names_in(row.get("before")),
    )


def _kind(cell: object, path: Path, line: int) -> str | None:
    kind = _text(cell)
    known = lexicon("unit-kinds")
    if kind and kind not in known:
        listed = ", ".join(known)
        raise DocumentError("registry.kind", path=path, line=line, kind=kind, known=listed)
    return kind or None


def _year(cell: object, path: Path, line: int) -> int | None:
    words = _text(cell).removesuffix("年").removesuffix(".0")
    if not words:
        return None
    if not (words.isascii() and words.isdigit() and len(words) == 4):
        raise DocumentError("registry.year", path=path, line=line, year=words)
    return int(words)


def _text(cell: object) -> str:
    words = "" if cell is None else str(cell).strip()
    return words[1:] if words[:1] == "'" and words[1:2] in _FORMULA else words


def _cell(value: object) -> object:
    return "；".join(value) if isinstance(value, tuple) else value


def _safe(cell: object) -> str:
    words = "" if cell is None else str(cell)
    return f"'{words}" if words.startswith(_FORMULA) else words


def _csv_rows(path: Path) -> list[Row]:
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    return [row for row in csv.DictReader(io.StringIO(text)) if any(row.values())]


def _xlsx_rows(path: Path) -> list[Row]:
    from python_calamine import CalamineWorkbook

    head, *rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows if any(row)]


def _toml_rows(path: Path) -> list[Row]:
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["unit"])


def _json_rows(path: Path) -> list[Row]:
    value = json.loads(path.read_text(encoding="utf-8-sig"))
    return [dict(row) for row in (value["unit"] if isinstance(value, dict) else value)]


def _yaml_rows(path: Path) -> list[Row]:
    try:
        import yaml
    except ImportError as error:
        raise MissingExtraError("registry.missing-yaml", path=path) from error
    value = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    return [dict(row) for row in (value["unit"] if isinstance(value, dict) else value)]


_READERS = {
    ".csv": _csv_rows,
    ".xlsx": _xlsx_rows,
    ".toml": _toml_rows,
    ".json": _json_rows,
    ".yaml": _yaml_rows,
    ".yml": _yaml_rows,
}
