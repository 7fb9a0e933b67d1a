"""Paragraphs that begin with the units that act: 县财政局：负责资金保障."""

import re
from collections.abc import Iterator, Sequence

from ..front.titles import is_number_line, is_title
from ..outline.frames import in_frame
from ..outline.headed import Group, is_named
from ..outline.outline import Node
from ..text.pieces import Piece
from ..times.dates import signature_date
from .chapters import tells_no_duties
from .texts import tells_of_past
from .units_first import before_colon, begins_with_work, group_of, of_officer


def subject_groups(nodes: Sequence[Node]) -> list[Group]:
    """Give the paragraphs of a document without assignments that begin with their units.

    Two or more stand side by side, three where they stand before colons, and at least as many as
    other paragraphs beside them. A speech and news of what units did give them no duties.
    """
    if any(node.segments for node in nodes) or tells_no_duties(nodes[0]):
        return []
    found: list[Group] = []
    for node in nodes:
        if in_frame(node):
            continue
        alone = [*_paragraphs(node), *node.children]
        beside = [clause for one in alone for clause in _clauses(one)]
        groups = [group for one in beside if (group := _group(one)) is not None]
        if len(groups) >= _fewest(beside) and 2 * len(groups) >= len(beside):
            found += groups
    return found


def _paragraphs(node: Node) -> Iterator[Node]:
    """Give the paragraphs below a node's heading as nodes without a number."""
    for piece in node.paragraphs[1 if node.printed else 0 :]:
        if piece.text and not _frames(piece):
            yield Node(None, piece, node, [piece])


def _frames(piece: Piece) -> bool:
    """Tell whether a line is of the head or the foot of a document: a title, a number, a day."""
    folded = piece.folded
    of_head = is_title(folded) or is_number_line(piece) or folded.endswith("：")
    return of_head or signature_date(folded) is not None or is_named(piece)


def _clauses(node: Node) -> list[Node]:
    """Give the clauses of a paragraph that each begin with their units, else the node itself."""
    found = []
    for match in _CLAUSE.finditer(node.body.folded):
        clause = node.body.cut(*match.span())
        if clause.text.strip():
            found.append(Node(None, clause, node.parent, [clause]))
    acting = [_group(clause) is not None for clause in found]
    parted = not node.children and sum(acting) > 1 and 2 * sum(acting) > len(acting)
    return found if parted else [node]


_CLAUSE = re.compile("[^；。]+[；。]?")


def _group(node: Node) -> Group | None:
    folded = node.body.folded
    if not _ends(folded) or tells_of_past(folded):
        return None
    found = group_of(node)
    if found is not None and before_colon(node) and not begins_with_work(found.items[0].body):
        return None
    return found or of_officer(node)


def _ends(folded: str) -> bool:
    """Tell whether a line is a sentence, not the heading of news: 县公安局：反诈宣传进社区."""
    return folded.rstrip().endswith(("。", "；", "."))


def _fewest(beside: Sequence[Node]) -> int:
    return 3 if any(before_colon(node) or of_officer(node) for node in beside) else 2
