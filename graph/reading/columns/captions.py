"""Numbered headings that stand over the headings of a table's columns: 一、重点任务."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ...documents.document import Block, Cell, Grid, Paragraph
from ...span import Span
from ..text.numbering import Printed, printed_number
from .banners import Row, piece_of
from .headings import header

_STYLES = frozenset({"part", "first", "second"})
_LONGEST = 40
_MOST_ROWS = 8


def captions(blocks: Sequence[Block]) -> dict[Span, tuple[Cell, ...]]:
    """Give the headings over the columns of each grid, by its place, the highest first.

    They count where others like them, with other numbers, stand over tables or rows: a table that
    is one part of a numbered text has none.
    """
    found = {
        block.span: (*_before(blocks, at), *_first_rows(block))
        for at, block in enumerate(blocks)
        if isinstance(block, Grid)
    }
    if not any(found.values()):
        return {}
    inside = (cell for block in blocks if isinstance(block, Grid) for cell in _alone(block.rows))
    numbers: defaultdict[str, set[str]] = defaultdict(set)
    for cell in (*(cell for told in found.values() for cell in told), *inside):
        if (printed := _heading(cell)) is not None:
            numbers[printed.style].add(printed.number)
    return {place: _within(told, numbers) for place, told in found.items()}


def _within(told: tuple[Cell, ...], numbers: dict[str, set[str]]) -> tuple[Cell, ...]:
    headings = ((cell, _heading(cell)) for cell in told)
    return tuple(cell for cell, printed in headings if printed and len(numbers[printed.style]) > 1)


def _heading(cell: Cell | Paragraph) -> Printed | None:
    """Give the number of a short text that is a heading, else `None`."""
    text = cell.text.strip()
    if not text or len(text) > _LONGEST or text.endswith(("。", "；", "：", ":")):
        return None
    printed = printed_number(piece_of(Cell(cell.text, cell.span)).folded)
    return printed if printed is not None and printed.style in _STYLES else None


def _before(blocks: Sequence[Block], at: int) -> list[Cell]:
    """Give the headings right before a block, each of a higher level than the one below it."""
    found: list[Cell] = []
    level = max(_LEVELS)
    for block in reversed(blocks[max(0, at - _MOST_ROWS) : at]):
        if not isinstance(block, Paragraph):
            break
        if not block.text.strip():
            continue
        printed = _heading(block)
        if printed is None or printed.level >= level:
            break
        level = printed.level
        found.insert(0, Cell(block.text, block.span))
    return found


_LEVELS = range(4)


def _first_rows(grid: Grid) -> Iterator[Cell]:
    """Give the headings in the rows above those of the columns."""
    above = list(takewhile(lambda row: not _heads(row), grid.rows[:_MOST_ROWS]))
    if len(above) < min(_MOST_ROWS, len(grid.rows)):
        yield from (cell for cell in _alone(above) if _heading(cell))


def _heads(row: Row) -> bool:
    return header([cell.text for cell in row]) is not None


def _alone(rows: Sequence[Row]) -> Iterator[Cell]:
    """Give the cells whose text is the only one of their row."""
    for row in rows:
        texts = {cell.text for cell in row if cell.text.strip()}
        if len(texts) == 1:
            yield next(cell for cell in row if cell.text.strip())
