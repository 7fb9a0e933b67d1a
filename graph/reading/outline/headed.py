"""Units that stand above their items: a label line, or a heading that is a unit's name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from ...lexicon.roles import heading_slot
from ...lexicon.words import one_of, words
from ..front.titles import is_title
from ..lists.members import members
from ..marks.label_marks import is_label_line
from ..marks.mark import Mark
from ..marks.marks import marks
from ..names.names import closes_name, ends_as_name, is_collective, looks_like_unit
from ..text.brackets import hide
from ..text.numbering import printed_number
from ..text.pieces import Piece
from .heading_leads import ends_in_bracket
from .outline import Node


@dataclass(slots=True)
class Group:
    """What stands above items, and these items."""

    marks: list[Mark]
    items: list[Node] = field(default_factory=list)


def headed_groups(nodes: Sequence[Node]) -> list[Group]:
    """Give the items of a document under the units that stand above them, else nothing.

    The document as a whole tells: a label line stands before the first item, every one has items
    right below it, and the last is not the end. Or no item is assigned, and all headings of one
    level are names of units, or end in a bracket with units while the items count on below them.
    """
    return _under_labels(nodes) or _under_names(nodes) or _under_brackets(nodes)


def _under_labels(nodes: Sequence[Node]) -> list[Group]:
    style = _style_of_items(nodes)
    groups: list[Group] = []
    for node in nodes:
        lines, ends = _label_lines(node)
        if node.printed is not None and node.printed.style == style:
            if not groups:
                return []
            groups[-1].items.append(node)
        if lines:
            if not ends or (groups and not groups[-1].items):
                return []
            groups.append(Group(lines))
    inside = any(_label_lines(item)[0] for group in groups for item in group.items)
    told = len(groups) > 1 and groups[-1].items and not any(map(_tells_itself, nodes))
    return groups if told and inside else []


def _style_of_items(nodes: Sequence[Node]) -> str | None:
    """Give the style of the first number behind the first label line."""
    labelled = next((at for at, node in enumerate(nodes) if _label_lines(node)[0]), len(nodes))
    after = (node.printed for node in nodes[labelled + 1 :] if node.printed)
    return next((printed.style for printed in after), None)


def _label_lines(node: Node) -> tuple[list[Mark], bool]:
    """Give the marks of a node's label lines, and whether they are the last that it holds.

    A line that is only a unit's name counts when it is the last: a signature stands before a date.
    """
    found = [mark for piece in node.paragraphs if is_label_line(piece) for mark in marks(piece)]
    if not node.paragraphs:
        return [], False
    last = node.paragraphs[-1]
    alone = len(node.paragraphs) > (node.printed is not None) and not is_title(last.folded)
    if alone and not found and is_named(last):
        return [_mark(last)], True
    return found, is_label_line(last)


def _tells_itself(node: Node) -> bool:
    """Tell whether an item has an assignment of its own inside its text."""
    return any(not mark.labelled for segment in node.segments for mark in segment.marks)


def _under_names(nodes: Sequence[Node]) -> list[Group]:
    if any(node.segments for node in nodes):
        return []
    styles = {node.printed.style for node in nodes if node.printed and node.children}
    for style in sorted(styles):
        heads = [node for node in nodes if node.printed and node.printed.style == style]
        if len(heads) > 1 and all(node.children and is_named(node.paragraphs[0]) for node in heads):
            return [Group([_mark(node.paragraphs[0])], list(node.children)) for node in heads]
    return []


def _under_brackets(nodes: Sequence[Node]) -> list[Group]:
    heads = [node for node in nodes if node.segments]
    if len(heads) < 2 or not all(map(ends_in_bracket, heads)):
        return []
    alike = len({head.printed.style for head in heads if head.printed}) == 1
    numbers = [child.printed for head in heads for child in head.children if child.printed]
    count_on = [printed.value for printed in numbers] == list(range(1, len(numbers) + 1))
    if not alike or not count_on or not all(head.children for head in heads):
        return []
    return [Group(head.segments[0].marks, list(head.children)) for head in heads]


def is_named(line: Piece) -> bool:
    """Tell whether a line is a list of units and nothing else: 县教育局（共5项）, 县财政局：."""
    listed = named_units(line).folded
    if not listed or len(listed) > _LONGEST:
        return False
    names = [listed[m.start : m.end] for m in members(listed)]
    units = all(looks_like_unit(name) and heading_slot(name) is None for name in names)
    return bool(names) and units and _closes(names[-1]) and all(map(_may_share, names[:-1]))


_LONGEST = 60


def heading_units(heading: Piece) -> Piece | None:
    """Give the units of a heading that is their names and nothing else: 一、县教育局（共5项）."""
    printed = printed_number(heading.folded)
    line = heading.cut(printed.end, len(heading.text)) if printed else heading
    return named_units(line) if is_named(line) else None


def _closes(name: str) -> bool:
    """Tell whether a text ends as a name does, a bracket behind it passed over."""
    return ends_as_name(hide(name)) or is_collective(name)


def _may_share(name: str) -> bool:
    """Tell whether a text is a name, also a short one whose end a later one has: 财政、教育部门."""
    return closes_name(hide(name)) or is_collective(name)


def named_units(line: Piece) -> Piece:
    """Give the units of a line that names them and nothing else, without what is said of them."""
    match = _tail().search(line.folded)
    return line.cut(0, match.start() if match else len(line.text))


def _mark(line: Piece) -> Mark:
    listed = named_units(line)
    return Mark(0, len(listed.text), listed, labelled=True)


def items_of(group: Group) -> Iterator[tuple[Node, list[Piece]]]:
    """Give the items of a group with their texts, those of their own points among them."""
    for node in group.items:
        own = [piece for piece in node.paragraphs if piece.text and not _heads(piece, node)]
        yield node, [*own, *(text for child in node.children for text in child.texts())]


def _heads(piece: Piece, node: Node) -> bool:
    """Tell whether a paragraph stands above the items behind its node."""
    return is_label_line(piece) or (piece is not node.body and is_named(piece))


@cache
def _tail() -> re.Pattern[str]:
    what = one_of(words("titles", "of_a_unit"))
    count = "（共?[0-9一二三四五六七八九十]+[项条]）"
    return re.compile(rf"[：。]?(?:的?(?:{what}))?(?:{count})?[：。]?$")
