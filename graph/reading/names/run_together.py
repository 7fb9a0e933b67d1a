"""Names that may be two: 县财政局市审计局, or 老渔翁合唱团 县财政局 over white space."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ...lexicon.words import one_of, words
from ..text.brackets import HIDDEN, hide
from .elision import is_field, own_prefix
from .names import ends_as_name, is_institution, looks_like_unit
from .person_names import names_person
from .tails import without_verb


def reads_odd(folded: str) -> bool:
    """Tell whether a name has no form of a unit's, or seems to hold two, or to begin with a person.

    >>> reads_odd("县财政局"), reads_odd("陶亮、云泽县政府")
    (False, True)
    """
    if not looks_like_unit(folded) or runs_together(folded):
        return True
    return "、" in folded and names_person(folded.partition("、")[0])


@lru_cache(maxsize=4096)
def runs_together(folded: str) -> bool:
    """Tell whether a name seems to hold two: 县财政局市审计局; only who wrote it knows.

    >>> runs_together("县财政局市审计局"), runs_together("县委县政府督查室")
    (True, False)
    >>> runs_together("派出所市场所"), runs_together("派出所综合室")
    (True, False)
    """
    if _of_a_town().fullmatch(folded):
        return True
    if len(folded) < _FEWEST:
        return False
    shown = hide(folded)
    ends = (match.end() for match in _end().finditer(shown))
    return any(_two(shown[:at], shown[at:]) for at in ends)


@lru_cache(maxsize=4096)
def seam(shown: str) -> int:
    """Give where the second of two whole names of one level begins, 0 where there are no two.

    A bureau before an office may be one body with two name plates, and stays whole.

    >>> seam("县水利局县林业局"), seam("县水利局市林业局"), seam("县水利局县河长办")
    (4, 0, 0)
    """
    if len(shown) < _FEWEST:
        return 0
    ends = (match.end() for match in _end().finditer(shown))
    return next((at for at in ends if _of_one_level(shown[:at], shown[at:])), 0)


def _of_one_level(left: str, right: str) -> bool:
    level = own_prefix(left)
    if level is None or level != own_prefix(right) or not _two(left, right):
        return False
    plates = tuple(words("guesses", "side_by_side", "plates"))
    name = without_verb(right)
    if name.endswith(plates) and not left.endswith(plates):
        return False
    of_field = right.startswith(tuple(words("guesses", "side_by_side", "fields")))
    return not of_field or is_field(name.removeprefix(level))


def side_by_side(shown: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Give the names of one level between two places, and whether no mark parts one from the last.

    >>> list(side_by_side("县水利局县林业局", 0, 8))
    [(0, 4, False), (4, 8, True)]
    """
    parted = False
    while cut := seam(shown[start:end]):
        yield start, start + cut, parted
        start, parted = start + cut, True
    yield start, end, parted


def joined_by_guess(folded: str) -> bool:
    """Tell whether white space in a name may stand behind words that are none of it.

    >>> joined_by_guess("老渔翁合唱团 县财政局"), joined_by_guess("中国银行云泽 县支行")
    (True, False)
    """
    parts = folded.split()
    if len(parts) < 2:
        return False
    cuts = range(1, len(parts))
    pairs = (
        ("".join(parts[max(0, at - _NEAR) : at]), "".join(parts[at : at + _NEAR])) for at in cuts
    )
    return any(_may_be_two(left, right) for left, right in pairs)


def _may_be_two(left: str, right: str) -> bool:
    if len(left) < _LONG or not begins_with_level(right) or _strict().search(left):
        return False
    after = without_verb(hide(right).rstrip(HIDDEN))
    return _is_whole(after) and not after.endswith((*_branches(), *_organs()))


def begins_with_level(name: str) -> bool:
    """Tell whether a text begins as a name with its level or place: 市委…, 云泽县…; not 市场…."""
    level = name.startswith(tuple(words("units", "prefixes")))
    innocent = name.startswith(tuple(words("units", "prefixes", "innocent")))
    return (level and not innocent) or _place().match(name) is not None


def _two(left: str, right: str) -> bool:
    """Tell whether two whole names with their levels stand side by side."""
    before, after = left.rstrip(HIDDEN), without_verb(right.rstrip(HIDDEN))
    if len(before) < _SHORTEST or len(after) < _SHORTEST or own_prefix(after) is None:
        return False
    return _is_whole(before) and _is_whole(after) and not after.endswith(_branches())


def _is_whole(name: str) -> bool:
    shown = name.replace(HIDDEN, "")
    return looks_like_unit(shown) and (is_institution(shown) or ends_as_name(shown))


_SHORTEST = 3
_FEWEST = 7
_LONG = 5
_NEAR = 8
"""How many pieces on either side of white space a name is made of at most."""


@cache
def _strict() -> re.Pattern[str]:
    return re.compile(one_of(words("units", "strict")))


@cache
def _place() -> re.Pattern[str]:
    return re.compile(f"[\u4e00-\u9fff]{{2}}(?:{one_of(words('units', 'places', 'upper'))})..")


def _organs() -> tuple[str, ...]:
    return tuple(words("units", "organs", "zone"))


def _branches() -> tuple[str, ...]:
    return tuple(words("units", "tails", "branches"))


@cache
def _of_a_town() -> re.Pattern[str]:
    """Match two bodies of a town, neither of which has others inside: 安监站派出所."""
    ends = one_of(words("units", "of_a_town"))
    name = f"[\u4e00-\u9fff]{{2,4}}(?:{ends})"
    return re.compile(f"{name}{name}")


@cache
def _end() -> re.Pattern[str]:
    """Match how a name ends where the next one begins with its level."""
    ends, prefixes = one_of(words("units", "strict")), one_of(words("units", "prefixes"))
    return re.compile(rf"(?:{ends})\0*(?=(?:{prefixes})..)")
