"""A place in a source: page, sheet, table, row, column, line, characters."""

from functools import lru_cache
from typing import NamedTuple

from ..ontology.language import Language, language
from ..ontology.messages import say

_STEPS = ("page", "sheet", "table", "row", "column", "paragraph", "line")


class Span(NamedTuple):
    """Characters `start` to `end` (end excluded) of the text that stands at one place.

    The place is a cell (`table`, `row`, `column`, all from 1, the heading row counted) or a
    paragraph of the document; `page`, `sheet` and `line` are given where the format has them.
    """

    start: int
    end: int
    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None
    page: int | None = None
    sheet: str | None = None
    line: int | None = None

    @property
    def place(self) -> str:
        """Name the place in English without its line, as the JSON contract does.

        >>> Span(0, 5, table=1, row=3, column=4, line=17).place
        'table 1, row 3, column 4'
        """
        return _in_words(self[2:-1], "en")

    def describe(self, lang: Language | None = None) -> str:
        """Name the place in words: `表1第3行第4列（原文第17行）`."""
        return _in_words(self[2:], lang or language())

    def within(self, start: int, end: int) -> "Span":
        """Give the span of characters `start` to `end` counted from this span's own start."""
        return self._replace(start=self.start + start, end=self.start + end)


@lru_cache(maxsize=4096)
def _in_words(place: tuple[int | str | None, ...], lang: Language) -> str:
    """Name a place, given in the order of the fields; many spans stand in one cell."""
    at = dict(zip(Span._fields[2:], place, strict=False))
    told = [(step, at[step]) for step in _STEPS if at.get(step) is not None]
    parts = [say(f"span.{step}", lang, n=value) for step, value in told]
    return say("span.joint", lang).join(parts)
