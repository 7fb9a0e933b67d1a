"""A file cut into its parts: a notice, its attachments, one plan after another."""

import re
from collections.abc import Iterator, Sequence

from ...documents.document import Block, Paragraph
from ...lexicon.folding import fold
from ...lexicon.headings import Holds, column
from ..text.blocks import Blocks
from .titles import is_plan_title

_ATTACHMENT = re.compile(r"附\s*(?:件|表|录)\s*[0-9一二三四五六七八九十]{0,2}\s*[：.]?")
_ATTACHMENT_TITLE = re.compile(
    r"附\s*(?:件|表|录)\s*(?:[0-9一二三四五六七八九十]{1,2})?\s*[：.]?\s*(?P<title>\S.{3,60})"
)


def parts(blocks: Sequence[Block]) -> list[Blocks]:
    """Cut blocks where an attachment, or another plan with its own title, begins."""
    starts = [0, *_starts(blocks)]
    if len(starts) == 1 and blocks:
        return [Blocks.of(blocks)]
    ends = [*starts[1:], len(blocks)]
    cut = [Blocks(blocks[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [part for part in cut if part]


def _starts(blocks: Sequence[Block]) -> Iterator[int]:
    seen: set[str] = set()
    body = False
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            body = True
            continue
        folded = fold(block.text).strip() if _may_be_title(block.text) else ""
        if not folded:
            body = body or len(block.text) > 100
            continue
        if at and _ATTACHMENT.fullmatch(folded):
            yield at
            body = False
        elif _is_title(folded) and not _in_table(blocks, at):
            key = "".join(folded.split())
            if body and key not in seen:
                yield at
                body = False
            seen.add(key)
        elif _assigns(folded):
            body = True


def _is_title(folded: str) -> bool:
    return is_plan_title(folded) and column(folded).holds is Holds.UNKNOWN


def _in_table(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a line is a cell of a table with a cell a line: behind a mark or a number."""
    texts = (block.text for block in reversed(blocks[:at]) if isinstance(block, Paragraph))
    before = next((text.strip() for text in texts if text.strip()), "")
    return bool(_BEFORE_CELL.fullmatch(before))


_BEFORE_CELL = re.compile(r"[|｜]+|[0-9]{1,3}\s*[|｜]?")


def _may_be_title(text: str) -> bool:
    return 0 < len(text) < 100 and "\t" not in text and "|" not in text and "│" not in text


def _assigns(folded: str) -> bool:
    told = ("责任单位", "牵头", *_BETWEEN_CELLS)
    return any(word in folded for word in told)


_BETWEEN_CELLS = ("\t", "|", "│")
