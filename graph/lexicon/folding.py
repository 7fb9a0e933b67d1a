"""Text as the grammar reads it: half-width marks, digits and traditional characters folded.

Folding puts one character for one character, so an offset in the folded text is the same offset in
the printed text, and names are always cut from the printed text.
"""

import re
from functools import cache, lru_cache
from itertools import product

from .words import lexicon


@cache
def _table() -> dict[int, str]:
    characters = lexicon("characters")
    punctuation = characters["punctuation"]
    table = dict(zip(map(ord, punctuation["from"]), punctuation["to"], strict=True))
    table.update(dict.fromkeys(punctuation["spaces"], " "))
    table.update(dict.fromkeys(punctuation["breaks"], "\n"))
    table.update({ord(pair[0]): pair[1] for pair in characters["traditional"]["pairs"].split()})
    return table


def fold(text: str) -> str:
    """Give the text with punctuation made full-width and characters made simplified.

    >>> fold("(責任單位:甲局)")
    '（责任单位：甲局）'
    """
    return _fold_short(text) if len(text) <= _REMEMBERED else _folded(text)


_REMEMBERED = 200


@lru_cache(maxsize=8192)
def _fold_short(text: str) -> str:
    """Remember short texts: a cell is looked at several times before it is read."""
    return _folded(text)


def _folded(text: str) -> str:
    folded = text.translate(_table()) if _foldable().search(text) else text
    return _POINT.sub("。", folded) if "." in folded else folded


def printed_forms(word: str) -> list[str]:
    """Give every way in which a folded word may be printed: 牵头, 牽頭.

    >>> printed_forms("主责")
    ['主责', '主責']
    """
    return list(map("".join, product(*(_printed().get(one, [one]) for one in word))))


@cache
def _printed() -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for code, folded in _table().items():
        forms.setdefault(folded, [folded]).append(chr(code))
    return forms


@cache
def _foldable() -> re.Pattern[str]:
    """Match any character that is folded; most texts hold none, which is told faster."""
    changed = (chr(code) for code, to in _table().items() if chr(code) != to)
    return re.compile(f"[{re.escape(''.join(changed))}]")


_POINT = re.compile(
    r"(?<=[\u4e00-\u9fff）〕”》％%])(?<![〇零一二三四五六七八九十百])\.(?=\s*(?:[\u4e00-\u9fff（〔“《]|\Z))"
)
"""A point that ends a sentence: it stands behind a character and begins no decimals, no numbers."""
