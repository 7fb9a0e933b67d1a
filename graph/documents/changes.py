"""What a document shows of its making: tracked changes, text crossed out or hidden by hand."""

from collections.abc import Iterator

from ..plan import Doubt


def change_doubts(insertions: int, deletions: int, struck: int, hidden: int = 0) -> Iterator[Doubt]:
    """Tell of accepted changes, of crossed-out text that was read, of hidden text that was not."""
    if insertions or deletions:
        values = (("insertions", str(insertions)), ("deletions", str(deletions)))
        yield Doubt("documents.tracked-changes", values=values)
    if struck:
        yield Doubt("documents.struck-out", values=(("n", str(struck)),))
    if hidden:
        yield Doubt("documents.hidden-text", values=(("n", str(hidden)),))
