"""Items whose one assignment stands behind the last of their points."""

from collections import Counter
from collections.abc import Sequence

from ..lists.members import members
from ..names.names import looks_like_unit
from ..text.brackets import bracket_pairs
from .outline import Node


def closing_children(nodes: Sequence[Node]) -> dict[int, bool]:
    """Find parents whose last child alone is assigned where such children mostly are not.

    Behind the last point of an item, the assignment speaks of the whole item; on a line of its
    own below the points, it is shared by them (`True`).
    """
    leaves = Counter(n.printed.style for n in nodes if n.printed and not n.children)
    assigned = Counter(
        n.printed.style for n in nodes if n.printed and not n.children and n.segments
    )
    found: dict[int, bool] = {}
    for node in nodes:
        last = _only_last(node)
        if last is None or last.printed is None:
            continue
        style = last.printed.style
        if 2 * assigned[style] <= leaves[style]:
            found[id(node)] = last.segments[0].apart
    return found


def _only_last(node: Node) -> Node | None:
    """Give the last child when it alone of several points without children is assigned."""
    kids = node.children
    if node.printed is None or len(kids) < 2 or node.segments:
        return None
    if any(kid.children or kid.segments or _ends_in_names(kid) for kid in kids[:-1]):
        return None
    return kids[-1] if len(kids[-1].segments) == 1 else None


def _ends_in_names(node: Node) -> bool:
    """Tell whether an item ends in a bracket with a unit: it is assigned, in whatever words."""
    folded = node.paragraphs[-1].folded.rstrip("。； ")
    pairs = bracket_pairs(folded)
    if not pairs or pairs[-1][1] != len(folded) - 1:
        return False
    inside = folded[pairs[-1][0] + 1 : -1]
    return any(looks_like_unit(inside[m.start : m.end]) for m in members(inside))
