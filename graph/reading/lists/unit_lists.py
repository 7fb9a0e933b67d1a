"""Whether a text is a list of units, or holds one among other words."""

import re
from functools import cache

from ...lexicon.words import one_of, words
from ..names.elision import own_prefix
from ..names.lead_rules import tells_rest
from ..names.names import ends_as_name, explains, is_collective, is_institution, looks_like_unit
from ..names.officers import staffed
from ..names.remarks import begins_remark, is_remark
from ..names.run_together import begins_with_level
from ..text.brackets import HIDDEN, hide
from .members import members

_LONGEST = 200


def names_units(listed: str) -> bool:
    """Tell whether a folded text is a list of units, one of them beyond doubt.

    >>> names_units("县财政局、河口港"), names_units("县级财政")
    (True, False)
    """
    names = _names(listed)
    return all(map(looks_like_unit, names)) and any(_is_sure(n) or is_collective(n) for n in names)


def holds_unit(folded: str) -> bool:
    """Tell whether a folded text names a unit beyond doubt beside whatever else it says.

    >>> holds_unit("除西岸外、县财政局"), holds_unit("列首位的为牵头单位")
    (True, False)
    """
    return any(_is_sure(name) and not _is_of_remark(name) for name in _names(folded))


def is_one_unit(folded: str) -> bool:
    """Tell whether a text is the name of an office, with its verb or person: 县委机要局负责."""
    names = _names(folded)
    return len(names) == 1 and is_institution(names[0])


def _names(folded: str) -> list[str]:
    if len(folded) > _LONGEST:
        return []
    names = [folded[m.start : m.end] for m in members(folded) if m.end > m.start]
    return list(map(_without_persons, names))


def _without_persons(name: str) -> str:
    told = staffed(name)
    return name[slice(*told.unit)] if told is not None and told.unit else name


def _is_sure(name: str) -> bool:
    if not looks_like_unit(name) or explains(name) or _means().match(name):
        return False
    shown = hide(name).rstrip(HIDDEN)
    told = len(shown) >= _SHORTEST or own_prefix(shown) is not None
    return is_institution(shown) or (told and ends_as_name(shown))


_SHORTEST = 4


@cache
def _means() -> re.Pattern[str]:
    """Match what says whom a word means: 指承担任务的单位, but not 指挥中心."""
    return re.compile(rf"(?:{one_of(words('units', 'remark', 'means'))})(?![挥导定])")


def _is_of_remark(name: str) -> bool:
    explained = is_remark(name) or begins_remark(name) or tells_rest(name)
    return explained or (is_collective(name) and not begins_with_level(name))
