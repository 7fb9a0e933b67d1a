"""Rows of a table of one cell a line that all are as wide as its headings."""

from collections.abc import Sequence
from itertools import pairwise

from ...lexicon.headings import Column, Holds
from ..columns.alignment import Loose, Placed, direct
from ..columns.fitness import fitness
from .numbered_rows import odd_for_units, owned


def whole_rows(cells: Sequence[Loose], columns: tuple[Column, ...]) -> Placed:
    """Give rows as wide as the headings when all cells stand in such.

    That show numbers in sequence, or, where none are printed, times and units in every row.
    """
    width = len(columns)
    if not cells or not width or len(cells) % width:
        return []
    rows = [list(cells[at : at + width]) for at in range(0, len(cells), width)]
    odd = odd_for_units(rows, range(width), columns)
    if not all(owned(row, range(width), columns, odd) for row in rows):
        return []
    if not (_in_sequence(rows) if columns[0].holds is Holds.SERIAL else _all_fit(rows, columns)):
        return []
    return [placed for row in rows for placed in direct(row, columns)]


def _in_sequence(rows: Sequence[Sequence[Loose]]) -> bool:
    numbers = [row[0].text for row in rows]
    if not all(text.isdecimal() for text in numbers):
        return False
    return {int(b) - int(a) for a, b in pairwise(numbers)} <= {1}


def _all_fit(rows: Sequence[Sequence[Loose]], columns: tuple[Column, ...]) -> bool:
    """Tell whether in several rows units, persons and times stand under their headings."""
    placed = [at for at, c in enumerate(columns) if c.holds in {Holds.OWNERS, Holds.DEADLINE}]
    timed = any(columns[at].holds is Holds.DEADLINE for at in placed)
    sure = all(fitness(row[at].text, columns[at]) > 1 for row in rows for at in placed)
    return len(rows) > 1 and timed and sure
