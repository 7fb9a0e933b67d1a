"""Compound files (OLE2): the container of .doc, .wps, .xls and of encrypted .docx and .xlsx."""

import struct
from io import BytesIO
from typing import Self

from ...errors import DocumentError
from ..file import File

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Compound:
    """A compound file; use it in a `with` statement."""

    def __init__(self, file: File) -> None:
        import olefile

        self.file = file
        try:
            self._ole = olefile.OleFileIO(BytesIO(file.data))
        except _broken() as error:
            raise DocumentError("documents.damaged", path=file.path) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ole.close()

    def has(self, name: str) -> bool:
        """Tell whether there is a stream of that name."""
        return bool(self._ole.exists(name))

    def stream(self, name: str) -> bytes:
        """Give the bytes of a stream, none when it does not exist.

        Raises `DocumentError` when the file is cut off or its chains of sectors are broken.
        """
        if not self.has(name):
            return b""
        try:
            data: bytes = self._ole.openstream(name).read()
        except _broken() as error:
            raise DocumentError("documents.damaged", path=self.file.path) from error
        return data


def _broken() -> tuple[type[Exception], ...]:
    from olefile.olefile import OleFileError

    return (
        *(OleFileError, OSError, ValueError, IndexError, KeyError, TypeError, OverflowError),
        *(RecursionError, struct.error),
    )
