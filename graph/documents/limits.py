"""How large a document may be before it is taken for an attack or a mistake."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds within which every reader stays; beyond them a `DocumentError` is raised."""

    file_bytes: int = 100 * 2**20
    """Of the file itself."""
    text_characters: int = 5_000_000
    """Of all the text of a document; the longest plans known hold under a million."""
    cell_characters: int = 1_000_000
    """Of one cell or paragraph of a structured format."""
    unpacked_bytes: int = 256 * 2**20
    """Of everything in a packed file (.docx, .xlsx), unpacked."""
    part_bytes: int = 32 * 2**20
    """Of one part of a packed file, unpacked, and of one web page."""
    paragraphs: int = 100_000
    """Of a document, or lines of a text."""
    tags: int = 1_000_000
    """Of one part of a packed file, or of one web page; begin and end count each."""
    parts: int = 10_000
    """Of one web archive, those inside each other counted."""
    grid_cells: int = 100_000
    """Of all the tables of a document, positions covered by merged cells counted."""
    grid_columns: int = 512
    """Of one table."""
    depth: int = 50
    """Of tables that stand inside each other on a web page; libxml2 bounds other elements."""
    pages: int = 2_000
    """Of a PDF."""
    drawn: int = 100_000
    """Characters and lines drawn by all pages of a PDF; a figure counts as twenty."""
    instruction_bytes: int = 8 * 2**20
    """Of all pages of a PDF, unpacked."""
    page_lines: int = 5_000
    """Lines and rectangles drawn on one page of a PDF."""
    page_crossings: int = 4_000
    """Points of one page at which lines may cross."""
    conversion_seconds: int = 120
    """For LibreOffice to convert one document."""


LIMITS = Limits()
