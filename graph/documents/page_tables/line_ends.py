"""Where the lines of a narrow cell may end beside names of units, from the lexicon."""

from functools import cache

from ...lexicon.folding import fold
from ...lexicon.words import words


def ends_a_name(line: str) -> bool:
    """Tell whether a line ends in a character behind which a name surely ends with its line.

    >>> [ends_a_name(line) for line in ("县水利局", "縣政府辦", "县农业农")]
    [True, True, False]
    """
    return fold(line[-1:]).endswith(_ends())


def may_break_a_name(line: str) -> bool:
    """Tell whether a name may go on behind the end of a line.

    >>> [may_break_a_name(line) for line in ("县水利局", "县农业农", "各镇、")]
    [False, True, False]
    """
    return fold(line[-1:]) not in _outside_names()


def whole_names(text: str) -> str:
    r"""Join the lines of a cell of units where a line ends inside a name.

    >>> whole_names("县人力资源和社会保障\n局\n各镇")
    '县人力资源和社会保障局\n各镇'
    """
    lines = text.split("\n")
    breaks = ("" if may_break_a_name(line) else "\n" for line in lines[:-1])
    return "".join(part for pair in zip(lines, (*breaks, ""), strict=True) for part in pair)


@cache
def _ends() -> tuple[str, ...]:
    return tuple(words("units", "lines", "ends"))


@cache
def _outside_names() -> frozenset[str]:
    ends = words("units", "endings")
    return frozenset(ending[-1] for ending in (*ends, *words("units", "lines", "marks")))
