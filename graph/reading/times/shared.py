"""A least number that several periods share: 县级每季度、镇级每月、村级每周巡河不少于1次."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...plan import Timing, TimingKind
from ..text.pieces import Piece

_BETWEEN = re.compile("[、，][^，。；、0-9]{0,10}")

_A_LIST = 2


def shared_counts(piece: Piece, found: Sequence[Timing]) -> tuple[Timing, ...]:
    """Give to a bare period the least number of times that stands behind the next one."""
    if len(found) < _A_LIST:
        return tuple(found)
    told: list[Timing] = []
    for timing in reversed(found):
        after = told[0] if told else None
        if after is not None and _shares(piece, timing, after):
            kind = TimingKind.MINIMUM_FREQUENCY
            timing = replace(timing, kind=kind, count=after.count, activity=None)
        told.insert(0, timing)
    return tuple(told)


def _shares(piece: Piece, timing: Timing, after: Timing) -> bool:
    """Tell whether a period stands in one list with the next, which has a least number."""
    if timing.kind is not TimingKind.RECURRENCE or after.kind is not TimingKind.MINIMUM_FREQUENCY:
        return False
    start = piece.span.start
    return bool(_BETWEEN.fullmatch(piece.folded, timing.span.end - start, after.span.start - start))
