"""Paragraphs of several sentences that begin with units: 甲局负责看护。乙局负责检修."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from ...lexicon.words import one_of, words
from ..outline.headed import Group
from ..outline.outline import Node
from ..text.pieces import Piece
from .names import acting_units
from .units_first import before_colon, group_of, of_officer, of_post, with_text

_CLAUSE = re.compile("[^；。]+[；。]?")


def begins_with_colon(node: Node) -> bool:
    """Tell whether a line begins with units and a colon."""
    return before_colon(node) is not None


def groups_in(node: Node) -> list[Group]:
    """Give the groups of a line that begins with units: one, or one for each of its sentences."""
    first = _group(node)
    if first is None:
        return _behind_level(node)
    marked = before_colon(node, told=True) is not None
    starts = list(_starts(node.body, colon=marked))
    if len(starts) < 2:
        return [first]
    parts = (node.body.cut(*part) for part in pairwise([*starts, len(node.body.text)]))
    found = (_group(_of(node, part)) for part in parts)
    return [group for group in found if group is not None]


def _behind_level(node: Node) -> list[Group]:
    """Give the groups behind a level that heads them in the same line: 县级层面。县水利局负责…."""
    match = _LEVEL.match(node.body.folded)
    rest = node.body.cut(match.end(), len(node.body.text)) if match else None
    return groups_in(with_text(node, rest)) if rest else []


_LEVEL = re.compile(r"[^，。；：]{1,6}(?:层面|方面|级)[。：]\s*(?=.)")


def _group(node: Node) -> Group | None:
    found = group_of(node, told=True)
    if found is not None and not begins_with_colon(node):
        found = None if _demands_of_all(node.body) or _founds().match(node.body.folded) else found
    return found or of_officer(node) or of_post(node)


def _starts(body: Piece, *, colon: bool) -> Iterator[int]:
    """Give where sentences begin with units, in the form of the first.

    Clauses behind ； do so only where most of them do: else they go on with the duty of one unit.
    """
    clauses = [match.span() for match in _CLAUSE.finditer(body.folded) if match[0].strip()]
    acting = [_acts(Node(None, body, None, [body.cut(*clause)]), colon=colon) for clause in clauses]
    mostly = 2 * sum(acting) > len(acting)
    yield 0
    for (start, _), acts in list(zip(clauses, acting, strict=True))[1:]:
        if acts and (colon or mostly or body.folded[:start].rstrip()[-1] == "。"):
            yield start


def _acts(node: Node, *, colon: bool) -> bool:
    if colon:
        return begins_with_colon(node) or acting_units(_without_stop(node.body)) is not None
    return _group(node) is not None


def _without_stop(clause: Piece) -> Piece:
    return clause.cut(0, len(clause.folded.rstrip("。")))


def _of(node: Node, part: Piece) -> Node:
    return Node(node.printed, node.heading, node.parent, [part])


def _demands_of_all(body: Piece) -> bool:
    """Tell whether a sentence speaks to all units alike: 各成员单位要密切配合."""
    return _all_units().match(body.folded) is not None


@cache
def _founds() -> re.Pattern[str]:
    """Match a sentence on a body that is set up."""
    founding, demands = (one_of(words("duties", "founds", key)) for key in ("words", "demands"))
    return re.compile(
        rf"(?![^，。；]*(?:{demands})[^，。；]*(?:{founding}))[^，。；]*(?:{founding})"
    )


@cache
def _all_units() -> re.Pattern[str]:
    several = one_of((*words("units", "several"), *words("duties", "all", "kinds")))
    bodies = one_of(words("duties", "all", "bodies"))
    one = f"各?(?:{several})?(?:各?(?:{bodies}))"
    return re.compile(f"(?:请|希望)?(?=各|{several}){one}(?:[、和及]{one})*(?![\u4e00-\u9fff]*：)")
