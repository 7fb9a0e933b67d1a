"""Headings that stand alone above paragraphs which have no numbers of their own."""

import re
from collections.abc import Sequence

from ...span import Span
from ..front.titles import is_title
from ..marks.segments import Segment
from ..text.pieces import Piece
from ..times.dates import signature_date
from .outline import Node


def headings_of_paragraphs(nodes: Sequence[Node]) -> set[int]:
    """Give the `id` of each node that is a heading, whose paragraphs are tasks without numbers.

    One paragraph below is such a task where all others of its kind are headings of items.
    """
    heads = {id(node) for node in nodes if _is_heading_of_paragraphs(node)}
    kinds: dict[str, list[Node]] = {}
    for node in nodes:
        if node.printed is not None and (node.segments or node.children):
            kinds.setdefault(node.printed.style, []).append(node)
    for alike in kinds.values():
        single = [node for node in alike if id(node) not in heads and _is_above_one(node)]
        others = [node for node in alike if node not in single]
        if others and all(map(_is_above_items, others)):
            heads.update(map(id, single))
    return heads


def _is_above_one(node: Node) -> bool:
    """Tell whether a heading stands above one paragraph that ends in its own assignment."""
    if len(node.segments) != 1 or len(node.segments[0].pieces) != 2 or node.children:
        return False
    segment = node.segments[0]
    heads = segment.pieces[0].text == node.body.text
    return heads and not segment.apart and _STOP.search(node.body.folded.rstrip("。")) is None


_STOP = re.compile("[。；：]")


def _is_above_items(node: Node) -> bool:
    """Tell whether a node has no assignment, and items below it that have."""
    return not node.segments and any(child.segments for child in node.children)


def is_short_heading(piece: Piece) -> bool:
    """Tell whether a line is short and no sentence: it may be a heading without a number."""
    folded = piece.folded
    plain = len(folded) < 30 and not folded.endswith(("。", "；", "：", "！"))
    return (
        plain
        and "|" not in folded
        and not is_title(folded)
        and "号" not in folded[-2:]
        and not signature_date(folded)
    )


def _is_heading_of_paragraphs(node: Node) -> bool:
    """Tell whether a heading stands alone above paragraphs that have assignments each."""
    if node.lead:
        return bool(node.segments)
    if _goes_on_below(node):
        return True
    if len(node.segments) < 2 or len(node.paragraphs) < 3:
        return False
    first = node.segments[0]
    if len(first.pieces) < 2 or first.pieces[0].text != node.paragraphs[0].text:
        return False
    return all(segment.whole_paragraphs for segment in node.segments) or _all_close(node)


def _all_close(node: Node) -> bool:
    """Tell whether every paragraph below a heading ends in an assignment, also in its second."""
    told = (mark for segment in node.segments for mark in segment.marks)
    ends = {_paragraph(mark.piece): mark.end for mark in told}
    return all(
        ends.get(_paragraph(piece), -1) >= len(piece.folded.rstrip("。； "))
        for piece in node.paragraphs[1:]
    )


def _paragraph(piece: Piece) -> Span:
    """Give where the paragraph or cell of a piece stands."""
    return piece.span._replace(start=0, end=0)


def parts_of_paragraphs(segments: Sequence[Segment]) -> list[int | None]:
    """Give for each segment which part of its paragraph it is; none where it is the only one."""
    places = [_paragraph(segment.marks[0].piece) for segment in segments]
    return [
        places[: at + 1].count(place) if places.count(place) > 1 else None
        for at, place in enumerate(places)
    ]


def _goes_on_below(node: Node) -> bool:
    """Tell whether the paragraph below a heading lost its number: the next item is the second."""
    first = node.children[0].printed if node.children else None
    if first is None or first.value != 2 or len(node.segments) != 1:
        return False
    return len(node.segments[0].pieces) > 1 and is_short_heading(node.body)
