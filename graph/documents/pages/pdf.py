"""PDF files with a text layer, through pdfplumber (the optional extra `pdf`)."""

import logging
import re
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from ...errors import DocumentError, MissingExtraError
from ..file import Content, File
from .faults import blaming
from .flow import compose_pages
from .meter import Meter, drawn
from .pages import Drawn

if TYPE_CHECKING:
    from pdfplumber.page import Page

_STREAM = re.compile(rb"\bstream\r?\n")


def read(file: File) -> Content:
    """Read a PDF: tables stitched over page breaks, lines joined to paragraphs.

    Raises `MissingExtraError` without pdfplumber, `DocumentError` for a scan, a password, a
    damaged file, or one that goes beyond the limits.
    """
    try:
        import pdfplumber
    except ImportError as error:
        raise MissingExtraError("documents.missing-pdf", path=file.path) from error
    logging.getLogger("pdfminer").addHandler(logging.NullHandler())
    _check_streams(file)
    with blaming(file):
        pdf = pdfplumber.open(BytesIO(file.data))
        pages = pdf.pages
    with pdf:
        return _content(file, pages)


def _check_streams(file: File) -> None:
    """Refuse a file whose packed streams would unfold beyond the limits."""
    left = file.limits.unpacked_bytes
    for match in _STREAM.finditer(file.data):
        left -= _unfolded(file.data[match.end() :][: 2**24], left)
        if left < 0:
            n = file.limits.unpacked_bytes >> 20
            raise DocumentError("documents.unpacks-too-large", path=file.path, n=n)


def _unfolded(data: bytes, most: int) -> int:
    """Tell the length of a zlib stream unpacked, twice where it was packed twice."""
    try:
        once = zlib.decompressobj().decompress(data, most + 1)
    except zlib.error:
        return 0
    return len(once) + (_unfolded(once, most) if once[:1] == b"\x78" else 0)


def _content(file: File, pages: "Sequence[Page]") -> Content:
    if len(pages) > file.limits.pages:
        raise DocumentError("documents.too-many-pages", path=file.path, n=file.limits.pages)
    return compose_pages(file, _drawn(file, pages))


def _drawn(file: File, pages: "Sequence[Page]") -> Iterator[Drawn]:
    meter = Meter(file)
    for page in pages:
        yield drawn(page, meter)
        page.close()
