"""Tables with a row for each unit and a column of its tasks for each role: 牵头任务, 配合任务."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from ...documents.document import Block, Cell
from ...lexicon.folding import fold
from ...lexicon.headings import TASK_RANK, Column, Holds, column, outlined
from ...lexicon.roles import STEMS, Slot
from ...lexicon.words import one_of, words
from ..columns.banners import Row, is_one_cell
from ..columns.fitness import looks
from ..columns.text_columns import SAMPLE, Rows
from ..layout import Fit, Reading
from ..names.names import says_nothing
from ..tables.grids import Table, read_tables, tables_of
from ..text.blocks import Blocks

NAME = "table"
_DEEPEST_HEADER = 4
_KEPT = frozenset({Holds.DEADLINE, Holds.REMARK})


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the tables of units with their tasks by role, and the other tables beside them."""
    grids = Blocks.of(blocks).grids
    found = {grid.span: table for grid in grids if (table := _table(grid.rows)) is not None}
    if not found:
        return None
    beside = (tables_of([grid]) if grid.span not in found else [found[grid.span]] for grid in grids)
    return Fit(1.0, [table for tables in beside for table in tables])


def read(found: Sequence[Table]) -> Reading:
    """Read every task with the unit of its row, in the role of its column."""
    return read_tables(found)


def _table(rows: Rows) -> Table | None:
    for at, row in enumerate(rows[:_DEEPEST_HEADER]):
        slots = {place: slot for place, cell in enumerate(row) if (slot := _slot_of(cell.text))}
        if len(set(slots.values())) > 1:
            return _of_units(row, rows[at + 1 :], slots)
    return None


@lru_cache(maxsize=1024)
def _slot_of(heading: str) -> Slot | None:
    """Give the role in which a unit has the tasks below a heading, `None` for other headings."""
    if not 0 < len(heading) <= _LONGEST_HEADING:
        return None
    match = _tasks_in_role().fullmatch("".join(fold(heading).split()))
    slot = STEMS[match["stem"]] if match else None
    return slot if slot in _ROLES else None


_LONGEST_HEADING = 16
_ROLES = frozenset({Slot.LEAD, Slot.RESPONSIBLE, Slot.SUPPORT})


def _of_units(head: Row, below: Rows, slots: Mapping[int, Slot]) -> Table | None:
    """Give a row for each unit and each of its columns of tasks, the task before the unit."""
    unit = next((at for at in range(min(slots)) if _names_units(below, at)), None)
    if unit is None:
        return None
    beside = [at for at, cell in enumerate(head) if column(cell.text).holds in _KEPT]
    heading = head[min(slots)].text
    task = Column(Holds.TEXT, "".join(heading.split()), rank=TASK_RANK)
    roles = tuple(dict.fromkeys(slots.values()))
    owners = [Column(Holds.OWNERS, "".join(head[unit].text.split()), slot) for slot in roles]
    columns = outlined((task, *owners, *(column(head[at].text) for at in beside)))
    rows = tuple(
        (row[at], *_owners(row[unit], slot, roles), *(row[place] for place in beside))
        for row in below
        if not is_one_cell(row)
        for at, slot in slots.items()
        if not says_nothing(row[at].text)
    )
    return Table(columns, rows) if rows else None


def _owners(unit: Cell, slot: Slot, roles: Sequence[Slot]) -> Iterator[Cell]:
    """Give the unit in the column of its role, and blank cells in the others."""
    for role in roles:
        told = unit if role is slot else unit._replace(text="", span=unit.span.within(0, 0))
        yield told._replace(merged=False)


def _names_units(below: Rows, at: int) -> bool:
    told = [row[at].text for row in below[:SAMPLE] if not says_nothing(row[at].text)]
    return 2 * sum(looks(text) == "units" for text in told) > len(told)


@cache
def _tasks_in_role() -> re.Pattern[str]:
    ends = one_of(words("headings", "by_role", "ends"))
    return re.compile(rf"(?P<stem>{one_of(STEMS)})(?:负责)?的?(?:{ends})(?:（[^（）]*）)?")
