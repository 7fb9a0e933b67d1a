"""Whose fault it is that a PDF cannot be read: that of the file, where the foreign readers stumble.

pdfminer and pdfplumber trust what a file says of itself, so a broken one can raise anything out of
them. What is raised out of this package is a fault of its own, and is not blamed on the file.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from ...errors import DocumentError
from ..file import File


@contextmanager
def blaming(file: File) -> Iterator[None]:
    """Say that the file is damaged, or locked, when foreign code raises whatever it may.

    Only calls of pdfminer and pdfplumber stand inside.
    """
    try:
        yield
    except DocumentError:
        raise
    except Exception as error:
        key = "documents.encrypted" if "Password" in repr(error) else "documents.damaged"
        raise DocumentError(key, path=file.path) from error
