"""A column that says of each unit beside it what it is: 单位 | 职责, with 牵头 and 配合 below."""

from collections.abc import Sequence
from typing import NamedTuple

from ...documents.document import Cell
from ...lexicon.headings import Column, Holds
from ...lexicon.roles import Slot
from .banners import Row
from .fitness import looks
from .role_marks import said
from .text_columns import Rows


class Parted(NamedTuple):
    """Columns and rows in which each role has a column of units of its own."""

    columns: tuple[Column, ...]
    rows: Rows


def by_role(columns: tuple[Column, ...], rows: Rows) -> Parted:
    """Give columns and rows, the units of a column parted by the roles that the next one tells."""
    for role in range(len(columns)):
        if _tells_roles(columns, rows, role):
            for units in (role - 1, role + 1):
                if 0 <= units < len(columns) and _may_be_units(columns[units], rows, units):
                    return _parted(columns, rows, units, role)
    return Parted(columns, rows)


def _tells_roles(columns: Sequence[Column], rows: Rows, at: int) -> bool:
    """Tell whether all cells of a column say a role and nothing else."""
    if columns[at].holds not in _UNTOLD:
        return False
    told = [row[at].text for row in rows if row[at].text.strip()]
    return bool(told) and all(_role(text) for text in told)


_UNTOLD = frozenset({Holds.OWNERS, Holds.UNKNOWN, Holds.REMARK})


def _role(text: str) -> Slot | None:
    """Give the role that a cell says with a word, not by a mark."""
    told = said(text) or ()
    return told[0] if len(told) == 1 and isinstance(told[0], Slot) else None


def _may_be_units(c: Column, rows: Rows, at: int) -> bool:
    """Tell whether a column holds units of no told role."""
    open_role = c.holds is Holds.OWNERS and c.slot is Slot.RESPONSIBLE
    if not (open_role or c.holds is Holds.UNKNOWN):
        return False
    told = [row[at].text for row in rows if row[at].text.strip()]
    return bool(told) and 2 * sum(looks(text) == "units" for text in told) > len(told)


def _parted(columns: tuple[Column, ...], rows: Rows, units: int, role: int) -> Parted:
    told = {_role(row[role].text) for row in rows} - {None}
    open_slot = () if all(row[role].text.strip() for row in rows) else (Slot.RESPONSIBLE,)
    slots = [slot for slot in Slot if slot in told or slot in open_slot]
    heading = columns[units].heading
    owners = [Column(Holds.OWNERS, heading, slot) for slot in slots]
    aside = columns[role]._replace(holds=Holds.REMARK, slot=None, rank=0, guessed=False)
    kept = [aside if at == role else c for at, c in enumerate(columns)]
    return Parted(
        (*kept[:units], *owners, *kept[units + 1 :]),
        tuple(_row(row, units, role, slots) for row in rows),
    )


def _row(row: Row, units: int, role: int, slots: Sequence[Slot]) -> tuple[Cell, ...]:
    own = _role(row[role].text) or Slot.RESPONSIBLE
    cell = row[units]
    wide = row[role].span == cell.span
    parted = (cell if wide or slot is own else cell._replace(text="") for slot in slots)
    return (*row[:units], *parted, *row[units + 1 :])
