"""The grammar of a unit cell, bracket or label line: who is named, and in which role."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..lexicon.roles import Slot
from ..lexicon.words import words
from ..plan import Basis
from ..span import Span
from .brackets import hide
from .elision import full_names
from .layout import Owners
from .members import Member, members
from .names import clean, ends_as_name, looks_like_unit, says_nothing
from .persons import persons
from .pieces import Piece
from .remarks import (
    adds,
    begins_remark,
    end_of_added,
    is_remark,
    lasts,
    states_rule,
    tells_rest,
)
from .roles import glued_labels, labels, unknown_labels, verb_slots
from .times import is_time
from .told_times import time_pieces


class Mention(NamedTuple):
    """One name as a list gives it, before its neighbours in the row are known."""

    piece: Piece
    slot: Slot
    basis: Basis
    group: int
    """Counts the commas before it in its list."""
    starred: bool = False
    full_name: str | None = None


class Listing(NamedTuple):
    """What one cell, bracket or label line says."""

    mentions: tuple[Mention, ...] = ()
    open: bool = False
    remarks: tuple[Piece, ...] = ()
    times: tuple[Piece, ...] = ()
    slots: frozenset[Slot] = frozenset()
    """Every slot that a column, label or verb speaks of, also where nobody is named."""
    folded: str = ""


def read_owners(owners: Owners) -> Listing:
    """Read what one cell, bracket or label line says."""
    listing = read_list(owners.piece, owners.slot, owners.basis)
    if not owners.persons:
        return listing
    mentions = (
        mention._replace(slot=Slot.PERSON) if _is_person(mention.piece.folded) else mention
        for mention in listing.mentions
    )
    return listing._replace(mentions=tuple(mentions))


def _is_person(folded: str) -> bool:
    return bool(_PERSON.fullmatch(folded)) and not looks_like_unit(folded)


LONGEST_LIST = 20_000
_PERSON = re.compile("[\u4e00-\u9fff·]{2,4}")


def read_list(
    piece: Piece, slot: Slot | None = None, basis: Basis = Basis.COLUMN_HEADING
) -> Listing:
    """Read a list of units. `slot` is that of the column, or `None` where none is told.

    A list of more than `LONGEST_LIST` characters is none that anybody wrote: it names nobody.
    """
    if len(piece.text) > LONGEST_LIST:
        return Listing()
    if len(piece.text) > _REMEMBERED:
        return _read(piece, slot, basis)
    return _placed(_short_list(piece.text, piece.folded, slot, basis), piece)


_REMEMBERED = 200


@lru_cache(maxsize=256)
def _short_list(text: str, folded: str, slot: Slot | None, basis: Basis) -> Listing:
    """Remember short lists: the same few cells stand in most rows of a plan."""
    return _read(Piece(text, folded, Span(0, len(text))), slot, basis)


def _placed(listing: Listing, whole: Piece) -> Listing:
    """Give a list that was read by itself the place where it stands."""

    def at(part: Piece) -> Piece:
        return Piece(part.text, part.folded, whole.place(part.span.start, part.span.end))

    return Listing(
        tuple(Mention(at(mention.piece), *mention[1:]) for mention in listing.mentions),
        listing.open,
        tuple(map(at, listing.remarks)),
        tuple(map(at, listing.times)),
        listing.slots,
        listing.folded,
    )


def _read(piece: Piece, slot: Slot | None, basis: Basis) -> Listing:
    shown = hide(piece.folded)
    found = labels(shown)
    if found and shown.count("：") > len(found):
        glued = list(glued_labels(shown, found))
        found = sorted((*found, *glued, *unknown_labels(shown, [*found, *glued])))
    first = found[0].start if found else len(shown)
    parts = [_read_part(piece.cut(0, first), slot, basis)] if first else []
    ends = [*(label.start for label in found[1:]), len(shown)][: len(found)]
    for label, end in zip(found, ends, strict=True):
        part = piece.cut(label.end, end)
        parts.append(_read_part(part, label.slot, Basis.LABEL) if label.slot else _aside(part))
    return join_listings(parts)


def _aside(part: Piece) -> Listing:
    """Give what stands behind a label that names nobody: a time, or words that explain."""
    told = part.cut(0, len(part.folded.rstrip("，；。 ")))
    if is_time(told.folded):
        return Listing(times=(told,), folded=told.folded)
    return Listing(remarks=(told,), folded=told.folded)


def join_listings(parts: Iterable[Listing]) -> Listing:
    """Give several lists of one row as one."""
    kept = [part for part in parts if part.folded]
    if len(kept) == 1:
        return kept[0]
    return Listing(
        mentions=tuple(mention for part in kept for mention in part.mentions),
        open=any(part.open for part in kept),
        remarks=tuple(remark for part in kept for remark in part.remarks),
        times=tuple(time for part in kept for time in part.times),
        slots=frozenset().union(*(part.slots for part in kept)),
        folded=" ".join(part.folded for part in kept),
    )


_CLAUSE = re.compile("[^，。；\n]+")


def _read_part(piece: Piece, slot: Slot | None, basis: Basis) -> Listing:
    if not piece.text:
        return Listing()
    listed, remarks = _without_remarks(piece)
    cut = persons if slot is Slot.PERSON else members
    found = () if says_nothing(listed) else cut(listed)
    timed = [is_time(listed[slice(*member.whole)]) for member in found]
    named = [
        member
        for member, is_timed, after_time in zip(found, timed, [False, *timed], strict=False)
        if not (is_timed or member.is_work or (after_time and _is_result(listed, member)))
        and _keeps(listed[member.start : member.end])
    ]
    found_names = _mentions(piece, named, slot, basis)
    if slot is Slot.PERSON:
        found_names = map(_without_person, found_names)
    mentions = _with_prefixes(list(found_names))
    told = {slot} if slot is not None else set()
    return Listing(
        mentions=tuple(mentions),
        open=any(member.open for member in found),
        remarks=tuple(remarks),
        times=time_pieces(piece, (m.whole for m, told in zip(found, timed, strict=True) if told)),
        slots=frozenset(told | {mention.slot for mention in mentions}),
        folded=listed,
    )


def _without_person(mention: Mention) -> Mention:
    """Read a unit behind the leading persons of a bracket as one: 分管领导：陈立；县财政局."""
    if mention.slot is not Slot.PERSON or mention.basis is not Basis.LABEL:
        return mention
    is_unit = mention.group and ends_as_name(mention.piece.folded)
    return mention._replace(slot=Slot.RESPONSIBLE) if is_unit else mention


def _is_result(listed: str, member: Member) -> bool:
    """Tell whether a member behind a time is its result and no name: 12月底前，取得成效."""
    return not member.verb and not looks_like_unit(listed[member.start : member.end])


def _keeps(name: str) -> bool:
    """Tell whether a member stays: a name, or nothing at all, where a verb stands alone."""
    return not name or not says_nothing(name)


def _without_remarks(piece: Piece) -> tuple[str, list[Piece]]:
    """Give the folded list with its remark clauses blanked out, and these clauses."""
    folded = piece.folded
    shown = hide(folded)
    clauses = [match.span() for match in _CLAUSE.finditer(shown)]
    if not is_remark(shown) and not any(begins_remark(shown[a:b]) for a, b in clauses):
        return folded, []
    kept, remarks = list(folded), list[Piece]()
    ruled, lasting = states_rule(shown), lasts(shown)
    for start, end in clauses:
        clause = shown[start:end]
        if remarks and end <= remarks[-1].span.end - piece.span.start:
            continue
        told = (ruled and tells_rest(clause)) or (lasting and adds(clause))
        if told or is_remark(clause) or begins_remark(clause):
            end = end_of_added(shown, start, end)
            remarks.append(piece.cut(start, end))
            kept[start:end] = "，" * (end - start)
    return "".join(kept), remarks


def _mentions(
    piece: Piece, named: list[Member], slot: Slot | None, basis: Basis
) -> Iterator[Mention]:
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
