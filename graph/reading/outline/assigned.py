"""What assigns the items of an outline: brackets, labels, sentences, clauses, names alone."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from ..front.page_lines import tells_of_page
from ..front.titles import YEAR, is_title
from ..marks.mark import Mark
from ..marks.marks import bare_marks, marks
from ..marks.running import Leads, running_marks
from ..marks.segments import Segment, segments
from ..marks.sentences import sentence_marks
from ..text.pieces import Piece
from .closing_names import closing_names
from .frames import in_frame
from .names_below import lines_of_names
from .outline import Node, outline


def assigned_outline(paragraphs: Sequence[Piece]) -> list[Node]:
    """Give the outline of a text, in each node what assigns its items."""
    nodes = outline(paragraphs)
    for node in nodes:
        find = told_marks if node.printed else marks
        node.segments = segments(node.paragraphs, find, ends=node is nodes[-1])
    for node, line in lines_of_names(nodes):
        node.segments = [Segment(line.text, [line.mark], whole_paragraphs=True, apart=True)]
    nodes[0].segments = [one for one in nodes[0].segments if not _is_subtitle(one)]
    found = [mark for node in nodes for one in node.segments for mark in one.marks]
    if all(mark.stated for mark in found):
        _add_sentences(nodes)
    else:
        _add_beside(nodes, bare=all(mark.is_bare for mark in found))
    return nodes


def _add_sentences(nodes: Sequence[Node]) -> None:
    """Find the clauses that assign where nothing else does."""
    for node in nodes if _runs(nodes) else ():
        node.segments = node.segments or segments(node.paragraphs, _in_sentences(node))


def _add_beside(nodes: Sequence[Node], *, bare: bool) -> None:
    """Find the clauses that assign beside brackets, and brackets of names if all others are."""
    for node in nodes[1:]:
        if not _assigned(node):
            node.segments = segments(node.paragraphs, _beside_brackets(node))
    for node in nodes[1:] if bare else ():
        node.segments = segments(node.paragraphs, bare_marks) or node.segments


def add_leading_sentences(nodes: Sequence[Node]) -> None:
    """Find the clauses that assign where nothing did, if several sentences begin with who leads."""
    leads = partial(running_marks, leads=Leads.SENTENCE)
    if sum(len(segments(node.paragraphs, leads)) for node in nodes) > 1:
        for node in nodes:
            node.segments = segments(node.paragraphs, _in_sentences(node))


def _runs(nodes: Sequence[Node]) -> bool:
    """Tell whether sentences assign: one by clauses that tell nothing else, or several inside."""
    inside = 0
    for node in nodes:
        if node.segments or segments(node.paragraphs, running_marks):
            return True
        inside += len(segments(node.paragraphs, partial(running_marks, leads=Leads.INSIDE)))
    return inside > 1


def _in_sentences(node: Node) -> Callable[[Piece], list[Mark]]:
    """Give what finds the clauses that assign in a node of a document whose sentences do."""
    if in_frame(node):
        return partial(running_marks, leads=Leads.SENTENCE)
    task = node.body if node.printed else None
    return lambda piece: running_marks(piece, Leads.TASK if piece is task else Leads.CLAUSE)


def _beside_brackets(node: Node) -> Callable[[Piece], list[Mark]]:
    """Give what finds the clauses that assign in a node beside items with brackets."""
    task = None if in_frame(node) else node.body
    return lambda piece: running_marks(piece, Leads.ITEM if piece is task else Leads.NOWHERE)


def _assigned(node: Node) -> bool:
    return bool(node.segments) or any(map(_assigned, node.children))


def told_marks(piece: Piece) -> list[Mark]:
    """Give the assignments of a paragraph of an item, in brackets, labels and sentences."""
    found = marks(piece)
    stated = sentence_marks(piece, found)
    told = sorted((*found, *stated), key=lambda mark: mark.start) if stated else found
    end = told[-1].end if told else 0
    closing = closing_names(piece) if end < len(piece.folded.rstrip("。；")) else []
    return [*told, *closing] if closing and end <= closing[0].start else told


def _is_subtitle(segment: Segment) -> bool:
    """Tell whether names in brackets before any number sign the title, or are of the page's own."""
    if not segment.marks[0].is_bare:
        return False
    folded = segment.pieces[0].folded
    alone = len(segment.pieces) == 1
    return segment.apart or tells_of_page(folded) or (alone and _is_dated_title(folded))


def _is_dated_title(folded: str) -> bool:
    """Tell whether a text reads as a title with its year: 云泽县2026年考核目标."""
    dated = YEAR.search(folded) is not None
    return dated and (is_title(folded) or _SENTENCE.search(folded) is None)


_SENTENCE = re.compile("[，。；：]|(?<=[0-9])月")
