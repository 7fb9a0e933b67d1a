"""One heading below another: in brackets, or a word that only the heading above explains."""

import re

from ...lexicon.folding import fold
from ...lexicon.headings import Column, column
from ...lexicon.words import all_words


def alone(heading: str) -> Column:
    """Give the column under a heading alone, one in brackets without them: （牵头）."""
    inner = _BRACKETED.fullmatch(fold(heading).strip())
    return column(inner["inside"])._replace(heading=inner[0]) if inner else column(heading)


_BRACKETED = re.compile("[（〔](?P<inside>[^（）〔〕]+)[）〕]")


def explained(heading: str) -> str | None:
    """Give of what a heading is that the one above it explains: `units` or `persons`.

    >>> explained("单位"), explained("负责人"), explained("完成时限")
    ('units', 'persons', None)
    """
    return all_words("headings", "below_another").get(plain(heading))


def plain(heading: str) -> str:
    """Give a heading folded and without white space."""
    return "".join(fold(heading).split())
