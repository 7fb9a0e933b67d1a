"""The rule for the lead that a document states anywhere in its text or its tables."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...documents.document import Block, Cell, Paragraph
from ...lexicon.folding import fold
from ...lexicon.words import one_of, words
from ...plan import Doubt
from ..names.lead_rules import LeadRule, lead_rule, lost_marking
from ..text.pieces import Piece


def rule_of(blocks: Sequence[Block]) -> tuple[LeadRule | None, tuple[Doubt, ...]]:
    """Give the first rule of a document, and tell of one that its text cannot follow."""
    lost: tuple[Doubt, ...] = ()
    for piece in _speaking_of_leads(blocks):
        found = lead_rule(piece)
        if found is not None:
            return found, ()
        marking = lost_marking(piece) if not lost else None
        if marking is not None:
            lost = (Doubt("reading.lost-marking", marking.span, (("rule", marking.text),)),)
    return None, lost


def _speaking_of_leads(blocks: Sequence[Block]) -> Iterator[Piece]:
    for block in blocks:
        texts: Sequence[Paragraph | Cell] = (
            [block]
            if isinstance(block, Paragraph)
            else [cell for row in block.rows for cell in row]
        )
        for text in texts:
            if text.text and _leads().search(fold(text.text)) is not None:
                yield Piece.of(text.text, text.span)


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(one_of(words("units", "rule", "lead")))
