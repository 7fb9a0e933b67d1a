"""What a file is, by its content; its name decides only between kinds of plain text."""

import re

from ..errors import DocumentError
from .containers.compound import MAGIC, Compound
from .containers.package import Package
from .file import File
from .formats import BY_NAME, Format

_HEAD = 4096
_JUNK = 1024
"""Bytes that readers of PDF let stand before its signature."""
_TAG = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body|table|div|p|h[1-6])\b", re.IGNORECASE)
_MAIL = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:[ \t]*(?:multipart/|text/html)",
    re.IGNORECASE,
)
_GRAPH = re.compile(
    rb"@(?:prefix|base)\s|\{\s*\"@(?:context|graph)\"|(?:<\?xml[^>]*>\s*)?<(?:rdf:RDF|graphml)\b"
    rb"|<https?://[^>\s]+>\s+<https?://[^>\s]+>\s"
)
"""The beginning of Turtle, JSON-LD, RDF/XML, GraphML, N-Triples and N-Quads."""
_WHOLE_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body)\b", re.IGNORECASE)
_SHEET_XML = re.compile(rb"<\?mso-application[^>]*Excel\.Sheet|<(?:\w+:)?Workbook\b")
_OFFICE_XML = re.compile(rb"<\?mso-application|<(?:\w+:)?(?:wordDocument|package)\b")
_REFUSED = {
    b"\x89PNG": "documents.picture",
    b"\xff\xd8\xff": "documents.picture",
    b"GIF8": "documents.picture",
    b"BM": "documents.picture",
    b"II*\0": "documents.picture",
    b"MM\0*": "documents.picture",
    b"Rar!": "documents.archive",
    b"7z\xbc\xaf": "documents.archive",
    b"\x1f\x8b": "documents.archive",
}
_PACKED = (("word/", "docx"), ("xl/workbook.bin", "xlsb"), ("xl/", "xlsx"))
_MIMES = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


def recognise(file: File) -> Format:
    """Tell the format of a file from its bytes.

    Raises `DocumentError` for a kind of file that is known and cannot be read.
    """
    return BY_NAME[_name(file)]


def _name(file: File) -> str:
    data = file.data
    if data.startswith(b"PK\x03\x04"):
        return _packed(file)
    if data.startswith(MAGIC):
        return _compound(file)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if b"%PDF-" in data[:_JUNK]:
        return "pdf"
    _refuse(file)
    return _text(file)


def _refuse(file: File) -> None:
    for start, key in _REFUSED.items():
        if file.data.startswith(start) and (start != b"BM" or b"\0" in file.data[:_HEAD]):
            raise DocumentError(key, path=file.path)


def _text(file: File) -> str:
    head = _without_mark(file.data[:_HEAD])
    if _GRAPH.match(head):
        raise DocumentError("documents.graph", path=file.path)
    if head.startswith(b"<") and _SHEET_XML.search(head):
        return "xml-sheet"
    if head.startswith(b"<") and _OFFICE_XML.search(head):
        return "xml"
    if _MAIL.match(head):
        return "mht"
    if file.ending in BY_NAME["md"].endings and not _WHOLE_PAGE.match(head):
        return "md"
    if file.ending in BY_NAME["html"].endings or (head.startswith(b"<") and _TAG.search(head)):
        return "html"
    return "csv" if file.ending in BY_NAME["csv"].endings else "txt"


def _without_mark(head: bytes) -> bytes:
    """Bring the first bytes of a text, in an encoding of one or two bytes, to ASCII."""
    return head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip(b"\xff\xfe \t\r\n")


def _compound(file: File) -> str:
    with Compound(file) as compound:
        if compound.has("EncryptedPackage"):
            raise DocumentError("documents.encrypted", path=file.path)
        if compound.has("WordDocument"):
            return "wps" if file.ending in BY_NAME["wps"].endings else "doc"
        if compound.has("Workbook") or compound.has("Book"):
            return "xls"
    raise DocumentError("documents.binary", path=file.path)


def _packed(file: File) -> str:
    package = Package(file)
    names = package.names
    for start, name in _PACKED:
        if any(part.startswith(start) for part in names):
            return name
    if "mimetype" in names and (found := _MIMES.get(package.part("mimetype").strip())):
        return found
    if "OFD.xml" in names:
        return "ofd"
    raise DocumentError("documents.archive", path=file.path)
