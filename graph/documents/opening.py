"""The door of this room: any file becomes a `Document`."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from ..errors import DocumentError
from ..plan import Source
from .document import Document, Paragraph
from .file import Content, File, load
from .formats import Format
from .limits import LIMITS, Limits
from .recognising import recognise

LIBREOFFICE = "libreoffice"


def open_document(
    path: str | Path,
    *,
    encoding: str | None = None,
    via: str | None = None,
    limits: Limits = LIMITS,
) -> Document:
    """Open a file of any supported format, told by its content and not by its name.

    `encoding` overrules the guess for a text; `via="libreoffice"` converts before reading.
    Raises `DocumentError` with one sentence for
    whatever cannot be opened, `MissingExtraError` when a format needs an optional package.
    """
    file = load(path, encoding, limits)
    kind = recognise(file)
    content = _read(file, _reader(file, kind, via))
    if not any(_texts(content)):
        raise DocumentError("documents.no-text", path=path)
    source = Source(file.path, file.sha256, kind.name, reader=content.reader)
    return Document(source, content.blocks, content.doubts)


def _reader(file: File, kind: Format, via: str | None) -> str:
    if via not in {None, LIBREOFFICE}:
        raise DocumentError("documents.no-such-route", path=file.path, via=via)
    return "converted" if via else kind.reader


def _texts(content: Content) -> Iterator[str]:
    for block in content.blocks:
        if isinstance(block, Paragraph):
            yield block.text.strip()
        else:
            yield from (cell.text.strip() for row in block.rows for cell in row)


def _read(file: File, reader: str) -> Content:
    module = import_module(f".{reader}", __package__)
    content: Content = module.read(file)
    return content
