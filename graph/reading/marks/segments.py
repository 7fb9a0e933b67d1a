"""Paragraphs cut at their assignments: each segment is what one assignment closes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from ...lexicon.roles import Slot
from ...lexicon.words import one_of, words
from ..flattened.below import is_link
from ..text.pieces import Piece
from ..times.whole import whole_pattern
from .label_blocks import guessed_lines, label_block
from .label_marks import label_alone
from .mark import Mark
from .marks import marks

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


def segments(
    paragraphs: Sequence[Piece],
    find: Callable[[Piece], list[Mark]] = marks,
    *,
    ends: bool = False,
) -> list[Segment]:
    """Cut paragraphs at their assignments; `ends` tells that the document ends with them."""
    cutting = _Cutting()
    slot: Slot | None = None
    block, guessed = label_block(paragraphs, ends=ends), guessed_lines(paragraphs)
    for at, piece in enumerate(paragraphs):
        if at in guessed:
            cutting.take(piece, [_listed(piece, None)])
            continue
        if at in block:
            cutting.go_on(piece, block[at])
            continue
        told = find(piece) if slot is None else [_listed(piece, slot)]
        slot = label_alone(piece)
        if slot is None:
            cutting.take(piece, told)
    cutting.end()
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
        duty = _duty_behind(rest, in_line=bool(at)) if self.found and not self._waiting else None
        if duty is not None:
            self._append(duty)
        elif told and told[-1].stated and self.found:
            self._append(_without_lead(rest))
        elif not self._wait(_without_lead(rest) if at else rest):
            self._starts_paragraph = True
        elif at and self.found:
            self.found[-1].whole_paragraphs = False

    def go_on(self, piece: Piece, slot: Slot | None) -> None:
        """Take a line inside a block of label lines: more names in a slot, or words of the task."""
        if slot is not None:
            self._close(piece, _listed(piece, slot))
        elif self.found:
            self._append(piece)
        else:
            self._wait(piece)

    def end(self) -> None:
        """Add lines of measures that no assignment closes to the task above them."""
        if self.found and self._waiting and _measures_label().match(self._waiting[0].folded):
            self.found[-1].pieces += self._waiting

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
        above = self._waiting or (self.found[-1].pieces if self.found else [])
        if above and (is_link(above[-1].folded) or _is_of_table_above(above[-1], piece)):
            self._waiting = []
            return
        if all(map(is_time_alone, self._waiting)):
            self._waiting = []
        if self._waiting:
            apart = not piece.text[: mark.start].strip(_PUNCTUATION)
            self.found.append(Segment(self._waiting, [mark], self._starts_paragraph, apart))
            self._waiting = []
        elif self.found:
            self.found[-1].marks.append(mark)
        self._starts_paragraph = False


def _listed(piece: Piece, slot: Slot | None) -> Mark:
    """Give the names of a line below a label that stands alone, or behind an unknown one."""
    return Mark(0, len(piece.text), piece, labelled=True, slot=slot)


def _duty_behind(rest: Piece, *, in_line: bool) -> Piece | None:
    """Give what stands behind a colon or a label of duties right behind an assignment.

    综合组（县政府办牵头）：负责会务; 主要职责：负责会务 on the line below the units.
    """
    match = _duty_label().match(rest.folded)
    if match is None or not (match["label"] or in_line):
        return None
    return rest.cut(match.end(), len(rest.text))


@cache
def _duty_label() -> re.Pattern[str]:
    labels = one_of(words("duties", "division", "labels"))
    return re.compile(rf"[。；，\s]*(?P<label>{labels}|)\s*：\s*(?=\S)")


@cache
def _measures_label() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('sentences', 'measures', 'labels'))})\s*：")


def _is_of_table_above(text: Piece, piece: Piece) -> bool:
    """Tell whether a text stands in a cell of a table in which a paragraph does not stand."""
    return text.span.table is not None and text.span.table != piece.span.table


def is_time_alone(text: Piece) -> bool:
    """Tell whether a text is a time, and so nothing that somebody is to do."""
    folded = text.folded.rstrip("。；")
    return len(folded) <= _LONGEST_TIME and whole_pattern().fullmatch(folded) is not None


_LONGEST_TIME = 24


def _names(mark: Mark) -> bool:
    return not mark.is_time and not mark.is_remark


def _without_lead(piece: Piece) -> Piece:
    """Cut the punctuation that the assignment before left standing."""
    start = 0
    while start < len(piece.text) and piece.text[start] in _PUNCTUATION:
        start += 1
    return piece.cut(start, len(piece.text))
