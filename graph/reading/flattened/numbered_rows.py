"""Rows of a table of one cell a line that begin with numbers in sequence."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, zip_longest

from ...lexicon.headings import Column, Holds
from ...lexicon.words import words
from ..columns.alignment import Before, Loose, Placed, arrange, direct
from ..columns.fitness import fitness, looks

_FEWEST_CELLS = 3
_BETWEEN_ROWS = {Before.ROW, Before.GAP, Before.LINE, Before.BREAK, Before.MARK}
_PASSED_OVER = {Holds.OWNERS: 0.5, Holds.REQUIREMENT: 0.5}
_BLANK = 0.3
_IN_ROW = {Before.LINE: Before.INNER, Before.GAP: Before.INNER, Before.BREAK: Before.INNER}
Rows = list[list[Loose]]


def with_fields(cells: Sequence[Loose], columns: Sequence[Column]) -> list[Loose]:
    """Give the cells, a short field right before the next number as the beginning of its row.

    It could be a unit of the row above: 生态环境.
    """
    heads = [c.holds for c in columns[:2]]
    if heads != [Holds.SECTION, Holds.SERIAL]:
        return list(cells)
    return [
        cell._replace(before=Before.ROW) if _is_field(cell, after) else cell
        for cell, after in zip_longest(cells, cells[1:])
    ]


def _is_field(cell: Loose, after: Loose | None) -> bool:
    parted = cell.before in _BETWEEN_ROWS and after is not None and after.text.isdecimal()
    return parted and fitness(cell.text, _SECTION) > 0


_SECTION = Column(Holds.SECTION, "")


def without_total(cells: Sequence[Loose], columns: Sequence[Column]) -> list[Loose]:
    """Give the cells of a table of numbered rows without a sum that stands before the first one."""
    sums = bool(cells) and cells[0].text in words("headings", "total")
    if columns[0].holds is not Holds.SERIAL or not sums:
        return list(cells)
    firsts = [at for at, cell in enumerate(cells[: len(columns)]) if cell.text == "1"]
    return list(cells[firsts[0] if firsts else 0 :])


def numbered_rows(cells: Sequence[Loose], columns: Sequence[Column]) -> Rows:
    """Give the rows below a first column of numbers, each from its number to the next one.

    At least half of them must be of one width, since other figures count on, too; else none.
    """
    if columns[0].holds is not Holds.SERIAL or not cells or not cells[0].text.isdecimal():
        return []
    starts = _sequence(cells)
    if not starts:
        return []
    rows = [list(cells[a:b]) for a, b in pairwise([*starts, len(cells)])]
    usual, count = _usual_width(rows, len(columns))
    sure = 2 * count >= len(rows) and _FEWEST_CELLS <= usual <= len(columns)
    return rows if sure else []


def _sequence(cells: Sequence[Loose]) -> list[int]:
    """Give the places of the first number and of each that goes on from the one before.

    Among several figures in a row such a one is no number of a row.
    """
    wanted = int(cells[0].text)
    starts = []
    for at, cell in enumerate(cells):
        counts_on = cell.text.isdecimal() and int(cell.text) == wanted
        if counts_on and cell.before in _BETWEEN_ROWS and not _is_figure(cells[at + 1 : at + 2]):
            starts.append(at)
            wanted += 1
    return starts


def _is_figure(cells: Sequence[Loose]) -> bool:
    return any(looks(cell.text) in {"number", "measure"} for cell in cells)


def _usual_width(rows: Rows, most: int) -> tuple[int, int]:
    """Give how many cells, at most one for each column, most rows have; and how many rows do."""
    counts = Counter(len(row) for row in rows if len(row) <= most)
    return counts.most_common(1)[0] if counts else (0, 0)


def place_numbered(rows: Rows, columns: Sequence[Column]) -> Placed:
    """Give the rows under their headings: all of the usual width alike, the others by their fit."""
    usual, _ = _usual_width(rows, len(columns))
    alike = [row for row in rows if len(row) == usual]
    held = _held(alike, columns)
    odd = odd_for_units(alike, held, columns)
    return [placed for row in rows for placed in _placed(row, held, columns, odd)]


def _held(rows: Rows, columns: Sequence[Column]) -> list[int]:
    """Give the columns that rows of one width fill, those that fit all of them best together."""
    width = len(rows[0])
    scores = [
        [sum(fitness(row[at].text, column) for row in rows) for column in columns]
        for at in range(width)
    ]
    prices = [len(rows) * _PASSED_OVER.get(column.holds, _BLANK) for column in columns]

    def worth(places: Iterable[int]) -> float:
        return sum(scores[at][place] + prices[place] for at, place in enumerate(places))

    return list(max(combinations(range(len(columns)), width), key=worth))


def _placed(
    row: Sequence[Loose], held: Sequence[int], columns: Sequence[Column], odd: frozenset[int]
) -> Placed:
    width = len(held)
    if len(row) == width and owned(row, held, columns, odd):
        return direct(_spread(zip(held, row, strict=True), row[0], len(columns)), columns)
    owners = [at for at, place in enumerate(held) if columns[place].holds is Holds.OWNERS]
    if len(row) > width and len(owners) == 1:
        behind = width - owners[0] - 1
        lines = row[owners[0] : len(row) - behind]
        if all(looks(line.text) == "units" for line in lines):
            return [_with_lines(row, lines, held, owners[0], len(columns))]
    return arrange([row[0], *map(_in_row, row[1:])], columns)


def _in_row(cell: Loose) -> Loose:
    """Give a cell that begins no row of its own; a heading over the rows below it does."""
    heads = looks(cell.text) in {"part", "first", "second"}
    return cell if heads else cell._replace(before=_IN_ROW.get(cell.before, cell.before))


def owned(
    row: Sequence[Loose], held: Iterable[int], columns: Sequence[Column], odd: frozenset[int]
) -> bool:
    """Tell whether no cell below a heading of units is of another kind, and no task is a unit.

    In an `odd` column of sections a unit is none either.
    """
    return all(
        fitness(cell.text, columns[place]) > _LEAST.get(columns[place].holds, _ANY)
        and not (place in odd and _is_unit(cell))
        for place, cell in zip(held, row, strict=True)
    )


_ANY = -9.0
_LEAST = {Holds.OWNERS: 0.0, Holds.REQUIREMENT: -1.0}


def odd_for_units(rows: Rows, held: Sequence[int], columns: Sequence[Column]) -> frozenset[int]:
    """Give the columns of sections and tasks in which few rows name a unit: a shifted cell does."""
    places = [(at, p) for at, p in enumerate(held) if columns[p].holds in _HEADS]
    return frozenset(
        place for at, place in places if 2 * sum(_is_unit(row[at]) for row in rows) < len(rows)
    )


_HEADS = {Holds.SECTION, Holds.TASK}


def _is_unit(cell: Loose) -> bool:
    """Tell whether a cell names a unit, and no place or field of work: 美丽城镇, 教育."""
    named = looks(cell.text) == "units" and fitness(cell.text, _SECTION) < 0
    return named and not cell.text.strip().endswith(tuple(words("headings", "place")))


def _spread(found: Iterable[tuple[int, Loose]], near: Loose, width: int) -> list[Loose]:
    """Give a row with its cells in their columns and blank ones between."""
    spread = [Loose("", near.span, Before.SAME)] * width
    for place, cell in found:
        spread[place] = cell
    return spread


def _with_lines(
    row: Sequence[Loose], lines: Sequence[Loose], held: Sequence[int], owners: int, width: int
) -> list[list[Loose]]:
    """Give a row of which one cell, that of the units, stands on several lines."""
    placed: list[list[Loose]] = [[] for _ in range(width)]
    rest = [*row[:owners], *row[owners + len(lines) :]]
    places = [place for at, place in enumerate(held) if at != owners]
    for place, cell in zip(places, rest, strict=True):
        placed[place] = [cell]
    placed[held[owners]] = list(lines)
    return placed
