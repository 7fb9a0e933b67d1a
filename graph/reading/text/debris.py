"""What a crawl leaves inside words: zero-width characters, pinyin in brackets, 牵 头.

They are taken out before reading, and the places of everything that was read are counted again in
the text as it stands in the source.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from ...documents.document import Block, Cell, Grid, Paragraph
from ...lexicon.words import words
from ...plan import Plan
from ...span import Span
from .blocks import Blocks
from .moved_places import with_places

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
_PARTS = "|".join("(?<={} )(?={})".format(*word.split()) for word in words("roles", "spaced"))
_SPACED = f" (?:{_PARTS})"
"""It begins with the space itself: so it is found fast."""
_DEBRIS = re.compile(
    "[\u200b-\u200d\u2060\ufeff\u00ad]"
    rf"|(?<=[\u4e00-\u9fff])[（(](?=[^）)]*[{_TONED}])[a-z{_TONED}ü\s]{{1,24}}[）)]"
    rf"|{_SPACED}"
)
_TRACE = re.compile(f"[\u200b-\u200d\u2060\ufeff\u00ad{_TONED}]")
_SPACE = re.compile(_SPACED)
"""No debris is without one of these; they are found faster than the whole pattern."""
Place = tuple[Any, ...]
Gaps = dict[Place, list[tuple[int, int]]]
"""For a place: after how many kept characters so many were left out, running totals."""


def without_debris(blocks: Blocks) -> tuple[Blocks, Gaps]:
    """Give the blocks without debris, and where it stood."""
    texts = (blocks.text, *_texts(blocks.grids))
    if not any(map(_TRACE.search, texts)) and not any(map(_SPACE.search, texts)):
        return blocks, {}
    gaps: Gaps = {}
    return Blocks([_clean_block(block, gaps) for block in blocks]), gaps


def _texts(grids: Iterable[Grid]) -> Iterator[str]:
    for grid in grids:
        yield from (cell.text for row in grid.rows for cell in row)


def _clean_block(block: Block, gaps: Gaps) -> Block:
    if isinstance(block, Paragraph):
        text = _clean(block.text, block.span, gaps)
        return block if text is block.text else block._replace(text=text)
    rows = tuple(tuple(_clean_cell(cell, gaps) for cell in row) for row in block.rows)
    return replace(block, rows=rows) if rows != block.rows else block


def _clean_cell(cell: Cell, gaps: Gaps) -> Cell:
    text = _clean(cell.text, cell.span, gaps)
    return cell if text is cell.text else cell._replace(text=text)


def _clean(text: str, span: Span, gaps: Gaps) -> str:
    if not _DEBRIS.search(text):
        return text
    lost = 0
    found = gaps[_place(span)] = []
    for match in _DEBRIS.finditer(text):
        kept = match.start() - lost
        lost += len(match[0])
        found.append((kept, lost))
    return _DEBRIS.sub("", text)


def restored(plan: Plan, gaps: Gaps) -> Plan:
    """Give the plan with every place counted in the source's own text."""
    if not gaps:
        return plan
    return with_places(plan, partial(_moved, gaps=gaps))


def _moved(span: Span, gaps: Gaps) -> Span:
    found = gaps.get(_place(span))
    if found is None:
        return span
    return span._replace(start=_before(found, span.start), end=_before(found, span.end - 1) + 1)


def _before(found: list[tuple[int, int]], place: int) -> int:
    at = bisect_right(found, (place, 10**9)) - 1
    return place + (found[at][1] if at >= 0 else 0)


def _place(span: Span) -> Place:
    return (span.page, span.sheet, span.table, span.row, span.column, span.paragraph, span.line)
