"""The numbered outline of running text: each node with its paragraphs and its assignments."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ..lexicon.roles import Slot
from .marks import Mark, bare_marks, is_label_line, label_alone, marks
from .numbering import LEVELS, Printed, glued_number, printed_number
from .pieces import Piece
from .sentences import running_marks, sentence_marks
from .titles import tells_of_page

_PUNCTUATION = "。；，、;,. \t　）〕"


@dataclass(slots=True)
class Segment:
    """The sentences that one assignment (or several side by side) closes."""

    pieces: list[Piece]
    marks: list[Mark]
    whole_paragraphs: bool
    """It begins and ends with a paragraph."""
    apart: bool = False
    """Its first assignment stands in a paragraph of its own."""


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
    """Give all nodes in document order; the first holds what stands before any number."""
    nodes = _numbered(paragraphs)
    for node in nodes:
        node.segments = segments(node.paragraphs, told_marks if node.printed else marks)
    nodes[0].segments = [one for one in nodes[0].segments if not _is_subtitle(one)]
    found = [mark for node in nodes for one in node.segments for mark in one.marks]
    if all(mark.stated for mark in found):
        for node in nodes:
            node.segments = node.segments or segments(node.paragraphs, running_marks)
    elif all(mark.is_bare for mark in found):
        for node in nodes[1:]:
            node.segments = segments(node.paragraphs, bare_marks)
    return nodes


def _numbered(paragraphs: Sequence[Piece]) -> list[Node]:
    """Give the nodes with their paragraphs, the root first."""
    root = Node(None, paragraphs[0] if paragraphs else Piece("", "", None))  # type: ignore[arg-type]
    nodes = [root]
    current = root
    last: Printed | None = None
    for at, piece in enumerate(paragraphs):
        printed = printed_number(piece.folded) or _in_sequence(paragraphs, at, last)
        if printed is None or _is_label(piece, printed) or _is_page_mark(paragraphs, at, last):
            current.paragraphs.append(piece)
            continue
        if _is_dashed_heading(paragraphs, at, printed):
            printed = printed._replace(level=LEVELS["second"])
        if printed.level <= _THIRD:
            last = printed
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


def told_marks(piece: Piece) -> list[Mark]:
    """Give the assignments of a paragraph of an item, in brackets, labels and sentences."""
    found = marks(piece)
    stated = sentence_marks(piece, found)
    return sorted((*found, *stated), key=lambda mark: mark.start) if stated else found


def _is_subtitle(segment: Segment) -> bool:
    """Tell whether names in brackets before any number sign the title, or are of the page's own."""
    about_page = tells_of_page(segment.pieces[0].folded)
    return segment.marks[0].is_bare and (segment.apart or about_page)


def segments(
    paragraphs: Sequence[Piece], find: Callable[[Piece], list[Mark]] = marks
) -> list[Segment]:
    """Cut paragraphs at their assignments."""
    cutting = _Cutting()
    slot: Slot | None = None
    for piece in paragraphs:
        told = find(piece) if slot is None else [_listed(piece, slot)]
        slot = label_alone(piece)
        if slot is None:
            cutting.take(piece, told)
    return [segment for segment in cutting.found if any(_names(mark) for mark in segment.marks)]


class _Cutting:
    """The segments so far, and the text that waits for its assignment."""

    def __init__(self) -> None:
        self.found: list[Segment] = []
        self._waiting: list[Piece] = []
        self._starts_paragraph = True

    def take(self, piece: Piece, told: Sequence[Mark]) -> None:
        """Take one paragraph with its assignments."""
        at = 0
        for mark in told:
            self._wait(piece.cut(at, mark.end if mark.in_sentence else mark.start))
            self._close(piece, mark)
            at = mark.end
        rest = piece.cut(at, len(piece.text))
        self._starts_paragraph = not at
        if told and told[-1].stated and self.found:
            self._append(_without_lead(rest))
        elif not self._wait(_without_lead(rest) if at else rest):
            self._starts_paragraph = True
        elif at and self.found:
            self.found[-1].whole_paragraphs = False

    def _wait(self, text: Piece) -> bool:
        """Keep a text that says something until its assignment comes."""
        says = bool(text.text.strip(_PUNCTUATION))
        if says:
            self._waiting.append(_without_lead(text))
        return says

    def _append(self, text: Piece) -> None:
        """Add what follows a sentence of units to the task that it closes: it is no new one."""
        if text.text.strip(_PUNCTUATION):
            self.found[-1].pieces.append(text)

    def _close(self, piece: Piece, mark: Mark) -> None:
        if self._waiting:
            apart = not piece.text[: mark.start].strip(_PUNCTUATION)
            self.found.append(Segment(self._waiting, [mark], self._starts_paragraph, apart))
            self._waiting = []
        elif self.found:
            self.found[-1].marks.append(mark)
        self._starts_paragraph = False


def _listed(piece: Piece, slot: Slot) -> Mark:
    """Give the names of a line below a label that stands alone."""
    return Mark(0, len(piece.text), piece, labelled=True, slot=slot)


def _names(mark: Mark) -> bool:
    return not mark.is_time and not mark.is_remark


def _without_lead(piece: Piece) -> Piece:
    """Cut the punctuation that the assignment before left standing."""
    start = 0
    while start < len(piece.text) and piece.text[start] in _PUNCTUATION:
        start += 1
    return piece.cut(start, len(piece.text))
