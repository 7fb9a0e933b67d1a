"""Blocks of label lines: names that go on in lines of their own, labels that name nobody."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ...lexicon.roles import Slot
from ...lexicon.words import words
from ..front.page_lines import tells_of_page
from ..lists.members import members
from ..lists.unknown_labels import begins_with_unknown
from ..names.names import ends_as_name, looks_like_unit
from ..names.roles import labels
from ..text.brackets import hide
from ..text.pieces import Piece
from .label_marks import is_label_line
from .labelled_tasks import begins_again

_OTHER_LABEL = re.compile("[\u4e00-\u9fff]{2,8}：.")
_MOST_LINES = 12


def label_block(paragraphs: Sequence[Piece], *, ends: bool = False) -> dict[int, Slot | None]:
    """Give the lines between two label lines that are none themselves.

    A line of names alone has the slot of the label above; one behind an unknown label, 验收单位：,
    has `None`. A line of another kind ends the block, and so does a label that it has already, or
    that of a task which another one has.
    Names below the last label count, too, unless the document ends there: they may sign it.
    """
    found: dict[int, Slot | None] = {}
    if len(paragraphs) < 2:
        return found
    lines = [at for at, piece in enumerate(paragraphs) if is_label_line(piece)]
    for start, end in pairwise(lines):
        between = range(start + 1, end)
        if len(between) > _MOST_LINES or _slots(paragraphs[start]) & _slots(paragraphs[end]):
            continue
        if any(begins_again(paragraphs, at) for at in between):
            continue
        slot = _last_slot(paragraphs[start])
        told = {at: _slot_of(paragraphs[at], slot) for at in between}
        if all(kind != _ENDS for kind in told.values()):
            found |= {at: kind if isinstance(kind, Slot) else None for at, kind in told.items()}
    slot = _last_slot(paragraphs[lines[-1]]) if lines and not ends else None
    below = range(lines[-1] + 1, len(paragraphs)) if slot is not None else range(0)
    if len(below) <= _MOST_LINES and all(_is_names(paragraphs[at].folded) for at in below):
        found |= dict.fromkeys(below, slot)
    return found


def guessed_lines(paragraphs: Sequence[Piece]) -> set[int]:
    """Give the lines of an unknown label of a body that stand beside a label line: 验收单位：甲局.

    Several of them may stand side by side; those that tell of the page are none.
    """
    alike = {at for at, piece in enumerate(paragraphs) if _is_guessed(piece.folded)}
    lines = [at for at, piece in enumerate(paragraphs) if is_label_line(piece)] if alike else []
    found: set[int] = set()
    for line in lines:
        for step in (-1, 1):
            at = line + step
            while at in alike:
                found.add(at)
                at += step
    return found


def _is_guessed(folded: str) -> bool:
    if "：" not in folded[:_LONGEST_LABEL] or not begins_with_unknown(folded):
        return False
    if tells_of_page(folded):
        return False
    return not folded.startswith(tuple(words("titles", "metadata", "issuer")))


_LONGEST_LABEL = 12
_ENDS = "ends"
_ASIDE = "aside"


def _slot_of(line: Piece, slot: Slot | None) -> Slot | str:
    if _OTHER_LABEL.match(line.folded):
        return _ASIDE
    return slot if slot is not None and _is_names(line.folded) else _ENDS


def _slots(line: Piece) -> set[Slot | None]:
    return {label.slot for label in labels(hide(line.folded))}


def _last_slot(line: Piece) -> Slot | None:
    found = labels(hide(line.folded))
    return found[-1].slot if found else None


def _is_names(folded: str) -> bool:
    names = [folded[m.start : m.end] for m in members(folded)]
    return bool(names) and all(looks_like_unit(name) and ends_as_name(hide(name)) for name in names)
