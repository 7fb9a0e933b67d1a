"""A matrix as a table: each unit stands in a column of its own for each role."""

from collections.abc import Sequence

from ...documents.document import Cell
from ...lexicon.headings import TASK_RANK, Column, Holds, column, outlined
from ...lexicon.roles import Slot
from ..columns.banners import Row
from ..columns.deep_headings import columns_below, paths
from ..columns.fitness import looks
from ..columns.headings import places_of
from ..columns.lower_headings import explained
from ..columns.text_columns import SAMPLE, Rows
from ..tables.grids import Table
from .roles import Roles, group_slot
from .shape import Shape, is_wide

_HEAD_ROWS = 3


def groups_of(shape: Shape) -> dict[int, Slot]:
    """Give the slot of the heading above those of units, or at the corner before them."""
    told = paths(shape.head[-_HEAD_ROWS:])
    corner = group_slot(told[0][-1].text) if 0 not in shape.units and told[0] else None
    found = dict.fromkeys(shape.units, corner) if corner else {}
    for at in shape.units:
        slot = group_slot(told[at][-2].text) if len(told[at]) > 1 else None
        if slot is not None:
            found[at] = slot
    return {at: slot for at, slot in found.items() if slot is not None}


def table_of(shape: Shape, roles: Roles, *, lies: bool) -> Table | None:
    """Give the table of a matrix; `None` where what stands beside the marks is no task.

    `lies` tells that the units stand along the left side, so that no heading names the tasks.
    """
    kept = [at for at in range(len(shape.head[-1])) if at not in shape.units]
    if lies and (len(shape.body) < _FEWEST or not _holds_words(shape.body, shape.units[0] - 1)):
        return None
    columns = _outline(shape, kept, lies=lies)
    slots = [slot for slot in Slot if slot in _used(shape, roles)]
    if not slots or not any(c.holds in _LEVELS for c in columns):
        return None
    owners = [Column(Holds.OWNERS, "", slot) for slot in slots for _ in shape.units]
    rows = tuple(_row(row, shape, roles, kept, slots) for row in shape.body)
    table = Table.of((*columns, *owners), rows)
    return table if _tells_tasks(table) else None


_FEWEST = 2
_LEVELS = frozenset({Holds.SECTION, Holds.TASK, Holds.REQUIREMENT})


def _used(shape: Shape, roles: Roles) -> set[Slot]:
    cells = ((at, row[at].text) for row in shape.body for at in shape.units)
    return {slot for at, text in cells for slot in roles.slots(at, text)}


def _outline(shape: Shape, kept: Sequence[int], *, lies: bool) -> tuple[Column, ...]:
    """Give the columns beside the marks; where none is one of tasks, those of words are."""
    told = columns_below(shape.head[-_HEAD_ROWS:], shape.body)
    columns = [told[at] for at in kept]
    if lies or not any(c.holds is Holds.TEXT for c in columns):
        columns = [
            c._replace(holds=Holds.TEXT, slot=None, rank=TASK_RANK)
            if c.holds in _UNTOLD and _holds_words(shape.body, at)
            else c
            for at, c in zip(kept, columns, strict=True)
        ]
    return outlined(columns)


_UNTOLD = frozenset({Holds.UNKNOWN, Holds.OWNERS})


def _row(
    row: Row, shape: Shape, roles: Roles, kept: Sequence[int], slots: Sequence[Slot]
) -> tuple[Cell, ...]:
    """Give a row with the name of each unit in its column of the role that its mark gives it."""
    left = [row[at] for at in kept]
    if is_wide(row, shape.units):
        return (*left, *[row[0]._replace(merged=True)] * len(slots) * len(shape.units))
    told = {at: set(roles.slots(at, row[at].text)) for at in shape.units}
    names = shape.head[-1]
    owners = [
        names[at]._replace(merged=False) if slot in told[at] else Cell("", names[at].span)
        for slot in slots
        for at in shape.units
    ]
    return (*left, *owners)


def _tells_tasks(table: Table) -> bool:
    places = places_of(table.columns, Holds.REQUIREMENT)
    named = any(explained(c.heading) == "persons" for c in table.columns)
    sure = any(column(table.columns[at].heading).holds is Holds.TEXT for at in places)
    return not named and (sure or any(_holds_words(table.rows, at) for at in places))


def _holds_words(rows: Rows, at: int) -> bool:
    """Tell whether most cells of a column are words and no names of units, numbers or times."""
    told = [row[at].text for row in rows[:SAMPLE] if row[at].text.strip()]
    return 2 * sum(looks(text) in _WORDED for text in told) > len(told)


_WORDED = frozenset({"short", "long", "timed", "first", "second", "third"})
