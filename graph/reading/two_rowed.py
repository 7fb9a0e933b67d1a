"""Headings in two rows: one over several columns of units, 责任分工, and theirs below it."""

from collections.abc import Sequence

from ..lexicon.folding import fold
from ..lexicon.headings import Holds, column
from ..lexicon.roles import Slot
from ..lexicon.words import words
from .columns import header


def joined(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """Give the headings of both rows as one row; `None` where the lower one is no part of them.

    Where blank cells keep the columns in line, each heading is the lower one or, without it, the
    upper one; else the lower ones stand in place of the only heading above them.
    """
    below = [text for text in lower if text.strip()]
    if len(below) < 2 or not all(map(_is_of_units, below)):
        return None
    return _in_line(upper, lower) or _in_place(upper, below)


def unfolded(headings: Sequence[str]) -> list[str] | None:
    """Give headings of which the last ones were printed below one of the others: see `joined`."""
    start = len(headings)
    while start and _is_of_units(headings[start - 1]):
        start -= 1
    upper, below = headings[:start], headings[start:]
    whole = {Slot.LEAD, Slot.SUPPORT} <= {column(text).slot for text in below}
    groups = [text for text in upper if _is_group(text, whole=whole)]
    return _in_place(upper, below) if len(below) > 1 and len(groups) == 1 else None


def _is_group(text: str, *, whole: bool) -> bool:
    """Tell whether a heading may stand over others: 责任分工; over all who do the work, 责任单位."""
    told = fold(text) in words("headings", "owners")
    return told or (whole and column(text).slot is Slot.RESPONSIBLE)


def _in_line(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    width = max(len(upper), len(lower))
    above, below = ([*row, *[""] * (width - len(row))] for row in (upper, lower))
    pairs = list(zip(above, below, strict=True))
    own = all(not up.strip() or _is_of_units(up) for up, low in pairs if low.strip())
    found = [low if low.strip() else up for up, low in pairs]
    return found if own and any(up.strip() for up, low in pairs if low.strip()) else None


def _in_place(upper: Sequence[str], below: Sequence[str]) -> list[str] | None:
    groups = [at for at, text in enumerate(upper) if _is_of_units(text)]
    if len(groups) != 1:
        return None
    found = [*upper[: groups[0]], *below, *upper[groups[0] + 1 :]]
    return found if header(found) is not None else None


def _is_of_units(text: str) -> bool:
    return column(text).holds is Holds.OWNERS
