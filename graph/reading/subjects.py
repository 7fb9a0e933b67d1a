"""Paragraphs that begin with the units that act: 县财政局：负责资金保障."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..lexicon.roles import Slot
from ..lexicon.words import all_words, one_of
from .acting import Acting, acting
from .brackets import hide
from .dates import signature_date
from .headed import Group, is_named
from .mark import Mark
from .outline import Node
from .pieces import Piece
from .running import clauses_of, later_clauses
from .titles import is_number_line, is_title


def subject_groups(nodes: Sequence[Node]) -> list[Group]:
    """Give the paragraphs of a document without assignments that begin with their units.

    Two or more stand side by side, at least as many as other paragraphs beside them.
    """
    if any(node.segments for node in nodes):
        return []
    found: list[Group] = []
    for node in nodes:
        alone = [*_paragraphs(node), *node.children]
        beside = [clause for one in alone for clause in _clauses(one)]
        groups = [group for one in beside if (group := _group(one)) is not None]
        if len(groups) > 1 and 2 * len(groups) >= len(beside):
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
    match = _COLON.match(folded)
    if match is not None and is_named(node.body.cut(*match.span("names"))):
        return _before_colon(node, match)
    shown = hide(folded)
    first = clauses_of(shown)[:1]
    told = acting(folded, shown, *first[0], leads=True) if first else None
    if told is None or told.by or not _is_subject(shown, told):
        return None
    slot = Slot.LEAD if told.joint and not told.verbs else None
    mark = Mark(0, told.end, node.body.cut(told.start, told.end), labelled=True, slot=slot)
    return Group([mark, *_others(node.body, shown)], [node])


def _before_colon(node: Node, match: re.Match[str]) -> Group:
    listed = node.body.cut(*match.span("names"))
    text = node.body.cut(match.end(), len(node.body.text))
    verb = _acting_verb().match(node.body.folded, match.end())
    slot = Slot(all_words("roles", "acting")[verb[0]]) if verb else Slot.RESPONSIBLE
    mark = Mark(0, match.end("names"), listed, labelled=True, slot=slot)
    return Group([mark], [_with_text(node, text)])


def _is_subject(shown: str, told: Acting) -> bool:
    """Tell whether units stand before what they are to do, not only before what they did."""
    return bool(told.verbs or told.joint or _acting_verb().match(shown, told.end))


def _others(body: Piece, shown: str) -> Iterator[Mark]:
    """Give the units of the later clauses of the sentence: 乙局配合."""
    for place in later_clauses(body.folded, shown, clauses_of(shown)[1:]):
        yield Mark(place[1], place[1], body.cut(*place), labelled=True)


def _with_text(node: Node, text: Piece) -> Node:
    return Node(
        node.printed, node.heading, node.parent, [text, *node.paragraphs[1:]], node.children
    )


_COLON = re.compile(r"(?P<names>[^：。；]{2,60}?)[：。](?=.)\s*")


@cache
def _acting_verb() -> re.Pattern[str]:
    return re.compile(one_of(all_words("roles", "acting")))
