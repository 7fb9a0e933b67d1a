"""Spreadsheets, .xlsx and .xls: every visible sheet, merged cells filled.

Hidden rows and columns of a visible sheet are read, since a filter may hide what holds, and told.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import DocumentError
from ..plan import Doubt
from ..span import Span
from .cellcounts import check_sheets
from .composing import Composer
from .compound import Compound
from .file import Content, File
from .package import Package
from .sheetlooks import Looks, look_doubts
from .sheets import Area, Sheet, compose_sheet
from .xlslooks import binary_looks
from .xlsxlooks import packed_looks

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def read(file: File) -> Content:
    """Read a workbook; the sheets that are hidden are left out and counted.

    Raises `DocumentError` when it is damaged, protected by a password or too large.
    """
    check_sheets(file)
    book = _opened(file)
    composer = Composer(file, sheet_places=True)
    for name, values in book.shown:
        composer.place = Span(0, 0, sheet=name)
        compose_sheet(values.sheet, composer)
    return Content(tuple(composer.blocks), tuple(_doubts(book)))


@dataclass(frozen=True, slots=True)
class _Values:
    """A sheet, its looks, and how many of the days that it shows are the first of a month."""

    sheet: Sheet
    looks: Looks
    firsts: int


@dataclass(frozen=True, slots=True)
class _Book:
    shown: list[tuple[str, _Values]]
    hidden: list[str]


def _looks(file: File) -> dict[str, Looks]:
    if file.data.startswith(b"PK"):
        return packed_looks(Package(file))
    with Compound(file) as compound:
        return binary_looks(compound.stream("Workbook"))


def _doubts(book: _Book) -> Iterator[Doubt]:
    for name in book.hidden:
        yield Doubt("documents.hidden-sheet", values=(("name", name),))
    for name, values in book.shown:
        if values.firsts:
            told = (("n", str(values.firsts)), ("name", name))
            yield Doubt("documents.month-or-day", values=told)
        yield from look_doubts(name, values.sheet.rows, values.looks)


def _opened(file: File) -> _Book:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    looks = _looks(file)
    try:
        with _muted():
            workbook = CalamineWorkbook.from_filelike(BytesIO(file.data))
            visible, hidden = _sheet_names(workbook)
            shown = [(name, _values(workbook, name, looks.get(name, Looks()))) for name in visible]
            return _Book(shown, hidden)
    except PasswordError as error:
        raise DocumentError("documents.encrypted", path=file.path) from error
    except CalamineError as error:
        raise DocumentError("documents.damaged", path=file.path) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise DocumentError("documents.damaged", path=file.path) from error


@contextmanager
def _muted() -> Iterator[None]:
    """Keep standard error quiet: calamine is written in Rust and, over a broken file, says so."""
    try:
        descriptor = sys.__stderr__.fileno() if sys.__stderr__ else None
    except (OSError, ValueError):
        descriptor = None
    if descriptor is None:
        yield
        return
    kept = os.dup(descriptor)
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), descriptor)
        yield
    finally:
        os.dup2(kept, descriptor)
        os.close(kept)


def _sheet_names(workbook: "CalamineWorkbook") -> tuple[list[str], list[str]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    shown = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    return shown, [sheet.name for sheet in sheets if sheet.name not in shown]


def _values(workbook: "CalamineWorkbook", name: str, looks: Looks) -> _Values:
    sheet = workbook.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    texts, firsts = [], 0
    for row, values in enumerate(rows):
        months = [(row, column) in looks.months for column in range(len(values))]
        texts.append(list(map(_text, values, months)))
        firsts += sum(map(_is_first, values, months))
    return _Values(Sheet(texts, list(_merged(sheet))), looks, firsts)


def _is_first(value: object, is_month: bool) -> bool:
    return isinstance(value, date) and value.day == 1 and not is_month


def _merged(sheet: "CalamineSheet") -> Iterator[Area]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield top, left, bottom, right


def _text(value: Any, is_month: bool) -> str:  # noqa: ANN401 - whatever a cell can hold
    """Write a value as a cell shows it in the common formats; a date in the Chinese one.

    `is_month` tells of a date that the cell shows its month only.
    """
    if is_month and isinstance(value, date):
        return f"{value.year}年{value.month}月"
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return f"{value.year}年{value.month}月{value.day}日"
    return value.isoformat() if isinstance(value, datetime | time) else _other(value)


def _other(value: int | timedelta) -> str:
    return str(value)
