"""Columns of a table completed by what stands below their headings."""

from collections.abc import Sequence

from ...lexicon.headings import TASK_RANK, Column, Holds, outlined
from .fitness import looks
from .guessed_columns import with_units_beside
from .measured_columns import without_measures
from .text_columns import SAMPLE, Rows, as_text, told_by_cells


def completed(columns: tuple[Column, ...], rows: Rows) -> tuple[Column, ...]:
    """Give the columns, completed by the cells below.

    A column of numbers without a heading is the serial one, and one of Chinese numbers holds the
    sections. Where no known heading holds the tasks, or only one of categories does, the longest
    unknown column holds them.
    """
    columns = without_measures(_with_sections(_with_serial(columns, rows), rows), rows)
    columns = with_units_beside(told_by_cells(columns, rows), rows)
    unknown = [place for place, c in enumerate(columns) if c.holds is Holds.UNKNOWN]
    longest = max(unknown, key=lambda place: _length(place, rows), default=None)
    if longest is None:
        return columns
    holding = [place for place, c in enumerate(columns) if c.holds is Holds.REQUIREMENT]
    if not holding:
        return _with_task(columns, longest)
    category = columns[holding[0]].rank < TASK_RANK
    if category and _tells_more(longest, holding[0], rows):
        return outlined(as_text(_with_task(columns, longest)))
    return columns


def _with_task(columns: Sequence[Column], place: int) -> tuple[Column, ...]:
    found = list(columns)
    found[place] = found[place]._replace(holds=Holds.REQUIREMENT, rank=TASK_RANK)
    return tuple(found)


def _tells_more(place: int, category: int, rows: Rows) -> bool:
    """Tell whether a column's cells are words of tasks and longer than those of a category."""
    filled = [row[place].text for row in rows[:SAMPLE] if row[place].text.strip()]
    words = sum(looks(text) in _WORDS for text in filled)
    mean = _length(category, rows) / max(1, _filled(category, rows))
    return 2 * words > len(filled) and _length(place, rows) > mean * len(filled)


_WORDS = {"short", "long", "timed", "second", "third"}


def _length(place: int, rows: Rows) -> int:
    return sum(len(row[place].text) for row in rows[:SAMPLE])


def _filled(place: int, rows: Rows) -> int:
    return sum(bool(row[place].text.strip()) for row in rows[:SAMPLE])


def _with_sections(columns: tuple[Column, ...], rows: Rows) -> tuple[Column, ...]:
    """Take a first column of 一、 without a heading as the sections above the known outline."""
    first = columns[0]
    if first.heading or first.holds is not Holds.UNKNOWN:
        return columns
    filled = [row[0].text for row in rows if row[0].text.strip()]
    if not filled or any(looks(text) not in _SECTION_STYLES for text in filled):
        return columns
    lower = [c._replace(holds=Holds.TASK) if c.holds is Holds.SECTION else c for c in columns[1:]]
    return (first._replace(holds=Holds.SECTION), *lower)


_SECTION_STYLES = {"part", "first", "second"}


def _with_serial(columns: tuple[Column, ...], rows: Rows) -> tuple[Column, ...]:
    found = list(columns)
    for place, c in enumerate(columns):
        if c.heading or c.holds is not Holds.UNKNOWN:
            continue
        filled = [row[place].text for row in rows if row[place].text.strip()]
        if filled and 2 * sum(looks(text) == "number" for text in filled) > len(filled):
            found[place] = c._replace(holds=Holds.SERIAL)
    return tuple(found)
