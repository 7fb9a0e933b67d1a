"""Word's flow of paragraphs and tables; merged cells become placed cells."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..blocks.composing import Frame
from ..blocks.stacking import Merge, Stack, Stacked
from .numbering import W, value
from .text import CHUNK, FALLBACK, Writing, is_placeholder, joins_next

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROPERTIES = frozenset({f"{W}tblPr", f"{W}tblGrid", f"{W}trPr", f"{W}tcPr", f"{W}sectPr"})
_MERGES = {"restart": Merge.BEGIN}
_NO_WIDTH = 100_000
"""A span beyond this is nonsense in any document; the limits refuse the table soon after."""


def flow(parent: "_Element", writing: Writing) -> Iterator[str | Frame]:
    """Give the paragraphs and tables below an element, in order, text boxes after their anchor."""
    carried = ""
    for element in _blocks(parent, writing):
        if element.tag == f"{W}tbl":
            yield _table(element, writing)
        elif element.tag == CHUNK:
            yield from writing.chunk(element)
        else:
            text = carried + writing.paragraph(element)
            carried = ""
            if joins_next(element):
                writing.findings.deletions += 1
                carried = text
            else:
                yield text
        yield from _boxes(writing)
    if carried:
        yield carried


def _boxes(writing: Writing) -> Iterator[str | Frame]:
    boxes, writing.findings.boxes = writing.findings.boxes, []
    for box in boxes:
        yield from flow(box, writing)


def _blocks(parent: "_Element", writing: Writing) -> "Iterator[_Element]":
    """Give paragraphs and tables, those in content controls and tracked insertions too."""
    for element in parent:
        if element.tag in {f"{W}p", f"{W}tbl", CHUNK}:
            yield element
        elif _is_open(element, writing):
            yield from _blocks(element, writing)


def _is_open(element: "_Element", writing: Writing) -> bool:
    if element.tag in _PROPERTIES or not isinstance(element.tag, str):
        return False
    if element.tag == f"{W}sdt" and is_placeholder(element):
        return False
    if element.tag == FALLBACK and element.getprevious() is not None:
        return False
    return not writing.is_dropped(element.tag)


def _table(table: "_Element", writing: Writing) -> Frame:
    rows = Stack()
    for row in _children(table, f"{W}tr", writing):
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            writing.findings.deletions += 1
            continue
        if properties is not None and properties.find(f"{W}ins") is not None:
            writing.findings.insertions += 1
        before = None if properties is None else properties.find(f"{W}gridBefore")
        rows.add(_cells(row, writing), _count(before, otherwise=0))
    return rows.frame()


def _cells(row: "_Element", writing: Writing) -> Iterator[Stacked]:
    for cell in _children(row, f"{W}tc", writing):
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            yield Stacked(tuple(flow(cell, writing)))
            continue
        if properties.find(f"{W}cellDel") is not None:
            writing.findings.deletions += 1
            continue
        merge = properties.find(f"{W}vMerge")
        yield Stacked(
            tuple(flow(cell, writing)),
            _count(properties.find(f"{W}gridSpan"), otherwise=1),
            Merge.NONE if merge is None else _MERGES.get(value(merge) or "", Merge.CONTINUE),
        )


def _children(parent: "_Element", tag: str, writing: Writing) -> "Iterator[_Element]":
    """Give the rows of a table or the cells of a row, through whatever wraps them."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif _is_open(element, writing):
            yield from _children(element, tag, writing)


def _count(element: "_Element | None", otherwise: int) -> int:
    text = value(element)
    if text is None or not text.isdecimal():
        return otherwise
    return min(max(int(text[:9]), otherwise), _NO_WIDTH)
