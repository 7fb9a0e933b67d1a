"""How near two names are: for "did you mean …?"."""

from collections.abc import Iterable
from difflib import SequenceMatcher

LEAST = 0.5
"""The least similarity, from 0 to 1, at which a name is offered."""


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """Give the names that come nearest, best first: those that hold the name, then the similar.

    >>> nearest("公开办", ["法制支队", "政务公开办"])
    ['政务公开办']
    >>> nearest("宣传处", ["宣传科", "法制支队"])
    ['宣传科']
    """
    matcher = SequenceMatcher(None, b=name, autojunk=False)
    found = []
    for other in known:
        matcher.set_seq1(other)
        if name in other:
            found.append((-1.0 - len(name) / len(other), other))
        elif matcher.real_quick_ratio() >= LEAST and (likeness := _ratio(matcher)) >= LEAST:
            found.append((-likeness, other))
    return [other for _, other in sorted(found)[:most]]


def _ratio(matcher: "SequenceMatcher[str]") -> float:
    return matcher.ratio() if matcher.quick_ratio() >= LEAST else 0.0
