"""Lines that begin with the units that act: 县财政局：负责资金保障, 县财政局负责资金保障."""

import re
from collections.abc import Iterator
from functools import cache

from ...lexicon.roles import Slot
from ...lexicon.words import all_words, one_of, words
from ..marks.acting import Acting, acting, verbs_in
from ..marks.mark import Mark
from ..marks.running import clauses_of, later_clauses
from ..names.person_names import names_officeholder
from ..outline.headed import Group
from ..outline.outline import Node
from ..text.brackets import hide
from ..text.pieces import Piece
from .names import acting_units, holders_of_post
from .texts import tells_duty


def group_of(node: Node, *, told: bool = False) -> Group | None:
    """Give the units with which a node's first paragraph begins, and the node with its duty.

    `told` says that a heading announces such lines: then units may stand before a full stop or a
    blank, and before any verb. A line of cells gives none.
    """
    if _CELLS.search(node.body.folded):
        return None
    return before_colon(node, told=told) or _before_verb(node, told=told)


def before_colon(node: Node, *, told: bool = False) -> Group | None:
    """Give the group of a line whose units stand before a colon; the duty begins behind it."""
    pattern = _MARKED if told else _COLON
    match = pattern.match(node.body.folded)
    if match is None:
        return None
    names = node.body.cut(*match.span("boxed" if told and match["boxed"] else "names"))
    listed = acting_units(names)
    text = node.body.cut(match.end(), len(node.body.text))
    if listed is None or not tells_duty(text.folded):
        return None
    return _headed_by(node, listed, text)


def begins_with_work(text: Piece) -> bool:
    """Tell whether a text begins with a word of doing or of demand."""
    return next(verbs_in(text.folded, 0, len(text.folded)), -1) == 0


def of_post(node: Node) -> Group | None:
    """Give the group of a line that begins with those who hold a post: 网格员：每周巡查."""
    match = _COLON.match(node.body.folded)
    listed = holders_of_post(node.body.cut(*match.span("names"))) if match else None
    if match is None or listed is None:
        return None
    text = node.body.cut(match.end(), len(node.body.text))
    return _headed_by(node, listed, text) if tells_duty(text.folded) else None


def of_officer(node: Node) -> Group | None:
    """Give the group of a line that begins with a person in office: 副县长陶亮：督促落实…."""
    match = _COLON.match(node.body.folded)
    if match is None or not names_officeholder(match["names"]):
        return None
    text = node.body.cut(match.end(), len(node.body.text))
    if not text.folded.startswith(tuple(words("duties", "officers", "begins"))):
        return None
    mark = Mark(0, 0, node.body.cut(*match.span("names")), labelled=True, slot=Slot.PERSON)
    return Group([mark], [with_text(node, text)])


def _headed_by(node: Node, listed: Piece, text: Piece) -> Group:
    verb = _acting_verb().match(text.folded)
    slot = Slot(all_words("roles", "acting")[verb[0]]) if verb else Slot.RESPONSIBLE
    mark = Mark(0, 0, listed, labelled=True, slot=slot)
    return Group([mark], [with_text(node, text)])


def with_text(node: Node, text: Piece) -> Node:
    """Give a node whose first paragraph is another text."""
    paragraphs = [text, *node.paragraphs[1:]]
    return Node(node.printed, node.heading, node.parent, paragraphs, node.children)


def _before_verb(node: Node, *, told: bool) -> Group | None:
    folded = node.body.folded
    shown = hide(folded)
    first = clauses_of(shown)[:1]
    found = acting(folded, shown, *first[0], leads=True) if first else None
    if found is not None and found.by:
        return None
    if found is not None and _is_subject(shown, found):
        slot = Slot.LEAD if found.joint and not found.verbs else None
        mark = Mark(0, found.end, node.body.cut(found.start, found.end), labelled=True, slot=slot)
        return Group([mark, *_others(node.body, shown)], [node])
    return _before_any_verb(node.body, shown, node) if told and first else None


def _is_subject(shown: str, found: Acting) -> bool:
    """Tell whether units stand before what they are to do, not only before what they did."""
    return bool(found.verbs or found.joint or _acting_verb().match(shown, found.end))


def _before_any_verb(body: Piece, shown: str, node: Node) -> Group | None:
    """Give the group of a sentence whose first names stand before a word of doing or of demand."""
    start, end = clauses_of(shown)[0]
    for at in verbs_in(shown, start, end):
        listed = acting_units(body.cut(start, at))
        if listed is not None:
            mark = Mark(0, at, listed, labelled=True, slot=Slot.RESPONSIBLE)
            return Group([mark, *_others(body, shown)], [node])
    return None


def _others(body: Piece, shown: str) -> Iterator[Mark]:
    """Give the units of the later clauses of the sentence: 乙局配合."""
    for place in later_clauses(body.folded, shown, clauses_of(shown)[1:]):
        yield Mark(place[1], place[1], body.cut(*place), labelled=True)


_CELLS = re.compile(r"[\t|]")
_LEAD = r"[*\-·• ]*"
_COLON = re.compile(rf"{_LEAD}(?P<names>[^：。；]{{2,60}}?)\**：(?=.)[*\s]*")
_MARKED = re.compile(
    rf"{_LEAD}(?:[【〔](?P<boxed>[^】〕]{{2,60}})[】〕][：。]?"
    r"|(?P<names>[^：。；]{2,60}?)\**(?:[：。]|—+|--+|\s))(?=.)[*\s]*"
)


@cache
def _acting_verb() -> re.Pattern[str]:
    return re.compile(one_of(all_words("roles", "acting")))
