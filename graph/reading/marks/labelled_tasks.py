"""Tasks behind a label on a line of their own, such as 议定事项：修缮渡口."""

import re
from collections.abc import Sequence

from ...lexicon.headings import TASK_RANK, Holds, column
from ..text.pieces import Piece

_LABEL = re.compile(r"\s*(?P<label>[\u4e00-\u9fff]{2,8})\s*：\s*(?=\S)")


def begins_again(paragraphs: Sequence[Piece], at: int) -> bool:
    """Tell whether a paragraph has the label of a task that an earlier one has, too."""
    end = _label_end(paragraphs[at])
    label = paragraphs[at].folded[:end].strip()
    return bool(end) and any(piece.folded.startswith(label) for piece in paragraphs[:at])


def told_tasks(paragraphs: list[Piece]) -> list[Piece]:
    """Give the task behind the only label of one among paragraphs, else the paragraphs.

    What stands before it heads it or another one.
    """
    ends = [_label_end(piece) for piece in paragraphs]
    labelled = [at for at, end in enumerate(ends) if end]
    if len(labelled) != 1:
        return paragraphs
    (at,) = labelled
    piece = paragraphs[at]
    return [piece.cut(ends[at], len(piece.text)), *paragraphs[at + 1 :]]


def _label_end(piece: Piece) -> int:
    """Give where the label of a task ends that begins a paragraph, 0 where none does."""
    match = _LABEL.match(piece.folded) if "：" in piece.folded else None
    if match is None:
        return 0
    c = column(match["label"])
    return match.end() if c.holds is Holds.TEXT and c.rank >= TASK_RANK else 0
