"""Items each of which has a line of names below it: 修缮渡口。 and then 县港航局、县财政局."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..columns.banners import place_of
from ..lists.members import members
from ..marks.mark import Mark
from ..marks.sentences import is_name, is_somebody
from ..text.pieces import Piece
from .frames import in_frame
from .outline import Node

_LONGEST = 100
_FEWEST = 2


class Line(NamedTuple):
    """The line of names below an item, and the text of the item above it."""

    text: list[Piece]
    mark: Mark


def lines_of_names(nodes: Sequence[Node]) -> list[tuple[Node, Line]]:
    """Give the line of names of each item, if all items have one and nothing else assigns them.

    Where one item has none, such lines may stand above the items behind them.
    """
    items = [node for node in nodes if node.printed and not node.children and not in_frame(node)]
    if len(items) < _FEWEST or any(node.segments for node in nodes):
        return []
    found = [(node, line) for node in items for line in _lines(node)]
    return found if len(found) == len(items) else []


def _lines(node: Node) -> Iterator[Line]:
    """Give the first line of names below a text; what stands behind it signs the document."""
    for at, piece in enumerate(node.paragraphs):
        if at and _is_list(piece.folded) and not _is_other_cell(piece, node.paragraphs[0]):
            yield Line(node.paragraphs[:at], Mark(0, len(piece.text), piece, labelled=False))
            return


def _is_other_cell(piece: Piece, first: Piece) -> bool:
    """Tell whether a line is a cell of its own in the row of a table, and stands below nothing."""
    return piece.span.table is not None and place_of(piece.span) != place_of(first.span)


def _is_list(folded: str) -> bool:
    listed = folded.rstrip("。；")
    if not 1 < len(listed) <= _LONGEST:
        return False
    names = [listed[m.start : m.end] for m in members(listed) if m.end > m.start]
    return bool(names) and all(map(is_name, names)) and any(map(is_somebody, names))
