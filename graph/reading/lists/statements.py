"""What the cells, brackets and sentences of one row say together."""

from collections.abc import Iterator, Sequence
from itertools import chain, count, islice

from ...lexicon.roles import Slot
from ..layout import Owners
from ..names.names import clean
from .listing import Listing, Mention, join_listings
from .mentions import with_prefixes
from .units import read_owners


def listing_of(owners: Sequence[Owners]) -> Listing:
    """Give everything that the row's texts say; two of different kinds name no unit twice."""
    parts = list(map(read_owners, owners))
    if len(owners) == 1 and not owners[0].heading:
        return join_listings(parts)
    if sum(one.clause for one in owners) > 1:
        parts = _of_one_sentence(parts)
    listing = join_listings(parts)
    if not stated_twice(owners) and not any(one.heading for one in owners):
        return listing
    return listing._replace(mentions=tuple(_without_repeats(listing.mentions)))


def _of_one_sentence(parts: Sequence[Listing]) -> list[Listing]:
    """Give the lists of one sentence, each name with the prefix that stands in one before it."""
    groups = count(0, _MOST_GROUPS)
    apart = [
        [mention._replace(group=mention.group + first) for mention in part.mentions]
        for part, first in zip(parts, groups, strict=False)
    ]
    told = iter(with_prefixes(list(chain.from_iterable(apart))))
    return [p._replace(mentions=tuple(islice(told, len(p.mentions)))) for p in parts]


_MOST_GROUPS = 1000


def stated_twice(owners: Sequence[Owners]) -> bool:
    """Tell whether a sentence says who is responsible and a bracket or label says it too."""
    if len(owners) < _A_PAIR:
        return False
    return any(one.stated for one in owners) and not all(one.stated for one in owners)


_A_PAIR = 2


def _without_repeats(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Keep of two mentions in one role the first, and of lead and responsible the lead."""
    leads = {_name(mention) for mention in mentions if mention.slot in _LEADS}
    seen: set[tuple[str, Slot]] = set()
    for mention in mentions:
        key = (_name(mention), mention.slot)
        if key in seen or (mention.slot is Slot.RESPONSIBLE and key[0] in leads):
            continue
        seen.add(key)
        yield mention


_LEADS = frozenset({Slot.LEAD, Slot.FUSED})


def _name(mention: Mention) -> str:
    return mention.full_name or clean(mention.piece.text)
