"""Items that end in the names of their units and nothing else: 惠及8万人。县教育局、县民政局."""

import re
from collections.abc import Sequence
from functools import cache

from ...lexicon.words import one_of, words
from ..lists.members import Member, members
from ..marks.mark import Mark
from ..marks.sentences import is_name, is_somebody
from ..text.brackets import hide
from ..text.pieces import Piece

_LONGEST = 200


def closing_names(piece: Piece) -> list[Mark]:
    """Give the last sentence of a paragraph where it is a list of units, behind another one."""
    match = may_close_in_names().search(piece.folded)
    if match is None:
        return []
    shown = hide(piece.folded)
    start = max(shown.rfind(stop, 0, match.end() - 1) for stop in _STOPS) + 1
    listed = piece.cut(start, len(piece.folded.rstrip("。；")))
    if not start or len(listed.text) > _LONGEST or _is_cell(piece.folded, start):
        return []
    found = [member for member in members(listed.folded) if member.end > member.start]
    names = [listed.folded[member.start : member.end] for member in found]
    sure = _own(found) and all(map(is_name, names)) and any(map(is_somebody, names))
    return [Mark(start, len(piece.text), listed, labelled=False, is_bare=True)] if sure else []


def _is_cell(folded: str, start: int) -> bool:
    """Tell whether a list is the cell of a row that tabs part, and no sentence."""
    return folded.startswith("\t", start) and folded.count("\t") > 1


def _own(found: Sequence[Member]) -> bool:
    """Tell whether no verb stands before the first comma: 乙局配合 goes on from a sentence."""
    first = [member.verb for member in found if member.group == found[0].group]
    return not any(member.is_work for member in found) and not any(first)


_STOPS = "。；！？"


@cache
def may_close_in_names() -> re.Pattern[str]:
    """Match what every such paragraph holds: a sentence, and at its own end that of a name."""
    verbs = one_of(words("sentences", "core", "beside"))
    ends = one_of((*words("units", "institution"), *words("units", "strict")))
    return re.compile(
        f"[{_STOPS}][^{_STOPS}]{{1,{_LONGEST}}}(?:{ends}|{verbs}|）|等)[。；]?$"
        f"|^[^{_STOPS}，]{{1,{_LONGEST}}}(?:{ends})$"
    )
