"""The blocks of a document or a part of it, with what every layout asks of them told once."""

from collections.abc import Sequence
from functools import cached_property

from ...documents.document import Block, Grid, Paragraph


class Blocks(tuple[Block, ...]):
    """Blocks in reading order, their paragraphs and grids apart."""

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> "Blocks":
        """Give blocks as such; those that are stay the same, with what is known of them."""
        return blocks if isinstance(blocks, Blocks) else cls(blocks)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in order."""
        return tuple([block for block in self if isinstance(block, Paragraph)])

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables, in order."""
        return tuple([block for block in self if isinstance(block, Grid)])

    @cached_property
    def text(self) -> str:
        """The text of all paragraphs, a line each: whether it holds a sign is told at once."""
        return "\n".join([paragraph.text for paragraph in self.paragraphs])
