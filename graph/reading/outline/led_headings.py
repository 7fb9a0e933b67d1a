"""Headings that say whose work stands below them: 一、县教育局牵头工作（2项）."""

import re
from collections.abc import Sequence
from functools import cache

from ...lexicon.words import one_of, words
from ..marks.mark import Mark
from ..marks.segments import Segment
from ..names.roles import verb_slots
from ..text.pieces import Piece
from .headed import is_named
from .outline import Node


def give_led_units(nodes: Sequence[Node]) -> None:
    """Give the items below such headings the units of these, beside those of their own.

    All headings of a level that have items below them are such, or none is taken for one.
    """
    led = {id(node): mark for node in nodes if (mark := _led(node)) is not None}
    styles = {node.printed.style for node in nodes if id(node) in led and node.printed}
    for node in nodes:
        alike = node.printed is not None and node.printed.style in styles and node.children
        if alike and id(node) not in led:
            return
    for node in nodes:
        if id(node) in led:
            node.segments = []
            _give(node, led[id(node)])


def _give(node: Node, mark: Mark) -> None:
    for child in node.children:
        if any(map(_assigned, child.children)):
            _give(child, mark)
        elif child.segments:
            for segment in child.segments:
                segment.marks.insert(0, mark)
        else:
            pieces = [piece for piece in child.paragraphs if piece.text]
            pieces += [text for below in child.children for text in below.texts()]
            child.segments = [Segment(pieces, [mark], whole_paragraphs=True, apart=True)]


def _assigned(node: Node) -> bool:
    return bool(node.segments) or any(map(_assigned, node.children))


def _led(node: Node) -> Mark | None:
    """Give the units of a heading above items, with the role of the verb behind them."""
    if node.printed is None or not node.children or len(node.body.text) > _LONGEST:
        return None
    match = _heading().fullmatch(node.body.folded)
    names = node.body.cut(*match.span("names")) if match else Piece("", "", node.body.span)
    if match is None or not is_named(names):
        return None
    slot = verb_slots()[match["verb"]]
    return Mark(0, len(names.text), names, labelled=True, slot=slot)


_LONGEST = 60


@cache
def _heading() -> re.Pattern[str]:
    what = one_of(words("titles", "led"))
    count = "（共?[0-9一二三四五六七八九十]+[项条个件]）"
    return re.compile(
        rf"由?(?P<names>.+?)(?P<verb>{one_of(verb_slots())})的?(?:{what})(?:{count})?[：。]?"
    )
