"""Flattened tables with one cell a line: a line that holds only a pipe between them, or nothing."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...documents.document import Block
from ...lexicon.headings import Column, Holds, column
from ...lexicon.roles import ends_in_body
from ..columns.alignment import Before, Loose, best_arrangement, to_grid
from ..columns.fitness import looks
from ..columns.headings import share_known, with_likely_task
from ..columns.side_by_side import once
from ..columns.two_rowed import unfolded
from ..columns.unsure import unsure_columns
from ..layout import Fit, Reading
from ..tables.grids import read_grids
from .below import within_table
from .broken_names import with_whole_names
from .glued_numbers import with_parted_cells
from .numbered_rows import (
    numbered_rows,
    place_numbered,
    with_fields,
    without_total,
)
from .spaced_headings import headings_alone
from .table_lines import lines
from .to_grids import Laid, columns_of, known, mend_headings
from .whole_rows import whole_rows

NAME = "flattened-table"
_MOST_COLUMNS = 14


class Headed(NamedTuple):
    """The cells of one table without their columns, and its headings."""

    headings: list[Loose]
    columns: tuple[Column, ...]
    cells: list[Loose]


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the share of known headings when they stand one a line."""
    found = _tables(_cells(blocks))
    return Fit(0.95 * share_known(found[0].columns), found) if found and found[0].cells else None


def read(found: Sequence[Headed]) -> Reading:
    """Read the cells below the headings, put under them by what they look like."""
    laid = [_laid(*table) for table in found]
    grids = [to_grid(one.placed, one.headings, number) for number, one in enumerate(laid, start=1)]
    doubts = [doubt for one in laid for doubt in unsure_columns(one.shifted, one.columns)]
    return read_grids(grids, doubts)


def _laid(headings: list[Loose], columns: tuple[Column, ...], cells: list[Loose]) -> Laid:
    cells = without_total(with_parted_cells(cells, columns), columns)
    if whole := whole_rows(cells, columns):
        return Laid(whole, headings, columns, [])
    choices = _with_serial(columns, cells)
    kept = within_table(cells, columns)
    if rows := numbered_rows(kept, choices[0]):
        placed, chosen = place_numbered(rows, choices[0]), choices[0]
    else:
        placed, best = best_arrangement(with_fields(kept, choices[0]), choices)
        chosen = tuple(best)
    blank = Loose("", headings[0].span, Before.ROW)
    left = iter(headings)
    titles = [next(left) if c.heading else blank for c in chosen]
    return Laid(placed, titles, chosen, placed)


def _tables(cells: list[Loose]) -> list[Headed]:
    """Give the tables: other headings begin the next one, behind its own title if it has one."""
    found: list[Headed] = []
    title: list[Loose] = []
    run, at = _next_headings(cells, 0, "")
    while run:
        above = cells[at - 1 : at] if at else []
        texts = [cell.text for cell in run]
        start = at + _used(cells, at, run)
        below, at = _next_headings(cells, start, _plain(texts))
        end = at - 1 if below and _is_title(cells[at - 1]) else at
        rest = [*title, *_without_repeats(cells[start:end], texts)]
        headings = [run[0]._replace(text=text) for text in unfolded(texts) or once(texts)]
        rest = _marked_throughout(list(with_whole_names(rest)))
        found.append(_headed(above, headings, rest))
        title, run = cells[end:at], below
    return found


def _headed(above: Sequence[Loose], headings: list[Loose], cells: list[Loose]) -> Headed:
    """Give a table; what stands above its headings is one of them where its rows are as wide."""
    columns = with_likely_task(columns_of(headings) or ())
    if above and _may_head(above[0].text) and len(above[0].text) <= _LONGEST_UNKNOWN:
        more = with_likely_task(columns_of([*above, *headings]) or ())
        if whole_rows(cells, more) and not whole_rows(cells, columns):
            return Headed([*above, *headings], more, cells)
    return Headed(headings, columns, cells)


_LONGEST_UNKNOWN = 8


def _next_headings(cells: Sequence[Loose], start: int, above: str) -> tuple[list[Loose], int]:
    """Give the next run of headings other than those above, and its place; none at the end."""
    for at in range(start, len(cells)):
        ends_row = bool(above) and looks(cells[at].text) == "time"
        if known(cells[at].text) or (not ends_row and _begins_heading(cells, at)):
            run = _heading_run(cells, at)
            again = bool(above) and (len(run) < _FEWEST or _plain(c.text for c in run) in above)
            if len(run) > 1 and columns_of(run) is not None and not again:
                return run, at
    return [], len(cells)


_FEWEST = 3
"""How many headings in a run set the columns anew."""


def _is_title(cell: Loose) -> bool:
    return cell.before is not Before.SAME and looks(cell.text) in {"part", "first", "second"}


def _cells(blocks: Sequence[Block]) -> list[Loose]:
    told = [line for line in lines(blocks) if line.text.strip()]
    piped = sum(line.text.strip() in {"|", "｜"} for line in told)
    gaps = sum(line.after_blank for line in told)
    spread = 2 * gaps > len(told)
    cells: list[Loose] = []
    before = Before.ROW
    for at, line in enumerate(told):
        text = line.text.strip()
        if (headings := headings_alone(told, at)) is not None:
            cells += headings
            before = Before.BREAK
            continue
        if text in {"|", "｜"}:
            before = Before.SAME
            continue
        if piped and before is not Before.SAME:
            before = Before.BREAK
        elif not piped:
            before = Before.GAP if line.after_blank and not spread else Before.LINE
        cells.append(Loose(text, line.span, before))
        before = Before.BREAK
    return cells


_THROUGHOUT = {Before.SAME: Before.MARK, Before.BREAK: Before.MORE}


def _marked_throughout(cells: list[Loose]) -> list[Loose]:
    """Where a mark stands before the first cell too, marks stand between rows as well."""
    if not cells or cells[0].before is not Before.SAME:
        return cells
    return [cell._replace(before=_THROUGHOUT.get(cell.before, cell.before)) for cell in cells]


def _begins_heading(cells: Sequence[Loose], at: int) -> bool:
    after = at + 1 < len(cells) and known(cells[at].text + cells[at + 1].text)
    return len(cells[at].text) <= 8 and bool(after)


def _heading_run(cells: Sequence[Loose], at: int) -> list[Loose]:
    """Give the headings from here on; one unknown short word may stand between known ones."""
    mended = mend_headings(cells[at : at + 2 * _MOST_COLUMNS])
    end = 0
    for place, cell in enumerate(mended):
        if known(cell.text):
            end = place + 1
        elif place > end or len(cell.text) > _LONGEST_UNKNOWN or not _may_head(cell.text):
            break
    return mended[: end + _last_ones(mended, end)]


def _last_ones(cells: Sequence[Loose], end: int) -> int:
    """Give how many unknown headings stand between the known ones and the number of the first row.

    They can be told only below a heading of numbers at the beginning.
    """
    numbered = bool(end) and column(cells[0].text).holds is Holds.SERIAL
    for count, cell in enumerate(cells[end : end + _MOST_LAST + 1] if numbered else ()):
        if looks(cell.text) == "number":
            return count
        if len(cell.text) > _LONGEST_LAST or not _may_head(cell.text):
            break
    return 0


_MOST_LAST = 2
_LONGEST_LAST = 12


def _may_head(text: str) -> bool:
    """Tell whether an unknown word may be a heading: 亮点, or one that ends as a unit: 对标城市."""
    return looks(text) in {"short", "units"} or ends_in_body(text)


def _used(cells: Sequence[Loose], at: int, mended: Sequence[Loose]) -> int:
    wanted = "".join(cell.text for cell in mended)
    told = ""
    for count, cell in enumerate(cells[at:]):
        if len(told) >= len(wanted):
            return count
        told += cell.text
    return len(cells) - at


def _without_repeats(cells: list[Loose], headings: list[str]) -> list[Loose]:
    """Leave out headings that a page break repeated."""
    wanted = _plain(headings)
    kept: list[Loose] = []
    at = 0
    while at < len(cells):
        width = _width_of(wanted, cells[at : at + 2 * len(headings)])
        if not width:
            kept.append(cells[at])
        at += width or 1
    return kept


def _plain(texts: Iterable[str]) -> str:
    return "".join("".join(text.split()) for text in texts)


def _width_of(wanted: str, cells: Sequence[Loose]) -> int:
    """Give how many of the cells, put together, are the headings again; 0 when they are not."""
    told = ""
    for width, cell in enumerate(cells, start=1):
        told += _plain([cell.text])
        if told == wanted:
            return width
        if not wanted.startswith(told):
            break
    return 0


def _with_serial(columns: tuple[Column, ...], cells: Sequence[Loose]) -> list[tuple[Column, ...]]:
    """Give the columns, with every place where numbers without a heading may stand."""
    numbers = sum(looks(cell.text) == "number" for cell in cells)
    if any(c.holds is Holds.SERIAL for c in columns) or numbers < max(1, len(cells) // 12):
        return [columns]
    serial = Column(Holds.SERIAL, "")
    return [(*columns[:at], serial, *columns[at:]) for at in range(min(3, len(columns)))]
