"""Flattened rows that stand under one number and one name: 3 文化惠民 | 送戏下乡, 放映电影.

The name over them stands between number and first row, so that it has no heading of its own.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...lexicon.headings import Column, Holds
from ..columns.alignment import Before, Loose, Placed, arrange
from ..columns.fitness import looks
from ..columns.text_columns import LEVELS

_NAMES = {"short", "long", "timed"}
Rows = Sequence[Sequence[Loose]]


def with_names_over(
    rows: Rows, headings: list[Loose], columns: tuple[Column, ...]
) -> tuple[Placed, list[Loose], tuple[Column, ...]] | None:
    """Give rows under their headings, the names over some of them in a column of their own.

    `None` where no name stands over others: each is followed by rows without a number.
    """
    if len(columns) < _FEWEST or columns[0].holds is not Holds.SERIAL:
        return None
    if columns[1].holds not in LEVELS or columns[2].holds is not Holds.OWNERS:
        return None
    kinds = [_kind(row) for row in rows]
    over = [at for at, kind in enumerate(kinds) if kind == _OVER]
    if not over or any(kinds[at + 1 : at + 2] != [_UNDER] for at in over):
        return None
    if any(below == _UNDER and above == _PLAIN for above, below in pairwise(kinds)):
        return None
    told = zip(rows, kinds, strict=True)
    placed = [one for row, kind in told for one in _spread(row, kind, columns)]
    return placed, [*headings[:2], *headings[1:]], (*columns[:2], *columns[1:])


_FEWEST = 4
_OVER, _UNDER, _PLAIN = "over", "under", "plain"


def _kind(row: Sequence[Loose]) -> str:
    """Tell whether a row is the first below a name, another below it, or stands alone."""
    told = [looks(cell.text) for cell in row[:4]]
    if told[:1] == ["number"] and told[3:] == ["units"] and set(told[1:3]) <= _NAMES:
        return _OVER
    under = told[:1] != ["number"] and set(told[:1]) <= _NAMES and told[1:2] == ["units"]
    return _UNDER if under else _PLAIN


def _spread(
    row: Sequence[Loose], kind: str, columns: tuple[Column, ...]
) -> Iterator[list[list[Loose]]]:
    if kind == _PLAIN:
        yield from ([*found[:2], [], *found[2:]] for found in arrange(row, columns))
        return
    head = [[cell] for cell in row[:3]] if kind == _OVER else [[], [], [row[0]]]
    rest = row[3:] if kind == _OVER else row[1:]
    for behind in arrange([rest[0]._replace(before=Before.ROW), *rest[1:]], columns[2:]):
        yield [*head, *behind]
        head = [[], [], []]
