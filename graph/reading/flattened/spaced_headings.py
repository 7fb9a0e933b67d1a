"""Headings with single spaces between them, in one line or in several that broke inside them."""

from collections.abc import Sequence
from itertools import takewhile

from ...lexicon.folding import fold
from ...lexicon.headings import Column
from ...lexicon.made_headings import tells_about
from ..columns.alignment import Before, Loose
from ..columns.fitness import looks
from .table_lines import Line
from .to_grids import columns_of, known

Headings = tuple[list[Loose], tuple[Column, ...], int]
_LONGEST_LINE = 120
_FEWEST = 3


def heading_lines(told: Sequence[Line], at: int) -> Headings | None:
    """Give the headings that begin in a line, their columns, and how many lines they take."""
    first = _joined(told[at].text.split())
    if len(first) < _FEWEST or len(told[at].text) > _LONGEST_LINE or sum(map(known, first)) < 2:
        return None
    alone = _found(first, told[at], 1)
    return alone or _over_lines(told, at)


def headings_alone(told: Sequence[Line], at: int) -> list[Loose] | None:
    """Give the headings of a line above a cell a line, the first of which is the first number."""
    if at + 1 == len(told) or told[at + 1].text.strip() != _FIRST or " " not in told[at].text:
        return None
    found = heading_lines(told, at)
    if found is None or found[2] > 1:
        return None
    return [cell._replace(before=Before.BREAK) for cell in found[0]]


_FIRST = "1"


def _found(words: Sequence[str], line: Line, used: int) -> Headings | None:
    headings = [
        Loose(word, line.span, Before.SAME if i else Before.ROW) for i, word in enumerate(words)
    ]
    columns = columns_of(headings)
    return (headings, columns, used) if columns is not None else None


def _over_lines(told: Sequence[Line], at: int) -> Headings | None:
    """Give headings that go on in the lines down to the row numbered 1."""
    below = list(takewhile(_may_go_on, told[at + 1 : at + _MOST_LINES]))
    end = at + 1 + len(below)
    if not below or end == len(told) or told[end].text.split()[:1] != ["1"]:
        return None
    tokens = [token for line in told[at:end] for token in line.text.split()]
    return _found(_joined(tokens), told[at], end - at)


_MOST_LINES = 16


def _may_go_on(line: Line) -> bool:
    """Tell whether a line holds but short words, none of which is a number or closes a sentence."""
    tokens = line.text.split()
    return all(
        len(token) <= _LONGEST_HEADING and not token.endswith("。") and looks(token) != "number"
        for token in tokens
    )


def _joined(tokens: Sequence[str]) -> list[str]:
    """Give the headings of a line; one that is spaced out (工 作 任 务) is put together.

    Of all ways to do so, that with the fewest unknown words, and then with the fewest words.
    """
    if len(tokens) > _MOST_TOKENS:
        return []
    best: list[tuple[int, int, list[str]]] = [(0, 0, [])]
    for end in range(1, len(tokens) + 1):
        ways = [
            (best[at][0] + (not known(word)), best[at][1] + 1, [*best[at][2], word])
            for at in range(max(0, end - _LONGEST_HEADING), end)
            if (word := _word(tokens[at:end])) is not None
        ]
        best.append(min(ways))
    return best[-1][2]


_MOST_TOKENS = 80
_LONGEST_HEADING = 12


def _word(tokens: Sequence[str]) -> str | None:
    """Give tokens as one heading: one alone, or several, not all known, that are known together."""
    if len(tokens) == 1:
        return tokens[0]
    word = "".join(tokens)
    whole = all(map(known, tokens)) or tells_about(fold(tokens[-1]))
    return word if known(word) and not whole else None
