"""Which role each mark of a matrix gives: by a legend, a heading over the units or the title."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...lexicon.folding import fold
from ...lexicon.headings import Holds
from ...lexicon.roles import Slot
from ...lexicon.words import words
from ..columns.lower_headings import alone
from ..columns.role_marks import Legend, Said, legend_of, needs_legend, said


class Roles(NamedTuple):
    """What the marks of a matrix say."""

    legend: Legend
    groups: Mapping[int, Slot]
    """The slot of the heading over a unit's own, by the column of the unit."""
    untold: frozenset[str]
    """Marks of which no legend says anything."""

    def slots(self, at: int, text: str) -> Iterator[Slot]:
        """Give the roles that a cell in a unit's column gives it."""
        for one in said(text) or ():
            if isinstance(one, Slot):
                yield one
            elif one in self.untold:
                yield self.groups.get(at, Slot.RESPONSIBLE)
            elif (told := self.legend.slots.get(one)) is not None:
                yield told


def roles_of(
    cells: Iterable[Said],
    groups: Mapping[int, Slot],
    lines: Sequence[str],
    titles: Sequence[str],
    *,
    lies: bool,
) -> Roles | None:
    """Give the roles of a matrix; `None` where nothing says that its marks tell who is responsible.

    `lines` may hold the legend, `titles` stand above the matrix or are its headings.
    """
    told = {one for cell in cells for one in cell}
    used = frozenset(one for one in told if not isinstance(one, Slot))
    legend = legend_of(lines, used)
    roles = used < told or any(legend.slots.values())
    untold = used - set(legend.slots) - legend.others
    if any(map(needs_legend, untold)) or (legend.others and not roles):
        return None
    if not (roles or groups or _speaks_of_roles(titles, lies=lies)):
        return None
    return Roles(legend, groups, untold)


def group_slot(heading: str) -> Slot | None:
    """Give the slot of a heading over those of units, `None` where it tells none."""
    c = alone(heading)
    return c.slot if c.holds is Holds.OWNERS and c.slot is not Slot.PERSON else None


def _speaks_of_roles(titles: Sequence[str], *, lies: bool) -> bool:
    """Tell whether titles speak of who does what, and none of what is done or present."""
    folded = ["".join(fold(title).split()) for title in titles]
    about = [*words("matrix", "about"), *(() if lies else words("matrix", "about", "tasks"))]
    never = words("matrix", "never")
    told = any(word in title for title in folded for word in about)
    return told and not any(word in title for title in folded for word in never)
