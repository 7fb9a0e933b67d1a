"""What a file is, by its content; its name decides only between kinds of plain text."""

import re

from ..errors import DocumentError
from .compound import MAGIC, Compound
from .file import File
from .formats import BY_NAME, Format
from .package import Package

_HEAD = 4096
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body|table|div|p|h[1-6])\b", re.IGNORECASE)


def recognise(file: File) -> Format:
    """Tell the format of a file from its bytes.

    Raises `DocumentError` for a kind of file that is known and cannot be read.
    """
    return BY_NAME[_name(file)]


def _name(file: File) -> str:
    if file.data.startswith(b"PK\x03\x04"):
        return _packed(file)
    if file.data.startswith(MAGIC):
        return _compound(file)
    if file.ending in BY_NAME["html"].endings or _is_page(file.data):
        return "html"
    by_ending = (name for name in ("md", "csv") if file.ending in BY_NAME[name].endings)
    return next(by_ending, "txt")


def _is_page(data: bytes) -> bool:
    """Tell a web page, in an encoding of one or two bytes, by its first tags."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")
    return head.startswith(b"<") and bool(_TAG.search(head))


def _compound(file: File) -> str:
    with Compound(file) as compound:
        if compound.has("EncryptedPackage"):
            raise DocumentError("documents.encrypted", path=file.path)
        if compound.has("Workbook") or compound.has("Book"):
            return "xls"
    raise DocumentError("documents.binary", path=file.path)


def _packed(file: File) -> str:
    names = Package(file).names
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    raise DocumentError("documents.archive", path=file.path)
