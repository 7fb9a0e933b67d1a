"""The grammar of a unit cell, bracket or label line: who is named, and in which role."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from ...lexicon.roles import Slot
from ...plan import Basis
from ...span import Span
from ..layout import Owners
from ..names.lead_rules import states_rule, tells_rest
from ..names.names import looks_like_unit, says_nothing
from ..names.officers import staffed
from ..names.remarks import (
    CLAUSE,
    added_units,
    adds,
    begins_remark,
    end_of_added,
    holds_remark,
    is_remark,
    lasts,
)
from ..names.roles import Label, glued_labels, labels
from ..text.brackets import hide
from ..text.pieces import Piece
from ..times.told import time_pieces
from ..times.whole import is_time
from .listing import Listing, Mention, join_listings
from .members import Member, members
from .mentions import mentions_of
from .persons import persons
from .plain_names import plain_listing
from .unit_lists import holds_unit
from .unknown_labels import unknown_labels


def read_owners(owners: Owners) -> Listing:
    """Read what one cell, bracket or label line says."""
    listing = read_list(owners.piece, owners.slot, owners.basis)
    if owners.guessed:
        return _with_mentions(listing, map(_marked, listing.mentions))
    if not owners.persons:
        return listing
    return _with_mentions(listing, map(_sure_of_person, listing.mentions))


def _sure_of_person(mention: Mention) -> Mention:
    """Take what may be a person for one where persons are told beside units."""
    person = mention.slot is Slot.PERSON or _is_person(mention.piece.folded)
    return mention._replace(slot=Slot.PERSON if person else mention.slot, doubtful=False)


def _with_mentions(listing: Listing, mentions: Iterable[Mention]) -> Listing:
    return listing._replace(mentions=tuple(mentions))


def _marked(mention: Mention) -> Mention:
    """Mark a mention of a guessed column, but where the cell itself tells the role."""
    told = mention.basis in {Basis.INLINE_MARKER, Basis.LABEL}
    return mention if told else mention._replace(guessed=True)


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
    if plain := plain_listing(piece, slot, basis):
        return plain
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
        tuple(map(at, listing.guessed)),
        tuple(map(at, listing.unread)),
        tuple(map(at, listing.lost)),
    )


def _read(piece: Piece, slot: Slot | None, basis: Basis) -> Listing:
    shown = hide(piece.folded)
    found = _labels_of(piece.folded, shown)
    first = found[0].start if found else len(shown)
    parts = [_read_part(piece.cut(0, first), slot, basis)] if first else []
    ends = [*(label.start for label in found[1:]), len(shown)][: len(found)]
    behind_known = False
    for label, end in zip(found, ends, strict=True):
        part, whole = piece.cut(label.end, end), piece.cut(label.start, end)
        if label.slot and label.known:
            parts.append(_read_part(part, label.slot, Basis.LABEL))
        elif label.slot or not (label.known or behind_known):
            told = (label.slot, Basis.LABEL) if label.slot else (slot, basis)
            parts.append(_guessed(_read_part(part, *told), whole))
        else:
            parts.append(_aside(part, whole))
        behind_known = behind_known or label.known
    return join_listings(parts)


def _labels_of(folded: str, shown: str) -> list[Label]:
    """Give all labels of a list, those among them that are words of no role."""
    found = labels(shown)
    if shown.count("：") <= len(found):
        return found
    glued = list(glued_labels(shown, found)) if found else []
    return sorted((*found, *glued, *unknown_labels(folded, shown, [*found, *glued])))


def _guessed(listing: Listing, whole: Piece) -> Listing:
    """Give the names behind an unknown label as a guess."""
    found = _with_mentions(listing, (m._replace(guessed=True) for m in listing.mentions))
    return found._replace(guessed=(whole,)) if found.mentions else found


def _aside(part: Piece, whole: Piece) -> Listing:
    """Give what stands behind a label that names nobody: a time, or words that explain."""
    told = part.cut(0, len(part.folded.rstrip("，；。 ")))
    if is_time(told.folded):
        return Listing(times=(told,), folded=told.folded)
    unread = (whole,) if holds_unit(told.folded) else ()
    return Listing(remarks=(told,), unread=unread, folded=told.folded)


def _read_part(piece: Piece, slot: Slot | None, basis: Basis) -> Listing:
    if not piece.text:
        return Listing()
    if plain := plain_listing(piece, slot, basis):
        return plain
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
    mentions = mentions_of(piece, named, slot, basis)
    told = {slot} if slot is not None else set()
    return Listing(
        mentions=tuple(mentions),
        open=any(member.open for member in found),
        remarks=tuple(remarks),
        times=time_pieces(piece, (m.whole for m, told in zip(found, timed, strict=True) if told)),
        slots=frozenset(told | {mention.slot for mention in mentions}),
        folded=listed,
        lost=(*filter(_names_unread, remarks), *_lost(piece, found, named)),
    )


def _names_unread(remark: Piece) -> bool:
    """Tell whether words that explain name a unit, and do not add it to every item."""
    return holds_unit(remark.folded) and added_units(remark) is None


def _lost(piece: Piece, found: Sequence[Member], named: Sequence[Member]) -> Iterator[Piece]:
    """Give the members that were taken for work or a time although they name a unit."""
    if len(found) == len(named):
        return
    kept = {member.whole for member in named}
    for member in found:
        if member.whole not in kept and holds_unit(piece.folded[slice(*member.whole)]):
            yield piece.cut(*member.whole)


def _is_result(listed: str, member: Member) -> bool:
    """Tell whether a member behind a time is its result and no name: 12月底前，取得成效."""
    name = listed[member.start : member.end]
    return not member.verb and not looks_like_unit(name) and staffed(name) is None


def _keeps(name: str) -> bool:
    """Tell whether a member stays: a name, or nothing at all, where a verb stands alone."""
    return not name or not says_nothing(name)


def _without_remarks(piece: Piece) -> tuple[str, list[Piece]]:
    """Give the folded list with its remark clauses blanked out, and these clauses."""
    folded = piece.folded
    shown = hide(folded)
    if not holds_remark(shown):
        return folded, []
    clauses = [match.span() for match in CLAUSE.finditer(shown)]
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
