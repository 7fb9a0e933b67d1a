"""Markdown: tables become grids; every other line stays, without the marks inside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...plan import Doubt
from ...span import Span
from ..blocks.changes import change_doubts
from ..blocks.composing import Composer, Frame, Placed
from ..file import Content, File
from ..plain.decoding import decode_plain
from ..plain.plaintext import damage, split_lines
from ..web.html import read_page
from .inline import without_marks

_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")
_BAR = re.compile(r"(?<!\\)\|")
_BEGIN = re.compile(r"\s*<table\b", re.IGNORECASE)
_BEGINS = re.compile(r"<table\b", re.IGNORECASE)
_END = re.compile(r"</table\s*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(file: File) -> Content:
    """Read lines as a plain text; tables as GitHub Flavored Markdown, 4.10 has them, or as HTML.

    Raises `DocumentError` as a plain text and a web page do.
    """
    decoded = decode_plain(file)
    walk = _Walk(file, split_lines(decoded.text, file), Composer(file, merges=False))
    walk.over()
    changes = change_doubts(0, 0, walk.struck)
    return Content(tuple(walk.composer.blocks), (*damage(decoded), *walk.doubts, *changes))


@dataclass(slots=True)
class _Walk:
    """Goes down the lines."""

    file: File
    lines: Sequence[str]
    composer: Composer
    doubts: list[Doubt] = field(default_factory=list)
    struck: int = 0

    def over(self) -> None:
        at = 0
        last = max((n for n, line in enumerate(self.lines) if _END.search(line)), default=-1)
        while at < len(self.lines):
            self.composer.place = Span(0, 0)
            if at <= last and _BEGIN.match(self.lines[at]):
                at = self._page(at)
            elif (end := _table_end(self.lines, at)) > at:
                self.composer.table(self._frame(at, end))
                at = end
            else:
                self.composer.place = Span(0, 0, line=at + 1)
                self.composer.paragraph(self._shown(self.lines[at]))
                at += 1

    def _page(self, start: int) -> int:
        """Add a table that is written in tags; give the line behind it."""
        end, depth = start, 0
        for end in range(start, len(self.lines)):
            depth += len(_BEGINS.findall(self.lines[end])) - len(_END.findall(self.lines[end]))
            if depth <= 0:
                break
        page = "\n".join(self.lines[start : end + 1])
        found = read_page(replace(self.file, data=page.encode(), encoding="utf-8"))
        self.composer.flow(found.content)
        self.doubts += found.doubts
        return end + 1

    def _shown(self, line: str) -> str:
        text, struck = without_marks(line)
        self.struck += struck
        return text

    def _frame(self, start: int, end: int) -> Frame:
        numbers = (start, *range(start + 2, end))
        return Frame(
            tuple(
                Placed(row, column, (self._shown(text),), line=number + 1)
                for row, number in enumerate(numbers)
                for column, text in enumerate(_cells(self.lines[number]))
            )
        )


def _table_end(lines: Sequence[str], start: int) -> int:
    """Give the line after a table that begins here; `start` itself when none does."""
    rule = lines[start + 1] if start + 1 < len(lines) else ""
    if "|" not in lines[start] or not _RULE.fullmatch(rule):
        return start
    end = start + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end


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
