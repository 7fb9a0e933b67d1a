"""Cells in quotation marks, as a spreadsheet copies them to a text: they may hold several lines."""

import re
from collections.abc import Iterator, Sequence

from .table_lines import Line

_OPEN = re.compile(r'"(?:[^"\t]|"")*')
_QUOTED = re.compile(r'(?<![^\t])"(?P<cell>(?:[^"\t]|"")*)"(?=\t|$)')
_MOST_LINES = 60
"""How many lines one row may stand on: more, and a quotation mark was only left open."""


def unquoted(lines: Sequence[Line]) -> list[Line]:
    """Give the lines with such cells read as in a .csv file, a row that they break as one line."""
    if not any(_begins(line.text) for line in lines):
        return list(lines)
    return list(_whole(lines))


def _begins(text: str) -> bool:
    return text.startswith('"') or '\t"' in text


def _whole(lines: Sequence[Line]) -> Iterator[Line]:
    at = 0
    while at < len(lines):
        text, end = lines[at].text, at + 1
        while _is_open(text) and end < min(at + _MOST_LINES, len(lines)):
            text += "\n" * _breaks(lines[end - 1], lines[end]) + lines[end].text
            end += 1
        if _is_open(text):
            text, end = lines[at].text, at + 1
        yield lines[at]._replace(text=_QUOTED.sub(_cell, text) if _begins(text) else text)
        at = end


def _is_open(text: str) -> bool:
    """Tell whether the last cell of a text begins with a quotation mark that nothing closes."""
    return '"' in text and bool(_OPEN.fullmatch(text.rpartition("\t")[2]))


def _breaks(line: Line, following: Line) -> int:
    """Give how many lines further the next one stands: a blank one between them may be a cell's."""
    if line.span.line is None or following.span.line is None:
        return 1
    return max(1, following.span.line - line.span.line)


def _cell(match: re.Match[str]) -> str:
    return match["cell"].replace('""', '"').strip("\n")
