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
    Format("docx", "word.docx", (".docx", ".docm", ".dotx"), "docx"),
    Format("doc", "binary_word.doc", (".doc", ".dot"), "docx"),
    Format("wps", "binary_word.doc", (".wps", ".wpt"), "docx", "doc"),
    Format("xlsx", "sheets.workbook", (".xlsx", ".xlsm", ".xltx"), "xlsx"),
    Format("xls", "sheets.workbook", (".xls", ".et"), "xlsx"),
    Format("xml-sheet", "sheets.xml", (), "xlsx", "xml"),
    Format("pdf", "pages.pdf", (".pdf",)),
    Format("ofd", "pages.ofd", (".ofd",)),
    Format("html", "web.html", (".html", ".htm", ".xhtml")),
    Format("mht", "web.archive", (".mht", ".mhtml")),
    Format("csv", "plain.delimited", (".csv", ".tsv")),
    Format("md", "markdown.markdown", (".md", ".markdown")),
    Format("txt", "plain.plaintext", (".txt", ".text")),
    Format("rtf", "rtf.rtf", (".rtf",), "docx"),
    Format("odt", "converted", (".odt",), "docx"),
    Format("xlsb", "converted", (".xlsb",), "xlsx"),
    Format("ods", "converted", (".ods",), "xlsx"),
    Format("xml", "word.xml", (), "docx"),
)

BY_NAME = {kind.name: kind for kind in FORMATS}
ENDINGS = frozenset(ending for kind in FORMATS for ending in kind.endings)
