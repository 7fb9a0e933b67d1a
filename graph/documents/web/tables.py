"""Tables of web pages: cells find their places between those that reach down from above."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..blocks.composing import Frame, Placed
from .office import spills
from .text import whole

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_COLUMNS, _MOST_ROWS = 1000, 65534
"""What the HTML standard makes of larger spans."""


@dataclass(slots=True)
class WebTable:
    """A table while its cells are being placed, by the rules of the HTML standard, 4.9.12."""

    content: list[str | Frame]
    """Of whatever the table stands in."""
    cells: list[Placed] = field(default_factory=list)
    busy: dict[int, int] = field(default_factory=dict)
    """Column → the first row in which it is free again."""
    row: int = -1
    column: int = 0
    steps: int = 0
    """How many places were taken so far, those of wide cells counted."""

    def begin_row(self) -> None:
        """Go to the first column of the next row."""
        self.row += 1
        self.column = 0

    def place(self, cell: "HtmlElement", content: list[str | Frame]) -> None:
        """Set a cell at the next place that no cell above it covers."""
        self.row = max(self.row, 0)
        while self.busy.get(self.column, 0) > self.row:
            self.column += 1
        width = min(max(whole(cell.get("colspan"), 1), 1), _MOST_COLUMNS)
        height = min(whole(cell.get("rowspan"), 1) or _MOST_ROWS, _MOST_ROWS)
        filled = 1 if spills(cell) else width
        self.cells.append(Placed(self.row, self.column, tuple(content), height, filled))
        self.steps += width
        end = self.column + width
        self.busy |= dict.fromkeys(range(self.column, end), self.row + height)
        self.column = end
