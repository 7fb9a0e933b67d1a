"""The names of a list with their roles: from a bracket of their own, a verb, a label or column."""

from collections.abc import Iterator

from ..lexicon.roles import Slot
from ..lexicon.words import words
from ..plan import Basis
from .elision import full_names
from .listing import Mention
from .members import Member
from .names import clean, ends_as_name
from .pieces import Piece
from .roles import verb_slots


def mentions_of(
    piece: Piece, named: list[Member], slot: Slot | None, basis: Basis
) -> list[Mention]:
    """Give the mentions of a list in order, with the prefixes that names left out."""
    told = _told(piece, named, slot, basis)
    return _with_prefixes(list(map(_without_person, told) if slot is Slot.PERSON else told))


def _told(piece: Piece, named: list[Member], slot: Slot | None, basis: Basis) -> Iterator[Mention]:
    """Give each name the slot of its own bracket, else of the next verb, else of the column."""
    slots = _verb_slots_of(named, slot)
    for member, verb_slot in zip(named, slots, strict=True):
        name = piece.folded[member.start : member.end]
        if not name or (member is not named[0] and name in words("units", "remark", "same")):
            continue
        if member.own or verb_slot:
            told, why = member.own or verb_slot, Basis.INLINE_MARKER
        elif slot is not None:
            told, why = slot, basis
        else:
            told, why = Slot.RESPONSIBLE, Basis.BARE_LIST
        yield Mention(
            piece.cut(member.start, member.end),
            told or Slot.RESPONSIBLE,
            why,
            member.group,
            member.starred,
        )


def _verb_slots_of(named: list[Member], told: Slot | None) -> list[Slot | None]:
    """Give for each member the slot of the verb that closes its run: 甲局、乙局牵头，丙局配合."""
    found: list[Slot | None] = []
    verbs = verb_slots()
    waiting = 0
    joint = False
    for member in named:
        joint = joint or member.joint
        found.append(Slot.SUPPORT if joint else None)
        waiting += 1
        if member.verb:
            slot = verbs[member.verb]
            first = waiting == len(found)
            for at in range(len(found) - waiting, len(found)):
                if not first or _is_meant(named[at].group, member.group, slot, told):
                    found[at] = found[at] or slot
            waiting, joint = 0, False
    return found


def _is_meant(group: int, own: int, slot: Slot, told: Slot | None) -> bool:
    """Tell whether the first verb of a list speaks of a name: of its own group, 甲局，乙局配合.

    Names before it keep what the label or column says; a label of the lead is never overruled.
    """
    if told is Slot.LEAD and slot is Slot.RESPONSIBLE:
        return 0 < group == own
    return group == own or slot is not Slot.SUPPORT


def _with_prefixes(mentions: list[Mention]) -> list[Mention]:
    """Give names their elided prefixes back; never to persons."""
    if any(mention.slot is Slot.PERSON for mention in mentions) or len(mentions) < 2:
        return mentions
    prefixes = full_names([(clean(mention.piece.folded), mention.group) for mention in mentions])
    return [
        mention._replace(full_name=prefix + clean(mention.piece.text)) if prefix else mention
        for mention, prefix in zip(mentions, prefixes, strict=True)
    ]


def _without_person(mention: Mention) -> Mention:
    """Read a unit behind the leading persons of a bracket as one: 分管领导：陈立；县财政局."""
    if mention.slot is not Slot.PERSON or mention.basis is not Basis.LABEL:
        return mention
    is_unit = mention.group and ends_as_name(mention.piece.folded)
    return mention._replace(slot=Slot.RESPONSIBLE) if is_unit else mention
