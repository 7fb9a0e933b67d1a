"""Which formats are read, by which module of this room, and under which endings they are found.

A format is one line here, one module with `read(file) -> Content`, and a rule in `recognising`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that can be opened."""

    name: str
    """As `Source.format` gives it."""
    reader: str
    """The module of this room that reads it."""
    endings: tuple[str, ...]
    """Under which a folder is searched for it."""


FORMATS = (
    Format("docx", "docx", (".docx", ".docm", ".dotx")),
    Format("html", "html", (".html", ".htm", ".xhtml")),
    Format("xlsx", "workbook", (".xlsx", ".xlsm", ".xltx")),
    Format("xls", "workbook", (".xls", ".et")),
    Format("csv", "delimited", (".csv", ".tsv")),
    Format("txt", "plaintext", (".txt", ".text")),
    Format("md", "plaintext", (".md", ".markdown")),
)

BY_NAME = {kind.name: kind for kind in FORMATS}
ENDINGS = frozenset(ending for kind in FORMATS for ending in kind.endings)
