"""Spreadsheets, .xlsx and .xls: every visible sheet, merged cells filled."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import DocumentError
from ..plan import Doubt
from ..span import Span
from .cellcounts import check_sheets
from .composing import Composer
from .file import Content, File
from .sheets import Area, Sheet, compose_sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def read(file: File) -> Content:
    """Read a workbook; the sheets that are hidden are left out and counted.

    Raises `DocumentError` when it is damaged, protected by a password or too large.
    """
    check_sheets(file)
    sheets, hidden = _sheets(file)
    composer = Composer(file, sheet_places=True)
    for name, sheet in sheets:
        composer.place = Span(0, 0, sheet=name)
        compose_sheet(sheet, composer)
    doubts = tuple(Doubt("documents.hidden-sheet", values=(("name", name),)) for name in hidden)
    return Content(tuple(composer.blocks), doubts)


def _sheets(file: File) -> tuple[list[tuple[str, Sheet]], list[str]]:
    """Read the visible sheets by name, and the names of the hidden ones."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with _muted():
            workbook = CalamineWorkbook.from_filelike(BytesIO(file.data))
            visible, hidden = _sheet_names(workbook)
            return [(name, _sheet(workbook, name)) for name in visible], hidden
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


def _sheet(workbook: "CalamineWorkbook", name: str) -> Sheet:
    sheet = workbook.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    return Sheet([[_text(value) for value in row] for row in rows], list(_merged(sheet)))


def _merged(sheet: "CalamineSheet") -> Iterator[Area]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield top, left, bottom, right


def _text(value: Any) -> str:  # noqa: ANN401 - whatever a cell can hold
    """Write a value as the cell shows it in the common formats."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return value.isoformat() if isinstance(value, date | time) else _other(value)


def _other(value: int | timedelta) -> str:
    return str(value)
