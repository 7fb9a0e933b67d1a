"""The assignments of a row: each name with the role that its neighbours leave it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ...lexicon.roles import Slot
from ...plan import Assignment, Basis, Role
from ..names.lead_rules import LeadRule, RuleKind
from ..names.names import clean, speaks_of_several
from ..names.remarks import is_remark
from ..names.roles import role_of
from ..names.run_together import joined_by_guess, reads_odd
from ..text.brackets import hide
from .listing import Listing, Mention


def assignments(
    listing: Listing, rule: LeadRule | None = None, columns: frozenset[Slot] = frozenset()
) -> tuple[Assignment, ...]:
    """Give the assignments of a row: each mention with the role that its neighbours leave it.

    `columns` are the slots of all columns of the table, `rule` the document's own for the lead.
    """
    present = listing.slots | columns
    told = [mention.slot for mention in listing.mentions]
    mentions: Sequence[Mention] = listing.mentions
    if rule is not None and _rule_applies(listing, rule, present):
        mentions = list(_by_rule(listing, rule))
        present = present | {mention.slot for mention in mentions}
    roles = {
        slot: role_of(slot, present, several=told.count(slot) > 1)
        for slot in {mention.slot for mention in mentions}
    }
    several = told.count(Slot.RESPONSIBLE) > 1
    return tuple(
        _assignment(mention, position, _role(mention, roles[mention.slot], several=several))
        for position, mention in enumerate(mentions, start=1)
    )


def _assignment(mention: Mention, position: int, role: Role) -> Assignment:
    piece, person = mention.piece, mention.slot is Slot.PERSON
    unit = clean(piece.text)
    folded = unit if piece.text == piece.folded else clean(piece.folded)
    return Assignment(
        unit=unit,
        role=role,
        basis=mention.basis,
        span=piece.span,
        position=position,
        collective=not person and _of_name(folded).collective,
        full_name=mention.full_name,
        person=person,
        confidence=_confidence(mention, folded, person=person),
    )


class _OfName(NamedTuple):
    """What a name tells by itself."""

    collective: bool
    odd: bool


@lru_cache(maxsize=1024)
def _of_name(folded: str) -> _OfName:
    """Tell what a name is; names recur from row to row."""
    return _OfName(speaks_of_several(folded), reads_odd(folded))


def _role(mention: Mention, role: Role, *, several: bool) -> Role:
    """Give the role; several who share the work by a division lead no supporters together.

    Nor does a column that its cells alone tell lead or support anybody beside it.
    """
    if mention.slot is not Slot.RESPONSIBLE:
        return role
    shares = mention.divided and several and role is Role.LEAD
    bare = mention.guessed and mention.basis is Basis.BARE_LIST
    return Role.RESPONSIBLE if shares or bare else role


def _confidence(mention: Mention, folded: str, *, person: bool) -> float:
    """Give how sure the reading is: how often its kind was right on documents kept apart."""
    if mention.guessed or mention.doubtful:
        return _GUESS
    if not person and (mention.parted or _is_odd(mention, folded)):
        return _GUESS
    return _BARE if mention.basis is Basis.BARE_LIST else _TOLD


def _is_odd(mention: Mention, folded: str) -> bool:
    return _of_name(folded).odd or joined_by_guess(mention.piece.folded)


# The rule of succession, (right + 1) / (read + 2), on the counts that docs/accuracy.md gives.
_TOLD = 0.97
_BARE = 0.94
_GUESS = 0.4


def _rule_applies(listing: Listing, rule: LeadRule, present: frozenset[Slot]) -> bool:
    if present & {Slot.LEAD, Slot.FUSED} or not listing.mentions:
        return False
    told = _BRACKET.sub(_unless_remark, listing.folded)
    return not any(word in told for word in rule.exceptions)


def _unless_remark(bracket: re.Match[str]) -> str:
    return "" if is_remark(bracket[0]) else bracket[0]


_BRACKET = re.compile("[（〔][^（）〔〕]*[）〕]")


def _by_rule(listing: Listing, rule: LeadRule) -> Iterator[Mention]:
    owners = [mention for mention in listing.mentions if mention.slot is Slot.RESPONSIBLE]
    owners = [mention for mention in owners if not mention.guessed] or owners
    first = owners[0] if owners else None
    before = list(_before_semicolon(listing)) if rule.kind is RuleKind.SEMICOLON else []
    for mention in listing.mentions:
        if mention.slot is not Slot.RESPONSIBLE or first is None:
            yield mention
            continue
        leads = {
            RuleKind.FIRST: mention is first,
            RuleKind.COMMA: mention.group == first.group,
            RuleKind.SEMICOLON: mention in before,
            RuleKind.STAR: mention.starred,
            RuleKind.ALONE: True,
        }[rule.kind]
        yield mention._replace(slot=Slot.LEAD, basis=Basis.DOCUMENT_RULE) if leads else mention


def _before_semicolon(listing: Listing) -> Iterator[Mention]:
    """Give the names before the first semicolon of a list; brackets may hold others."""
    end = hide(listing.folded).find("；")
    at = 0
    for mention in listing.mentions:
        at = max(at, listing.folded.find(mention.piece.folded, at))
        if end < 0 or at < end:
            yield mention
