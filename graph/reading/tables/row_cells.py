"""The cells of one row by what their columns hold."""

from functools import lru_cache

from ...documents.document import Cell
from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds
from ...lexicon.roles import Slot
from ...lexicon.words import words
from ..columns.banners import Row, piece_of, place_of, spans_from_tasks
from ..columns.headings import places_of
from ..columns.measured_columns import goal_places
from ..columns.measures import is_measure, tells_quantity
from ..names.names import says_nothing
from ..text.pieces import Piece


def filled(row: Row, columns: tuple[Column, ...], holds: Holds) -> list[Cell]:
    """Give the cells that say something, of the columns that hold that."""
    places = places_of(columns, holds)
    return [row[at] for at in places if not says_nothing(row[at].text)] if places else []


def text_cell(row: Row, columns: tuple[Column, ...]) -> Cell | None:
    """Give the finest text that this row itself holds, a mere quantity only for want of words."""
    found: Cell | None = None
    for holds in (Holds.REQUIREMENT, Holds.TASK, Holds.SECTION):
        told = filled(row, columns, holds)
        if not told or (holds is not Holds.REQUIREMENT and told[-1].merged):
            continue
        if not is_measure(told[-1].text):
            return told[-1]
        found = found or told[-1]
    return found


def owner_cells_of(row: Row, columns: tuple[Column, ...]) -> list[tuple[Cell, Column]]:
    """Give the cells of units with their columns, one that is merged over several only once.

    Over those of the lead and of others it tells them not apart.
    """
    found: list[tuple[Cell, Column]] = []
    for at in places_of(columns, Holds.OWNERS):
        if spans_from_tasks(row, columns, at):
            continue
        cell, c = row[at], columns[at]
        last = found[-1] if found else None
        if last is not None and cell.merged and place_of(last[0].span) == place_of(cell.span):
            found[-1] = (last[0], last[1]._replace(slot=_slot_of_both(last[1].slot, c.slot)))
        else:
            found.append((cell, c))
    return found


def _slot_of_both(one: Slot | None, other: Slot | None) -> Slot | None:
    if one is other:
        return one
    return Slot.FUSED if Slot.LEAD in {one, other} else Slot.RESPONSIBLE


def serial_of(row: Row, columns: tuple[Column, ...]) -> str:
    """Give the number of the row, without the mark behind it."""
    told = filled(row, columns, Holds.SERIAL)
    return told[0].text.strip().strip(".、．。 ") if told else ""


def remarks_of(row: Row, columns: tuple[Column, ...], text: Cell) -> tuple[Piece, ...]:
    """Give how much of the task is to be done, where its row says so, and the first remark."""
    finest = places_of(columns, Holds.REQUIREMENT)
    goals = [row[at] for at in finest if row[at] is not text and is_measure(row[at].text)]
    if not places_of(columns, Holds.REMARK):
        return tuple(map(piece_of, goals))
    goals += [row[at] for at in goal_places(columns) if not says_nothing(row[at].text)]
    told = [cell for cell in filled(row, columns, Holds.REMARK) if cell not in goals]
    worded = [cell for cell in told if not tells_quantity(cell.text)]
    others = worded if goals or worded else told
    return tuple(piece_of(cell) for cell in (*goals, *others[:1]))


def grounds_of(row: Row, columns: tuple[Column, ...]) -> tuple[Piece, ...]:
    """Give what the task rests on, from the columns whose headings say so: 检查依据."""
    places = _ground_places(columns)
    return tuple(piece_of(row[at]) for at in places if not says_nothing(row[at].text))


@lru_cache(maxsize=256)
def _ground_places(columns: tuple[Column, ...]) -> tuple[int, ...]:
    ends = tuple(words("headings", "grounds", "ends"))
    remarks = places_of(columns, Holds.REMARK)
    return tuple(at for at in remarks if fold(columns[at].heading).endswith(ends))
