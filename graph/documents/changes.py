"""What a document shows of its making: tracked changes, and text crossed out by hand."""

from collections.abc import Iterator

from ..plan import Doubt


def change_doubts(insertions: int, deletions: int, struck: int) -> Iterator[Doubt]:
    """Tell how many tracked changes were accepted, and how much crossed-out text was read."""
    if insertions or deletions:
        values = (("insertions", str(insertions)), ("deletions", str(deletions)))
        yield Doubt("documents.tracked-changes", values=values)
    if struck:
        yield Doubt("documents.struck-out", values=(("n", str(struck)),))
