"""Paragraphs that begin with the units that act: 县财政局：负责资金保障."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..lexicon.roles import Slot
from ..lexicon.words import all_words, one_of
from .headed import Group, is_named
from .mark import Mark
from .outline import Node
from .pieces import Piece


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
        if piece.text:
            yield Node(None, piece, node, [piece])


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
    match = _subject().match(node.body.folded)
    if match is None or not is_named(node.body.cut(*match.span("names"))):
        return None
    listed = node.body.cut(*match.span("names"))
    text = node.body.cut(match.end("colon"), len(node.body.text)) if match["colon"] else node.body
    slot = Slot(all_words("roles", "acting").get(match["verb"], Slot.RESPONSIBLE))
    mark = Mark(0, match.end("names"), listed, labelled=True, slot=slot)
    return Group([mark], [_with_text(node, text)])


def _with_text(node: Node, text: Piece) -> Node:
    return Node(
        node.printed, node.heading, node.parent, [text, *node.paragraphs[1:]], node.children
    )


@cache
def _subject() -> re.Pattern[str]:
    """Match units with the verb or the colon behind them."""
    verb = one_of(all_words("roles", "acting"))
    return re.compile(
        rf"(?P<names>[^：。；]{{2,60}}?)(?:(?P<colon>[：。])(?=.)|(?={verb}))\s*(?P<verb>{verb}|)"
    )
