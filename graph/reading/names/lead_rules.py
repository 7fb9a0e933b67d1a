"""A document's own rule for who leads: 列第一位的为牵头单位, 分号前为牵头单位, 标*的为牵头单位."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ...lexicon.roles import heading_slot
from ...lexicon.words import one_of, words
from ..text.pieces import Piece
from .names import looks_like_unit


class RuleKind(StrEnum):
    """How a document tells the leading unit of a list."""

    FIRST = "first"
    """The first unit leads."""
    COMMA = "comma"
    """The units before the first comma lead."""
    SEMICOLON = "semicolon"
    """The units before the first semicolon lead."""
    STAR = "star"
    """The marked units lead."""
    ALONE = "alone"
    """Those who are responsible lead where nobody else does."""


@dataclass(frozen=True, slots=True)
class LeadRule:
    """The document's own rule for the lead, valid for all of it."""

    kind: RuleKind
    place: Piece
    exceptions: tuple[str, ...] = ()
    """Words that, where a row has them, set the rule aside: 分别牵头."""


def lead_rule(piece: Piece) -> LeadRule | None:
    """Find the document's rule for the lead in a text: 列第一位的为牵头单位."""
    match = _rule().search(piece.folded) if _may_rule().search(piece.folded) else None
    if match is None:
        return None
    if _names_unit(match[0]):
        return None
    kind = next((RuleKind(key) for key in _TOLD_KINDS if match[key]), RuleKind.FIRST)
    kind = RuleKind.STAR if match["marked"] else kind
    before = piece.folded[: match.start()][-40:]
    around = before + match[0] + piece.folded[match.end() : match.end() + 40]
    exceptions = ["".join(found) for found in _EXCEPT.findall(around)]
    told = tuple(word for text in exceptions for word in _excepted().findall(text))
    return LeadRule(kind, piece.cut(*match.span()), told)


_TOLD_KINDS = ("comma", "semicolon", "star", "alone")


def _names_unit(rule: str) -> bool:
    """Tell whether a rule speaks of one list only: 列在首位的县财政局为牵头部门."""
    match = _NAMED.search(rule)
    if match is None or match["name"].endswith(tuple(words("units", "several", "bodies"))):
        return False
    return looks_like_unit(match["name"]) and not heading_slot(match["name"])


_NAMED = re.compile("的(?P<name>[^，。；的]{2,20})[为是系]")


def lost_marking(piece: Piece) -> Piece | None:
    """Find a rule that only the looks of letters follow, which a text lost: 加粗的为牵头单位."""
    match = _lost().search(piece.folded)
    return piece.cut(*match.span()) if match else None


def is_rule(folded: str) -> bool:
    """Tell whether a text holds such a rule, or one that only looks follow."""
    return _rule().search(folded) is not None or _lost().search(folded) is not None


def excepts(folded: str) -> bool:
    """Tell whether a text sets lists apart for which a rule does not hold: 除注明的外."""
    return "外" in folded and _EXCEPT.search(folded) is not None


_EXCEPT = re.compile(r"除([^。；外]{1,24}?)(?:外|以外)|([^。；，]{1,24}?)的?除外")


def states_rule(folded: str) -> bool:
    """Tell whether a list states how the lead is told: 列首位的为牵头单位，其余为配合单位."""
    return bool(_may_rule().search(folded) and is_rule(folded))


def tells_rest(clause: str) -> bool:
    """Tell whether a clause beside such a rule says what the other units are."""
    return clause.strip().startswith(tuple(words("units", "rule", "rest")))


@cache
def _excepted() -> re.Pattern[str]:
    return re.compile(one_of(words("roles", "excepted")))


@cache
def _may_rule() -> re.Pattern[str]:
    """Make the pattern of what every rule for the lead holds; it is found faster."""
    return re.compile(one_of((*words("units", "rule", "hints"), *words("units", "rule", "star"))))


@cache
def _rule() -> re.Pattern[str]:
    first, comma, semicolon, goes_on = (
        one_of(words("units", "rule", key)) for key in ("first", "comma", "semicolon", "goes_on")
    )
    star = "".join(map(re.escape, words("units", "rule", "star")))
    lead, place, none = (one_of(words("units", "rule", key)) for key in ("lead", "place", "none"))
    gap, near = "[^。；]{0,16}?", "[^。；，]{0,10}?"
    return re.compile(
        rf"(?:(?:(?P<semicolon>{semicolon})|(?P<comma>{comma})){gap}(?:为|是|系){gap}(?:{lead})"
        rf"|(?P<alone>(?:{none})明?确?(?:{lead})(?:责任)?(?:单位|部门)的?，?其?)责任(?:单位|部门)"
        rf"{near}(?:为|是|作){near}(?:{lead})"
        rf"|(?:标|带|加|注|打|有|前){gap}(?P<star>[{star}]|星号){gap}"
        rf"(?:{lead})"
        rf"|(?P<marked>[{star}])”?号?的?(?:责任)?(?:单位|部门)?(?:为|是|系|代表){near}(?:{lead})"
        rf"|(?P<first>{first}){gap}(?:为|是|系|即|负责){gap}(?:{lead}))(?:责任)?(?:单位|部门|机构)?"
        rf"|(?:{first})的?(?:责任)?(?:单位|部门|机构)?(?:{lead})(?=$|[，。；）〕]|{goes_on})"
        rf"|(?:{lead})(?:责任)?(?:单位|部门)(?:为|是|即|系){near}(?:{first})"
        rf"|(?:{lead})(?:单位|部门)(?:列|排)(?:在)?(?:{place})"
    )


@cache
def _lost() -> re.Pattern[str]:
    """Make the pattern of a rule that the looks of letters follow."""
    looks, lead = (one_of(words("units", "rule", key)) for key in ("looks", "lead"))
    near = "[^。；，、]{0,12}?"
    return re.compile(
        rf"(?:{looks}){near}(?:为|是|系|代表|表示){near}(?:{lead})(?:责任)?(?:单位|部门)"
    )
