"""The names of a list with their roles: from a bracket of their own, a verb, a label or column."""

from collections.abc import Iterator
from itertools import pairwise

from ...lexicon.roles import Slot
from ...lexicon.words import words
from ...plan import Basis
from ..names.elision import full_names
from ..names.names import clean, ends_as_name, is_collective, is_institution, looks_like_unit
from ..names.officers import Staffed
from ..names.person_names import is_odd_person
from ..names.roles import verb_slots
from ..text.brackets import bracket_pairs
from ..text.pieces import Piece
from .listing import Mention
from .members import Member
from .staff import staff_of


def mentions_of(
    piece: Piece, named: list[Member], slot: Slot | None, basis: Basis
) -> list[Mention]:
    """Give the mentions of a list in order, with the prefixes that names left out."""
    told = list(_told(piece, named, slot, basis))
    if slot is Slot.PERSON:
        beside = any(is_institution(mention.piece.folded) for mention in told)
        told = [_without_person(mention, beside_unit=beside) for mention in told]
    return with_prefixes(told)


def _told(piece: Piece, named: list[Member], slot: Slot | None, basis: Basis) -> Iterator[Mention]:
    """Give each name the slot of its own bracket, else of the next verb, else of the column.

    Persons beside a unit supervise, whatever the unit is.
    """
    slots, divided = _verb_slots_of(named, slot), _divided(named)
    folded = piece.folded
    persons = slot is Slot.PERSON
    staff = [_person(folded, one) for one in named] if persons else staff_of(folded, named)
    parted = [
        one.parted or after.parted for one, after in zip(named, [*named[1:], _LAST], strict=False)
    ]
    facts = zip(named, slots, divided, parted, staff, strict=True)
    for member, verb_slot, shares, beside, told in facts:
        name = piece.folded[member.start : member.end]
        if not name or (member is not named[0] and name in words("units", "remark", "same")):
            continue
        if member.own or verb_slot:
            role, why = member.own or verb_slot, Basis.INLINE_MARKER
        elif slot is not None:
            role, why = slot, basis
        else:
            role, why = Slot.RESPONSIBLE, Basis.BARE_LIST
        for place in told.places():
            is_unit = place == told.unit
            yield Mention(
                piece.cut(*place),
                (role or Slot.RESPONSIBLE) if is_unit else Slot.PERSON,
                why if is_unit else (basis if slot else Basis.INLINE_MARKER),
                member.group,
                member.starred and is_unit,
                divided=shares and is_unit,
                doubtful=told.doubtful,
                parted=beside,
            )


_LAST = Member(0, 0, 0)


def _person(folded: str, member: Member) -> Staffed:
    """Give a person without the bracket that tells of him: 陶亮（县财政局）, 陶亮（副局长）."""
    start, end = member.start, member.end
    opener = next((opener for opener, closer in bracket_pairs(folded) if closer == end - 1), start)
    bare = opener - start > 1 and not looks_like_unit(folded[start:opener])
    place = (start, opener if bare else end)
    return Staffed(place, doubtful=is_odd_person(folded[slice(*place)]))


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


def _divided(named: list[Member]) -> list[bool]:
    """Tell of each member whether its run shares the work by a division: 甲局、乙局分别负责."""
    ends = [at for at, member in enumerate(named, start=1) if member.verb]
    runs = pairwise([0, *ends, len(named)])
    return [named[end - 1].divided for start, end in runs for _ in range(start, end)]


def _is_meant(group: int, own: int, slot: Slot, told: Slot | None) -> bool:
    """Tell whether the first verb of a list speaks of a name: of its own group, 甲局，乙局配合.

    Names before it keep what the label or column says; a label of the lead is never overruled.
    """
    if told is Slot.LEAD and slot is Slot.RESPONSIBLE:
        return 0 < group == own
    return group == own or slot is not Slot.SUPPORT


def with_prefixes(mentions: list[Mention]) -> list[Mention]:
    """Give names their elided prefixes back; never to persons."""
    units = [mention for mention in mentions if mention.slot is not Slot.PERSON]
    if len(units) < 2:
        return mentions
    prefixes = iter(full_names([(clean(one.piece.folded), one.group) for one in units]))
    return [
        mention if mention.slot is Slot.PERSON else _with_prefix(mention, next(prefixes))
        for mention in mentions
    ]


def _with_prefix(mention: Mention, prefix: str | None) -> Mention:
    name = clean(mention.piece.text)
    return mention._replace(full_name=prefix + name) if prefix else mention


def _without_person(mention: Mention, *, beside_unit: bool) -> Mention:
    """Read a unit below a heading of persons, or behind those of a bracket, as one.

    So 县财政局 is read in 分管领导：陈立；县财政局, and below 责任人; there 宣传部 only beside it.
    """
    if mention.slot is not Slot.PERSON:
        return mention
    name = mention.piece.folded
    if mention.basis is Basis.LABEL:
        is_unit = mention.group and ends_as_name(name)
    elif mention.basis is Basis.COLUMN_HEADING:
        is_unit = is_institution(name) or (beside_unit and _names_no_person(name))
    else:
        is_unit = False
    return mention._replace(slot=Slot.RESPONSIBLE) if is_unit else mention


def _names_no_person(name: str) -> bool:
    return is_collective(name) or (ends_as_name(name) and looks_like_unit(name))
