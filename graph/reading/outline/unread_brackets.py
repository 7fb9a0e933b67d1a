"""Brackets that may list units in words of no known form, where other items have theirs."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ...lexicon.words import listed_words, one_of, words
from ...plan import Doubt
from ..lists.members import members
from ..lists.unknown_labels import begins_with_unknown
from ..names.names import explains, looks_like_unit, tells_task
from ..names.remarks import begins_remark, is_remark
from ..text.brackets import bracket_pairs
from ..text.pieces import Piece
from ..times.whole import is_time
from .outline import Node


class _Bracket(NamedTuple):
    """A bracket at the end of a paragraph or of a sentence."""

    node: Node
    inside: Piece
    read: bool
    closes: bool
    """It ends the first paragraph of its node."""


def unread_brackets(nodes: Sequence[Node]) -> Iterator[Doubt]:
    """Tell of brackets at the end of paragraphs that were not read and may list units.

    Most assignments of the document stand in such brackets; this one stands between them, or in an
    item with a number of their style.
    """
    marks = [mark for node in nodes for segment in node.segments for mark in segment.marks]
    if sum(not mark.labelled for mark in marks) < max(_FEWEST, len(marks) / 2):
        return
    brackets = [one for node in nodes for one in _brackets(node)]
    read = [at for at, one in enumerate(brackets) if one.read]
    if len(read) < max(_FEWEST, len(marks) / 2):
        return
    styles = {printed.style for at in read if (printed := brackets[at].node.printed)}
    for at, one in enumerate(brackets):
        printed = one.node.printed
        beside = one.closes and printed is not None and printed.style in styles
        if (
            not one.read
            and (beside or read[0] < at < read[-1])
            and may_list_units(one.inside.folded)
        ):
            text = "".join(one.inside.text.split())
            yield Doubt("reading.unread-bracket", one.inside.span, (("text", text),))


_FEWEST = 2


def _brackets(node: Node) -> Iterator[_Bracket]:
    """Give the brackets with which the paragraphs of a node end, or their sentences.

    Those of sentences count where others of the paragraph were read.
    """
    known = [mark.piece.folded for segment in node.segments for mark in segment.marks]
    for piece in node.paragraphs:
        found: list[_Bracket] = []
        for start, end in bracket_pairs(piece.folded) if _STOP.search(piece.folded) else []:
            stop = _STOP.match(piece.folded, end)
            if stop and piece.folded[start] in "（〔":
                inside = piece.cut(start + 1, end)
                read = any(inside.folded in one for one in known)
                ends = stop.end() == len(piece.folded)
                found.append(_Bracket(node, inside, read, ends and piece is node.body))
        inner = any(one.read for one in found[:-1])
        last = found[-1].inside.span.end if found else 0
        yield from (one for one in found if inner or one.inside.span.end == last)


_STOP = re.compile("[）〕](?:[。；，.\\s]*$|[。；])")


def may_list_units(inside: str) -> bool:
    """Tell whether a bracket is a short list of names, be they of no known form.

    >>> may_list_units("白鹭驿、老渔翁合唱团"), may_list_units("不含西岸"), may_list_units("试行")
    (True, False, False)
    """
    if begins_with_unknown(inside):
        return True
    if not 1 < len(inside) <= _LONGEST or explains(inside) or is_remark(inside):
        return False
    if begins_remark(inside) or is_time(inside):
        return False
    names = [inside[m.start : m.end] for m in members(inside.rstrip("。"))]
    return bool(names) and all(looks_like_unit(name) or _may_be_name(name) for name in names)


_LONGEST = 80


def _may_be_name(text: str) -> bool:
    """Tell whether a text of no known form is a few characters without any word of a sentence."""
    plain = _PLAIN.fullmatch(text) is not None and not tells_task(text)
    return plain and text not in listed_words() and _aside().search(text) is None


_PLAIN = re.compile("[\u4e00-\u9fff·（）]{2,12}")


@cache
def _aside() -> re.Pattern[str]:
    inside, whole, ends = (
        one_of(words("sentences", "aside", k)) for k in ("inside", "whole", "ends")
    )
    return re.compile(f"{inside}|^(?:{whole})$|(?:{ends})$")
