"""The rule for the lead that a document states anywhere in its text or its tables."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...documents.document import Block, Cell, Paragraph
from ...lexicon.folding import printed_forms
from ...lexicon.words import one_of, words
from ...plan import Doubt
from ..names.lead_rules import LeadRule, lead_rule, lost_marking
from ..text.blocks import Blocks
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
    whole = Blocks.of(blocks)
    search = _leads().search
    speaks = search(whole.text) is not None
    for block in whole if speaks else whole.grids:
        texts: Sequence[Paragraph | Cell] = (
            [block]
            if isinstance(block, Paragraph)
            else [cell for row in block.rows for cell in row]
        )
        for text in texts:
            if text.text and search(text.text) is not None:
                yield Piece.of(text.text, text.span)


@cache
def _leads() -> re.Pattern[str]:
    """Match a word for the lead as it may be printed, so that no text need be folded for it."""
    leads = words("units", "rule", "lead")
    return re.compile(one_of(form for word in leads for form in printed_forms(word)))
