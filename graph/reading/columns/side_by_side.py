"""Tables that stand side by side in one grid: the run of their headings comes again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...documents.document import Grid
from ...lexicon.folding import fold
from .headings import header
from .text_columns import Rows


class Cuts(NamedTuple):
    """Where tables that stand side by side begin and end, and in which row their headings are."""

    columns: tuple[range, ...]
    row: int


def apart(grids: Sequence[Grid]) -> Iterator[Grid]:
    """Give grids, each table of those that stand side by side as one of its own, from the left.

    A grid without headings that is as wide as the one before it goes on in all of its tables.
    """
    above: Cuts | None = None
    for grid in grids:
        cuts = _cuts(grid.rows) or _carried(grid.rows, above)
        above = cuts
        yield from _cut(grid, cuts) if cuts else (grid,)


def _cut(grid: Grid, cuts: Cuts) -> Iterator[Grid]:
    """Give the tables; what stands above all headings stays with the first."""
    for place in cuts.columns:
        rows = grid.rows if place is cuts.columns[0] else grid.rows[cuts.row :]
        yield replace(grid, rows=tuple(row[place.start : place.stop] for row in rows))


def _cuts(rows: Rows) -> Cuts | None:
    for at, row in enumerate(rows[:_DEEPEST]):
        if any(len(cell.text) > _LONGEST_HEADING for cell in row):
            continue
        columns = _repeats([_plain(cell.text) for cell in row])
        if columns:
            return Cuts(columns, at)
    return None


_DEEPEST = 80
_LONGEST_HEADING = 24


def _carried(rows: Rows, above: Cuts | None) -> Cuts | None:
    if above is None or not rows or above.columns[-1].stop != len(rows[0]):
        return None
    headed = any(header([cell.text for cell in row]) for row in rows[:_DEEPEST_CARRIED])
    return None if headed else above._replace(row=0)


_DEEPEST_CARRIED = 8


def once(headings: Sequence[str]) -> Sequence[str]:
    """Give headings without those that come again, where cells in one line each show no rows."""
    columns = _repeats([_plain(text) for text in headings])
    return headings[: columns[0].stop] if columns else headings


def _repeats(headings: Sequence[str]) -> tuple[range, ...]:
    """Give the columns of each run of headings where one comes again, else nothing."""
    first = next((at for at, text in enumerate(headings) if text), len(headings))
    starts = [at for at in range(first, len(headings)) if headings[at] == headings[first]]
    if len(starts) < _FEWEST or starts[1] - first < _FEWEST:
        return ()
    ends = [*starts[1:], len(headings)]
    runs = [_without_blanks(headings[a:b]) for a, b in zip(starts, ends, strict=True)]
    run = runs[0]
    alike = all(one == run for one in runs[:-1]) and runs[-1][: len(run)] == run
    if not alike or header(run) is None:
        return ()
    return tuple(range(0 if a == first else a, b) for a, b in zip(starts, ends, strict=True))


_FEWEST = 2


def _without_blanks(run: Sequence[str]) -> list[str]:
    """Give a run of headings without the blank ones behind it."""
    end = max((at for at, text in enumerate(run, start=1) if text), default=0)
    return list(run[:end])


def _plain(text: str) -> str:
    return "".join(fold(text).split())
