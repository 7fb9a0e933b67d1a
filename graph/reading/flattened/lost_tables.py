"""Tables from which nothing was read: which of their headings are known, and what to do."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from ...documents.document import Block, Grid, Paragraph
from ...lexicon.folding import fold
from ...lexicon.headings import TASK_RANK, Column, Holds, column
from ...lexicon.roles import Slot
from ...plan import Doubt
from ...span import Span
from ..columns.fitness import looks
from ..names.names import is_institution
from .lost_cells import lost_cells
from .table_lines import Line, lines

_MARKS = re.compile(r"\t|\||\s{2,}|　")
_LONGEST = 20
_MOST_ROWS = 8
_MOST_LINES = 400
_FEWEST = 3
"""How many cells a row of headings has at least."""
_QUOTED = 8


class _Headings(NamedTuple):
    columns: tuple[Column, ...]
    span: Span

    def named(self, *, known: bool) -> list[str]:
        """Give the headings that are known, or those that are not."""
        return [c.heading for c in self.columns if (c.holds is not Holds.UNKNOWN) == known]


def lost_table(blocks: Sequence[Block]) -> Doubt | None:
    """Say which headings of a table were not understood, where one has headings of plans."""
    texts = (block for block in blocks if isinstance(block, Paragraph))
    glued = next((text for text in texts if lost_cells(text.text)), None)
    if glued is not None:
        values = (("text", f"{glued.text.strip()[:_LONGEST]}……"),)
        return Doubt("reading.glued-cells", glued.span, values)
    found = [told for row, span in _rows(blocks) if (told := _headings(row, span)) is not None]
    if not found:
        return None
    best = max(found, key=lambda told: len(told.named(known=True)))
    known, unknown = best.named(known=True), best.named(known=False)
    units = [text for text in unknown if is_institution(fold(text))]
    listed = {"known": _list(known), "unknown": _list(unknown), "units": _list(units)}
    code, keys = "reading.table-of-few", ["known", "unknown"]
    if len(units) > 1:
        code, keys = "reading.table-of-units", ["units"]
    elif not any(map(_names_units, best.columns)):
        code = "reading.table-without-units" if unknown else "reading.table-of-no-units"
    elif not unknown:
        code = "reading.table-without-tasks"
    return Doubt(code, best.span, tuple((key, listed[key]) for key in keys if listed[key]))


def _list(headings: Sequence[str]) -> str:
    listed = "、".join(headings[:_QUOTED])
    return listed if len(headings) <= _QUOTED else f"{listed}……"


def _headings(texts: Sequence[str], span: Span) -> _Headings | None:
    """Give a row whose cells are headings: short, two of them known, one of tasks or of units."""
    filled = list(dict.fromkeys("".join(text.split()) for text in texts if text.strip()))
    if len(filled) < _FEWEST or any(len(text) > _LONGEST or text.isdecimal() for text in filled):
        return None
    columns = tuple(map(column, filled))
    known = [c for c in columns if c.holds is not Holds.UNKNOWN]
    of_plans = any(_names_units(c) or c.rank >= TASK_RANK for c in known)
    return _Headings(columns, span) if len(known) > 1 and of_plans else None


def _names_units(c: Column) -> bool:
    return c.holds is Holds.OWNERS and c.slot is not Slot.PERSON


def _rows(blocks: Sequence[Block]) -> Iterator[tuple[list[str], Span]]:
    """Give the first rows of tables, and the lines that may be rows of flattened ones."""
    for block in blocks:
        for row in block.rows[:_MOST_ROWS] if isinstance(block, Grid) else ():
            yield [cell.text for cell in row if not cell.merged], row[0].span
    told = list(lines(blocks))[:_MOST_LINES]
    for at, line in enumerate(told):
        cells = _MARKS.split(line.text.strip())
        yield (cells, line.span) if len(cells) > 1 else (_stacked(told[at:]), line.span)


def _stacked(told: Sequence[Line]) -> list[str]:
    """Give headings that stand one a line: from a known one down to what is none."""
    if column(told[0].text).holds is Holds.UNKNOWN:
        return []
    short = takewhile(lambda line: _may_head(line.text.strip()), told[:_MOST_COLUMNS])
    return [line.text for line in short]


_MOST_COLUMNS = 14


def _may_head(text: str) -> bool:
    return len(text) <= _LONGEST and looks(text) != "number"
