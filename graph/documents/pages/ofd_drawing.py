"""What a page of an OFD file draws: characters and straight lines (GB/T 33190-2016, 9 and 11)."""

import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ..page_tables.lines import Character
from .ofd_pages import Numbers, OfdPage, numbers

if TYPE_CHECKING:
    from lxml.etree import _Element

POINTS = 72 / 25.4
"""Of a millimetre."""
_ASCENT = 0.88
"""Share of a character that stands above the line it is written on."""
_NARROW = re.compile(r"[\x00-\u02af]")
_STEP = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_LEVEL = 0.3
"""Millimetres by which the ends of a level line may differ."""
Point = tuple[float, float]


def characters(page: OfdPage) -> "Iterator[Character]":
    """Give the characters in points, in the form that the lines of pages are made of."""
    for layer in page.layers:
        for text in layer.iter("{*}TextObject"):
            yield from _text(text)


def _text(text: "_Element") -> Iterator[Character]:
    box = numbers(text.get("Boundary"))
    size = numbers(text.get("Size")) or box[3:]
    if len(box) != 4 or len(size) != 1 or text.get("Visible") == "false":
        return
    matrix = _matrix(text)
    scale = math.hypot(matrix[2], matrix[3])
    upright = abs(matrix[1]) < _LEVEL * scale and matrix[3] > 0
    for code in text.iterfind("{*}TextCode"):
        for sign, x, y, wide in _placed(code, size[0]):
            left, base = _moved(matrix, box, x, y)
            height = size[0] * scale
            yield {
                "object_type": "char",
                "text": sign,
                "x0": left * POINTS,
                "x1": (left + wide * math.hypot(matrix[0], matrix[1])) * POINTS,
                "top": (base - _ASCENT * height) * POINTS,
                "bottom": (base + (1 - _ASCENT) * height) * POINTS,
                "size": height * POINTS,
                "upright": upright,
            }


def _placed(code: "_Element", size: float) -> Iterator[tuple[str, float, float, float]]:
    """Give each character of a run, where it begins, and how wide it is."""
    x = next(iter(numbers(code.get("X"))), 0.0)
    y = next(iter(numbers(code.get("Y"))), 0.0)
    text = code.text or ""
    right, down = _deltas(code.get("DeltaX"), len(text)), _deltas(code.get("DeltaY"), len(text))
    for at, sign in enumerate(text):
        wide = size / 2 if _NARROW.match(sign) else size
        yield sign, x, y, min(wide, right[at]) if at < len(right) and right[at] > 0 else wide
        x += right[at] if at < len(right) else (0.0 if down else wide)
        y += down[at] if at < len(down) else 0.0


def _deltas(text: str | None, most: int) -> list[float]:
    """Read distances; `g 3 5.6` stands for three times 5.6. No more than there are characters."""
    found: list[float] = []
    words = iter((text or "").split())
    try:
        for word in words:
            if len(found) >= most:
                break
            count = min(int(next(words)), most) if word == "g" else 1
            found += numbers(next(words) if word == "g" else word) * count
    except (ValueError, StopIteration):
        return found[:most]
    return found[:most]


def edges(page: OfdPage) -> "Iterator[dict[str, Any]]":
    """Give the level and upright lines in points, in the form that pdfplumber finds tables by."""
    for layer in page.layers:
        for path in layer.iter("{*}PathObject"):
            box = numbers(path.get("Boundary"))
            if len(box) == 4 and path.get("Visible") != "false":
                matrix = _matrix(path)
                for start, end in _segments(path.findtext("{*}AbbreviatedData", "")):
                    yield from _edge(_moved(matrix, box, *start), _moved(matrix, box, *end))


def _segments(data: str) -> Iterator[tuple[Point, Point]]:
    """Give the straight pieces of a path: `M 0 0 L 10 0 C`."""
    points: list[Point] = []
    for name, values in _steps(data):
        if name in "MS":
            yield from pairwise(points)
            points = [values[:2]] if len(values) >= 2 else []
        elif name == "L" and len(values) >= 2:
            points.append(values[:2])
        elif name == "C" and points:
            points.append(points[0])
        elif len(values) >= 2:
            yield from pairwise(points)
            points = [values[-2:]]
    yield from pairwise(points)


def _steps(data: str) -> Iterator[tuple[str, Any]]:
    name = ""
    values: list[float] = []
    for word in _STEP.findall(data):
        if word.isalpha():
            if name:
                yield name, tuple(values)
            name, values = word, []
        else:
            values += numbers(word)
    if name:
        yield name, tuple(values)


def _edge(start: Point, end: Point) -> Iterator[dict[str, Any]]:
    (x0, x1), (top, bottom) = (sorted(pair) for pair in zip(start, end, strict=True))
    level, upright = bottom - top < _LEVEL, x1 - x0 < _LEVEL
    if level != upright:
        made = {"x0": x0, "x1": x1, "top": top, "bottom": bottom}
        made |= {"width": x1 - x0, "height": bottom - top}
        scaled: dict[str, Any] = {name: value * POINTS for name, value in made.items()}
        yield scaled | {"object_type": "line", "orientation": "h" if level else "v"}


def _matrix(element: "_Element") -> Numbers:
    found = numbers(element.get("CTM"))
    return found if len(found) == 6 else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _moved(matrix: Numbers, box: Numbers, x: float, y: float) -> Point:
    """Give the place on the page of a point of an object."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e + box[0], b * x + d * y + f + box[1]
