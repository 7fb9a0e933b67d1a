"""A document's own rule for the units in brackets behind others: 括号内为配合单位."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ...documents.document import Block
from ...lexicon.folding import fold
from ...lexicon.roles import Slot, heading_slot
from ...lexicon.words import one_of, words
from ..layout import Entry, Owners
from ..names.names import looks_like_unit
from ..text.blocks import Blocks
from ..text.brackets import bracket_pairs
from ..text.pieces import Piece
from .members import members


class BracketRule(NamedTuple):
    """What a document says of the units in brackets, and of those before them."""

    inside: Slot
    outside: Slot | None = None
    """`None` where they are what their heading says."""


def bracket_rule(blocks: Sequence[Block]) -> BracketRule | None:
    """Give the first rule for brackets that a document states in its text or its tables."""
    for text in _speaking_of_brackets(blocks):
        found = {match["where"]: _slot(match) for match in _rule().finditer(_plain(text))}
        inside = next((slot for where, slot in found.items() if where in _inside()), None)
        if inside is not None:
            outside = (slot for where, slot in found.items() if where not in _inside())
            return BracketRule(inside, next(outside, None))
    return None


def by_brackets(entries: Sequence[Entry], rule: BracketRule) -> tuple[Entry, ...]:
    """Give entries whose units in brackets are what the rule says, apart from the others."""
    return tuple(
        entry._replace(
            owners=tuple(part for one in entry.owners for part in _parted(one, rule)),
            columns=entry.columns | {rule.inside} if entry.owners else entry.columns,
        )
        for entry in entries
    )


def _speaking_of_brackets(blocks: Sequence[Block]) -> Iterator[str]:
    whole = Blocks.of(blocks)
    if _hint().search(whole.text):
        yield from (block.text for block in whole.paragraphs if _hint().search(block.text))
    for grid in whole.grids:
        for row in grid.rows:
            yield from (cell.text for cell in row if cell.text and _hint().search(cell.text))


def _plain(text: str) -> str:
    return "".join(fold(text).split())


def _slot(match: re.Match[str]) -> Slot | None:
    return heading_slot(match["role"]) or heading_slot(f"{match['role']}单位")


def _parted(owners: Owners, rule: BracketRule) -> tuple[Owners, ...]:
    piece = owners.piece
    pairs = [pair for pair in bracket_pairs(piece.folded) if _holds_units(piece, pair)]
    if not pairs or owners.slot is Slot.PERSON:
        if rule.outside is None or owners.slot is not Slot.RESPONSIBLE:
            return (owners,)
        return (owners._replace(slot=rule.outside, ruled=True),)
    told = {at for start, end in pairs for at in range(start, end + 1)}
    marks = {at for pair in pairs for at in pair}
    outside = owners._replace(piece=_shown(piece, lambda at: at not in told))
    if rule.outside is not None:
        outside = outside._replace(slot=rule.outside, ruled=True)
    inside = _shown(piece, lambda at: at in told and at not in marks)
    return outside, owners._replace(piece=inside, slot=rule.inside, ruled=True)


def _holds_units(piece: Piece, pair: tuple[int, int]) -> bool:
    """Tell whether a bracket lists names of units, and none of the levels of a collective."""
    listed = piece.folded[pair[0] + 1 : pair[1]]
    names = [listed[m.start : m.end] for m in members(listed) if m.end > m.start]
    return bool(names) and all(map(looks_like_unit, names)) and not _levels().issuperset(names)


def _shown(piece: Piece, keeps: Callable[[int], bool]) -> Piece:
    """Give a piece in which separators stand for all characters but those that are kept."""
    at = [keeps(place) for place in range(len(piece.text))]
    text, folded = (
        "".join(one if kept else "，" for one, kept in zip(whole, at, strict=True))
        for whole in (piece.text, piece.folded)
    )
    return Piece(text, folded, piece.span)


@cache
def _hint() -> re.Pattern[str]:
    return re.compile(one_of(words("units", "brackets", "hints")))


@cache
def _inside() -> frozenset[str]:
    return frozenset(words("units", "brackets", "inside"))


@cache
def _levels() -> frozenset[str]:
    places = (*words("units", "places", "upper"), *words("units", "places", "lower"))
    return frozenset((*words("units", "levels"), *places))


@cache
def _rule() -> re.Pattern[str]:
    told = one_of((*words("units", "brackets", "inside"), *words("units", "brackets", "outside")))
    bodies = one_of(words("roles", "bodies", "unit"))
    return re.compile(
        rf"(?P<where>{told})的?(?:责任)?(?:{bodies})?均?(?:为|是|系|作为)(?P<role>[^，。；、：（）]{{2,8}})"
    )
