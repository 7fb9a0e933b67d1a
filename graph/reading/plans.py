"""The door of the room: a Document becomes its plans."""

from collections.abc import Sequence
from dataclasses import replace

from ..documents.document import Block, Document, Grid
from ..errors import NoPlanError
from ..plan import Doubt, Plan
from .assembly import assemble
from .doubts import doubts_of
from .extents import around, lines
from .flattened import aligned, boxed, delimited, ended, spaced, stacked, tabbed
from .flattened.lost_tables import lost_table
from .front.frontmatter import FrontMatter, front_matter
from .front.parts import parts
from .layout import Fit, Layout, Reading
from .lists.added_outside import added_outside, notes_not_taken
from .lists.bracket_rule import bracket_rule, by_brackets
from .lists.document_rule import rule_of
from .matrices import matrix
from .odd_tables import (
    by_content,
    few_headings,
    labelled_cells,
    owned_tables,
    tasks_across,
    tasks_by_role,
    transposed,
)
from .prose.beside_table import Running, may_hold_table, running_text, with_text_beside
from .prose.chunks import whole_text, with_own_places
from .tables import grids, records
from .text.blocks import Blocks
from .text.debris import restored, without_debris

LAYOUTS: tuple[Layout, ...] = (
    matrix,
    tasks_by_role,
    owned_tables,
    records,
    grids,
    labelled_cells,
    boxed,
    tabbed,
    ended,
    delimited,
    stacked,
    aligned,
    spaced,
    transposed,
    tasks_across,
)


def read_document(document: Document) -> tuple[Plan, ...]:
    """Read the plans of a document, in order.

    A notice without tasks gives one `Plan` without requirements and a doubt that says so.
    Raises `NoPlanError` when the document holds no text at all.
    """
    if not any(_has_text(block) for block in document.blocks):
        raise NoPlanError("reading.empty", path=document.source.path)
    whole, seams = whole_text(Blocks(document.blocks))
    blocks, gaps = without_debris(whole)
    plans = _plans(replace(document, blocks=blocks))
    return tuple(with_own_places(restored(plan, gaps), seams) for plan in plans)


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
    running = running_text(blocks, reading)
    if not reading.entries and (running is None or may_hold_table(blocks)):
        name, score, reading = _last_reading(blocks, running)
        running = running_text(blocks, reading) if running and reading.entries else running
    if running is None:
        return name, score, reading
    if not reading.entries:
        return running.name, running.score, running.reading
    return name, score, with_text_beside(blocks, reading, running)


def _last_reading(blocks: Sequence[Block], running: Running | None) -> tuple[str, float, Reading]:
    """Give what a table tells of which few headings are known or none, where nothing was read.

    Running text that says more outside of the table than it holds goes first.
    """
    for layout in (few_headings, by_content):
        fit = layout.recognise(blocks)
        if fit is not None:
            reading = layout.read(fit.found)
            told = running.count_outside(reading) if running else 0
            return (layout.NAME, fit.score, reading) if len(reading.entries) > told else _NOTHING
    return _NOTHING


_NOTHING = ("", 0.0, Reading())


def _table_reading(blocks: Sequence[Block]) -> tuple[str, float, Reading]:
    for layout, fit in sorted(_fits(blocks), key=lambda one: -one[1].score):
        reading = layout.read(fit.found)
        if any(entry.items for entry in reading.entries):
            return reading.layout or layout.NAME, fit.score, reading
    return _NOTHING


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
    rule, lost = rule_of(document.blocks)
    brackets = bracket_rule(document.blocks)
    if brackets is not None:
        reading = replace(reading, entries=by_brackets(reading.entries, brackets))
    plan = assemble(reading, front, source, rule)
    outside = (where.head, where.tail)
    added = added_outside(*outside, plan, Blocks.of(part).text)
    plan = replace(plan, implied=(*plan.implied, *added)) if added else plan
    left = notes_not_taken(*outside, Blocks.of(part).text)
    return replace(plan, doubts=(*doubts_of(plan, reading, rule), *lost, *left))


def _notice(part: Sequence[Block], _name: str, _score: float, reading: Reading) -> FrontMatter:
    """Read what the first part says of the whole file."""
    return front_matter(around(part, reading).head, ())


def _without_tasks(document: Document) -> Plan:
    told = list(lines(document.blocks))
    front = front_matter(told, told, has_tasks=False)
    plan = assemble(Reading(), front, document.source, None)
    doubt = lost_table(document.blocks) or Doubt("reading.no-tasks")
    return replace(plan, doubts=(*document.doubts, doubt))


def _has_text(block: Block) -> bool:
    if isinstance(block, Grid):
        return any(cell.text.strip() for row in block.rows for cell in row)
    return bool(block.text.strip())
