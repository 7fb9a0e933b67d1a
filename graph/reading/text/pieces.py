"""A stretch of text that knows where it stands and how the grammar reads it."""

from typing import NamedTuple, Self

from ...lexicon.folding import fold
from ...span import Span

MOST_FACTS = 200
"""How many facts of one kind are read in one text; none that somebody wrote says more."""


class Piece(NamedTuple):
    """Characters of one cell or paragraph: as printed, as folded, and their place."""

    text: str
    folded: str
    span: Span

    @classmethod
    def of(cls, text: str, span: Span) -> Self:
        """Make the piece of a whole cell or paragraph whose text starts at the span's start."""
        return cls(text, fold(text), span)

    def cut(self, start: int, end: int) -> "Piece":
        """Give characters `start` to `end` of this piece without white space around them."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == 0 and end == len(text):
            return self
        return Piece(text[start:end], self.folded[start:end], self.place(start, end))

    def place(self, start: int, end: int) -> Span:
        """Give the span of characters `start` to `end` of this piece.

        In a cell that stands on several lines of a text file, the line is the one where it starts.
        """
        at = self.span
        line = at.line
        if line is not None and start and "\n" in self.text:
            line += self.text.count("\n", 0, start)
        return Span(
            at.start + start,
            at.start + end,
            at.table,
            at.row,
            at.column,
            at.paragraph,
            at.page,
            at.sheet,
            line,
        )

    def lines(self) -> "list[Piece]":
        """Give the lines that are not blank, without white space around them."""
        if "\n" not in self.folded:
            return [self.cut(0, len(self.text))] if self.folded.strip() else []
        found: list[Piece] = []
        start = 0
        for line in self.folded.split("\n"):
            if line.strip():
                found.append(self.cut(start, start + len(line)))
            start += len(line) + 1
        return found


NOWHERE = Span(0, 0)
EMPTY = Piece("", "", NOWHERE)
