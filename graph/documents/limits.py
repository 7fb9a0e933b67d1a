"""How large a document may be before it is taken for an attack or a mistake."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds within which every reader stays; beyond them a `DocumentError` is raised."""

    file_bytes: int = 100 * 2**20
    """Of the file itself."""
    text_characters: int = 20_000_000
    """Of all the text of a document; the longest plans known hold under a million."""
    cell_characters: int = 1_000_000
    """Of one cell or paragraph of a structured format."""
    unpacked_bytes: int = 256 * 2**20
    """Of everything in a packed file (.docx, .xlsx), unpacked."""
    part_bytes: int = 48 * 2**20
    """Of one part of a packed file, unpacked, and of one web page."""
    grid_cells: int = 1_000_000
    """Of all the tables of a document, positions covered by merged cells counted."""
    grid_columns: int = 512
    """Of one table."""
    depth: int = 200
    """Of elements that stand inside each other."""
    pages: int = 2_000
    """Of a PDF."""
    page_objects: int = 50_000
    """Characters and lines drawn on one page of a PDF."""
    conversion_seconds: int = 120
    """For LibreOffice to convert one document."""


LIMITS = Limits()
