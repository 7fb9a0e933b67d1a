"""The numbered outline of running text: each node with its paragraphs and its assignments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..marks.label_marks import is_label_line
from ..marks.mark import Mark
from ..marks.segments import Segment
from ..text.numbering import LEVELS, Printed, dotted_number, glued_number, goes_on, printed_number
from ..text.pieces import Piece

_PUNCTUATION = "。；，、;,. \t　）〕"


@dataclass(slots=True)
class Node:
    """A numbered heading or item with the paragraphs up to the next number."""

    printed: Printed | None
    heading: Piece
    """Its first paragraph, the number included."""
    parent: "Node | None" = None
    paragraphs: list[Piece] = field(default_factory=list)
    """Without the number; label lines among them."""
    children: list["Node"] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    lead: list[Mark] = field(default_factory=list)
    """The assignment of its heading that holds for every item below."""

    @property
    def number(self) -> str:
        """The number as printed."""
        return self.printed.number if self.printed else ""

    @property
    def body(self) -> Piece:
        """Its first paragraph without the number."""
        return self.paragraphs[0]

    def ancestors(self) -> list["Node"]:
        """Give the nodes above, the outermost first."""
        found = []
        node = self.parent
        while node is not None and node.printed is not None:
            found.append(node)
            node = node.parent
        return found[::-1]

    def texts(self) -> Iterator[Piece]:
        """Give the paragraphs with their numbers, of this node and below, without label lines."""
        whole = [self.heading, *self.paragraphs[1:]] if self.printed else self.paragraphs
        yield from (piece for piece in whole if piece.text and not is_label_line(piece))
        for child in self.children:
            yield from child.texts()


def outline(paragraphs: Sequence[Piece]) -> list[Node]:
    """Give all nodes with their paragraphs, in document order.

    The first holds what stands before any number.
    """
    root = Node(None, paragraphs[0] if paragraphs else Piece("", "", None))  # type: ignore[arg-type]
    nodes = [root]
    current = root
    last: Printed | None = None
    before: Printed | None = None
    for at, piece in enumerate(paragraphs):
        printed = printed_number(piece.folded) or _dotted(paragraphs, at, before)
        printed = printed or _in_sequence(paragraphs, at, last)
        if printed is None or _is_label(piece, printed) or _is_page_mark(paragraphs, at, last):
            current.paragraphs.append(piece)
            continue
        if _is_dashed_heading(paragraphs, at, printed):
            printed = printed._replace(level=LEVELS["second"])
        if printed.level <= _THIRD:
            last = printed
        if printed.level <= LEVELS["dotted"]:
            before = printed
        parent = current
        while parent.printed is not None and parent.printed.level >= printed.level:
            parent = parent.parent or root
        body = piece.cut(printed.end, len(piece.text))
        current = Node(printed, piece, parent, [body])
        parent.children.append(current)
        nodes.append(current)
    return nodes


def _is_label(piece: Piece, printed: Printed) -> bool:
    """Tell whether a bullet stands before a label: it is no number then."""
    return printed.style == "bullet" and is_label_line(piece)


_THIRD = LEVELS["third"]


def _is_dashed_heading(paragraphs: Sequence[Piece], at: int, printed: Printed) -> bool:
    """Tell whether ——推进教育发展 stands alone above a numbered item: it is a heading then."""
    if (
        printed.style != "bullet"
        or at + 1 == len(paragraphs)
        or _STOP.search(paragraphs[at].folded)
    ):
        return False
    after = printed_number(paragraphs[at + 1].folded)
    before = printed_number(paragraphs[at - 1].folded) if at else None
    among_bullets = before is not None and before.style == "bullet"
    return after is not None and after.style == "third" and not among_bullets


_STOP = re.compile("[。；：，]")


def _dotted(paragraphs: Sequence[Piece], at: int, before: Printed | None) -> Printed | None:
    """Give a number like 1.1 right before a text, when it goes on from the one `before`.

    The first, 1.1, is a number when the next one behind it is 1.2.
    """
    printed = dotted_number(paragraphs[at].folded)
    if printed is None or goes_on(printed, before):
        return printed
    if printed.value != 1 or (before is not None and before.level > LEVELS["named"]):
        return None
    below = (piece.folded for piece in paragraphs[at + 1 :])
    after = next(filter(None, (dotted_number(f) or printed_number(f) for f in below)), None)
    begins = after is not None and after.style == "dotted" and goes_on(after, printed)
    return printed if begins else None


def _in_sequence(paragraphs: Sequence[Piece], at: int, last: Printed | None) -> Printed | None:
    """Give a number right before a digit, 11.5G基站, when it goes on from the one before.

    The first, 1.5年内, is a number when the next one behind it is the second.
    """
    printed = glued_number(paragraphs[at].folded)
    if printed is None:
        return None
    before = last.value if last is not None and last.style == "third" else 0
    if printed.value == 1 and not before:
        below = (piece.folded for piece in paragraphs[at + 1 :])
        numbers = (printed_number(folded) or glued_number(folded) for folded in below)
        after = next((n for n in numbers if n is not None and n.level <= _THIRD), None)
        return printed if after is not None and after.number == "2" else None
    return printed if before and printed.value == before + 1 else None


def _is_page_mark(paragraphs: Sequence[Piece], at: int, last: Printed | None) -> bool:
    """Tell whether a number stands inside a sentence that a page broke, and in no sequence."""
    before = paragraphs[at - 1].folded if at else ""
    broken = len(before) >= _LONG_LINE and "\u4e00" <= before[-1] <= "\u9fff"
    printed = printed_number(paragraphs[at].folded) if broken else None
    if printed is None or printed.style != "third":
        return False
    return last is None or last.style != "third" or printed.value != (last.value or 0) + 1


_LONG_LINE = 100
