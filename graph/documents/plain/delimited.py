"""Comma- and tab-separated values (.csv, .tsv): one table, quoted line breaks kept."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from ...errors import DocumentError
from ..blocks.composing import Composer
from ..file import Content, File
from ..sheets.rows import Sheet, compose_sheet
from .decoding import decode_plain
from .plaintext import damage

_DELIMITERS = "\t,;|"
_SAMPLE = 200
_NAMED = re.compile(r"\s*\"?sep=([\t,;|])\"?\r?\n", re.IGNORECASE)
"""A first line by which Excel is told the delimiter."""
_AS_TEXT = re.compile(r'="([^"]*)"')
"""A text that systems write as a formula, so that Excel takes it for no number or date."""


def read(file: File) -> Content:
    """Read delimited rows as one table; the delimiter is the one that cuts most rows alike.

    Raises `DocumentError` when a field is larger than the limits allow.
    """
    decoded = decode_plain(file)
    composer = Composer(file, sheet_places=True, merges=False)
    compose_sheet(Sheet(_rows(decoded.text, file)), composer)
    return Content(tuple(composer.blocks), damage(decoded))


def _rows(text: str, file: File) -> list[list[str]]:
    named = _NAMED.match(text)
    text = text[named.end() :] if named else text
    delimiter = named[1] if named else max(_DELIMITERS, key=lambda mark: _agreement(text, mark))
    csv.field_size_limit(file.limits.cell_characters)
    lines = StringIO(text.replace("\0", ""), newline="")
    try:
        rows = list(_within(csv.reader(lines, delimiter=delimiter), file))
    except csv.Error as error:
        raise DocumentError(
            "documents.cell-too-large", path=file.path, n=file.limits.cell_characters
        ) from error
    return [[_shown(cell) for cell in row] for row in rows]


def _shown(cell: str) -> str:
    """Give a cell as Excel shows it; a tab at its end only keeps a number from being one."""
    cell = cell.replace("\r\n", "\n").replace("\r", "\n").rstrip("\t")
    formula = _AS_TEXT.fullmatch(cell)
    return formula[1] if formula else cell


def _within(rows: Iterable[list[str]], file: File) -> Iterator[list[str]]:
    """Give the rows as long as they hold no more cells than the limits allow."""
    left = file.limits.grid_cells
    for row in rows:
        left -= max(len(row), 1)
        if left < 0:
            raise DocumentError(
                "documents.table-too-large", path=file.path, n=file.limits.grid_cells
            )
        yield row


def _agreement(text: str, delimiter: str) -> tuple[int, int]:
    """Give how many of the first rows have the commonest number of fields, and that number."""
    head = StringIO(text[: _SAMPLE * _SAMPLE], newline="")
    widths: dict[int, int] = {}
    try:
        for _, row in zip(range(_SAMPLE), csv.reader(head, delimiter=delimiter), strict=False):
            if len(row) > 1:
                widths[len(row)] = widths.get(len(row), 0) + 1
    except csv.Error:
        return 0, 0
    width = max(widths, key=lambda width: (widths[width], width), default=0)
    return widths.get(width, 0), width
