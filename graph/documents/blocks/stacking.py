"""Rows of cells that say whether they continue the cell above become a table.

Word's two formats describe vertical merges in this way.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto

from .composing import Frame, Placed


class Merge(Enum):
    """What a cell says about a vertical merge."""

    NONE = auto()
    BEGIN = auto()
    CONTINUE = auto()


@dataclass(frozen=True, slots=True)
class Stacked:
    """A cell of a row, in order."""

    content: tuple[str | Frame, ...]
    width: int = 1
    merge: Merge = Merge.NONE


@dataclass(slots=True)
class _Growing:
    row: int
    column: int
    cell: Stacked
    height: int = 1

    def placed(self) -> Placed:
        return Placed(self.row, self.column, self.cell.content, self.height, self.cell.width)


@dataclass(slots=True)
class Stack:
    """Collects the rows of one table."""

    _cells: list[_Growing] = field(default_factory=list)
    _open: dict[int, _Growing] = field(default_factory=dict)
    """The merged cell of each column that the next row may continue."""
    _row: int = 0

    def add(self, cells: Iterable[Stacked], column: int = 0) -> None:
        """Add a row whose first cell stands in the given column, from 0.

        A cell that continues nothing, since none of its width stands above, begins anew.
        """
        still_open: dict[int, _Growing] = {}
        for cell in cells:
            above = self._open.get(column) if cell.merge is Merge.CONTINUE else None
            if above is not None and above.cell.width == cell.width:
                above.height += 1
            else:
                above = _Growing(self._row, column, cell)
                self._cells.append(above)
            if cell.merge is not Merge.NONE:
                still_open[column] = above
            column += cell.width
        self._open = still_open
        self._row += 1

    def frame(self) -> Frame:
        """Give the table."""
        return Frame(tuple(cell.placed() for cell in self._cells))
