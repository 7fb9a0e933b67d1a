"""Markdown: a pipe table becomes a grid, every other line stays as it stands."""

import re
from collections.abc import Sequence

from ..span import Span
from .composing import Composer, Frame, Placed
from .decoding import decode_plain
from .file import Content, File
from .plaintext import damage, split_lines

_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(file: File) -> Content:
    """Read lines as a plain text; tables as GitHub Flavored Markdown, 4.10 has them.

    Raises `DocumentError` as a plain text does.
    """
    decoded = decode_plain(file)
    lines = split_lines(decoded.text, file)
    composer = Composer(file)
    at = 0
    while at < len(lines):
        end = _table_end(lines, at)
        if end > at:
            composer.place = Span(0, 0)
            composer.table(_frame(lines, at, end))
        else:
            composer.place = Span(0, 0, line=at + 1)
            composer.paragraph(lines[at])
        at = max(end, at + 1)
    return Content(tuple(composer.blocks), damage(decoded))


def _table_end(lines: Sequence[str], start: int) -> int:
    """Give the line after a table that begins here; `start` itself when none does."""
    rule = lines[start + 1] if start + 1 < len(lines) else ""
    if "|" not in lines[start] or not _RULE.fullmatch(rule):
        return start
    end = start + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end


def _frame(lines: Sequence[str], start: int, end: int) -> Frame:
    numbers = (start, *range(start + 2, end))
    return Frame(
        tuple(
            Placed(row, column, (text,), line=number + 1)
            for row, number in enumerate(numbers)
            for column, text in enumerate(_cells(lines[number]))
        )
    )


def _cells(line: str) -> list[str]:
    r"""Cut a row at its bars; an escaped bar belongs to the text.

    >>> _cells(r"| 甲局<br>乙局 | a\|b |")
    ['甲局\n乙局', 'a|b']
    """
    inner = line.strip().removeprefix("|")
    cells = _BAR.split(inner)
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return [_BREAK.sub("\n", cell).replace(r"\|", "|").strip() for cell in cells]
