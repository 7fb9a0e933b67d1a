"""Units behind the full stop of a label line, which ends its list: 责任单位：甲局。另请乙局协助."""

from collections.abc import Iterator, Sequence

from ...plan import Doubt
from ..lists.unit_lists import holds_unit
from ..marks.label_marks import is_label_line, label_marks
from ..text.brackets import hide
from ..text.pieces import Piece
from .outline import Node

_STOP = "。"
_QUOTED = 24


def unread_tails(nodes: Sequence[Node]) -> Iterator[Doubt]:
    """Tell of units in what follows the list of a label in its line and was not read."""
    for piece in (piece for node in nodes for piece in node.paragraphs):
        if _STOP in piece.folded[:-1] and is_label_line(piece):
            rest = _behind(piece)
            if holds_unit(rest.folded):
                text = rest.text if len(rest.text) <= _QUOTED else f"{rest.text[:_QUOTED]}……"
                yield Doubt("reading.unread-names", rest.span, (("text", text),))


def _behind(piece: Piece) -> Piece:
    found = label_marks(piece, hide(piece.folded))
    return piece.cut(found[-1].end if found else 0, len(piece.text))
