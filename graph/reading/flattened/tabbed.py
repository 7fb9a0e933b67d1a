"""Flattened tables with one cell a line, a tab before each, and a blank line between rows."""

from collections.abc import Sequence
from itertools import pairwise

from ...documents.document import Block
from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds
from ..columns.alignment import Before, Loose, Placed, arrange, direct, to_grid
from ..columns.fitness import looks_like_list
from ..columns.headings import places_of, share_known
from ..columns.unsure import unsure_columns
from ..layout import Fit, Reading
from ..tables.grids import read_grids
from ..text.blocks import Blocks
from .below import closing_line
from .to_grids import columns_of, mend_headings, place_rows, strip_blank_end

NAME = "flattened-table"
Found = tuple[list[Loose], tuple[Column, ...], list[list[Loose]]]


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give the share of known headings when there is a row of them, one a line behind tabs."""
    found = _find(blocks)
    return Fit(share_known(found[1]), found) if found and found[2] else None


def read(found: Found) -> Reading:
    """Read the rows below the headings."""
    headings, columns, rows = found
    regular = sum(len(row) == len(columns) for row in rows)
    shifted: Placed = []
    if regular == len(rows):
        placed = [placed for row in rows for placed in direct(row, columns)]
    elif 2 * regular >= len(rows):
        placed, headings, columns, shifted = place_rows(rows, headings, columns)
    else:
        shifted = placed = arrange([cell for row in rows for cell in row], columns)
    grid = to_grid(_without_notes(placed, columns), headings, 1)
    return read_grids([grid], tuple(unsure_columns(shifted, columns)))


def _find(blocks: Sequence[Block]) -> Found | None:
    rows = _rows(_cells(blocks))
    for at, row in enumerate(rows):
        headings = strip_blank_end(mend_headings(row))
        columns = columns_of(headings)
        if columns is not None:
            return headings, columns, rows[at + 1 :]
    return None


def _cells(blocks: Sequence[Block]) -> list[Loose]:
    """Give the cells: a line with a tab starts one, a line without one goes on in it.

    What closes the document behind the last cell goes on in none.
    """
    texts = Blocks.of(blocks).paragraphs
    starts = {at for at, block in enumerate(texts) if block.text.rfind("\t") == 0}
    if not starts:
        return []
    behind = max(starts) + 1
    end = behind + closing_line([block.text for block in texts[behind:]])
    cells: list[Loose] = []
    blanks = 1
    for at, block in enumerate(texts[:end]):
        text = block.text
        if at in starts:
            before = Before.GAP if blanks else Before.LINE
            cells.append(Loose(text[1:], block.span, before))
            blanks = 0
        elif not text.strip():
            blanks += 1
        elif cells:
            last = cells[-1]
            cells[-1] = last._replace(text=last.text + "\n" * (blanks + 1) + text)
            blanks = 0
    return cells


def _rows(cells: Sequence[Loose]) -> list[list[Loose]]:
    starts = [at for at, cell in enumerate(cells) if cell.before is _NEW_ROW]
    bounds = [0, *(at for at in starts if at), len(cells)] if cells else []
    return [list(cells[start:end]) for start, end in pairwise(bounds)]


_NEW_ROW = Before.GAP


def _without_notes(placed: Placed, columns: Sequence[Column]) -> Placed:
    """Cut from unit cells what follows behind a blank line and names nobody: notes, signatures."""
    owners = places_of(tuple(columns), Holds.OWNERS)
    for row in placed:
        for cells in (row[at] for at in owners):
            if cells and "\n\n" in cells[-1].text:
                cells[-1] = cells[-1]._replace(text=_listed(cells[-1].text))
    return placed


def _listed(text: str) -> str:
    head, gap, rest = text.partition("\n\n")
    return text if not gap or looks_like_list(fold(rest).strip()) else head
