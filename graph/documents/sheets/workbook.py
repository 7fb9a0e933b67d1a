"""Spreadsheets, .xlsx and .xls: every visible sheet, merged cells filled.

Hidden rows and columns of a visible sheet are read, since a filter may hide what holds, and told.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import DocumentError
from ..containers.compound import Compound
from ..containers.package import Package
from ..file import Content, File
from .counts import check_sheets
from .looks import Looks
from .rows import Area
from .worksheets import Worksheet, compose_workbook
from .xls_looks import binary_looks
from .xlsx_looks import packed_looks

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def read(file: File) -> Content:
    """Read a workbook; the sheets that are hidden are left out and counted.

    Raises `DocumentError` when it is damaged, protected by a password or too large.
    """
    check_sheets(file)
    shown, hidden = _opened(file)
    return compose_workbook(shown, hidden, file)


def _looks(file: File) -> dict[str, Looks]:
    if file.data.startswith(b"PK"):
        return packed_looks(Package(file))
    with Compound(file) as compound:
        return binary_looks(compound.stream("Workbook"))


def _opened(file: File) -> tuple[list[Worksheet], list[str]]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    looks = _looks(file)
    try:
        with _muted():
            workbook = CalamineWorkbook.from_filelike(BytesIO(file.data))
            visible, hidden = _sheet_names(workbook)
            return [_worksheet(workbook, name, looks) for name in visible], hidden
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


def _worksheet(workbook: "CalamineWorkbook", name: str, looks: dict[str, Looks]) -> Worksheet:
    sheet = workbook.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    return Worksheet(name, rows, list(_merged(sheet)), looks.get(name, Looks()))


def _merged(sheet: "CalamineSheet") -> Iterator[Area]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield top, left, bottom, right
