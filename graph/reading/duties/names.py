"""Who stands before a duty: units, and beside them those who hold a post: 县财政局, 网格员."""

import re
from functools import cache

from ...lexicon.words import one_of, words
from ..lists.persons import names_post
from ..names.names import names_work
from ..outline.headed import is_named, named_units
from ..text.pieces import Piece

_LONGEST_POST = 12


def acting_units(line: Piece) -> Piece | None:
    """Give the units of a text that names them and nothing else, what demands left out.

    So both 县教育局职责 and 县教育局要 give 县教育局; what begins with work names nobody.
    """
    tail = _demand().search(line.folded)
    told = line.cut(0, tail.start()) if tail and not is_named(line) else line
    if not is_named(told) or names_work(told.folded) or _work().match(told.folded):
        return None
    return named_units(told)


def holders_of_post(line: Piece) -> Piece | None:
    """Give a text that names those who hold a post, not one of a leading group: 网格员, 班主任."""
    folded = line.folded
    if len(folded) > _LONGEST_POST or folded in words("duties", "posts", "roster"):
        return None
    ends = tuple(words("duties", "posts", "endings"))
    return line if names_post(folded) or folded.endswith(ends) else None


@cache
def _work() -> re.Pattern[str]:
    return re.compile(one_of(words("duties", "text", "work")))


@cache
def _demand() -> re.Pattern[str]:
    demands = one_of((*words("roles", "modal"), *words("duties", "text", "demands")))
    return re.compile(rf"(?:{demands})(?:是|为)?$")
