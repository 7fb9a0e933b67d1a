"""The door of the room: a Document becomes its plans."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..documents.document import Block, Document, Grid, Paragraph
from ..errors import NoPlanError
from ..lexicon.folding import fold
from ..plan import Doubt, Plan
from ..span import Span
from . import (
    boxed,
    delimited,
    ended,
    grids,
    labelled_cells,
    prose,
    records,
    spaced,
    stacked,
    tabbed,
)
from .assembly import assemble
from .debris import restored, without_debris
from .doubts import doubts_of
from .frontmatter import FrontMatter, front_matter
from .layout import Entry, Fit, Layout, Reading
from .parts import parts
from .pieces import Piece
from .remarks import LeadRule, lead_rule

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
        (part, name, score, reading) for part, name, score, reading in read if reading.entries
    ]
    if not filled:
        return (_without_tasks(document),)
    whole = _notice(*read[0]) if len(read) > 1 else FrontMatter()
    plans = [_plan(document, *one, whole) for one in filled]
    return (replace(plans[0], doubts=(*document.doubts, *plans[0].doubts)), *plans[1:])


def best_reading(blocks: Sequence[Block]) -> tuple[str, float, Reading]:
    """Give the reading of the layout that fits best, with its name and score (0 for none).

    What stands in brackets and behind labels around a table is read with it.
    """
    name, score, reading = _table_reading(blocks)
    rest = _without(blocks, reading) if reading.entries else blocks
    running = prose.recognise(rest) if _may_assign(rest) else None
    if running is None:
        return name, score, reading
    around = prose.read(running.found)
    if not reading.entries:
        return around.layout or prose.NAME, running.score, around
    numbered = tuple(entry for entry in around.entries if entry.items[0].number)
    if not numbered:
        return name, score, reading
    return name, score, _joined(blocks, reading, replace(around, entries=numbered))


def _table_reading(blocks: Sequence[Block]) -> tuple[str, float, Reading]:
    for layout, fit in sorted(_fits(blocks), key=lambda one: -one[1].score):
        reading = layout.read(fit.found)
        if any(entry.items for entry in reading.entries):
            return reading.layout or layout.NAME, fit.score, reading
    return "", 0.0, Reading()


def _without(blocks: Sequence[Block], reading: Reading) -> list[Block]:
    """Give the blocks before and behind the table that was read."""
    first, end = _extent(blocks, reading)
    return [*blocks[:first], *blocks[end:]] if first < end else []


def _may_assign(blocks: Sequence[Block]) -> bool:
    texts = (block.text for block in blocks if isinstance(block, Paragraph))
    return any(isinstance(b, Grid) for b in blocks) or any(map(_ASSIGNING.search, texts))


_ASSIGNING = re.compile(r"[（(〔\[【［:：]|由|责任|責任|牵头|牽頭")


def _joined(blocks: Sequence[Block], table: Reading, around: Reading) -> Reading:
    """Give two readings as one, in the order of the document."""
    order = {_where(block.span): at for at, block in enumerate(blocks)}
    first = order.get(_where(next(iter(_spans(around.entries)))), 0)
    table_first = order.get(_where(next(iter(_spans(table.entries)))), 0)
    pair = (around, table) if first < table_first else (table, around)
    entries = (*pair[0].entries, *pair[1].entries)
    return replace(table, entries=entries, doubts=(*table.doubts, *around.doubts))


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
    first, end = _extent(part, reading)
    opening = _running(part[first : first + 1])
    captions = _captions(part[first : first + 1])
    head = [*_running(part[:first]), *captions, *_before_first(opening, reading)]
    front = front_matter(head, _running(part[end:]), opening).or_else(whole)
    source = replace(document.source, layout=name, layout_score=round(score, 3))
    rule = _rule(document.blocks, reading)
    plan = assemble(reading, front, source, rule)
    return replace(plan, doubts=doubts_of(plan, reading, rule))


def _notice(part: Sequence[Block], _name: str, _score: float, reading: Reading) -> FrontMatter:
    """Read what the first part says of the whole file."""
    return front_matter(_running(part[: _extent(part, reading)[0]]), ())


def _without_tasks(document: Document) -> Plan:
    texts = [block for block in document.blocks if isinstance(block, Paragraph)]
    front = front_matter(texts, texts, has_tasks=False)
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
            if any(word in cell.text for word in _LEADS):
                found = lead_rule(Piece.of(cell.text, cell.span))
                if found is not None:
                    return found
    return None


_LEADS = ("牵头", "牽頭", "主办", "主辦", "总负责", "負總責", "负总责", "主责")
Where = tuple[object, ...]


def _where(span: Span) -> Where:
    """Give what tells a block from the others: its line or paragraph, or its table."""
    if span.line is not None:
        return ("line", span.line)
    if span.table is not None and span.paragraph is None:
        return ("table", span.sheet, span.table)
    return ("paragraph", span.page, span.paragraph)


def _extent(blocks: Sequence[Block], reading: Reading) -> tuple[int, int]:
    """Give the first block that was read and the one behind the last; all are before no reading."""
    told = set(map(_where, _spans(reading.entries)))
    first = next((at for at, b in enumerate(blocks) if _where(b.span) in told), len(blocks))
    backwards = range(len(blocks) - 1, first - 1, -1)
    last = next((at for at in backwards if _where(blocks[at].span) in told), len(blocks))
    return first, last + 1


def _before_first(opening: Sequence[Paragraph], reading: Reading) -> Iterator[Paragraph]:
    """Give what stands in the same paragraph before the first requirement: a whole document."""
    for block in opening:
        place = _where(block.span)
        start = min(span.start for span in _spans(reading.entries) if _where(span) == place)
        if start > _LONGEST_HEADING:
            yield block._replace(text=block.text[:start])


_LONGEST_HEADING = 60


def _running(blocks: Sequence[Block]) -> list[Paragraph]:
    return [block for block in blocks if isinstance(block, Paragraph)]


def _captions(blocks: Sequence[Block]) -> Iterable[Paragraph]:
    for block in blocks:
        if isinstance(block, Grid):
            yield from grids.captions(block)


def _spans(entries: Iterable[Entry]) -> Iterable[Span]:
    for entry in entries:
        for piece in (entry.section, entry.task):
            if piece is not None:
                yield piece.span
        for item in entry.items:
            yield from (piece.span for piece in item.pieces)
        yield from (owners.piece.span for owners in entry.owners)
