"""A page of a PDF: its tables, and the lines outside them."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .pdflines import Character, Line, lines
from .pdfmeter import Meter, lay_out
from .pdftables import PdfTable, read_table

if TYPE_CHECKING:
    from pdfplumber.page import Page

_PAGE_NUMBER = re.compile(
    r"[-—–－\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/共]\s*\d{1,4}\s*页?)?[-—–－\s]*"
)
_BAND = 0.1
"""Share of the page's height, at top and bottom, in which page numbers stand."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """What stands on a page, from top to bottom."""

    parts: tuple[Line | PdfTable, ...]
    left: float
    right: float

    @classmethod
    def of(cls, page: "Page", meter: Meter) -> "PageContent":
        """Read a page. Raises `DocumentError` when it draws more than the limits allow."""
        lay_out(page, meter)
        characters = _characters(page)
        tables = [table for table in page.find_tables() if len(table.cells) > 1]
        inside = [[one for one in characters if _is_inside(one, table.bbox)] for table in tables]
        found = [
            read_table(table.cells, those, page.page_number)
            for table, those in zip(tables, inside, strict=True)
        ]
        taken = {id(one) for those in inside for one in those}
        free = lines((one for one in characters if id(one) not in taken), page.page_number)
        free = [line for line in free if not _is_page_number(line, page)]
        left = min((line.x0 for line in free), default=0.0)
        right = max((line.edge for line in free), default=0.0)
        parts: list[Line | PdfTable] = [*free, *found]
        parts.sort(key=lambda part: part.top)
        return cls(tuple(parts), left, max(right, float(page.width) - left))


def _characters(page: "Page") -> list[Character]:
    """Give the upright characters of a page; bold type that is printed twice counts once."""
    seen: set[tuple[Any, ...]] = set()
    characters = []
    for one in page.chars:
        key = (one["text"], round(one["x0"]), round(one["top"]))
        if one["upright"] and key not in seen:
            seen.add(key)
            characters.append(one)
    return characters


def _is_inside(character: Character, box: tuple[float, float, float, float]) -> bool:
    x = (character["x0"] + character["x1"]) / 2
    y = (character["top"] + character["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _is_page_number(line: Line, page: "Page") -> bool:
    height = float(page.height)
    outside = line.top < _BAND * height or line.top > (1 - _BAND) * height
    return outside and bool(_PAGE_NUMBER.fullmatch(line.text))
