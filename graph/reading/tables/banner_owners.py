"""Units that a heading over rows names for all of them: 一、基础设施（牵头单位：县港航局）."""

from collections.abc import Iterator

from ...lexicon.roles import Slot
from ...plan import Basis, Doubt
from ..layout import Owners
from ..lists.unit_lists import names_units
from ..lists.units import read_list
from ..names.names import looks_like_unit
from ..names.roles import labels
from ..text.brackets import bracket_pairs, hide
from ..text.pieces import Piece

_TOLD = {Basis.LABEL, Basis.INLINE_MARKER}


def owners_in_banner(heading: Piece) -> tuple[Owners, ...]:
    """Give what the end of a heading says, in a bracket or behind a label, if it tells roles."""
    told = _in_bracket(heading) or _behind_label(heading)
    if told is None:
        return ()
    found = read_list(told).mentions
    sure = all(
        mention.basis in _TOLD
        and (mention.slot is Slot.PERSON or looks_like_unit(mention.piece.folded))
        for mention in found
    )
    return (Owners(told, labelled=True, heading=True),) if found and sure else ()


def unread_in_banner(heading: Piece) -> Iterator[Doubt]:
    """Tell of a bracket of names behind a heading whose role nothing says: 一、渡口（甲局）."""
    told = _in_bracket(heading) if not owners_in_banner(heading) else None
    if told is not None and names_units(told.folded):
        yield Doubt("reading.unread-names", told.span, (("text", told.text),))


def _in_bracket(heading: Piece) -> Piece | None:
    folded = heading.folded.rstrip()
    pairs = bracket_pairs(folded) if folded.endswith(("）", "〕")) else ()
    start = next((start for start, end in pairs if end == len(folded) - 1), 0)
    return heading.cut(start + 1, len(folded) - 1) if start else None


def _behind_label(heading: Piece) -> Piece | None:
    found = labels(hide(heading.folded)) if "：" in heading.folded else []
    start = next((label.start for label in found if label.slot and label.colon), 0)
    return heading.cut(start, len(heading.text)) if start else None
