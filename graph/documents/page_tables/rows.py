"""Where the rows of a table begin that no lines part.

Each way to tell gives a guess: every cell begins beside its number; the number stands in the middle
of its row; there is more space between rows than between lines; a column begins anew. The guess
that cuts the fewest running texts is taken; where the best cuts some, nothing is claimed.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from .gutters import Stretch
from .lines import NUMBERED, SERIAL
from .row_lines import Lines

_LEVEL = 1.0
"""Points by which one space is wider than another."""
_MOST_CUT = 0.1
"""Share of the rows whose beginning may seem to cut a text."""


def row_starts(lines: Lines) -> list[int] | None:
    """Give the lines at which rows begin, `None` where that is not clear."""
    serial = lines.frame.serial
    if serial is not None:
        texts = [lines.rows[at].text(serial) for at in lines.numbers]
        if not all(map(SERIAL.fullmatch, texts)):
            return None
        if not texts and not lines.continued:
            return None
    ways = (_topped, _spaced, _centred) if lines.numbers else (_by_space, _by_item, _anew)
    found = [starts for way in ways if (starts := way(lines)) is not None]
    if serial is not None and not lines.numbers:
        found = [[0]]
    return min(_sound(lines, found), key=lambda one: one[0], default=(0, None))[1]


def _sound(lines: Lines, found: Iterable[list[int]]) -> Iterable[tuple[int, list[int]]]:
    for starts in found:
        cut = sum(lines.cuts(at) for at in starts[1:])
        if cut <= _MOST_CUT * len(starts):
            yield cut, starts


def _topped(lines: Lines) -> list[int] | None:
    """Begin each row beside its number, where every cell begins there."""
    numbers = lines.numbers
    ends = [*numbers[1:], len(lines.rows)]
    for start, end in zip(numbers, ends, strict=True):
        if not set().union(*lines.filled[start:end]) <= lines.filled[start]:
            return None
    before = any(lines.filled[: numbers[0]])
    if before and not lines.continued:
        return None
    return [0, *(numbers if before else numbers[1:])]


def _spaced(lines: Lines) -> list[int] | None:
    """Begin each row at the widest space between two numbers."""
    numbers = lines.numbers
    starts = [0]
    if lines.continued and any(lines.filled[: numbers[0]]):
        starts.append(_widest(lines, 0, numbers[0]))
        if not lines.is_wide(starts[-1]):
            return None
    for above, at in pairwise(numbers):
        split = _widest(lines, above, at)
        if not lines.is_wide(split) or not _is_alone(lines, above, at, split):
            return None
        starts.append(split)
    return starts


def _widest(lines: Lines, above: int, at: int) -> int:
    spaces = [
        (space, -here)
        for here in range(above + 1, at + 1)
        if (space := lines.above[here]) is not None
    ]
    return -max(spaces)[1] if spaces else at


def _is_alone(lines: Lines, above: int, at: int, split: int) -> bool:
    """Tell whether no other space between two numbers is nearly as wide."""
    widest = lines.above[split] or 0.0
    others = [
        space
        for here in range(above + 1, at + 1)
        if here != split and (space := lines.above[here]) is not None
    ]
    return all(space <= widest - _LEVEL for space in others)


def _centred(lines: Lines) -> list[int] | None:
    """Begin each row so that its number stands in the middle; the last may go on overleaf."""
    rows = [row.reach(lines.frame.measured) for row in lines.rows]
    begins = range(lines.numbers[0] + 1 if lines.continued else 1)
    chains = (_chain(rows, begin, lines) for begin in begins)
    found = [[0, *chain] if chain[0] else chain for chain in chains if chain]
    return min(found, key=lambda starts: sum(map(lines.cuts, starts[1:])), default=None)


def _chain(rows: Sequence[Stretch | None], begin: int, lines: Lines) -> list[int] | None:
    """Give where rows begin when the first begins at a line, `None` where the others do not fit."""
    starts: list[int] = []
    for number in lines.numbers:
        if number < begin:
            return None
        starts.append(begin)
        end = _middle_end(rows, begin, lines.rows[number].middle)
        cut = number == lines.numbers[-1] == begin
        if end is None or cut:
            return starts if cut else None
        begin = end + 1
    return starts if begin == len(rows) else None


def _middle_end(rows: Sequence[Stretch | None], begin: int, middle: float) -> int | None:
    """Give the line at which a row ends whose middle stands at a height."""
    top = next((reach[0] for reach in rows[begin:] if reach is not None), None)
    if top is None:
        return None
    found: list[tuple[float, int]] = []
    for at, reach in enumerate(rows[begin:], start=begin):
        if reach is not None:
            found.append((abs(top + reach[1] - 2 * middle) / 2, at))
            if top + reach[1] > 2 * middle + 2 * (reach[1] - reach[0]):
                break
    off, end = min(found)
    reach = rows[end]
    return end if reach is not None and off < (reach[1] - reach[0]) / 3 else None


def _by_space(lines: Lines) -> list[int] | None:
    """Begin a row below every space that is wider than between the lines of a cell."""
    wide = [at for at in range(len(lines.rows)) if lines.is_wide(at)]
    kept = [0] if wide else []
    for start, end in pairwise([*wide, len(lines.rows)]):
        filled = set().union(*lines.filled[start:end])
        if filled != {lines.frame.text}:
            kept.append(start)
    return kept or None


def _by_item(lines: Lines) -> list[int] | None:
    """Begin a row at every numbered text, where every other cell begins there too."""
    text = lines.frame.text
    starts = [at for at, row in enumerate(lines.rows) if NUMBERED.match(row.text(text))]
    if not starts or starts[0] != 0:
        return None
    ends = [*starts[1:], len(lines.rows)]
    topped = (
        set().union(*lines.filled[start:end]) <= lines.filled[start]
        for start, end in zip(starts, ends, strict=True)
    )
    return starts if all(topped) else None


def _anew(lines: Lines) -> list[int] | None:
    """Begin a row where a column is filled again, or where no text goes on from the line above."""
    starts = [0]
    for at in range(1, len(lines.rows)):
        here = lines.filled[at]
        again = not here <= lines.filled[at - 1]
        fresh = len(here) > 1 and not any(lines.goes_on(at, column) for column in here)
        if again or fresh:
            starts.append(at)
    several = [len(lines.filled[at]) > 1 for at in starts]
    return starts if all(several[not lines.continued :]) else None
