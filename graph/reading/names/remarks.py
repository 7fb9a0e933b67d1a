"""What explains a list and names nobody, and units that are added to every later item."""

import re
from functools import cache
from typing import NamedTuple

from ...lexicon.words import all_words, one_of, words
from ..text.pieces import Piece
from .lead_rules import excepts, is_rule, tells_rest
from .names import looks_like_unit


def is_remark(folded: str) -> bool:
    """Tell whether a clause of a list explains and names nobody."""
    if _remark().search(folded):
        return not gives_role(folded)
    leads = "牵头" in folded or "主" in folded or "总负责" in folded
    return (leads and is_rule(folded)) or excepts(folded)


def gives_role(folded: str) -> bool:
    """Tell whether a clause names units with what they are: 县财政局为牵头单位."""
    match = _role_given().search(folded)
    if match is None or is_rule(folded) or tells_rest(folded):
        return False
    names = [name for name in _SEPARATOR.split(folded[: match.start()]) if name]
    return bool(names) and all(map(looks_like_unit, names))


_SEPARATOR = re.compile("[、，；]")


def lasts(folded: str) -> bool:
    """Tell whether a list says that what it adds holds for later items, too: 下同, 不再列出."""
    return any(word in folded for word in words("units", "added", "lasting"))


def adds(clause: str) -> bool:
    """Tell whether a clause adds units by what they all are: 各镇均为责任单位."""
    return _added_before().search(clause) is not None


def speaks_of_all(folded: str) -> bool:
    """Tell whether a remark speaks of units by 均: 均由各镇落实, 下同."""
    return _added().search(folded) is not None or adds(folded)


def begins_remark(clause: str) -> bool:
    """Tell whether a clause says how the work goes on, and names nobody: 按序时进度推进."""
    told = clause.strip()
    opens = told.startswith(tuple(words("units", "remark", "clauses")))
    return opens or _explains_collective().match(told) is not None


CLAUSE = re.compile("[^，。；\n]+")


def holds_remark(shown: str) -> bool:
    """Tell whether a list, its brackets hidden, or one of its clauses is such a remark."""
    return is_remark(shown) or any(map(begins_remark, CLAUSE.findall(shown)))


class Added(NamedTuple):
    """Units that a remark adds to every later item."""

    units: Piece
    verb: str
    """That of their part, blank where none is told."""
    from_here: bool
    """The item that has the remark is meant, too: 本条及以下."""


def added_units(piece: Piece) -> Added | None:
    """Find the units that a remark adds to every later item, and the verb of their part."""
    match = _added_before().search(piece.folded) or _added().search(piece.folded)
    if match is None:
        return None
    here = _from_here().match(piece.folded.strip("。，； ")) is not None or bool(match["as"])
    units = match.span("units") if match["verb"] else match.span("only")
    return Added(piece.cut(*units), match["verb"] or "", here)


def end_of_added(folded: str, start: int, end: int) -> int:
    """Give where a remark ends that begins a list of added units, which may hold commas."""
    match = _added().search(folded, start, end + _LONGEST)
    return max(end, match.end()) if match is not None and match.start() < end else end


_LONGEST = 400


@cache
def _role_given() -> re.Pattern[str]:
    """Match verbs of roles that hold a word of a remark, at the end: 为牵头单位, 负总责."""
    told = words("units", "remark")
    verbs = (verb for verb in all_words("roles", "verbs") if any(word in verb for word in told))
    return re.compile(rf"(?:{one_of(verbs)})$")


@cache
def _explains_collective() -> re.Pattern[str]:
    """Match what says whom a collective means: 各县区含开发区, “各县区”指各县区政府."""
    means = one_of(words("units", "remark", "means"))
    return re.compile(rf"“?各[^、，。；]{{1,12}}?”?(?:{means})(?![挥导定])")


@cache
def _added() -> re.Pattern[str]:
    """Match units that are added to every item: 均由县财政局配合."""
    by, verb = (one_of(words("units", "added", key)) for key in ("by", "verbs"))
    end = "(?=[，。；]|$)"
    return re.compile(
        rf"均(?:{by})(?!责任|配合)(?:(?P<units>[^。；由]{{2,{_LONGEST}}}?)(?P<verb>{verb}){end}"
        rf"|(?P<only>[^，。；]{{2,{_LONGEST}}}?){end})(?P<as>)"
    )


@cache
def _added_before() -> re.Pattern[str]:
    """Match units that are added by what they all are: 各镇均为责任单位, 以下任务各镇均为…."""
    verb, scope, work = (one_of(words("units", "added", key)) for key in ("as", "scope", "work"))
    of = rf"(?:各项|所有|全部|各)?(?:{work})"
    return re.compile(
        rf"(?:^|，|。|；)(?:{scope})?(?:{of})?(?P<units>[^，。；]{{2,40}}?)均?为"
        rf"(?:共同|{of}的?)?(?P<verb>(?P<as>{verb}))"
    )


@cache
def _from_here() -> re.Pattern[str]:
    """Match words that speak of this item and the later ones: 本条及以下."""
    here, on = (one_of(words("units", "added", key)) for key in ("here", "on"))
    return re.compile(rf"(?:{here})[及和](?:{on})")


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(one_of(words("units", "remark")))
