"""The lines of a text in which a table was flattened, as its cells are parted from them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...documents.document import Block, Paragraph
from ...lexicon.folding import fold
from ...lexicon.words import words
from ...span import Span
from ..text.pagination import counts_pages


class Line(NamedTuple):
    """A line of text as printed, with its place; `after_blank` when a blank line stands before."""

    text: str
    span: Span
    after_blank: bool


def lines(blocks: Sequence[Block]) -> Iterator[Line]:
    """Give the lines of the paragraphs that are not blank; a line of only tabs is a blank cell."""
    blank = True
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        if not block.text.strip() and "\t" not in block.text:
            blank = True
            continue
        if counts_pages(block.text) or _continues(block.text):
            continue
        yield Line(_with_pipes(_with_breaks(block.text)), block.span, blank)
        blank = False


def _continues(text: str) -> bool:
    """Tell whether a line says only that a table goes on: 续表."""
    return len(text) <= _LONGEST_WORD and fold(text).strip("（） ") in words(
        "headings", "continued"
    )


def _with_breaks(text: str) -> str:
    """Give a line with the breaks that a web page wrote into its cells as line separators.

    They are not counted as lines of the source. Marks of bold type in Markdown are left out.
    """
    plain = text.replace("**", "") if text.lstrip().startswith("|") else text
    return _BREAK.sub("\u2028", plain) if "<" in plain else plain


_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def _with_pipes(text: str) -> str:
    """Give a line with the full-width pipes between its cells, or behind its one cell, as pipes."""
    marks = text.count("｜")
    between = marks > 1 or (marks == 1 and text.rstrip().endswith("｜"))
    return text.replace("｜", "|") if between else text


_LONGEST_WORD = 12
