"""Headings in two rows: one over several columns of units, 责任分工, and theirs below it."""

from collections.abc import Sequence

from ...lexicon.folding import fold
from ...lexicon.headings import Holds, column
from ...lexicon.roles import Slot
from ...lexicon.words import words
from .headings import header
from .lower_headings import alone, explained


def joined(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """Give the headings of both rows as one row; `None` where the lower one is no part of them.

    Where blank cells keep the columns in line, each heading is the lower one or, without it, the
    upper one; else the lower ones stand in place of the only heading above them, or the same ones
    below each heading of units: 牵头单位 and 责任单位 over 单位, 负责人, 单位, 负责人.
    """
    below = [text for text in lower if text.strip()]
    if len(below) < 2 or not all(map(_may_be_lower, below)):
        return None
    return _in_line(upper, lower) or _in_place(upper, below) or _in_turn(upper, below)


def _may_be_lower(text: str) -> bool:
    return explained(text) is not None or alone(text).holds is Holds.OWNERS


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
    """Tell whether a heading may stand over others: 责任分工, or as a whole 责任单位."""
    told = fold(text) in words("headings", "owners")
    return told or (whole and column(text).slot is Slot.RESPONSIBLE)


def _in_line(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    width = max(len(upper), len(lower))
    above, below = ([*row, *[""] * (width - len(row))] for row in (upper, lower))
    pairs = list(zip(_spread(above, below), below, strict=True))
    own = all(not up.strip() or _is_of_units(up) for up, low in pairs if low.strip())
    found = [_told(up, low) if low.strip() else up for up, low in pairs]
    return found if own and any(up.strip() for up, low in pairs if low.strip()) else None


def _spread(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Give the upper headings, each in the blank places to its right that have a lower one."""
    found = list(above)
    for at in range(1, len(found)):
        if below[at].strip() and below[at - 1].strip() and not found[at].strip():
            found[at] = found[at - 1]
    return found


def _told(group: str, heading: str) -> str:
    """Give what the lower of two headings says: 单位 below 牵头单位 is the upper one."""
    if explained(heading) == "units":
        return group or heading
    return alone(heading).heading.strip("（）〔〕")


def _in_turn(upper: Sequence[str], below: Sequence[str]) -> list[str] | None:
    groups = [text for text in upper if _is_of_units(text) and explained(text) is None]
    each = len(below) // len(groups) if groups else 0
    run = list(below[:each])
    if len(groups) < 2 or each < 2 or list(below) != run * len(groups):
        return None
    if not all(map(explained, run)):
        return None
    told = ([_told(text, low) for low in run] if text in groups else [text] for text in upper)
    found = [heading for headings in told for heading in headings]
    return found if header(found) is not None else None


def _in_place(upper: Sequence[str], below: Sequence[str]) -> list[str] | None:
    groups = [at for at, text in enumerate(upper) if _is_of_units(text)]
    if len(groups) != 1:
        return None
    found = [*upper[: groups[0]], *below, *upper[groups[0] + 1 :]]
    return found if header(found) is not None else None


def _is_of_units(text: str) -> bool:
    return column(text).holds is Holds.OWNERS
