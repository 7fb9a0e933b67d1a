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
    converts_to: str = ""
    """The format that LibreOffice makes of it on the way in."""
    written_as: str = ""
    """The ending by which LibreOffice knows it, where that is not its name."""


FORMATS = (
    Format("docx", "docx", (".docx", ".docm", ".dotx"), "docx"),
    Format("doc", "doc", (".doc", ".dot"), "docx"),
    Format("wps", "doc", (".wps", ".wpt"), "docx", "doc"),
    Format("xlsx", "workbook", (".xlsx", ".xlsm", ".xltx"), "xlsx"),
    Format("xls", "workbook", (".xls", ".et"), "xlsx"),
    Format("xml-sheet", "sheetxml", (), "xlsx", "xml"),
    Format("pdf", "pdf", (".pdf",)),
    Format("ofd", "ofd", (".ofd",)),
    Format("html", "html", (".html", ".htm", ".xhtml")),
    Format("mht", "webarchive", (".mht", ".mhtml")),
    Format("csv", "delimited", (".csv", ".tsv")),
    Format("md", "markdown", (".md", ".markdown")),
    Format("txt", "plaintext", (".txt", ".text")),
    Format("rtf", "rtf", (".rtf",), "docx"),
    Format("odt", "converted", (".odt",), "docx"),
    Format("xlsb", "converted", (".xlsb",), "xlsx"),
    Format("ods", "converted", (".ods",), "xlsx"),
    Format("xml", "wordxml", (), "docx"),
)

BY_NAME = {kind.name: kind for kind in FORMATS}
ENDINGS = frozenset(ending for kind in FORMATS for ending in kind.endings)
