"""Text in shapes that lie over the sheets of a packed workbook (.xlsx): boxes, banners, notes.

Names of elements are those of ECMA-376, part 1, 20.5 and 21.1.2.
"""

from typing import TYPE_CHECKING

from ..containers.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def boxes(package: Package, sheet: str) -> tuple[tuple[int, str], ...]:
    """Give the row, from 0, at which each shape over a sheet begins, and the text in it."""
    drawings = (one.part for one in package.relations(sheet) if one.kind.endswith("/drawing"))
    trees = (tree for drawing in drawings if (tree := package.tree(drawing)) is not None)
    found = ((_row(anchor), _text(anchor)) for tree in trees for anchor in tree)
    return tuple(sorted((row, text) for row, text in found if text.strip()))


def _row(anchor: "_Element") -> int:
    told = anchor.findtext("{*}from/{*}row", "0")
    return int(told[:7]) if told.isdecimal() else 0


def _text(anchor: "_Element") -> str:
    """Give the paragraphs of a shape, one a line."""
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iterfind(".//{*}t"))
        for paragraph in anchor.iter("{*}p")
        if next(paragraph.iterancestors(_FALLBACK), None) is None
    ).strip("\n")
