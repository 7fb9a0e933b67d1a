"""Chapters that divide the work by unit instead of by task: 三、职责分工, a line for each unit."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from ...lexicon.words import words
from ..outline.frames import in_frame, is_frame
from ..outline.headed import Group
from ..outline.outline import Node
from .headings import (
    announces_duties,
    demands_division,
    leads_in_duties,
    names_duties,
    stands_over_duties,
    titles_duties,
)
from .lines import DutyLines, Line, lines_of

_HEAD = 12
Duties = Mapping[int, Sequence[Group]]
"""The groups of a chapter by the identity of its node."""


def take_duties(nodes: Sequence[Node]) -> Duties:
    """Give the groups of the chapters whose headings announce duties, and leave these read.

    A chapter with assignments behind labels or in brackets divides its work by task.
    """
    found: dict[int, Sequence[Group]] = {}
    if tells_no_duties(nodes[0]):
        return found
    inside: set[int] = set()
    for node in nodes:
        if id(node) in inside or not _announces(node):
            continue
        below = [node, *_below(node)]
        if any(map(_assigns, below)):
            continue
        told = DutyLines(list(lines_of(node)))
        if told.divides:
            found[id(node)] = told.groups
            inside |= set(map(id, below))
            _leave(below, told.left)
    return found


def tells_no_duties(root: Node) -> bool:
    """Tell whether a text is a speech, news or a report: it speaks of units."""
    ends = tuple(words("duties", "text", "speaks"))
    return any(line.folded.rstrip("：").endswith(ends) for line in root.paragraphs[:_HEAD])


def _leave(nodes: Sequence[Node], kept: Collection[int]) -> None:
    """Take from nodes what their sentences assign, but from those that are of no unit."""
    for node in nodes:
        if id(node) not in kept:
            node.segments = []


def titled_duties(nodes: Sequence[Node]) -> list[Group]:
    """Give the groups of a document without assignments whose title announces duties."""
    if any(map(_assigns, nodes)) or tells_no_duties(nodes[0]):
        return []
    lines = list(lines_of(nodes[0]))
    titles = (at for at, line in enumerate(lines[:_HEAD]) if _is_title(line))
    first = next(titles, None)
    if first is None:
        return []
    told = DutyLines(lines[first + 1 :], names=names_duties(lines[first].node.body))
    by_task = any(node.segments and id(node) in told.left for node in nodes)
    return told.groups if told.divides and len(told.groups) > 1 and not by_task else []


def _is_title(line: Line) -> bool:
    body = line.node.body
    heads = titles_duties(body) or leads_in_duties(body) or stands_over_duties(body)
    return heads and not line.numbered


def _announces(node: Node) -> bool:
    if node.printed is None or is_frame(node):
        return False
    if any(map(leads_in_duties, node.paragraphs)) and not in_frame(node):
        return True
    if not announces_duties(node.body):
        return False
    return not (demands_division(node.body) and in_frame(node))


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _below(child)


def _assigns(node: Node) -> bool:
    """Tell whether a node's work is assigned behind it: in brackets, labels or a sentence.

    Clauses of sentences may begin with their units, and so may lines with names in brackets.
    """
    every = (mark for segment in node.segments for mark in segment.marks)
    return any(not (mark.in_sentence or (mark.is_bare and not mark.start)) for mark in every)
