"""Which requirement of a reading is which requirement of a label."""

from collections import Counter
from functools import lru_cache

from .labels import Record, plain

FOUND = 0.7
"""The least likeness at which a requirement counts as found."""
_SAME_NUMBER = 0.1
_REACH = 60
"""How far apart, counted in requirements, a pair may stand; more where the lengths differ."""


def likeness(label: str, reading: str) -> float:
    """Give the Dice coefficient of the character pairs of two texts, 0 to 1.

    A label that ends in `…` is only the beginning of a text, and is compared with the beginning.
    Source: Dice 1945, on bags of bigrams: 2·|A ∩ B| / (|A| + |B|).

    >>> likeness("修缮渡口…", "修缮渡口，规范渡运秩序。")
    1.0
    """
    expected, found = plain(label), plain(reading)
    if expected.endswith("..."):
        expected = expected.rstrip(".")
        found = found[: len(expected)]
    if expected == found:
        return 1.0
    a, b = _pairs(expected), _pairs(found)
    return 2 * (a & b).total() / ((a.total() + b.total()) or 1)


def align(
    label: tuple[Record, ...], reading: tuple[Record, ...]
) -> tuple[tuple[int | None, int | None], ...]:
    """Pair requirements in document order so that the sum of their likeness is greatest.

    The same number and part add a little to the likeness, so that they decide between equal texts.
    Gives indices; a requirement without counterpart stands with `None`.
    """
    reach = max(_REACH, 2 * abs(len(label) - len(reading)))
    worth = [
        [_worth(one, other) if abs(i - j) <= reach else 0.0 for j, other in enumerate(reading)]
        for i, one in enumerate(label)
    ]
    best = [[0.0] * (len(reading) + 1) for _ in range(len(label) + 1)]
    for i in range(len(label) - 1, -1, -1):
        for j in range(len(reading) - 1, -1, -1):
            together = worth[i][j] + best[i + 1][j + 1] if worth[i][j] else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    return _path(worth, best)


def _path(
    worth: list[list[float]], best: list[list[float]]
) -> tuple[tuple[int | None, int | None], ...]:
    i = j = 0
    pairs: list[tuple[int | None, int | None]] = []
    while i < len(best) - 1 or j < len(best[0]) - 1:
        if _together(worth, best, i, j):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif i < len(best) - 1 and (j == len(best[0]) - 1 or best[i][j] == best[i + 1][j]):
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return tuple(pairs)


def _together(worth: list[list[float]], best: list[list[float]], i: int, j: int) -> bool:
    if i >= len(best) - 1 or j >= len(best[0]) - 1 or not worth[i][j]:
        return False
    return best[i][j] == worth[i][j] + best[i + 1][j + 1]


def _worth(label: Record, reading: Record) -> float:
    alike = likeness(str(label.get("text", "")), str(reading.get("text", "")))
    if alike < FOUND:
        return 0.0
    return alike + _SAME_NUMBER * (_number(label) == _number(reading))


def _number(requirement: Record) -> tuple[str, int]:
    return plain(requirement.get("number")).strip("().、:"), requirement.get("part") or 1


@lru_cache(maxsize=4096)
def _pairs(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(max(len(text) - 1, 1)))
