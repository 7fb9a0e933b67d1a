"""Brackets inside a sentence, judged by those beside them: 建桥（甲局牵头）；修路（乙局）."""

import re
from collections.abc import Iterator, Sequence

from ...lexicon.roles import Slot
from ..lists.members import members
from ..names.names import closes_name, is_collective
from ..names.roles import labels
from ..text.brackets import hide
from ..text.pieces import Piece
from .assigning import is_bare_list
from .bracket_marks import is_plate
from .mark import Mark

_SENTENCE = "。"
_BY = "由"
_CLAUSE_END = re.compile("[；，、]")
_NEAR = 40


def inner_lists(
    piece: Piece, pairs: Sequence[tuple[int, int]], found: Sequence[Mark]
) -> Iterator[Mark]:
    """Give lists of units behind clauses of one sentence whose last clause is assigned, too."""
    last = found[-1]
    sentence = piece.folded.rfind(_SENTENCE, 0, last.start) + 1
    if not piece.folded[sentence : last.start].strip() or last.is_time or last.is_remark:
        return
    known = {mark.start for mark in found}
    for start, end in pairs:
        if start in known or not sentence <= start < last.start:
            continue
        inside = piece.cut(start + 1, end)
        ends_clause = _CLAUSE_END.match(piece.folded, end + 1) is not None
        before = piece.folded[max(sentence, start - _NEAR) : start]
        if ends_clause and is_bare_list(inside.folded) and not is_plate(before):
            yield Mark(start, end + 1, inside, labelled=False)


def without_wording(found: Sequence[Mark]) -> list[Mark]:
    """Leave out brackets that name no unit of a known form where others beside them do.

    So is one without a label that closes a sentence right before one with a label, and one that
    tells by whom: 新建站点（由县财政局出资）。（县教育局负责）.
    """
    labelled = {mark.start for mark in found if _is_labelled(mark)}
    starts = {mark.start for mark in found}
    kept = [
        mark
        for mark in found
        if mark.start in labelled
        or mark.end + 1 not in (starts if mark.piece.folded.startswith(_BY) else labelled)
    ]
    sure = [_names_unit(mark) for mark in kept]
    if not any(sure):
        return kept
    judged = zip(kept, sure, strict=True)
    return [mark for mark, told in judged if told or mark.is_time or mark.is_remark]


def _is_labelled(mark: Mark) -> bool:
    found = labels(hide(mark.piece.folded))
    return bool(found) and not found[0].start


def _names_unit(mark: Mark) -> bool:
    found = labels(hide(mark.piece.folded))
    if any(label.slot is Slot.PERSON for label in found):
        return True
    listed = mark.piece.folded[found[0].end :] if found else mark.piece.folded
    names = (listed[m.start : m.end] for m in members(listed))
    return any(closes_name(hide(name)) or is_collective(name) for name in names if name)
