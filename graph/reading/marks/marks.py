"""Where a paragraph says who is responsible: in brackets, behind labels."""

import re
from collections.abc import Sequence
from functools import cache

from ...lexicon.words import one_of, words
from ..text.brackets import bracket_pairs, hide
from ..text.pieces import Piece
from ..times.whole import is_time
from .assigning import is_bare_list
from .bracket_marks import bracket_mark, is_plate, unpaired_marks
from .inner_lists import inner_lists, without_wording
from .label_marks import label_marks
from .mark import Mark

_NEAR = 40


def marks(piece: Piece) -> list[Mark]:
    """Give the assignments of a paragraph from left to right."""
    if not _worth_reading().search(piece.folded):
        return []
    pairs = bracket_pairs(piece.folded)
    shown = hide(piece.folded, pairs)
    found = [mark for pair in pairs if (mark := bracket_mark(piece, pair)) is not None]
    if len(pairs) > 1 and found:
        found = without_wording([*inner_lists(piece, pairs, found), *found])
    found += unpaired_marks(piece, shown)
    found += _time_behind(piece, found)
    labelled = label_marks(piece, shown)
    found = [mark for mark in found if not _is_name_plate(mark, labelled)]
    return sorted((*found, *labelled), key=lambda mark: mark.start)


def _time_behind(piece: Piece, found: Sequence[Mark]) -> list[Mark]:
    """Give the time that stands between the last bare list and the end: （甲局），6月底前完成."""
    last = max(found, key=lambda mark: mark.end, default=None)
    rest = piece.folded[last.end :].strip("，。； ") if last is not None and last.is_bare else ""
    if not rest or last is None or not is_time(rest):
        return []
    start = piece.folded.index(rest, last.end)
    listed = piece.cut(start, start + len(rest))
    return [Mark(last.end, len(piece.text), listed, labelled=False, is_time=True)]


def _is_name_plate(mark: Mark, labelled: Sequence[Mark]) -> bool:
    """Tell whether bare names in a bracket belong to a name behind a label: 甲局（乙局）."""
    return mark.is_bare and any(one.start < mark.start < one.end for one in labelled)


def bare_marks(piece: Piece) -> list[Mark]:
    """Give the brackets that name units and nothing else, those before a full stop among them.

    So a document is read whose assignments all are such brackets; in another one, they explain.
    """
    known = marks(piece)
    brackets = (
        Mark(start, end + 1, piece.cut(start + 1, end), labelled=False, is_bare=True)
        for start, end in bracket_pairs(piece.folded)
        if piece.folded[start] in "（〔" and _is_before_stop(piece.folded, start, end + 1)
    )
    starts = {mark.start for mark in known}
    more = [one for one in brackets if one.start not in starts and is_bare_list(one.piece.folded)]
    return sorted((*known, *more), key=lambda mark: mark.start)


def _is_before_stop(folded: str, start: int, end: int) -> bool:
    """Tell whether a bracket stands before a full stop, and not behind a name that it explains."""
    before = folded[max(0, start - _NEAR) : start]
    return folded[end : end + 1] in "。；" and not is_plate(before)


@cache
def _worth_reading() -> re.Pattern[str]:
    return re.compile(f"[（〔〕：]|{one_of(words('roles', 'told'))}")
