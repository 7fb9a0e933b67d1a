"""The door of the room: a Document becomes its plans."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..documents.document import Block, Document, Grid, Paragraph
from ..errors import NoPlanError
from ..lexicon.folding import fold
from ..lexicon.words import one_of, words
from ..plan import Doubt, Plan
from . import (
    boxed,
    delimited,
    ended,
    few_headings,
    grids,
    labelled_cells,
    prose,
    records,
    spaced,
    stacked,
    tabbed,
)
from .added_outside import added_outside
from .assembly import assemble
from .debris import restored, without_debris
from .doubts import doubts_of
from .extents import around, extent, lines, place_of, spans
from .frontmatter import FrontMatter, front_matter
from .layout import Fit, Layout, Reading
from .parts import parts
from .pieces import Piece
from .remarks import LeadRule, lead_rule
from .units_above import units_above_table

LAYOUTS: tuple[Layout, ...] = (
    records,
    grids,
    labelled_cells,
    boxed,
    tabbed,
    ended,
    delimited,
    stacked,
    spaced,
)


def read_document(document: Document) -> tuple[Plan, ...]:
    """Read the plans of a document, in order.

    A notice without tasks gives one `Plan` without requirements and a doubt that says so.
    Raises `NoPlanError` when the document holds no text at all.
    """
    if not any(_has_text(block) for block in document.blocks):
        raise NoPlanError("reading.empty", path=document.source.path)
    blocks, gaps = without_debris(document.blocks)
    plans = _plans(replace(document, blocks=blocks))
    return tuple(restored(plan, gaps) for plan in plans)


def _plans(document: Document) -> tuple[Plan, ...]:
    read = [(part, *best_reading(part)) for part in parts(document.blocks)]
    filled = [
        (part, name, score, reading) for part, name, score, reading in read if _tells(reading)
    ]
    if not filled:
        return (_without_tasks(document),)
    whole = _notice(*read[0]) if len(read) > 1 else FrontMatter()
    plans = [_plan(document, *one, whole) for one in filled]
    return (replace(plans[0], doubts=(*document.doubts, *plans[0].doubts)), *plans[1:])


def _tells(reading: Reading) -> bool:
    return any(item.pieces for entry in reading.entries for item in entry.items)


def best_reading(blocks: Sequence[Block]) -> tuple[str, float, Reading]:
    """Give the reading of the layout that fits best, with its name and score (0 for none).

    What stands in brackets and behind labels around a table is read with it.
    """
    name, score, reading = _table_reading(blocks)
    rest = _without(blocks, reading) if reading.entries else blocks
    running = prose.recognise(rest) if _may_assign(rest) else None
    if running is None:
        return (name, score, reading) if reading.entries else _last_reading(blocks)
    beside = prose.read(running.found)
    if not reading.entries:
        return beside.layout or prose.NAME, running.score, beside
    numbered = tuple(entry for entry in beside.entries if entry.items[0].number)
    told = units_above_table(running.found[0])
    reading = replace(reading, doubts=(*reading.doubts, *told)) if told else reading
    if not numbered:
        return name, score, reading
    return name, score, _joined(blocks, reading, replace(beside, entries=numbered))


def _last_reading(blocks: Sequence[Block]) -> tuple[str, float, Reading]:
    """Give what a table tells of which few headings are known, where nothing else was read."""
    fit = few_headings.recognise(blocks)
    return (few_headings.NAME, fit.score, few_headings.read(fit.found)) if fit else _NOTHING


_NOTHING = ("", 0.0, Reading())


def _table_reading(blocks: Sequence[Block]) -> tuple[str, float, Reading]:
    for layout, fit in sorted(_fits(blocks), key=lambda one: -one[1].score):
        reading = layout.read(fit.found)
        if any(entry.items for entry in reading.entries):
            return reading.layout or layout.NAME, fit.score, reading
    return _NOTHING


def _without(blocks: Sequence[Block], reading: Reading) -> list[Block]:
    """Give the blocks before and behind the table that was read."""
    first, end = extent(blocks, reading)
    return [*blocks[:first], *blocks[end:]] if first < end else []


def _may_assign(blocks: Sequence[Block]) -> bool:
    texts = (block.text for block in blocks if isinstance(block, Paragraph))
    return any(isinstance(b, Grid) for b in blocks) or any(map(_signs().search, map(fold, texts)))


@cache
def _signs() -> re.Pattern[str]:
    """Match what every text holds that assigns in brackets, labels or sentences."""
    return re.compile(f"[（〔：]|{one_of(words('sentences', 'core', 'signs'))}")


def _joined(blocks: Sequence[Block], table: Reading, beside: Reading) -> Reading:
    """Give two readings as one, in the order of the document."""
    order = {place_of(block.span): at for at, block in enumerate(blocks)}
    first = order.get(place_of(next(iter(spans(beside.entries)))), 0)
    table_first = order.get(place_of(next(iter(spans(table.entries)))), 0)
    pair = (beside, table) if first < table_first else (table, beside)
    entries = (*pair[0].entries, *pair[1].entries)
    return replace(table, entries=entries, doubts=(*table.doubts, *beside.doubts))


def _fits(blocks: Sequence[Block]) -> list[tuple[Layout, Fit]]:
    """Give the tables that fit; a table whose headings are all known needs no rival."""
    found: list[tuple[Layout, Fit]] = []
    for layout in LAYOUTS:
        fit = layout.recognise(blocks)
        if fit is not None:
            found.append((layout, fit))
            if fit.score >= _SURE:
                break
    return found


_SURE = 0.99


def _plan(
    document: Document,
    part: Sequence[Block],
    name: str,
    score: float,
    reading: Reading,
    whole: FrontMatter,
) -> Plan:
    where = around(part, reading)
    front = front_matter(where.head, where.tail, where.opening).or_else(whole)
    source = replace(document.source, layout=name, layout_score=round(score, 3))
    rule = _rule(document.blocks, reading)
    plan = assemble(reading, front, source, rule)
    added = added_outside([*where.head, *where.tail], plan)
    plan = replace(plan, implied=(*plan.implied, *added)) if added else plan
    return replace(plan, doubts=doubts_of(plan, reading, rule))


def _notice(part: Sequence[Block], _name: str, _score: float, reading: Reading) -> FrontMatter:
    """Read what the first part says of the whole file."""
    return front_matter(around(part, reading).head, ())


def _without_tasks(document: Document) -> Plan:
    texts = [block for block in document.blocks if isinstance(block, Paragraph)]
    told = list(lines(document.blocks))
    front = front_matter(told, told, has_tasks=False)
    plan = assemble(Reading(), front, document.source, None)
    lost = any(_GLUED.search(fold(text.text)) for text in texts)
    doubt = Doubt("reading.glued-cells" if lost else "reading.no-tasks")
    return replace(plan, doubts=(*document.doubts, doubt))


_GLUED = re.compile("序号[\u4e00-\u9fff（）]{4,60}(?:单位|部门|科室)")
"""The headings of a table in one run: whatever kept its cells apart was lost."""


def _has_text(block: Block) -> bool:
    if isinstance(block, Grid):
        return any(cell.text.strip() for row in block.rows for cell in row)
    return bool(block.text.strip())


def _rule(blocks: Sequence[Block], reading: Reading) -> LeadRule | None:
    """Find the document's own rule for the lead, in its running text or in its tables."""
    for block in blocks:
        cells = [block] if isinstance(block, Paragraph) else [c for row in block.rows for c in row]
        for cell in cells:
            if _leads().search(fold(cell.text)) is None:
                continue
            found = lead_rule(Piece.of(cell.text, cell.span))
            if found is not None:
                return found
    return None


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(one_of(words("units", "rule", "lead")))
