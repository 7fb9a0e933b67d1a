"""How a sheet shows its cells: what is hidden or crossed out, and which dates are months.

What is hidden or crossed out is read like everything else, so that nothing is lost, and told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...plan import Doubt
from .numberformats import Words

_MOST_TOLD = 12
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Looks:
    """The looks of one sheet; rows and columns count from 0."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[range, ...] = ()
    struck: frozenset[tuple[int, int]] = frozenset()
    """Row and column of each cell of which some text is crossed out."""
    months: frozenset[tuple[int, int]] = frozenset()
    """Row and column of each cell whose format shows of a date the year and the month only."""
    words: Mapping[tuple[int, int], Words] = field(default_factory=dict)
    """By row and column, what the format of a cell writes before and behind its number."""
    lost: frozenset[tuple[int, int]] = frozenset()
    """Row and column of each cell that is an error, or a formula without its result."""
    boxes: tuple[tuple[int, str], ...] = ()
    """The row at which each shape over the sheet begins, and the text in it."""


def look_doubts(name: str, rows: Sequence[Sequence[str]], looks: Looks) -> Iterator[Doubt]:
    """Tell of what is hidden or crossed out and holds a text."""
    filled = [
        (row, column)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text.strip()
    ]
    hidden_rows = sorted({row for row, _ in filled} & looks.hidden_rows)
    used = sorted({column for _, column in filled})
    spans = _without_overlap(looks.hidden_columns)
    hidden_columns = [at for at in used if any(at in span for span in spans)]
    struck = [
        f"{letters(column)}{row + 1}" for row, column in filled if (row, column) in looks.struck
    ]
    rows_told = [_joined(str(first + 1), str(last + 1)) for first, last in _stretches(hidden_rows)]
    columns_told = [_joined(letters(a), letters(b)) for a, b in _stretches(hidden_columns)]
    yield from _doubt("documents.hidden-rows", name, rows_told)
    yield from _doubt("documents.hidden-columns", name, columns_told)
    yield from _doubt("documents.struck-cells", name, struck)
    lost = [f"{letters(column)}{row + 1}" for row, column in sorted(looks.lost)]
    yield from _doubt("documents.lost-values", name, lost)


def letters(column: int) -> str:
    """Name a column, from 0, as a sheet does.

    >>> letters(0), letters(25), letters(26), letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    named = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        named = chr(ord("A") + letter) + named
    return named


def _without_overlap(spans: Sequence[range]) -> list[range]:
    """Join what overlaps or meets, so that there are fewer of them than columns of a sheet."""
    joined: list[range] = []
    for span in sorted(spans, key=lambda span: span.start):
        if joined and span.start <= joined[-1].stop:
            joined[-1] = range(joined[-1].start, max(span.stop, joined[-1].stop))
        else:
            joined.append(span)
    return joined


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Give the first and last of each run of numbers that follow each other."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _doubt(code: str, name: str, places: Sequence[str]) -> Iterator[Doubt]:
    if places:
        more = "…" if len(places) > _MOST_TOLD else ""
        told = "、".join(places[:_MOST_TOLD]) + more
        yield Doubt(code, values=(("name", name), ("places", told)))
