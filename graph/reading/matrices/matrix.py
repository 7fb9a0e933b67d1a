"""Matrices: units along one side, tasks along the other, and marks or words where they meet."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...documents.document import Block, Cell, Grid, Paragraph
from ...lexicon.headings import Holds, column
from ...plan import Doubt
from ..columns.banners import Row, place_of
from ..columns.role_marks import said
from ..columns.text_columns import Rows
from ..flattened.marked_grids import marked_grids
from ..layout import Fit, Reading
from ..tables.grids import Table, read_tables, tables_of
from ..text.blocks import Blocks
from .roles import Roles, roles_of
from .shape import Shape, cells_of, continued, shape_of, turned
from .table import groups_of, table_of

NAME = "matrix"


class Matrix(NamedTuple):
    """A matrix as a table, and what its marks say."""

    table: Table
    shape: Shape
    roles: Roles
    lies: bool
    """Its units stand along the left side."""


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the matrices of units and tasks, and the tables of another kind beside them."""
    grids = Blocks.of(blocks).grids
    flattened = marked_grids(blocks)
    if not any(_has_marks(grid.rows) for grid in (*grids, *flattened)):
        return None
    tables: list[Table] = []
    found: list[Matrix] = []
    others: list[Grid] = []
    for grid, lines in _with_lines_above([*blocks, *flattened]):
        rows = grid.rows
        while matrix := _matrix(rows, lines, blocks, found[-1] if found else None):
            tables += [*tables_of(others), matrix.table]
            found.append(matrix)
            others, rows = [], rows[matrix.shape.used :]
        others += [replace(grid, rows=rows)] if rows and grid in grids else []
    return Fit(1.0, ([*tables, *tables_of(others)], found)) if found else None


def read(found: tuple[Sequence[Table], Sequence[Matrix]]) -> Reading:
    """Read every task with the units whose cells are marked."""
    tables, matrices = found
    reading = read_tables(tables)
    doubts = [doubt for matrix in matrices for doubt in _doubts(matrix)]
    heading = reading.ownership_heading or None
    return replace(reading, ownership_heading=heading, doubts=(*doubts, *reading.doubts))


def _has_marks(rows: Rows) -> bool:
    return any(said(cell.text) for row in rows for cell in row)


def _with_lines_above(blocks: Sequence[Block]) -> Iterator[tuple[Grid, list[str]]]:
    """Give each grid with the lines right above it."""
    above: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            above = [*above[1 - _NEAR :], block.text] if block.text.strip() else above
        else:
            yield block, above


_NEAR = 6


def _matrix(
    rows: Rows, lines: Sequence[str], blocks: Sequence[Block], above: Matrix | None
) -> Matrix | None:
    """Give the matrix with which rows begin; one without units goes on with those above."""
    if not _has_marks(rows):
        return None
    upright = shape_of(rows)
    matrix = _read(upright, lines, blocks, lies=False) if upright else None
    if matrix is not None:
        return matrix
    lying = shape_of(turned(rows)) if not _heads_tasks(rows) else None
    matrix = _read(lying, lines, blocks, lies=True) if lying else None
    if matrix is not None:
        return matrix._replace(shape=matrix.shape._replace(used=len(rows)))
    shape = continued(rows, above.shape) if above and not above.lies else None
    table = table_of(shape, above.roles, lies=False) if shape and above else None
    return above._replace(table=table, shape=shape) if table and shape and above else None


def _heads_tasks(rows: Rows) -> bool:
    """Tell whether a row heads tasks and what belongs to them, as that of another table does."""
    held = ({column(cell.text).holds for cell in _single(row)} for row in rows[:_NEAR])
    return any(Holds.TEXT in told and told & _BESIDE_TASKS for told in held)


def _single(row: Row) -> Iterator[Cell]:
    """Give the cells that stand over one column; others head a group."""
    places = Counter(place_of(cell.span) for cell in row)
    return (cell for cell in row if places[place_of(cell.span)] == 1)


_BESIDE_TASKS = frozenset({Holds.SERIAL, Holds.OWNERS, Holds.DEADLINE, Holds.REMARK})


def _read(
    shape: Shape, lines: Sequence[str], blocks: Sequence[Block], *, lies: bool
) -> Matrix | None:
    paragraphs = [block.text for block in blocks if isinstance(block, Paragraph)]
    cells = [cell.text for cell in cells_of((*shape.head, *shape.asides))]
    inside = [cell.text for cell in cells_of(shape.body) if len(cell.text) > _LONGEST_MARK]
    titles = [*lines, *cells]
    roles = roles_of(
        shape.said(), groups_of(shape), [*cells, *paragraphs, *inside], titles, lies=lies
    )
    table = table_of(shape, roles, lies=lies) if roles else None
    return Matrix(table, shape, roles, lies) if table and roles else None


_LONGEST_MARK = 4


def _doubts(matrix: Matrix) -> Iterator[Doubt]:
    """Say which marks no legend tells where there are several, and which ones were not read."""
    legend, untold = matrix.roles.legend, sorted(matrix.roles.untold)
    place = matrix.table.rows[0][0].span
    if len(untold) > 1 or (untold and legend.slots):
        yield Doubt("reading.untold-marks", place, (("marks", "、".join(untold)),))
    if legend.others:
        values = (("marks", "、".join(sorted(legend.others))),)
        yield Doubt("reading.unread-marks", place, values)
