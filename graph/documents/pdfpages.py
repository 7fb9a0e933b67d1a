"""A page of a PDF: its tables, and the lines outside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from .file import File
from .pdffaults import blaming
from .pdflines import Character, Line, level, lines
from .pdfmeter import Meter, lay_out
from .pdfruled import read_table
from .pdfrules import Rule, open_sides, whole_rules
from .pdftables import PdfTable
from .pdfunruled import Sheet, unruled

if TYPE_CHECKING:
    from pdfplumber.page import Page

_PAGE_NUMBER = re.compile(
    r"[-—–－\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/共]\s*\d{1,4}\s*页?)?[-—–－\s]*"
)
_MEASURES = ("x0", "x1", "top", "bottom", "size")
_BAND = 0.1
"""Share of the page's height, at top and bottom, in which page numbers stand."""


@dataclass(frozen=True, slots=True)
class PageContent:
    """What stands on a page, from top to bottom."""

    parts: tuple[Line | PdfTable, ...]
    left: float
    right: float
    unclear: int | None = None
    """Its number, where something like a table was left as text."""

    @classmethod
    def of(cls, page: "Page", meter: Meter, above: PdfTable | None) -> "PageContent":
        """Read a page; `above` is the table that the page before ends with.

        Raises `DocumentError` when it draws more than the limits allow.
        """
        with blaming(meter.file):
            lay_out(page, meter)
            edges, drawn = page.horizontal_edges, page.chars
        number = page.page_number
        rules = whole_rules(edges)
        found, free = _ruled(page, _characters(drawn), rules, meter.file)
        shown = _shown(free, page)
        stops = tuple(table.top for table in found)
        others = unruled(Sheet(number, tuple(shown), rules, stops), above)
        rest = lines((one for one in free if id(one) not in others.taken), number)
        rest = [line for line in rest if not _is_page_number(line, page)]
        left = min((line.x0 for line in rest), default=0.0)
        right = max((line.edge for line in rest), default=0.0)
        parts: list[Line | PdfTable] = [*rest, *found, *others.tables]
        parts.sort(key=lambda part: part.top)
        right = max(right, float(page.width) - left)
        return cls(tuple(parts), left, right, number if others.unclear else None)


def _ruled(
    page: "Page", characters: list[Character], rules: Sequence[Rule], file: File
) -> tuple[list[PdfTable], list[Character]]:
    """Give the tables whose cells are enclosed by lines, and the characters outside them.

    A table of one column only shades or underlines its rows.
    """
    with blaming(file):
        tables = page.find_tables()
    sides = [side for table in tables for side in open_sides(table.bbox, rules)]
    if sides:
        with blaming(file):
            tables = page.find_tables({"explicit_vertical_lines": sides})
    tables = [table for table in tables if len({cell[0] for cell in table.cells}) > 1]
    inside = [[one for one in characters if _is_inside(one, table.bbox)] for table in tables]
    found = [
        read_table(table.cells, those, page.page_number)
        for table, those in zip(tables, inside, strict=True)
    ]
    taken = {id(one) for those in inside for one in those}
    return found, [one for one in characters if id(one) not in taken]


def _shown(free: list[Character], page: "Page") -> list[list[Character]]:
    """Give the lines of a page that hold text, without the number at its top or foot."""
    rows = [(row, line) for row in level(free) for line in lines(row, 0)]
    ends = {id(line) for _, line in (*rows[:1], *rows[-1:]) if _is_page_number(line, page)}
    return [row for row, line in rows if id(line) not in ends]


def _characters(drawn: Sequence[Character]) -> list[Character]:
    """Give the upright characters of a page; bold type that is printed twice counts once.

    What a file draws at no place, or in no size, that a number can tell is on no page.
    """
    seen: set[tuple[Any, ...]] = set()
    characters = []
    for one in drawn:
        if not all(isfinite(one[measure]) for measure in _MEASURES):
            continue
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
