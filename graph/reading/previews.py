"""Texts that a site shows in counted stretches of so many characters, 1、… 2、…, cut in words."""

import re
from collections.abc import Iterator, Sequence

from .pieces import Piece

_FEWEST_CHARACTERS = 80
_COUNTED = re.compile(r"([0-9]{1,2})、")
_HEADING_INSIDE = re.compile("(?<=[。：；一-鿿])(?:一、|（一）)[一-鿿]")
_CLOSED = frozenset("。！？；）〕")


def without_cuts(lines: Sequence[Piece]) -> Iterator[Piece]:
    """Give the lines, those that only count the stretches of one text as one."""
    at = 0
    while at < len(lines):
        end = _end_of_preview(lines, at)
        yield _joined(lines[at:end]) if end > at + 1 else lines[at]
        at = max(end, at + 1)


def _end_of_preview(lines: Sequence[Piece], start: int) -> int:
    """Give the line behind stretches that begin here; such are long, count on, and end in words."""
    end = start
    while end < len(lines) and _number(lines[end]) == end - start + 1:
        end += 1
        if len(lines[end - 1].text) < _FEWEST_CHARACTERS:
            break
    cut = all(line.folded.rstrip()[-1:] not in _CLOSED for line in lines[start : end - 1])
    return end if cut and end > start + 1 and _HEADING_INSIDE.search(lines[start].folded) else start


def _number(line: Piece) -> int | None:
    match = _COUNTED.match(line.folded)
    return int(match[1]) if match else None


def _joined(lines: Sequence[Piece]) -> Piece:
    """Give the stretches as one text without their numbers, a line break where each was cut."""
    bodies = [line.cut(_COUNTED.match(line.folded).end(), len(line.text)) for line in lines]  # type: ignore[union-attr]
    text, folded = "\n".join(b.text for b in bodies), "\n".join(b.folded for b in bodies)
    start = bodies[0].span.start
    return Piece(text, folded, bodies[0].span._replace(end=start + len(text)))
