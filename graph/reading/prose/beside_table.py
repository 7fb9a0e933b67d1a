"""Running text that assigns: alone, or before and behind a table that was read."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from ...documents.document import Block, Grid, Paragraph
from ...lexicon.folding import fold
from ...lexicon.words import one_of, words
from ...plan import Doubt
from ..extents import extent, place_of, spans
from ..flattened.below import is_below
from ..flattened.lost_cells import before_lost_cells
from ..front.titles import is_plan_title
from ..layout import Entry, Reading
from ..outline.closing_names import may_close_in_names
from ..outline.units_above import units_above_table
from . import prose


class Running(NamedTuple):
    """What running text says."""

    score: float
    found: prose.Found
    reading: Reading

    @property
    def name(self) -> str:
        """The name of its layout."""
        return self.reading.layout or prose.NAME

    def count_outside(self, table: Reading) -> int:
        """Give how many of its entries stand neither in cells nor in the lines of a table."""
        inside = set(map(place_of, spans(table.entries)))
        items = (entry.items[0] for entry in self.reading.entries)
        places = (item.pieces[0].span for item in items if item.pieces)
        return sum(span.table is None and place_of(span) not in inside for span in places)


def running_text(blocks: Sequence[Block], table: Reading) -> Running | None:
    """Give what the text around a table says, of all blocks where none was read."""
    around = _without(blocks, table) if table.entries else blocks
    rest = before_lost_cells(around)
    fit = prose.recognise(rest) if _may_assign(rest, table.ownership_heading) else None
    if fit is None:
        return None
    reading = prose.read(fit.found)
    kept = tuple(entry for entry in reading.entries if not _runs_over_cells(entry))
    if reading.entries and not kept:
        return None
    lost = (Doubt("reading.glued-cells"),) if len(rest) < len(around) else ()
    doubts = (*lost, *reading.doubts)
    return Running(fit.score, fit.found, replace(reading, entries=kept, doubts=doubts))


def _runs_over_cells(entry: Entry) -> bool:
    """Tell whether a sentence begins in one cell of a marked line and goes on in the next.

    Such a line is a row of a table: 综合组, 县政府办, 负责统筹协调 between tabs.
    """
    parts = [piece.text for item in entry.items for piece in item.pieces if _is_marked(piece.text)]
    told = [owners.piece.text for owners in entry.owners if "\t" in owners.piece.text]
    return any(names in part for names in told for part in parts)


def with_text_beside(blocks: Sequence[Block], table: Reading, running: Running) -> Reading:
    """Give a table with the numbered items of the text around it, and what that leaves doubtful."""
    told = units_above_table(running.found[0])
    table = replace(table, doubts=(*table.doubts, *told)) if told else table
    beside = (entry for entry in running.reading.entries if entry.items[0].number)
    numbered = tuple(entry for entry in beside if not _speaks_of_rows(entry))
    if not numbered:
        return table
    return _joined(blocks, table, replace(running.reading, entries=numbered))


def _speaks_of_rows(entry: Entry) -> bool:
    """Tell whether a heading is an item only by a note below the rows: 以上工作由县财政局统筹."""
    return any(is_below(piece.text) for item in entry.items for piece in item.pieces)


def may_hold_table(blocks: Sequence[Block]) -> bool:
    """Tell whether a table is among blocks, or lines that marks part into three cells or more."""
    return any(isinstance(block, Grid) or _is_marked(block.text) for block in blocks)


def _is_marked(text: str) -> bool:
    return text.count("\t") > 1 or text.count("|") > 1 or text.count("｜") > 1


def _without(blocks: Sequence[Block], reading: Reading) -> list[Block]:
    """Give the blocks before and behind the table that was read."""
    first, end = extent(blocks, reading)
    return [*blocks[:first], *blocks[end:]] if first < end else []


def _may_assign(blocks: Sequence[Block], heading: str | None) -> bool:
    """Tell fast whether text may assign: neither a title nor the `heading` of the table does."""
    if any(isinstance(block, Grid) for block in blocks):
        return True
    texts = (fold(block.text) for block in blocks if isinstance(block, Paragraph) and block.text)
    told = (text.strip() for text in texts if _signs().search(text))
    return any(text != heading and not is_plan_title(text) for text in told)


@cache
def _signs() -> re.Pattern[str]:
    """Match what every text holds that assigns in brackets, labels or sentences."""
    signs = one_of(words("sentences", "core", "signs"))
    return re.compile(f"[（〔：]|{signs}|{may_close_in_names().pattern}")


def _joined(blocks: Sequence[Block], table: Reading, beside: Reading) -> Reading:
    """Give two readings as one, in the order of the document."""
    order = {place_of(block.span): at for at, block in enumerate(blocks)}
    first = order.get(place_of(next(iter(spans(beside.entries)))), 0)
    table_first = order.get(place_of(next(iter(spans(table.entries)))), 0)
    pair = (beside, table) if first < table_first else (table, beside)
    entries = (*pair[0].entries, *pair[1].entries)
    return replace(table, entries=entries, doubts=(*table.doubts, *beside.doubts))
