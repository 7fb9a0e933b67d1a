"""Plain text and Markdown: a paragraph a line, exactly as it stands.

Blank lines, leading tabs and pipes carry the shape of tables that were flattened to text, so
nothing is trimmed here.
"""

import re
from collections.abc import Iterator

from ..errors import DocumentError
from ..plan import Doubt
from ..span import Span
from .decoding import Decoded, decode_plain
from .document import Paragraph
from .file import Content, File

_END_OF_LINE = re.compile(r"\r\n|\n|\r")


def read(file: File) -> Content:
    """Read a text as one paragraph a line, empty lines among them; `line` counts from 1.

    Raises `DocumentError` when it has no encoding that fits, or more lines than the limits allow.
    """
    decoded = decode_plain(file)
    if len(_END_OF_LINE.findall(decoded.text)) > file.limits.paragraphs:
        raise DocumentError(
            "documents.too-many-paragraphs", path=file.path, n=file.limits.paragraphs
        )
    return Content(tuple(_paragraphs(decoded.text)), damage(decoded))


def damage(decoded: Decoded) -> tuple[Doubt, ...]:
    """Say when places of a text could not be decoded."""
    if not decoded.broken:
        return ()
    values = (("n", str(decoded.broken)), ("encoding", decoded.encoding))
    return (Doubt("documents.broken-characters", values=values),)


def _paragraphs(text: str) -> Iterator[Paragraph]:
    lines = _END_OF_LINE.split(text)
    if not lines[-1]:
        lines.pop()
    for number, line in enumerate(lines, start=1):
        yield Paragraph(line, Span(0, len(line), paragraph=number, line=number))
