"""Units that a line under the title, or a heading, names for all items below it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ...lexicon.words import one_of, words
from ...plan import Doubt
from ..front.titles import is_title
from ..marks.mark import Mark
from ..marks.segments import Segment
from ..text.pieces import Piece
from .closing import closing_children
from .frames import in_frame
from .outline import Node

_QUOTED = 40


class Above(NamedTuple):
    """What stands above items, and the node whose items they are; `None` is the whole plan."""

    marks: list[Mark]
    node: Node | None


def give_units_above(nodes: Sequence[Node]) -> tuple[Doubt, ...]:
    """Give items without units those that stand above them, and tell of it.

    Such a line or heading is then no requirement of its own. Items keep the units that they name
    themselves, and a heading alone, whose items name none, keeps its own.
    """
    closing = closing_children(nodes)
    found = [above for node in nodes if id(node) not in closing for above in _above(node)]
    if not found:
        return _title_alone(nodes[0])
    waiting = _without_units(nodes, closing)
    doubts = []
    for above in reversed(found):
        here = [node for node in waiting if above.node is None or above.node in node.ancestors()]
        for node in here:
            node.segments = [Segment(list(node.paragraphs), above.marks, whole_paragraphs=True)]
        waiting = [node for node in waiting if node not in here]
        doubts.append(_doubt(above, here))
    return tuple(reversed(doubts))


def units_above_table(nodes: Sequence[Node]) -> tuple[Doubt, ...]:
    """Tell of units under the title of a table, whose rows have units of their own."""
    first = _of_title(nodes[0])
    return (_doubt(Above(first.marks, None), ()),) if first else ()


def _of_title(root: Node) -> Segment | None:
    """Give the assignment under the title of a text without numbered items."""
    first = root.segments[0] if root.segments and not root.children else None
    return first if first is not None and first.apart and _ends_head(first.pieces) else None


def _title_alone(root: Node) -> tuple[Doubt, ...]:
    """Tell of units under a title that is read as their task, since no item stands below."""
    first = _of_title(root)
    if first is None:
        return ()
    return (
        Doubt("reading.title-as-task", first.marks[0].piece.span, (("text", _said(first.marks)),)),
    )


def _above(node: Node) -> Iterator[Above]:
    """Give what a node says for all items below, and take it from the node."""
    if not node.segments or not _stands_above(node):
        return
    told = node.segments.pop(0)
    yield Above(told.marks, node if node.printed else None)


def _stands_above(node: Node) -> bool:
    first = node.segments[0]
    if any(mark.in_sentence or mark.stated or mark.is_bare for mark in first.marks):
        return False
    if node.printed is None:
        return first.apart and bool(node.children) and _ends_head(first.pieces)
    heads = len(first.pieces) == 1 and node.body.text.startswith(first.pieces[0].text)
    return heads and "。" not in first.pieces[0].folded and any(map(_assigned, node.children))


def _ends_head(pieces: Sequence[Piece]) -> bool:
    """Tell whether texts are the head of a document: they end in its title, or its preamble."""
    last = pieces[-1].folded
    told = is_title(last) or _preamble().search(last) is not None
    return told and any(is_title(piece.folded) for piece in pieces)


def _assigned(node: Node) -> bool:
    return bool(node.segments) or any(map(_assigned, node.children))


def _without_units(nodes: Sequence[Node], closing: dict[int, bool]) -> list[Node]:
    """Give the items that name no unit: of the kinds that do, or else the lowest of all."""
    kinds = {node.printed.style for node in nodes if node.printed and node.segments}
    return [
        node
        for node in nodes
        if node.printed is not None
        and (node.printed.style in kinds or not (kinds or node.children))
        and not _assigned(node)
        and not any(id(one) in closing or one.segments for one in node.ancestors())
        and not in_frame(node)
    ]


def _doubt(above: Above, items: Sequence[Node]) -> Doubt:
    quoted = _said(above.marks)
    place = above.marks[0].piece.span
    if not items:
        return Doubt("reading.units-above-unused", place, (("text", quoted),))
    numbers = "、".join(node.number for node in items)
    return Doubt("reading.units-above", place, (("text", quoted), ("numbers", numbers)))


def _said(marks: Sequence[Mark]) -> str:
    text = "；".join(mark.piece.text for mark in marks if not mark.is_time)
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}……"


@cache
def _preamble() -> re.Pattern[str]:
    """Match how a preamble ends: 特制定本方案."""
    return re.compile(rf"(?:{one_of(words('titles', 'preamble'))})[^，；]{{0,12}}[。：]?$")
