"""Characters on a page become lines, and lines become paragraphs.

A PDF knows no paragraphs: a line ends one when the first characters of the next line would still
have fitted behind it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

Character = dict[str, Any]
"""As pdfplumber gives it: `text`, `x0`, `x1`, `top`, `bottom`, `size`."""

NUMBERED = re.compile(
    r"\s*(?:[（(]?\d{1,3}[.．、)）](?!\d)|[（(]?[一二三四五六七八九十百]{1,4}[、)）]|[①-⑳])"
)
SERIAL = re.compile(r"\s*(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[.．、]?\s*")
"""A cell that holds only a number."""
ENDED = re.compile(r"[。；！？;!?][”’）)〕】]*$")
_CLOSED = re.compile(r"[。；！？;!?)）〕】][”’）)〕】]*$")
_LABEL = re.compile(r"\s*[^\s：:，。（(〔【\[]{2,8}[：:]")
_COUNTED = re.compile(r"\s*(\d{1,3})[.．、]")
_RUNS_ON = ("、", "，", "（", "《", "“")
_CLOSING = "、，。；：！？）》〉」』】〕”’…,.;:!?)]%"
_OPENING = "（《〈「『【〔“‘(["
_UNIT = rf"[{re.escape(_OPENING)}]*(?:[0-9A-Za-z.%-]+|.)"
_HEAD = re.compile(
    rf"{_UNIT}(?:[{re.escape(_CLOSING)}]+[0-9A-Za-z.%-]*|[“”‘’]+{_UNIT})*", re.DOTALL
)
_SPACES = re.compile(r" {2,}")
RADICALS = {code: normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
"""Fonts often map 方 to the radical ⽅, which looks the same and matches nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and where it stands, in points from the page's top left corner."""

    text: str
    x0: float
    x1: float
    top: float
    size: float
    head: float
    """The width of its first characters that must stay together."""
    page: int

    @property
    def edge(self) -> float:
        """Where its text ends without the mark that may hang over the margin."""
        return self.x1 - self.size * (self.text[-1:] in _CLOSING)


def lines(characters: Iterable[Character], page: int) -> list[Line]:
    """Gather characters into lines from top to bottom."""
    made = (_line(row, page) for row in level(characters))
    return [line for line in made if line.text]


def level(characters: Iterable[Character]) -> list[list[Character]]:
    """Give the characters that stand at one height, from left to right, from top to bottom."""
    rows: list[list[Character]] = []
    for character in sorted(characters, key=middle):
        size = character["size"]
        if rows and middle(character) - middle(rows[-1][-1]) <= size / 2:
            rows[-1].append(character)
        else:
            rows.append([character])
    return [sorted(row, key=lambda character: character["x0"]) for row in rows]


def middle(character: Character) -> float:
    """Give the height at which a character stands, in points from the top of the page."""
    return float(character["top"] + character["bottom"]) / 2


def _line(row: Sequence[Character], page: int) -> Line:
    shown = [character for character in row if character["text"].strip()]
    if not shown:
        return Line("", 0, 0, 0, 0, 0, page)
    text, before = "", row[0]
    for character in row:
        apart = character["x0"] - before["x1"] > 0.6 * character["size"]
        spaced = text[-1:].isspace() or character["text"].isspace()
        text += " " * (apart and not spaced) + character["text"]
        before = character
    text = _SPACES.sub(" ", text.translate(RADICALS)).strip()
    first, last = shown[0], shown[-1]
    head = shown[min(_head(text), len(shown)) - 1]["x1"] - first["x0"]
    return Line(text, first["x0"], last["x1"], first["top"], first["size"], head, page)


def _head(text: str) -> int:
    """Count the first characters that no line break may part, as UAX 14 and LibreOffice have it.

    >>> [_head(text) for text in ("公、法制", "（一）总则", "2026年", "施，2027年", "物“公转水”")]
    [2, 3, 4, 6, 3]
    """
    found = _HEAD.match(text)
    return found.end() if found else 0


def runs_on(line: Line, following: Line, right: float) -> bool:
    """Tell whether the line broke only because the next characters did not fit before `right`."""
    if line.text.endswith(_RUNS_ON) or following.text[0] in _CLOSING:
        return True
    if _CLOSED.search(line.text) and NUMBERED.match(following.text):
        return False
    in_bracket = line.text.count("（") > line.text.count("）")
    if ENDED.search(line.text) and _LABEL.match(following.text) and not in_bracket:
        return False
    return following.head > right - line.x1 - 0.1 * line.size


def joined(before: str, after: str) -> str:
    """Join two lines of one paragraph; Latin words and numbers are kept apart.

    >>> joined("县财", "政局"), joined("County", "Office")
    ('县财政局', 'County Office')
    """
    apart = before[-1:].isascii() and after[:1].isascii() and before[-1:].isalpha()
    return f"{before} {after}" if before and after and apart else before + after


def paragraphs(found: Sequence[Line], right: float, left: float | None = None) -> list[str]:
    """Join lines to paragraphs; beyond `left`, where given, a line is indented and begins one."""
    made: list[str] = []
    for at, line in enumerate(found):
        indented = left is not None and line.x0 > left + 0.8 * line.size
        begins = indented or (at > 0 and counts_on(made[-1], line.text))
        if at and not begins and runs_on(found[at - 1], line, right):
            made[-1] = joined(made[-1], line.text)
        else:
            made.append(line.text)
    return made


def counts_on(before: str, after: str) -> bool:
    """Tell whether the number at the beginning follows that of the paragraph before."""
    numbers = [_COUNTED.match(text) for text in (before, after)]
    first, second = (int(found[1]) if found else None for found in numbers)
    return first is not None and second == first + 1
