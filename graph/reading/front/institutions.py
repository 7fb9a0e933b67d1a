"""Bodies that issue documents: what their names look like, short and in full."""

import re
from collections.abc import Iterable
from functools import cache

from ...lexicon.folding import fold
from ...lexicon.words import one_of, words
from ..names.names import looks_like_unit


def is_institution(name: str) -> bool:
    """Tell whether a name is that of a body that issues documents."""
    folded = fold(name)
    return len(folded) > 2 and looks_like_unit(folded) and bool(_institution().search(folded))


@cache
def issuer_of_title() -> re.Pattern[str]:
    """Give the pattern of a title that begins with its issuer."""
    ends = one_of(words("titles", "issuer", "endings"))
    before = one_of(words("titles", "issuer", "before"))
    others = "(?:等[^，。]{0,4}(?:部[门委]|单位))?"
    bodies = "".join(f"(?<!{thing})" for thing in words("titles", "issuer", "things"))
    return re.compile(rf"(.{{2,30}}?(?:{ends}){bodies})(?={others}(?:{before}))")


def in_full(name: str) -> str:
    """Give 某县人民政府 for 某县政府."""
    return re.sub("(?<!人民)政府", "人民政府", name)


def fullest(name: str, others: Iterable[str]) -> str:
    """Give the longest of the names that name the same body in full: 云泽县林业局 for 县林业局."""
    return max([*(other for other in others if _says_in_full(other, name)), name], key=len)


def _says_in_full(full: str, short: str) -> bool:
    """Tell whether a name says another one with its place: 云泽县教育体育局 for 县教体局."""
    whole, part = in_full(fold(full)), in_full(fold(short))
    if whole.endswith(tuple(part + rest for rest in ("", *_RESTS.get(part[-1], ())))):
        return True
    stem = _ABBREVIATED.fullmatch(part)
    if stem is None:
        return False
    rests = "|".join(("", *_RESTS.get(part[-1], ())))
    words = "".join(re.escape(character) + ".+" for character in stem["stem"])
    return bool(re.fullmatch(f".+{part[0]}{words}{part[-1]}(?:{rests})", whole))


_RESTS = {"委": ("员会",), "办": ("公室", "公厅")}
_ABBREVIATED = re.compile("[省市县区州](?P<stem>.{2,3}).")
"""Of each word of the full name one character: 教育 and 体育 give 教体, and 教育 alone does not."""


def is_within(short: str, whole: str) -> bool:
    """Tell whether all characters of a text stand in another one in the same order."""
    characters = iter(whole)
    return all(character in characters for character in short)


@cache
def _institution() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('titles', 'issuer', 'endings'))})$")


def places() -> str:
    """Give a pattern for what the name of a place ends in."""
    return one_of((*words("units", "places", "upper"), *words("units", "places", "lower")))


@cache
def official() -> re.Pattern[str]:
    """Give the pattern of the name of an organ in full, with its place before it."""
    ends = one_of(words("titles", "issuer", "full"))
    return re.compile(rf"[\u4e00-\u9fff]{{2,}}(?:{places()})[\u4e00-\u9fff]{{0,12}}(?:{ends})")
