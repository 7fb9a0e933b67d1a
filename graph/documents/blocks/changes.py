"""What a document shows of its making: tracked changes, text crossed out or hidden by hand."""

import re
from collections.abc import Iterator

from ...plan import Doubt

TURN = "\x01"
"""Stands where crossed-out text begins or ends; no document holds it."""
_TURN = re.compile(f"(?<=[\u4e00-\u9fff]{{2}}){TURN}+(?=[\u4e00-\u9fff]{{2}})")


def without_turns(text: str) -> str:
    r"""Give a text without these signs: two names that only a line through one parts stay two.

    >>> without_turns("\x01县林业局\x01县水利局")
    '县林业局 县水利局'
    """
    return _TURN.sub(" ", text).replace(TURN, "") if TURN in text else text


def change_doubts(insertions: int, deletions: int, struck: int, hidden: int = 0) -> Iterator[Doubt]:
    """Tell of accepted changes, of crossed-out text that was read, of hidden text that was not."""
    if insertions or deletions:
        values = (("insertions", str(insertions)), ("deletions", str(deletions)))
        yield Doubt("documents.tracked-changes", values=values)
    if struck:
        yield Doubt("documents.struck-out", values=(("n", str(struck)),))
    if hidden:
        yield Doubt("documents.hidden-text", values=(("n", str(hidden)),))
