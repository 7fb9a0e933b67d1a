"""Which brackets belong together, and a text with everything inside brackets hidden."""

import re
from functools import lru_cache

_PAIRS = {"（": "）", "〔": "〕", "“": "”", "《": "》", "〈": "〉", "｛": "｝"}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_BRACKET = re.compile("[（）〔〕“”《》〈〉｛｝]")
HIDDEN = "\0"


def bracket_pairs(folded: str) -> list[tuple[int, int]]:
    """Give the outermost bracket pairs as places of opener and closer, in order; linear in time.

    A bracket without partner is passed over, so that one lost mark does not hide the rest.

    >>> bracket_pairs("甲（乙〔丙〕）丁（戊")
    [(1, 6)]
    """
    if folded.isalnum() or _BRACKET.search(folded) is None:
        return []
    return _short_pairs(folded) if len(folded) <= _REMEMBERED else _pairs(folded)


_REMEMBERED = 400


@lru_cache(maxsize=256)
def _short_pairs(folded: str) -> list[tuple[int, int]]:
    """Remember short texts: a paragraph is looked at several times before it is read."""
    return _pairs(folded)


def _pairs(folded: str) -> list[tuple[int, int]]:
    stack: list[tuple[str, int]] = []
    open_kinds = dict.fromkeys(_PAIRS, 0)
    pairs: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(folded):
        mark, place = match[0], match.start()
        if mark in _PAIRS:
            stack.append((mark, place))
            open_kinds[mark] += 1
            continue
        opener = _OPENERS[mark]
        if not open_kinds[opener]:
            continue
        start = _pop_to(opener, stack, open_kinds)
        while pairs and pairs[-1][0] > start:
            pairs.pop()
        pairs.append((start, place))
    return pairs


def _pop_to(opener: str, stack: list[tuple[str, int]], open_kinds: dict[str, int]) -> int:
    while True:
        mark, place = stack.pop()
        open_kinds[mark] -= 1
        if mark == opener:
            return place


def hide(folded: str, pairs: list[tuple[int, int]] | None = None) -> str:
    """Give the text, as long as before, with bracketed parts and their brackets hidden.

    >>> hide("各县（市、区）政府").replace(HIDDEN, "·")
    '各县·····政府'
    """
    if folded.isalnum():
        return folded
    if pairs is not None:
        return _hidden(folded, pairs)
    return _short_hidden(folded) if len(folded) <= _REMEMBERED else _hidden(folded, None)


@lru_cache(maxsize=512)
def _short_hidden(folded: str) -> str:
    """Remember short texts: a paragraph is looked at several times before it is read."""
    return _hidden(folded, None)


def _hidden(folded: str, pairs: list[tuple[int, int]] | None) -> str:
    found = bracket_pairs(folded) if pairs is None else pairs
    if not found:
        return folded
    shown: list[str] = []
    end = 0
    for start, closer in found:
        shown += (folded[end:start], HIDDEN * (closer + 1 - start))
        end = closer + 1
    shown.append(folded[end:])
    return "".join(shown)
