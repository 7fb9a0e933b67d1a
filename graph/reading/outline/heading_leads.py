"""Headings that name the unit which leads all items below: 一、科技政策（由市科技局牵头）."""

from collections.abc import Sequence

from ...lexicon.roles import Slot
from ..lists.units import read_list
from .outline import Node


def with_heading_leads(nodes: Sequence[Node]) -> None:
    """Take from each such heading its assignment, and keep it as that of the items below."""
    for node in nodes:
        if node.printed is not None and _names_lead(node) and _has_assigned_below(node):
            node.lead = node.segments.pop(0).marks


def _names_lead(node: Node) -> bool:
    """Tell whether a heading ends in a bracket that names who leads and nobody else."""
    if not ends_in_bracket(node):
        return False
    return {m.slot for m in read_list(node.segments[0].marks[0].piece).mentions} == {Slot.LEAD}


def ends_in_bracket(node: Node) -> bool:
    """Tell whether a heading without a full stop ends in a bracket that names units."""
    if not node.segments or len(node.segments[0].marks) > 1:
        return False
    first, (mark,) = node.segments[0].pieces, node.segments[0].marks
    heads = len(first) == 1 and node.body.text.startswith(first[0].text)
    if mark.labelled or mark.in_sentence or not heads or "。" in first[0].folded:
        return False
    return mark.end >= len(node.body.folded.rstrip())


def _has_assigned_below(node: Node) -> bool:
    return len(node.segments) > 1 or any(
        child.segments or _has_assigned_below(child) for child in node.children
    )
