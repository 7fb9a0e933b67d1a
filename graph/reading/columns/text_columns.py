"""Which columns of text hold the tasks, where their headings alone do not tell."""

from collections.abc import Sequence

from ...documents.document import Cell
from ...lexicon.folding import fold
from ...lexicon.headings import TASK_RANK, Column, Holds, names_tasks, outlined
from ...lexicon.words import words
from ..names.names import tells_task
from ..text.numbering import printed_number
from .fitness import looks
from .headings import places_of

Rows = tuple[tuple[Cell, ...], ...]
LEVELS = (Holds.SECTION, Holds.TASK, Holds.REQUIREMENT)
SAMPLE = 40
"""How many rows tell what a column holds."""
_FINEST = 50


def told_by_cells(columns: tuple[Column, ...], rows: Rows) -> tuple[Column, ...]:
    """Give the columns, those of text told apart by their cells.

    Three things show: an unknown column right behind the names of tasks tells what is to be done; a
    column of shared work (责任分解) beside those of units whose cells begin with words of doing
    holds the tasks; and so do the sentences right behind a column of short names.
    """
    for change in (_behind_names, _shared_work, _sentences):
        columns = change(columns, rows)
    return columns


def begins_with_doing(text: str) -> bool:
    """Tell whether a cell begins with a word of doing, its own number left out."""
    folded = fold(text).strip()
    printed = printed_number(folded)
    return tells_task(folded[printed.end :] if printed else folded)


def as_text(columns: Sequence[Column]) -> list[Column]:
    """Give the columns with the levels of the outline no longer told apart."""
    return [c._replace(holds=Holds.TEXT) if c.holds in LEVELS else c for c in columns]


def _with_finest(columns: tuple[Column, ...], place: int) -> tuple[Column, ...]:
    found = as_text(columns)
    found[place] = found[place]._replace(holds=Holds.TEXT, slot=None, rank=_FINEST)
    return outlined(found)


def _behind_names(columns: tuple[Column, ...], rows: Rows) -> tuple[Column, ...]:
    names = next(iter(places_of(columns, Holds.REQUIREMENT)), len(columns))
    place = names + 1
    if place >= len(columns) or not names_tasks(columns[names]):
        return columns
    unknown = columns[place].holds is Holds.UNKNOWN and bool(columns[place].heading)
    told = _filled(place, rows)
    worded = sum(len(text) > _LONGEST_STATE and looks(text) in _WORDED for text in told)
    return _with_finest(columns, place) if unknown and 2 * worded > len(told) else columns


_WORDED = {"short", "long", "timed", "second", "third", "fourth"}
_LONGEST_STATE = 4
"""A cell no longer than this says how far a task is (加快建设), not what is to be done."""


def _shared_work(columns: tuple[Column, ...], rows: Rows) -> tuple[Column, ...]:
    owners = places_of(columns, Holds.OWNERS)
    for place in owners if len(owners) > 1 else ():
        told = _filled(place, rows)
        doing = sum(map(begins_with_doing, told))
        if fold(columns[place].heading) in words("headings", "owners") and 2 * doing > len(told):
            return _with_finest(columns, place)
    return columns


def _sentences(columns: tuple[Column, ...], rows: Rows) -> tuple[Column, ...]:
    tasks = next(iter(places_of(columns, Holds.REQUIREMENT)), len(columns))
    place = tasks + 1
    if place >= len(columns) or columns[place].holds not in LEVELS:
        return columns
    if columns[place].rank < TASK_RANK:
        return columns
    names, told = _filled(tasks, rows), _filled(place, rows)
    sentences = sum(text.rstrip().endswith(_ENDS) for text in told)
    short = names and max(map(len, names)) <= _LONGEST_NAME
    apart = not any(text.rstrip().endswith(_ENDS) for text in names)
    whole = bool(short and apart) and 2 * sentences > len(told)
    return _with_finest(columns, place) if whole else columns


_ENDS = ("。", "；", ";")
_LONGEST_NAME = 14


def _filled(place: int, rows: Rows) -> list[str]:
    return [row[place].text for row in rows[:SAMPLE] if row[place].text.strip()]
