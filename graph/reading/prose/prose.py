"""Running text whose units stand in brackets behind each task, or on label lines below it."""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from ...documents.document import Block
from ...plan import Doubt
from ..duties.chapters import Duties, take_duties, titled_duties
from ..duties.subjects import subject_groups
from ..front.titles import is_title
from ..layout import Entry, Fit, Item, Reading
from ..marks.label_marks import is_label_line
from ..marks.labelled_tasks import told_tasks
from ..marks.segments import is_time_alone
from ..outline.assigned import add_leading_sentences, assigned_outline
from ..outline.closing import closing_children
from ..outline.headed import Group, headed_groups
from ..outline.heading_leads import with_heading_leads
from ..outline.headings_above import headings_of_paragraphs, is_short_heading, parts_of_paragraphs
from ..outline.led_headings import give_led_units
from ..outline.outline import Node
from ..outline.outlined_entries import entry_of, headed_entries
from ..outline.unassigned import unassigned_items
from ..outline.units_above import give_units_above
from ..outline.unread_brackets import unread_brackets
from ..outline.unread_tails import unread_tails
from ..text.pieces import Piece
from .lines import paragraphs
from .page_foot import without_foot

NAME = "prose"
LABELLED = "labelled-lines"
_HEADED = 0.8


class Found(NamedTuple):
    """What running text holds: its outline, all items with units apart, or those of chapters."""

    nodes: Sequence[Node]
    groups: Sequence[Group]
    told: Sequence[Doubt] = ()
    duties: Duties = MappingProxyType({})


def recognise(blocks: Sequence[Block]) -> Fit | None:
    """Give how many of the outline's lowest items an assignment closes."""
    nodes = assigned_outline(without_foot(paragraphs(blocks)))
    with_heading_leads(nodes)
    give_led_units(nodes)
    duties = take_duties(nodes)
    groups = [] if duties else _groups(nodes)
    if groups:
        return Fit(_HEADED, Found(nodes, groups))
    if not duties and not any(node.segments for node in nodes):
        add_leading_sentences(nodes)
    told = give_units_above(nodes)
    assigned = [node for node in nodes if node.segments]
    if not assigned:
        return Fit(_HEADED, Found(nodes, (), duties=duties)) if duties else None
    styles = {node.printed.style for node in assigned if node.printed}
    alike = [n for n in nodes if n.printed and n.printed.style in styles and not n.children]
    share = sum(bool(node.segments) for node in alike) / len(alike) if alike else 1.0
    return Fit(0.5 + 0.4 * min(share, 1.0), Found(nodes, (), told, duties))


def _groups(nodes: Sequence[Node]) -> list[Group]:
    """Give the items of a document all of which stand below or behind their units."""
    return headed_groups(nodes) or titled_duties(nodes) or subject_groups(nodes)


def read(found: Found) -> Reading:
    """Read every item that an assignment closes, or that stands below its units."""
    nodes, groups, told, duties = found
    if groups:
        return Reading(tuple(headed_entries(groups)), layout=LABELLED)
    closing = closing_children(nodes)
    heads = headings_of_paragraphs(nodes)
    entries = tuple(e for node in nodes for e in _with_duties(node, closing, heads, duties))
    every = [mark for node in nodes for segment in node.segments for mark in segment.marks]
    labelled = sum(mark.labelled for mark in every)
    name = LABELLED if 2 * labelled > len(every) or not every else NAME
    unread = (*unread_brackets(nodes), *unread_tails(nodes))
    doubts = (*told, *unread, *_unassigned(nodes, closing, heads))
    return Reading(entries, doubts=doubts, layout=name)


def _with_duties(
    node: Node, closing: dict[int, bool], heads: set[int], duties: Duties
) -> Iterator[Entry]:
    yield from _entries(node, closing, heads)
    yield from headed_entries(duties.get(id(node), ()))


def _unassigned(
    nodes: Sequence[Node], closing: dict[int, bool], heads: set[int]
) -> Iterator[Doubt]:
    """Tell of items without units beside items that are read."""
    read_whole = [node for node in nodes if id(node) in closing]
    alone = [node for node in nodes if node.segments and id(node) not in heads]
    return unassigned_items(nodes, [*read_whole, *alone])


_SENTENCE = re.compile("[。；！]")


def _entries(node: Node, closing: dict[int, bool], heads: set[int]) -> Iterator[Entry]:
    if id(node) in closing:
        yield _shared(node) if closing[id(node)] else _raised(node)
    elif node.parent is not None and id(node.parent) in closing:
        return
    elif node.printed is None or id(node) in heads:
        yield from _unnumbered(node)
    else:
        yield from _numbered(node)


def _numbered(node: Node) -> Iterator[Entry]:
    """Read an item: one requirement, or one for each of its assignments."""
    several = len(node.segments) > 1
    alone = not several and not any(child.segments for child in node.children)
    below = _below(node) if alone and node.segments else []
    for part, segment in enumerate(node.segments, start=1):
        pieces = [*segment.pieces, *below]
        yield entry_of(
            node.ancestors(), node.number, pieces, segment.marks, part if several else None
        )


def _below(node: Node) -> list[Piece]:
    """Give what belongs to an item behind an assignment in its heading, and its points."""
    at = node.segments[0].marks[0].piece.span
    first = node.heading.span
    same = (at.line, at.paragraph) == (first.line, first.paragraph)
    heads = same and not _SENTENCE.search(node.segments[0].pieces[0].folded)
    body = [p for p in node.paragraphs[1:] if not is_label_line(p)] if heads else []
    return [*body, *(text for child in node.children for text in child.texts())]


def _raised(node: Node) -> Entry:
    """Read an item whose one assignment stands behind the last of its points."""
    last = node.children[-1].segments[0]
    pieces = list(node.paragraphs)
    for child in node.children[:-1]:
        pieces += [child.heading, *child.paragraphs[1:]]
    pieces += [_with_number(node.children[-1], last.pieces[0]), *last.pieces[1:]]
    return entry_of(node.ancestors(), node.number, pieces, last.marks)


def _shared(node: Node) -> Entry:
    """Read points that share the assignment on a line of its own below them."""
    last = node.children[-1].segments[0]
    entry = entry_of([*node.ancestors(), node], node.children[-1].number, last.pieces, last.marks)
    before = tuple(Item(child.number, tuple(child.paragraphs)) for child in node.children[:-1])
    return entry._replace(items=(*before, *entry.items))


def _with_number(node: Node, piece: Piece) -> Piece:
    """Give a node's first words with the printed number before them."""
    heading = node.heading.span
    same = piece.span.line == heading.line and piece.span.paragraph == heading.paragraph
    return node.heading.cut(0, piece.span.end - heading.start) if same else piece


def _unnumbered(node: Node) -> Iterator[Entry]:
    """Read paragraphs without numbers, each with its own assignment."""
    above = [*node.ancestors(), node] if node.printed else []
    numbers = parts_of_paragraphs(node.segments)
    for at, segment in enumerate(node.segments):
        kept = told_tasks(segment.pieces)
        if kept is not segment.pieces:
            yield entry_of(above, "", kept, segment.marks)
            continue
        if segment.marks[0].in_sentence:
            kept = kept[-1:]
        elif at == 0:
            kept = kept[_first_of_last(kept) :] if node.lead or not node.printed else kept[1:]
        if len(kept) > 1 and is_time_alone(kept[-1]) and is_title(kept[0].folded):
            continue
        yield entry_of(above, "", kept, segment.marks, numbers[at])


def _first_of_last(pieces: Sequence[Piece]) -> int:
    """Find where the last unnumbered task begins among the paragraphs before its assignment."""
    last = len(pieces) - 1
    while last and is_time_alone(pieces[last]):
        last -= 1
    if last > 0 and is_short_heading(pieces[last - 1]):
        return last - 1
    return last
