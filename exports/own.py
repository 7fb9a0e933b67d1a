"""What dutygraph wrote itself, known again by a mark: no folder is read with its own results."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from ..ontology.language import LANGUAGES
from .responsibilities import columns

if TYPE_CHECKING:
    from xlsxwriter import Workbook

GENERATOR = "dutygraph"
COMMENT = f"<!-- generator: {GENERATOR} -->"
"""The mark of a text in Markdown; the page has it in a `meta` element."""
PROPERTY = "Generator"
"""The custom property of a workbook that holds the mark; offices keep it when they save."""
_META = re.compile(rb"<meta name=.generator. content=.dutygraph.>")
_PART = "docProps/custom.xml"
_MOST = 8192
"""Bytes that are looked at for a mark."""


def mark_workbook(book: "Workbook") -> None:
    """Put the mark into a workbook."""
    book.set_custom_property(PROPERTY, GENERATOR)


def is_own(path: Path) -> bool:
    """Tell whether dutygraph wrote a file: a page, findings, a workbook or a table of holders.

    The content decides, the ending only where to look. A file that cannot be read is none.
    """
    look = _LOOKS.get(path.suffix.lower())
    try:
        return look is not None and look(path)
    except (OSError, BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return False


def _page(path: Path) -> bool:
    return _META.search(_head(path)) is not None


def _findings(path: Path) -> bool:
    with path.open("rb") as stream:
        stream.seek(max(0, path.stat().st_size - _MOST))
        return stream.read().rstrip().endswith(COMMENT.encode())


def _workbook(path: Path) -> bool:
    with ZipFile(path) as package, package.open(_PART) as part:
        return GENERATOR.encode() in part.read(_MOST)


def _table(path: Path) -> bool:
    first = _head(path).decode("utf-8-sig", "replace").splitlines()[:1]
    return first in [[",".join(columns(lang))] for lang in LANGUAGES]


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_MOST)


_LOOKS: dict[str, Callable[[Path], bool]] = {
    ".html": _page,
    ".htm": _page,
    ".md": _findings,
    ".xlsx": _workbook,
    ".csv": _table,
}
