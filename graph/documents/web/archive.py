"""Pages kept in one file with all that belongs to them (.mht), as Word, Excel and browsers save.

The form is that of mail: MIME (RFC 2045, 2046), parts that name each other (RFC 2557).
"""

import binascii
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.parser import BytesHeaderParser
from urllib.parse import urljoin

from ...errors import DocumentError
from ...plan import Doubt
from ..blocks.composing import Composer, Frame
from ..file import Content, File
from .html import WebPage, read_page

_DEEPEST = 5
"""Of parts that stand inside each other; pages saved by programs have two levels."""
_LONGEST_HEADER = 2**16
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    names: frozenset[str]
    """By which other parts call it: its address, and its number as `cid:…`."""
    location: str
    data: bytes
    is_attached: bool


def read(file: File) -> Content:
    """Read the page that the archive is of, and the pages that stand in its frames.

    Raises `DocumentError` when there is no page in it, or one goes beyond the limits.
    """
    archive = read_archive(file)
    composer = Composer(file)
    composer.flow(archive.content)
    if composer.is_blank:
        raise DocumentError("documents.page-without-text", path=file.path)
    return Content(tuple(composer.blocks), archive.doubts)


def read_archive(file: File) -> WebPage:
    """Give the text and the tables of all pages as one."""
    if file.data.count(b"\n--") > file.limits.parts:
        raise DocumentError("documents.too-many-tags", path=file.path, n=file.limits.parts)
    parts = list(_parts(file.data, file, _DEEPEST))
    pages = [part for part in parts if part.kind in _PAGES and not part.is_attached]
    if not pages:
        raise DocumentError("documents.web-archive", path=file.path)
    content: list[str | Frame] = []
    doubts: list[Doubt] = []
    open_pages = [pages.pop(0)]
    while open_pages:
        part = open_pages.pop(0)
        found = read_page(replace(file, data=part.data))
        content += found.content
        doubts += found.doubts
        for frame in found.frames:
            named = [page for page in pages if page.names & {frame, urljoin(part.location, frame)}]
            open_pages += named
            pages = [page for page in pages if page not in named]
    return WebPage(content, (*doubts, *_attached(parts)), ())


def _attached(parts: Iterable[_Part]) -> Iterator[Doubt]:
    count = sum(part.is_attached for part in parts)
    if count:
        yield Doubt("documents.embedded", values=(("n", str(count)),))


def _parts(data: bytes, file: File, deepest: int) -> Iterator[_Part]:
    """Give the parts of a message, those inside parts too."""
    head, body = _cut(data)
    message = BytesHeaderParser().parsebytes(head)
    boundary = message.get_boundary()
    if message.get_content_maintype() != "multipart" or not boundary or not deepest:
        yield _part(message, body, file)
        return
    line = re.compile(rb"\r?\n--" + re.escape(boundary.encode()) + rb"(?:--)?[ \t]*(?=\r?\n|\Z)")
    for part in line.split(b"\n" + body)[1:]:
        yield from _parts(part.lstrip(b"\r\n"), file, deepest - 1)


def _cut(data: bytes) -> tuple[bytes, bytes]:
    """Cut the header lines from what they are about."""
    blank = _BLANK_LINE.search(data, 0, _LONGEST_HEADER)
    if blank is None:
        return data[:_LONGEST_HEADER], b""
    return data[: blank.start()], data[blank.end() :]


def _part(message: Message, body: bytes, file: File) -> _Part:
    location = str(message.get("Content-Location", "")).strip()
    number = str(message.get("Content-ID", "")).strip().strip("<>")
    return _Part(
        message.get_content_type(),
        frozenset(name for name in (location, number and f"cid:{number}") if name),
        location,
        _decoded(body, str(message.get("Content-Transfer-Encoding", "")).strip().lower(), file),
        message.get_content_disposition() == "attachment",
    )


def _decoded(body: bytes, encoding: str, file: File) -> bytes:
    if encoding == "quoted-printable":
        return quopri.decodestring(body)
    if encoding == "base64":
        try:
            return binascii.a2b_base64(body)
        except binascii.Error as error:
            raise DocumentError("documents.damaged", path=file.path) from error
    return body
