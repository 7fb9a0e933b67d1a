"""Plain text: a paragraph a line, exactly as it stands.

Blank lines, leading tabs and pipes carry the shape of tables that were flattened to text, so
nothing is trimmed here.
"""

from ...errors import DocumentError
from ...plan import Doubt
from ...span import Span
from ..document import Paragraph
from ..file import Content, File
from .decoding import Decoded, decode_plain


def read(file: File) -> Content:
    """Read a text as one paragraph a line, empty lines among them; `line` counts from 1.

    Raises `DocumentError` when it has no encoding that fits, or more lines than the limits allow.
    """
    decoded = decode_plain(file)
    lines = split_lines(decoded.text, file)
    paragraphs = tuple([_paragraph(number, line) for number, line in enumerate(lines, start=1)])
    return Content(paragraphs, damage(decoded))


def split_lines(text: str, file: File) -> list[str]:
    """Split a text at its line ends, as editors count lines.

    Raises `DocumentError` when there are more lines than the limits allow.
    """
    alike = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = alike.split("\n", file.limits.paragraphs + 1)
    if not lines[-1]:
        lines.pop()
    if len(lines) > file.limits.paragraphs:
        raise DocumentError(
            "documents.too-many-paragraphs", path=file.path, n=file.limits.paragraphs
        )
    return lines


def damage(decoded: Decoded) -> tuple[Doubt, ...]:
    """Say when places of a text could not be decoded."""
    if not decoded.broken:
        return ()
    values = (("n", str(decoded.broken)), ("encoding", decoded.encoding))
    return (Doubt("documents.broken-characters", values=values),)


def _paragraph(number: int, line: str) -> Paragraph:
    return Paragraph(line, Span(0, len(line), None, None, None, number, None, None, number))
