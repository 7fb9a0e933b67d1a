"""What a name alone suggests: the kind of a unit, the quantifier of a collective."""

from functools import cache

from ..lexicon.words import lexicon

_LONGEST = 12


def unit_kind(name: str) -> tuple[str, float] | None:
    """Guess the kind of a unit from the end of its name, with a confidence from 0 to 1.

    >>> unit_kind("法制支队")
    ('internal-unit', 0.8)
    """
    kinds = _kinds_by_ending()
    ends = (name[-length:] for length in range(min(_LONGEST, len(name)), 0, -1))
    return next((kinds[end] for end in ends if end in kinds), None)


def quantifier(name: str) -> str | None:
    """Tell how a collective draws its members: `every`, `relevant` or `other`.

    >>> quantifier("局直相关单位")
    'relevant'
    """
    words: dict[str, list[str]] = lexicon("quantifiers")
    return next((code for code, found in words.items() if any(w in name for w in found)), None)


@cache
def _kinds_by_ending() -> dict[str, tuple[str, float]]:
    return {
        ending: (code, kind["confidence"])
        for code, kind in lexicon("unit-kinds").items()
        for ending in kind["endings"]
    }
