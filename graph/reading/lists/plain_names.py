"""Lists of nothing but names between marks, which most cells are: no verb, bracket or remark."""

import re
from functools import lru_cache
from typing import NamedTuple

from ...lexicon.roles import Slot
from ...lexicon.words import words
from ...plan import Basis
from ..names.elision import full_names
from ..names.names import looks_like_unit
from ..names.remarks import holds_remark
from ..names.roles import labels
from ..text.pieces import Piece
from ..times.whole import is_time
from .listing import Listing, Mention
from .members import Member, members
from .persons import names_post
from .stretches import stretches

_LONGEST = 200


class PlainName(NamedTuple):
    """Where a name stands in its list, and what it left out before it."""

    start: int
    end: int
    group: int
    """Counts the marks stronger than 、 before it."""
    prefix: str | None = None


def plain_listing(piece: Piece, slot: Slot | None, basis: Basis) -> Listing | None:
    """Give what a list of units says that holds names and nothing else, `None` of any other."""
    names = plain_names(piece.folded) if len(piece.text) <= _LONGEST else ()
    if not names or slot is Slot.PERSON:
        return None
    role, why = (slot, basis) if slot is not None else (Slot.RESPONSIBLE, Basis.BARE_LIST)
    told = [_mention(piece, name, role, why) for name in names]
    return Listing(tuple(told), slots=frozenset({role}), folded=piece.folded)


def _mention(piece: Piece, name: PlainName, slot: Slot, basis: Basis) -> Mention:
    part = piece.cut(name.start, name.end)
    full_name = name.prefix + part.text if name.prefix else None
    return Mention(part, slot, basis, name.group, full_name=full_name)


@lru_cache(maxsize=256)
def plain_names(folded: str) -> tuple[PlainName, ...]:
    """Give the names of such a list; none of one with anything that has a meaning of its own.

    >>> plain_names("县财政局、教育局")[1].prefix, plain_names("县财政局牵头，县港航局配合")
    ('县', ())
    """
    if not _MAY_BE_PLAIN.fullmatch(folded) or labels(folded) or holds_remark(folded):
        return ()
    cuts = stretches(folded)
    names = [folded[start:end] for start, end, _ in cuts]
    if not all(map(_is_plain, names)):
        return ()
    groups = [group for _, _, group in cuts]
    prefixes = full_names(list(zip(names, groups, strict=True))) if len(cuts) > 1 else [None]
    return tuple(PlainName(*cut, prefix) for cut, prefix in zip(cuts, prefixes, strict=True))


_MAY_BE_PLAIN = re.compile(r"(?!\s)[\u4e00-\u9fff0-9、，；。\s]+(?<!\s)")
_ALONE = re.compile("(?:(?![及和与暨或])[\u4e00-\u9fff0-9]){2,30}")
"""Nothing in it may join it to a name beside it."""


@lru_cache(maxsize=1024)
def _is_plain(name: str) -> bool:
    """Tell whether a stretch between marks is a name as it stands; names recur from row to row."""
    if _ALONE.fullmatch(name) is None or not looks_like_unit(name) or is_time(name):
        return False
    whole = (Member(0, len(name), 0, whole=(0, len(name))),)
    if members(name) != whole or names_post(name):
        return False
    return name not in words("units", "remark", "same")
