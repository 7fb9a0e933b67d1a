"""A file on its way in: its bytes, and what a reader makes of them."""

import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePath

from ..errors import DocumentError
from ..plan import Doubt
from .document import Block
from .limits import LIMITS, Limits

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a document and the wishes of whoever opens it."""

    path: str
    """As the user named it."""
    data: bytes
    encoding: str | None = None
    """Of a text, when the guess is wrong."""
    limits: Limits = LIMITS

    @property
    def ending(self) -> str:
        """The last part of the name in small letters: `.docx`; empty when there is none."""
        return PurePath(self.path).suffix.lower()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


def check_tags(data: bytes, file: File) -> None:
    """Raise `DocumentError` when XML or HTML has more tags than the limits allow."""
    if data.count(b"<") > file.limits.tags:
        raise DocumentError("documents.too-many-tags", path=file.path, n=file.limits.tags)


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader found in a file."""

    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...] = ()
    reader: str = ""
    """The route that was taken, where a format has several."""


def load(path: str | Path, encoding: str | None = None, limits: Limits = LIMITS) -> File:
    """Read the bytes of a file, or of standard input for `-`.

    Raises `DocumentError` for a path that is missing, no file, not readable, empty or too large.
    """
    data = _standard_input(limits) if str(path) == STANDARD_INPUT else _bytes(Path(path), limits)
    if len(data) > limits.file_bytes:
        raise DocumentError("documents.file-too-large", path=path, n=limits.file_bytes >> 20)
    if not data.strip(b"\0 \t\r\n"):
        raise DocumentError("documents.empty", path=path)
    return File(str(path), data, encoding, limits)


def _standard_input(limits: Limits) -> bytes:
    return sys.stdin.buffer.read(limits.file_bytes + 1)


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            raise DocumentError(_why_no_file(path), path=path)
        with path.open("rb") as stream:
            return stream.read(limits.file_bytes + 1)
    except OSError as error:
        raise DocumentError("documents.unreadable", path=path, reason=error.strerror) from error


def _why_no_file(path: Path) -> str:
    if path.is_dir():
        return "documents.is-folder"
    return "documents.no-file" if path.exists() else "documents.missing"
