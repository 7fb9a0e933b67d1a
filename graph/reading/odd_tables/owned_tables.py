"""Tables whose unit stands once for all their tasks, or in a heading over some of them."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ...documents.document import Block, Grid, Paragraph
from ...lexicon.headings import Holds
from ...lexicon.roles import Slot
from ...plan import Doubt
from ..columns.banners import Row, piece_of
from ..columns.headings import share_known
from ..columns.not_of_tasks import heads_none, is_sure, titles_none
from ..flattened.marked_runs import marked_runs
from ..layout import Entry, Fit, Reading
from ..lists.statements import listing_of
from ..tables.grids import Table, read_tables, tables_of
from ..text.blocks import Blocks
from ..text.pieces import Piece
from .labelled_cells import entries_of, without_units
from .table_owners import OWNING, Given, given_for, given_in_heading

NAME = "table"


class Told(NamedTuple):
    """A table with the units that stand once for it."""

    table: Table
    given: Given | None
    owned: bool
    """Some of its columns hold units."""


class Placed(NamedTuple):
    """A grid with the lines between it and the one before."""

    grid: Grid
    above: list[Piece]
    runs: bool
    """It is a run of lines of a text."""


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the tables of a document where units stand once for the tasks of one."""
    runs = marked_runs(blocks)
    if not runs and not Blocks.of(blocks).grids:
        return None
    placed = list(_placed(blocks, runs))
    if not any(map(_may_be_owned, placed)):
        return None
    told = list(_told(placed))
    readings = [_reading(one) for one in told]
    changed = any(given for _, given in readings)
    score = max((share_known(one.table.columns) for one in told), default=0.0)
    return Fit(score, [reading for reading, _ in readings]) if changed else None


def read(found: Sequence[Reading]) -> Reading:
    """Give the tables one after the other."""
    headings = (reading.ownership_heading for reading in found if reading.ownership_heading)
    return Reading(
        tuple(entry for reading in found for entry in reading.entries),
        next(headings, None),
        tuple(doubt for reading in found for doubt in reading.doubts),
    )


def _placed(blocks: Sequence[Block], runs: Sequence[Grid]) -> Iterator[Placed]:
    """Give the grids, runs of lines of cells among them."""
    starts = {grid.span.line: grid for grid in runs}
    inside = {row[0].span.line for grid in runs for row in grid.rows}
    above: list[Piece] = []
    for block in blocks:
        grid = block if isinstance(block, Grid) else starts.get(block.span.line)
        if grid is not None:
            yield Placed(grid, above, runs=grid is not block)
            above = []
        elif isinstance(block, Paragraph) and block.text.strip() and block.span.line not in inside:
            above.append(Piece.of(block.text, block.span))


def _may_be_owned(placed: Placed) -> bool:
    """Tell fast whether a line above a grid, or a row of one cell, names units alone."""
    rows = placed.grid.rows
    given = given_for(placed.above, placed.grid, rows[:_DEEPEST])
    return given is not None or any(map(_is_named_heading, rows))


_DEEPEST = 8


def _is_named_heading(row: Row) -> bool:
    """Tell whether a row holds one cell, and in it units alone or in the bracket at its end."""
    first = next((cell for cell in row if cell.text.strip()), None)
    if first is None or any(cell.span != first.span for cell in row if cell.text.strip()):
        return False
    return given_in_heading(piece_of(first)) is not None


def _told(placed: Sequence[Placed]) -> Iterator[Told]:
    last: Told | None = None
    for one in placed:
        found = list(_of_grid(one)) or list(_continued(one, last))
        yield from found
        last = found[-1] if found else None


def _of_grid(placed: Placed) -> Iterator[Told]:
    grid, above, runs = placed
    tables = [] if runs else tables_of([grid])
    plain = without_units(grid) if not tables else None
    last = 0
    for table in [*tables, *([plain] if plain else [])]:
        if not table.rows:
            continue
        first = _number(table.rows[0])
        head = tuple(row for row in grid.rows if last < _number(row) < first)
        given = given_for(() if last else above, grid, head)
        if tables or _may_be_tasks(table, given, [piece.text for piece in above]):
            yield Told(table, given, owned=bool(tables))
        last = _number(table.rows[-1])


def _may_be_tasks(table: Table, given: Given | None, above: Sequence[str]) -> bool:
    """Tell whether a table without a column of units is none of things, persons or figures.

    Where no label says who is responsible, its heading surely is one of tasks.
    """
    headings = [c.heading for c in table.columns]
    if heads_none(headings) or titles_none(above[-_NEAR:]):
        return False
    tasks = [c for c in table.columns if c.holds is Holds.REQUIREMENT]
    return (given is not None and given.labelled) or any(is_sure(c.heading) for c in tasks)


_NEAR = 3


def _number(row: Row) -> int:
    return max(cell.span.row or 0 for cell in row)


def _continued(placed: Placed, last: Told | None) -> Iterator[Told]:
    """Give a grid that goes on behind a page break, without headings and lines above it."""
    rows = placed.grid.rows
    if last and not placed.above and rows and len(rows[0]) == len(last.table.columns):
        yield last._replace(table=Table(last.table.columns, rows))


def _reading(told: Told) -> tuple[Reading, bool]:
    """Give what a table says with the units that stand above its tasks, and whether any does."""
    reading = read_tables([told.table]) if told.owned else Reading(tuple(entries_of(told.table)))
    below, more = _under_headings(reading.entries)
    entries, doubts = _under_given(below, told.given)
    kept = entries if told.owned or any(entry.owners for entry in entries) else ()
    given = (*doubts, *more)
    whole = Reading(tuple(kept), reading.ownership_heading, (*given, *reading.doubts))
    return whole, bool(given)


def _under_given(
    entries: Sequence[Entry], given: Given | None
) -> tuple[Sequence[Entry], list[Doubt]]:
    """Give entries without an owner the units given for all; only a label is for some of them."""
    if given is None or (not given.labelled and any(map(_is_owned, entries))):
        return entries, []
    return _with_owners(entries, given)


def _under_headings(entries: Sequence[Entry]) -> tuple[list[Entry], list[Doubt]]:
    """Give the entries below a heading of units these, where none of them names an owner.

    A bracket that tells the role of its units is for those of them that name none.
    """
    found: list[Entry] = []
    doubts: list[Doubt] = []
    for heading, group in groupby(entries, key=_heading):
        below = list(group)
        given = given_in_heading(heading) if heading else None
        if given and (given.labelled or not any(map(_is_owned, below))):
            owned, told = _with_owners(below, given)
            found += owned
            doubts += told
        else:
            found += below
    return found, doubts


def _heading(entry: Entry) -> Piece | None:
    """Give the nearest heading above an entry that names its units, or its section."""
    named = (one for one in (entry.task, entry.section) if one and given_in_heading(one))
    return next(named, entry.section)


def _with_owners(entries: Sequence[Entry], given: Given) -> tuple[list[Entry], list[Doubt]]:
    bare = [not (_is_led(entry) if given.leads else _is_owned(entry)) for entry in entries]
    found = [
        _owned(entry, given) if alone else entry for entry, alone in zip(entries, bare, strict=True)
    ]
    below = [entry for entry, alone in zip(entries, bare, strict=True) if alone]
    return found, [_doubt(given, below)] if below else []


def _owned(entry: Entry, given: Given) -> Entry:
    """Give an entry the units given for it, in place of those above a blank cell of its own."""
    own = () if entry.inherited else entry.owners
    shares = entry.shares and not entry.inherited
    return entry._replace(owners=(*given.owners, *own), inherited=False, shares=shares)


def _is_owned(entry: Entry) -> bool:
    """Tell whether an entry names who is responsible; a supporter alone owns nothing."""
    return not entry.inherited and any(
        mention.slot in OWNING for mention in listing_of(entry.owners).mentions
    )


def _is_led(entry: Entry) -> bool:
    """Tell whether an entry names who leads."""
    return not entry.inherited and any(
        mention.slot in _LEADING for mention in listing_of(entry.owners).mentions
    )


_LEADING = frozenset({Slot.LEAD, Slot.FUSED})


def _doubt(given: Given, entries: Sequence[Entry]) -> Doubt:
    guessed = any(one.guessed for one in given.owners)
    code = "reading.units-above-guessed" if guessed else "reading.units-above"
    items = (item for entry in entries for item in entry.items if item.pieces)
    numbers = "、".join(item.number or _quoted(item.pieces[0].text) for item in items)
    return Doubt(code, given.said.span, (("text", _quoted(given.said.text)), ("numbers", numbers)))


def _quoted(printed: str) -> str:
    text = "".join(printed.split())
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……"


_QUOTED = 24
