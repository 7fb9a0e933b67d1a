"""Forms: tables in which every label stands beside its value, one task a form or several."""

import re
from collections.abc import Iterator, Sequence

from ...documents.document import Block, Cell, Grid
from ...lexicon.folding import fold
from ...lexicon.headings import TASK_RANK, Column, Holds, column, outlined
from ...span import Span
from ..front.titles import is_title
from ..layout import Fit, Reading
from ..text.blocks import Blocks
from .grids import Table, read_tables

NAME = "form"
_FIT = 0.98
"""Less than a table whose headings are all known."""

_HEADINGS = frozenset({Holds.TEXT, Holds.OWNERS, Holds.SERIAL})
"""What a value is never taken for: two of them side by side head a table."""

Pairs = tuple[tuple[Cell, Cell], ...]


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the forms that name a task and units."""
    forms = [pairs for grid in Blocks.of(blocks).grids if (pairs := _pairs(grid))]
    return Fit(_FIT, tuple(map(_table, forms))) if forms else None


def read(found: "Sequence[Table]") -> Reading:
    """Read every form as a table with one row for each of its tasks."""
    return read_tables(found)


def _pairs(grid: Grid) -> Pairs:
    """Give the labels of a form with their values; none where some cells are no such pair.

    A row of one cell is a title, or a task where no label names any. Half the labels are known.
    """
    found: list[tuple[Cell, Cell]] = []
    for row in grid.rows:
        cells = [cell for cell in row if not cell.merged]
        while len(cells) > 2 and not any(cell.text.strip() for cell in cells[-2:]):
            del cells[-2:]
        if len(cells) < 2:
            found += [(cell._replace(text=""), cell) for cell in cells if _may_be_task(cell)]
            continue
        pairs = list(zip(cells[::2], cells[1::2], strict=False))
        told = len(pairs) == 1 or any(map(_is_known, cells[::2]))
        if len(cells) % 2 or not all(_is_pair(*pair, told=told) for pair in pairs):
            return ()
        found += pairs
    return _of_tasks(found)


def _of_tasks(pairs: Sequence[tuple[Cell, Cell]]) -> Pairs:
    """Give the pairs of a form of tasks and units; one without a label may be its task."""
    labelled = [pair for pair in pairs if pair[0].text]
    holds = [_headed(label.text).holds for label, _ in labelled]
    untold = len(labelled) < len(pairs) and not pairs[0][0].text
    if Holds.OWNERS not in holds or 2 * holds.count(Holds.UNKNOWN) > len(holds):
        return ()
    if Holds.TEXT in holds:
        return tuple(labelled) if _each_is_owned(labelled) else ()
    return tuple(pairs) if untold else ()


def _each_is_owned(pairs: Sequence[tuple[Cell, Cell]]) -> bool:
    """Tell whether each of the tasks with a number behind their label names its units.

    Where several share those that stand once for all, the form is none of one task after the other.
    """
    if not any(_is_counted(label) for label, _ in pairs):
        return True
    told = (dict(record) for record in _records(tuple(pairs)))
    return all(any(column(name).holds is Holds.OWNERS for name in record) for record in told)


def _is_counted(label: Cell) -> bool:
    return _headed(label.text) != column(label.text)


def _may_be_task(cell: Cell) -> bool:
    return bool(cell.text.strip()) and not is_title(fold(cell.text).strip())


def _is_pair(label: Cell, value: Cell, *, told: bool) -> bool:
    """Tell whether a cell heads the one behind it; `told` says that its label may be unknown."""
    may = _is_known(label) or (told and bool(_LABEL.fullmatch(label.text.strip())))
    return may and column(value.text).holds not in _HEADINGS


def _is_known(label: Cell) -> bool:
    return _headed(label.text).holds is not Holds.UNKNOWN


_LABEL = re.compile("[\u4e00-\u9fff]{2,8}")


def _table(pairs: Pairs) -> Table:
    """Set the values of each task in a row below the labels."""
    columns: dict[str, Column] = {}
    for label, _ in pairs:
        columns.setdefault(_column(label).heading, _column(label))
    records = (dict(record) for record in _records(pairs))
    rows = tuple(
        tuple(record.get(heading) or Cell("", Span(0, 0)) for heading in columns)
        for record in records
    )
    return Table(outlined(tuple(columns.values())), rows)


def _column(label: Cell) -> Column:
    return _headed(label.text) if label.text else Column(Holds.TEXT, "", rank=TASK_RANK)


def _headed(label: str) -> Column:
    """Give the column of a label; a number may stand behind that of a task: 任务一, 事项（2）."""
    plain = column(_COUNT.sub("", "".join(label.split())))
    return plain if plain.holds is Holds.TEXT else column(label)


_COUNT = re.compile(
    "(?<=..)(?:[一二三四五六七八九十0-9]{1,3}|[（(][一二三四五六七八九十0-9]{1,3}[）)])[：:]?$"
)


def _records(pairs: Pairs) -> Iterator[list[tuple[str, Cell]]]:
    """Give the labels and values of each task: it begins where a label comes again."""
    record: list[tuple[str, Cell]] = []
    for label, value in pairs:
        heading = _column(label).heading
        if any(heading == told for told, _ in record):
            yield record
            record = []
        record.append((heading, value))
    yield record
