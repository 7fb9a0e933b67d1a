"""What a document library shows of a text: 1、… 2、…, cut where the number of characters is full.

The numbers of such stretches count what the page shows, no items. They are taken out and the text
is put together before reading; the places of what was read are counted again as they were.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from ...documents.document import Block, Paragraph
from ...lexicon.folding import fold
from ...plan import Plan
from ...span import Span
from ..extents import place_of
from ..text.blocks import Blocks
from ..text.moved_places import with_places


class Chunk(NamedTuple):
    """A stretch of the text: where it begins in the whole, and where it stands in the source."""

    start: int
    span: Span
    mark: int
    """So many characters of the source are its number."""


Seams = tuple[Chunk, ...]
_MARK = re.compile(r"\s*([1-9][0-9]?)、")
_SHORTEST = 80
_ENDED = frozenset("。；！？：）〕”》")
_BEGINS_INSIDE = re.compile("[，。；、：！？）〕》]")
_OUTLINE = re.compile("[一二三]、|（[一二]）")


def whole_text(blocks: Blocks) -> tuple[Blocks, Seams]:
    """Give the blocks with such stretches as one paragraph, and where its parts stood."""
    may_begin = _FIRST in blocks.text and any(map(_may_begin, blocks.paragraphs))
    found = next(filter(None, _runs(blocks)), None) if may_begin else None
    if found is None:
        return blocks, ()
    chunks: list[Chunk] = []
    text = ""
    for own in (blocks[at] for at in found):
        shown = _text(own)
        mark = _end_of_mark(shown)
        chunks.append(Chunk(len(text), own.span, mark))
        text += shown[mark:].rstrip()
    first = chunks[0].span
    whole = Paragraph(text, first._replace(start=0, end=len(text)))
    return Blocks((*blocks[: found[0]], whole, *blocks[found[-1] + 1 :])), tuple(chunks)


_FIRST = "1、"


def _may_begin(paragraph: Paragraph) -> bool:
    """Tell fast whether a paragraph is as long as the first stretch, and counts as one."""
    return len(paragraph.text) >= _SHORTEST and _value(paragraph.text) == 1


def _end_of_mark(text: str) -> int:
    match = _MARK.match(text)
    return match.end() if match else 0


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Give the blocks that count 1、2、… side by side, where the text goes on over the numbers."""
    filled = [at for at, block in enumerate(blocks) if _text(block).strip()]
    values = [_value(_text(blocks[at])) for at in filled]
    for first, value in enumerate(values):
        if value != 1 or values[first + 1 : first + 2] != [2]:
            continue
        count = 1
        while first + count < len(values) and values[first + count] == count + 1:
            count += 1
        run = filled[first : first + count]
        if _goes_on([fold(_text(blocks[at])).strip() for at in run]):
            yield run


def _value(text: str) -> int | None:
    match = _MARK.match(text[:_LONGEST_MARK])
    return int(match[1]) if match else None


_LONGEST_MARK = 12


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else "|"


def _goes_on(texts: Sequence[str]) -> bool:
    """Tell whether a text with an outline of its own was cut: mostly inside its sentences."""
    if not _OUTLINE.search(texts[0]) or any(len(text) < _SHORTEST for text in texts[:-1]):
        return False
    inside = sum(
        before[-1] not in _ENDED or bool(_BEGINS_INSIDE.match(after, _end_of_mark(after)))
        for before, after in pairwise(texts)
    )
    return 2 * inside >= len(texts) - 1


def with_own_places(plan: Plan, seams: Seams) -> Plan:
    """Give the plan with every place counted in the paragraph of the source."""
    return with_places(plan, partial(_moved, seams=seams)) if seams else plan


def _moved(span: Span, seams: Seams) -> Span:
    if place_of(span) != place_of(seams[0].span):
        return span
    at = max(bisect_right([chunk.start for chunk in seams], span.start) - 1, 0)
    chunk = seams[at]
    stop = seams[at + 1].start if at + 1 < len(seams) else span.end
    ahead = chunk.span.start + chunk.mark - chunk.start
    return chunk.span._replace(start=span.start + ahead, end=min(span.end, stop) + ahead)
