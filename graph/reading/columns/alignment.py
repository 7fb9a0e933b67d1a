"""Cells of a flattened table put back under their headings.

Cells are given in reading order with what stood before each. The best arrangement is found by
dynamic programming over (cell, column): each cell's fitness to its column, less a price for columns
that are passed over, for a new row, and for text that continues the cell before it.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from ...documents.document import Cell, Grid
from ...lexicon.headings import Column, Holds
from ...span import Span
from .fitness import fitness, looks


class Before(StrEnum):
    """What stands before a cell."""

    ROW = "row"
    """Surely the start of a row."""
    SAME = "same"
    """A mark between cells of one row."""
    GAP = "gap"
    """A blank line: likely the start of a row."""
    LINE = "line"
    """Only a line break: anything."""
    BREAK = "break"
    """A line break where cells are kept apart by marks: a new row, or more of the same cell."""
    MARK = "mark"
    """A mark that stands between cells and between rows alike."""
    MORE = "more"
    """A line break where every cell is kept apart by marks: more of the same cell."""
    INNER = "inner"
    """A line break in a row that is known: the next cell, or more of the same one."""
    SPACE = "space"
    """A space: the next cell of the row, or more of the same one."""


class Loose(NamedTuple):
    """A cell without a column."""

    text: str
    span: Span
    """Where its first line stands."""
    before: Before


_NEVER = -9.0
_NEW_ROW = {
    Before.ROW: 0.0,
    Before.SAME: _NEVER,
    Before.GAP: 0.5,
    Before.LINE: -0.6,
    Before.BREAK: 0.0,
    Before.SPACE: _NEVER,
    Before.MARK: -0.3,
    Before.MORE: _NEVER,
    Before.INNER: _NEVER,
}
_NEXT = {
    Before.ROW: _NEVER,
    Before.SAME: 0.0,
    Before.GAP: -0.6,
    Before.LINE: 0.0,
    Before.BREAK: _NEVER,
    Before.SPACE: 0.0,
    Before.MARK: 0.0,
    Before.MORE: _NEVER,
    Before.INNER: 0.0,
}
_MORE = {
    Before.ROW: _NEVER,
    Before.SAME: _NEVER,
    Before.GAP: -2.5,
    Before.LINE: -1.5,
    Before.BREAK: -1.0,
    Before.SPACE: -1.0,
    Before.MARK: _NEVER,
    Before.MORE: 0.0,
    Before.INNER: -1.0,
}
_SKIP = 0.3
_SKIPPED = {Holds.OWNERS: 0.5, Holds.REQUIREMENT: 2.0}
_CONTINUED = {Holds.OWNERS, Holds.REQUIREMENT, Holds.TASK}
Placed = list[list[list[Loose]]]


def arrange(cells: Sequence[Loose], columns: Sequence[Column]) -> Placed:
    """Give rows of columns of cells: what stands in each place, blank cells left out."""
    return best_arrangement(cells, [columns])[0]


def best_arrangement(
    cells: Sequence[Loose], choices: Sequence[Sequence[Column]]
) -> tuple[Placed, Sequence[Column]]:
    """Give the rows under those of several choices of columns that fit best, and these columns."""
    filled = [cell for cell in cells if cell.text.strip()]
    if not filled:
        return [], choices[0]
    tried = [(*_arranged(filled, columns), -at) for at, columns in enumerate(choices)]
    _, placed, at = max(tried, key=lambda one: (one[0], one[2]))
    return placed, choices[-at]


def _arranged(filled: Sequence[Loose], columns: Sequence[Column]) -> tuple[float, Placed]:
    width = len(columns)
    prices = _prices(columns)
    scores = [
        _NEW_ROW[filled[0].before] - prices[j] + fitness(filled[0].text, columns[j])
        for j in range(width)
    ]
    steps: list[list[int]] = []
    for cell in filled[1:]:
        scores, chosen = _advance(cell, columns, scores, prices)
        steps.append(chosen)
    return max(scores), _trace(filled, scores, steps, width)


def _prices(columns: Sequence[Column]) -> list[float]:
    """Give the price of passing over the first `j` columns."""
    prices = [0.0]
    for column in columns:
        prices.append(prices[-1] + _SKIPPED.get(column.holds, _SKIP))
    return prices


def _advance(
    cell: Loose, columns: Sequence[Column], scores: list[float], prices: list[float]
) -> tuple[list[float], list[int]]:
    """Give the best score of each column for the next cell, and the step that led there.

    A step is the column before, plus `width` for a new row.
    """
    width = len(columns)
    ended = [score - (prices[width] - prices[i + 1]) for i, score in enumerate(scores)]
    best_end = max(range(width), key=ended.__getitem__)
    found, chosen = [], []
    reach = -1
    for j in range(width):
        if j and (reach < 0 or scores[j - 1] + prices[j] > scores[reach] + prices[reach + 1]):
            reach = j - 1
        choices = [(ended[best_end] - prices[j] + _NEW_ROW[cell.before], best_end + width)]
        if reach >= 0:
            passed = prices[j] - prices[reach + 1]
            choices.append((scores[reach] - passed + _NEXT[cell.before], reach))
        if columns[j].holds in _CONTINUED or cell.before is Before.MORE:
            choices.append((scores[j] + _more(cell, columns[j]), j))
        score, step = max(choices)
        found.append(score + fitness(cell.text, columns[j]))
        chosen.append(step)
    return found, chosen


def _more(cell: Loose, column: Column) -> float:
    """Give the price of a cell as more of the one before; a list of units often has a line each."""
    listed = cell.before is Before.LINE and column.holds is Holds.OWNERS
    return _NEXT_UNIT if listed and looks(cell.text) == "units" else _MORE[cell.before]


_NEXT_UNIT = -0.5


def _trace(
    filled: Sequence[Loose], scores: list[float], steps: list[list[int]], width: int
) -> Placed:
    at = max(range(width), key=scores.__getitem__)
    path = [(at, True)]
    for chosen in reversed(steps):
        step = chosen[at]
        new_row, at = step >= width, step % width
        path[-1] = (path[-1][0], new_row)
        path.append((at, True))
    path.reverse()
    rows: Placed = []
    for cell, (place, new_row) in zip(filled, path, strict=True):
        if new_row:
            rows.append([[] for _ in range(width)])
        rows[-1][place].append(cell)
    return rows


def direct(row: Sequence[Loose], columns: Sequence[Column]) -> Placed:
    """Give a row whose cells stand under the headings one by one."""
    return [[[cell] if cell.text.strip() else [] for cell in row[: len(columns)]]]


def fits(row: Sequence[Loose], columns: Sequence[Column]) -> bool:
    """Tell whether a row's cells, one by one, fit the headings above them."""
    if len(row) != len(columns):
        return False
    return all(
        fitness(cell.text, column) > -1.2
        for cell, column in zip(row, columns, strict=True)
        if cell.text.strip()
    )


def to_grid(rows: Placed, headings: Sequence[Loose], table: int) -> Grid:
    """Give the grid: its heading row first, every cell with its place in the table and its line."""
    width = len(headings)
    start = headings[0].span
    grid = [tuple(_cell([cell], table, 1, j + 1, start) for j, cell in enumerate(headings))]
    for i, row in enumerate(rows, start=2):
        first = next((cells[0].span for cells in row if cells), start)
        grid.append(tuple(_cell(row[j], table, i, j + 1, first) for j in range(width)))
    return Grid(tuple(grid), Span(0, 0, table=table, line=start.line))


def _cell(cells: Sequence[Loose], table: int, row: int, column: int, near: Span) -> Cell:
    text, at = (cells[0].text, cells[0].span) if cells else ("", near)
    for cell in cells[1:]:
        text += (" " if cell.before is Before.SPACE else "\n") + cell.text
    paragraph = at.paragraph if at.line is None else None
    span = Span(0, len(text), table, row, column, paragraph, at.page, at.sheet, at.line)
    return Cell(text, span)
