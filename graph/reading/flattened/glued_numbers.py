"""Numbers of rows that ran together with the cell behind them: 1修缮渡口, 2培训船员."""

import re
from collections.abc import Iterator, Sequence

from ...lexicon.headings import Column, Holds
from ..columns.alignment import Before, Loose

_GLUED = re.compile(r"([0-9]{1,3})(?=[\u4e00-\u9fff“《])")
_FEWEST = 2


def with_parted_numbers(
    rows: Sequence[Sequence[Loose]], columns: Sequence[Column]
) -> Sequence[Sequence[Loose]]:
    """Give the rows, the number at the head of each a cell of its own where they count on.

    That is so below a heading of numbers only, and where no row has a number of its own.
    """
    heads = [row[0] for row in rows if row]
    glued = set(_counted(heads, columns))
    return [[*_parted(row[0]), *row[1:]] if row and row[0] in glued else row for row in rows]


def with_parted_cells(cells: Sequence[Loose], columns: Sequence[Column]) -> list[Loose]:
    """Give cells that stand one after the other, such numbers in cells of their own."""
    glued = set(_counted(cells, columns))
    return [part for cell in cells for part in (_parted(cell) if cell in glued else (cell,))]


def _counted(cells: Sequence[Loose], columns: Sequence[Column]) -> list[Loose]:
    """Give the cells whose numbers count on from 1, none where one is a number and nothing else."""
    if not columns or columns[0].holds is not Holds.SERIAL:
        return []
    if any(cell.text.strip().isdecimal() for cell in cells):
        return []
    found: list[Loose] = []
    for cell in cells:
        match = _GLUED.match(cell.text)
        if match is not None and int(match[1]) == len(found) + 1:
            found.append(cell)
    return found if len(found) >= _FEWEST else []


def _parted(cell: Loose) -> Iterator[Loose]:
    match = _GLUED.match(cell.text)
    end = match.end() if match else 0
    yield cell._replace(text=cell.text[:end])
    yield cell._replace(text=cell.text[end:], before=_BEHIND.get(cell.before, Before.SAME))


_BEHIND = {Before.LINE: Before.LINE, Before.GAP: Before.LINE}
"""Where cells stand one a line, so do these."""
