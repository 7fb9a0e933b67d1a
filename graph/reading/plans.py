"""The door of the room: a Document becomes its plans."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..documents.document import Block, Document, Paragraph
from ..errors import NoPlanError
from ..plan import Plan
from . import delimited, grids, spaced, stacked, tabbed
from .assembly import assemble
from .frontmatter import front_matter
from .layout import Entry, Reading

if TYPE_CHECKING:
    from .layout import Layout

LAYOUTS: "tuple[Layout, ...]" = (grids, tabbed, delimited, stacked, spaced)  # type: ignore[assignment]


def read_document(document: Document, register: object = None) -> tuple[Plan, ...]:
    """Read the plans of a document."""
    blocks = document.blocks
    layout, score, reading = _read(blocks)
    source = replace(document.source, layout=layout, layout_score=round(score, 3))
    head, tail = _around(blocks, reading)
    front = front_matter(head, tail)
    return (assemble(reading, front, source, None),)


def _read(blocks):
    scored = sorted(((l.recognise(blocks), -i, l) for i, l in enumerate(LAYOUTS)), key=lambda x: x[:2], reverse=True)
    for score, _, layout in scored:
        if score > 0:
            reading = layout.read(blocks)
            if reading.entries:
                return layout.NAME, score, reading
    return "", 0.0, Reading()


def _around(blocks, reading):
    lines = [e.items[0].pieces[0].span.line or 0 for e in reading.entries if e.items]
    first = min(lines, default=10**9)
    last = max(lines, default=10**9)
    ps = [b for b in blocks if isinstance(b, Paragraph)]
    return [p for p in ps if (p.span.line or 0) < first], [p for p in ps if (p.span.line or 0) > last]
