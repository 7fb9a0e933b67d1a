"""How a table of tasks is known by its headings where no lines show it."""

from collections.abc import Sequence

from ...lexicon.folding import fold
from ...lexicon.headings import Holds, column, outlined
from ...lexicon.words import words


def is_heading(heading: str) -> bool:
    """Tell whether a text is a heading that is known."""
    return column(heading).holds is not Holds.UNKNOWN


def names_units(heading: str) -> bool:
    """Tell whether a heading stands over units.

    >>> [names_units(heading) for heading in ("牵头单位", "責任分工", "单位", "完成时限")]
    [True, True, False, False]
    """
    return column(heading).holds is Holds.OWNERS


def names_persons(heading: str) -> bool:
    """Tell whether a heading stands over persons: 分管领导."""
    return names_units(heading) and fold(heading).endswith(_persons())


def head_a_table(headings: Sequence[str]) -> bool:
    """Tell whether headings are those of tasks and units, two of three at least known."""
    found = [told.holds for told in outlined([*map(column, headings)])]
    unknown = found.count(Holds.UNKNOWN)
    return 3 * unknown <= len(found) and {Holds.OWNERS, Holds.REQUIREMENT} <= set(found)


def _persons() -> tuple[str, ...]:
    return tuple(words("roles", "bodies", "person"))
