"""The lines of a table that no rules part into rows: their columns, and the space between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from .gutters import Row
from .line_ends import ends_a_name, may_break_a_name
from .lines import ENDED, NUMBERED, Line, runs_on

_CLEAR = 1.5
"""Points by which the space between rows is wider than between the lines of a cell."""
_TIME_END = "前"


@dataclass(frozen=True, slots=True)
class Frame:
    """What the columns of a table are."""

    serial: int | None
    text: int
    """The column of the finest text; what stands right of it belongs to one row."""
    rights: tuple[float, ...]
    """Where the lines of each column are broken."""
    units: frozenset[int]
    """The columns of units."""
    lefts: tuple[float | None, ...]
    """Where the widest line of each column begins whose lines are centred."""

    @property
    def measured(self) -> tuple[int, ...]:
        """The columns that have a cell of their own in every row."""
        beside = () if self.serial is None else (self.serial,)
        return tuple(sorted({*beside, *range(self.text, len(self.rights))}))

    @property
    def outline(self) -> tuple[int, ...]:
        """The columns that may have one cell for several rows."""
        return tuple(at for at in range(self.text) if at != self.serial)

    def runs_on(self, column: int, above: Line, below: Line) -> bool:
        """Tell whether a line of a column must go on in the next one."""
        if column == self.serial or ENDED.search(above.text) or NUMBERED.match(below.text):
            return False
        if column > self.text and above.text.endswith(_TIME_END):
            return False
        if ends_a_name(above.text) and not below.text.startswith(("、", "，")):
            return False
        if column in self.units and may_break_a_name(above.text):
            return True
        left = self.lefts[column]
        if left is not None:
            above = replace(above, x1=left + above.x1 - above.x0)
        return runs_on(above, below, self.rights[column])


@dataclass(frozen=True)
class Lines:
    """The lines between two banners, with what is needed to part them into rows."""

    rows: Sequence[Row]
    frame: Frame
    least: float
    """The least space between two lines of one cell, in points."""
    continued: bool = False
    """The first lines may be the rest of a row of the page before."""

    @cached_property
    def above(self) -> list[float | None]:
        """The space above each line, `None` where it holds nothing of the measured columns."""
        found: list[float | None] = []
        bottom: float | None = None
        for row in self.rows:
            reach = row.reach(self.frame.measured)
            found.append(None if reach is None or bottom is None else reach[0] - bottom)
            if reach is not None:
                bottom = max(reach[1], reach[1] if bottom is None else bottom)
        return found

    @cached_property
    def filled(self) -> list[set[int]]:
        """The measured columns in which each line holds something."""
        return [set(row.columns).intersection(self.frame.measured) for row in self.rows]

    @cached_property
    def numbers(self) -> list[int]:
        """The lines that hold a number of the serial column."""
        serial = self.frame.serial
        return [] if serial is None else [at for at, f in enumerate(self.filled) if serial in f]

    def is_wide(self, at: int) -> bool:
        """Tell whether the space above a line is wider than between the lines of a cell."""
        space = self.above[at]
        return space is not None and space >= self.least + _CLEAR

    def cuts(self, at: int) -> bool:
        """Tell whether a row that began at this line would cut a text."""
        telling = self.frame.units | {self.frame.text}
        return any(self.goes_on(at, column) for column in self.filled[at] & telling)

    def goes_on(self, at: int, column: int) -> bool:
        """Tell whether the text of a line goes on from the line close above it."""
        before = self._before[at].get(column)
        if before is None:
            return False
        above, below = (self.rows[here].lines[column] for here in (before, at))
        space = below.top - above.top - above.size
        near = space <= self.least + _CLEAR
        return near and self.frame.runs_on(column, above, below)

    @cached_property
    def _before(self) -> list[dict[int, int]]:
        """For each line, the last line above it that holds something of each column."""
        found: list[dict[int, int]] = []
        last: dict[int, int] = {}
        for at, row in enumerate(self.rows):
            found.append({column: last[column] for column in row.lines if column in last})
            last |= dict.fromkeys(row.lines, at)
        return found
