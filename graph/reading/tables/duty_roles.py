"""Duties in a table of units without roles: the verb of each tells the role, 配合做好宣传."""

import re
from collections.abc import Sequence
from functools import cache

from ...lexicon.roles import Slot
from ...lexicon.words import all_words, one_of
from ..layout import Entry, Item


def by_verb(entry: Entry) -> Sequence[Entry]:
    """Give an entry for each duty of a unit where the verb of one says that it leads or supports.

    The heading over the unit says no role; a duty without such a verb leaves it responsible.
    """
    if not entry.owners or not all(owners.roleless for owners in entry.owners):
        return (entry,)
    slots = [_slot(item) for item in entry.items]
    if not any(slots):
        return (entry,)
    return [
        entry._replace(
            items=(item,), owners=tuple(one._replace(slot=slot or one.slot) for one in entry.owners)
        )
        for item, slot in zip(entry.items, slots, strict=True)
    ]


def _slot(item: Item) -> Slot | None:
    """Give the slot that the verb tells with which a duty begins, of those that lead or support."""
    match = _verb().match(item.pieces[0].folded) if item.pieces else None
    slot = Slot(all_words("roles", "acting")[match[0]]) if match else None
    return None if slot is Slot.RESPONSIBLE else slot


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(one_of(all_words("roles", "acting")))
