"""Names of a kind of units, which stand for all of that kind: 县属国有企业, 沿线乡镇."""

import re
from functools import cache, lru_cache

from ...lexicon.words import all_words, lexicon, one_of, words
from ..text.brackets import HIDDEN, hide

_LONGEST = 24


@lru_cache(maxsize=4096)
def is_class(folded: str) -> bool:
    """Tell whether a name is made of nothing but words for what kind of units is meant.

    >>> is_class("县属国有企业"), is_class("县国有企业改革办公室")
    (True, False)
    """
    if not 1 < len(folded) <= _LONGEST or folded[-1] not in _ends():
        return False
    shown = hide(folded).replace(HIDDEN, "")
    return any(map(_class().fullmatch, {folded, shown})) or _whole().fullmatch(folded) is not None


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(one_of(words("classes", "whole")))


@cache
def _class() -> re.Pattern[str]:
    """Match a kind of units: where they are, what they do, and a word for several."""
    scope, kinds, several = (_listed(key) for key in ("scope", "kinds", "several"))
    tasked, both = (_listed(key) for key in ("tasked", "two_levels"))
    level = f"(?:{scope['levels']})"
    owned = f"(?:{level}(?:{scope['owned']})|在{level})"
    own = f"(?:{owned}|驻(?:{level}|[\u4e00-\u9fff]{{1,2}})(?:中央)?)"
    kind, field = f"(?:{kinds['words']})", f"(?:{kinds['fields']})"
    what, many = f"(?:{kind}|{field})", f"(?:{several['words']}|{several['bodies']})"
    member = f"{several['members']}|{several['single']}"
    return re.compile(
        rf"{own}{{1,2}}{what}{{0,2}}{many}|{level}?{what}{{0,2}}{kind}{many}"
        rf"|(?:{owned}|{level}?{kind})(?:{several['places']}|{member})"
        rf"|{own}?{what}{{1,2}}(?:{several['of_fields']})|{level}(?:{several['bodies']})"
        rf"|(?:{own}|{level})?{field}{{1,2}}(?:{several['members']})"
        rf"|(?:{own}|{level})?(?:{kinds['owners']})(?:{several['single']})"
        rf"|(?:{tasked['begins']})[^、，。；的]{{1,12}}的{many}"
        rf"|(?:{both['words']})(?!域)[^、，。；]{{1,8}}(?:{both['ends']})"
    )


def _listed(table: str) -> dict[str, str]:
    """Give a pattern for each list of words of a table."""
    return {key: one_of(listed) for key, listed in lexicon("classes")[table].items()}


@cache
def _ends() -> frozenset[str]:
    """Give the last characters of all such names: most names end in another."""
    ends = (*all_words("classes", "several"), *words("classes", "two_levels", "ends"))
    return frozenset(word[-1] for word in (*ends, *words("classes", "whole")))
