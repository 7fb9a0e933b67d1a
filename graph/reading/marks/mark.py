"""A stretch of a paragraph that says who is responsible."""

from typing import NamedTuple

from ...lexicon.roles import Slot
from ..text.pieces import Piece


class Mark(NamedTuple):
    """A stretch of a paragraph that assigns: from `start` to `end`, brackets included."""

    start: int
    end: int
    piece: Piece
    """The list itself, without its brackets."""
    labelled: bool
    """It stands behind a label on a line of its own or inside the line, not in brackets."""
    is_time: bool = False
    is_remark: bool = False
    is_bare: bool = False
    """It has only names, no word of a role."""
    slot: Slot | None = None
    """That of the label on the line above, where the names stand on a line of their own."""
    in_sentence: bool = False
    """It is part of the sentence itself, which keeps its words."""
    stated: bool = False
    """It is a sentence that only assigns: 甲局牵头，乙局配合。"""
