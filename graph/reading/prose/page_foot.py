"""The foot of a page: who keeps the site, behind labels that assign elsewhere: 主办：某县政府."""

import re
from collections.abc import Sequence
from functools import cache

from ...lexicon.words import one_of, words
from ..flattened.below import is_below
from ..front.page_lines import host_label, is_site
from ..text.pieces import Piece


def without_foot(paragraphs: Sequence[Piece]) -> list[Piece]:
    """Give the paragraphs without those that end the document and say who keeps the page.

    They assign nothing, unless another paragraph has the same label.
    """
    start = len(paragraphs)
    while start and _may_close(paragraphs[start - 1].folded):
        start -= 1
    if start == len(paragraphs):
        return list(paragraphs)
    told = {host_label(piece.folded) for piece in paragraphs[:start]}
    foot = (piece for piece in paragraphs[start:] if host_label(piece.folded) in {"", *told})
    return [*paragraphs[:start], *foot]


def _may_close(folded: str) -> bool:
    """Tell whether a paragraph may be one of the foot: who keeps the page, or how to reach it."""
    if host_label(folded):
        return bool(_keepers().search(folded))
    return is_below(folded) or (len(folded) <= _LONGEST and is_site(folded))


_LONGEST = 60


@cache
def _keepers() -> re.Pattern[str]:
    return re.compile(one_of(words("headings", "below", "keepers")))
