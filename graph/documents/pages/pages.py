"""A page of a fixed layout (PDF, OFD): its tables, and the lines outside them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Any

from ..page_tables.lines import Character, Line, level, lines
from ..page_tables.ruled import read_table
from ..page_tables.rules import Rule, open_sides, whole_rules
from ..page_tables.tables import PdfTable
from ..page_tables.unruled import Sheet, unruled

if TYPE_CHECKING:
    from pdfplumber.table import Table

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
    def of(cls, page: "Drawn", above: PdfTable | None) -> "PageContent":
        """Read a page; `above` is the table that the page before ends with."""
        rules = whole_rules(page.edges)
        found, free = _ruled(page, _characters(page.characters), rules)
        shown = _shown(free, page)
        stops = tuple(table.top for table in found)
        others = unruled(Sheet(page.number, tuple(shown), rules, stops), above)
        rest = lines((one for one in free if id(one) not in others.taken), page.number)
        rest = [line for line in rest if not _is_page_number(line, page)]
        left = min((line.x0 for line in rest), default=0.0)
        right = max((line.edge for line in rest), default=0.0)
        parts: list[Line | PdfTable] = [*rest, *found, *others.tables]
        parts.sort(key=lambda part: part.top)
        right = max(right, page.width - left)
        return cls(tuple(parts), left, right, page.number if others.unclear else None)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a page draws, in points from its top left corner."""

    number: int
    width: float
    height: float
    characters: Sequence[Character]
    edges: Sequence[dict[str, Any]]
    """The horizontal lines, and the horizontal sides of rectangles."""
    tables: "Callable[[Sequence[dict[str, Any]]], Sequence[Table]]"
    """Gives the tables between its lines and more vertical ones. Raises `DocumentError`."""


def _ruled(
    page: Drawn, characters: list[Character], rules: Sequence[Rule]
) -> tuple[list[PdfTable], list[Character]]:
    """Give the tables whose cells are enclosed by lines, and the characters outside them.

    A table of one column only shades or underlines its rows.
    """
    tables = page.tables(())
    sides = [side for table in tables for side in open_sides(table.bbox, rules)]
    tables = page.tables(sides) if sides else tables
    tables = [table for table in tables if len({cell[0] for cell in table.cells}) > 1]
    inside = [[one for one in characters if _is_inside(one, table.bbox)] for table in tables]
    found = [
        read_table(table.cells, those, page.number)
        for table, those in zip(tables, inside, strict=True)
    ]
    taken = {id(one) for those in inside for one in those}
    return found, [one for one in characters if id(one) not in taken]


def _shown(free: list[Character], page: Drawn) -> list[list[Character]]:
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


def _is_page_number(line: Line, page: Drawn) -> bool:
    outside = line.top < _BAND * page.height or line.top > (1 - _BAND) * page.height
    return outside and bool(_PAGE_NUMBER.fullmatch(line.text))
