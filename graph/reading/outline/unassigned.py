"""Numbered items without units between items that have some: no requirements, but to be told."""

from collections.abc import Collection, Iterator, Sequence

from ...plan import Doubt
from .frames import is_frame
from .outline import Node

QUOTED = 24
"""So many characters of an item are quoted."""


def unassigned_items(nodes: Sequence[Node], assigned: Collection[Node]) -> Iterator[Doubt]:
    """Tell of items that nothing assigns, beside `assigned` items of one parent and one style."""
    told = {id(node) for node in assigned}
    beside = {(id(node.parent), node.printed.style) for node in assigned if node.printed}
    for node in nodes:
        if node.printed is None or not node.number:
            continue
        if (id(node.parent), node.printed.style) not in beside or is_frame(node):
            continue
        if not any(id(one) in told for one in (node, *node.ancestors())) and not _assigns(node):
            yield _doubt(node)


def _assigns(node: Node) -> bool:
    return bool(node.segments) or any(map(_assigns, node.children))


def _doubt(node: Node) -> Doubt:
    text = "".join(node.paragraphs[0].text.split())
    words_of = text if len(text) <= QUOTED else f"{text[:QUOTED]}……"
    return Doubt(
        "reading.unassigned-item",
        node.heading.span,
        (("number", node.number), ("words", words_of)),
    )
