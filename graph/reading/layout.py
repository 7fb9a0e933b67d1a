"""What every layout gives: entries, each an outline place, requirement texts and who is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from ..documents.document import Block
from ..lexicon.roles import Slot
from ..plan import Basis, Doubt
from .text.pieces import Piece


class Item(NamedTuple):
    """One requirement of an entry: its printed number and its text, in one or more pieces."""

    number: str
    pieces: tuple[Piece, ...]
    part: int | None = None


class Owners(NamedTuple):
    """A text that names units, with the slot of its column; `None` for a bracket or label line."""

    piece: Piece
    slot: Slot | None = None
    labelled: bool = False
    """The slot is that of a label, not of a column."""
    persons: bool = False
    """The heading speaks of persons beside the units: 责任单位及责任人."""
    stated: bool = False
    """It is a sentence of the running text: 甲局牵头，乙局配合。"""
    clause: bool = False
    """It is a clause inside the sentence of the task: 县港航局牵头修缮渡口."""
    heading: bool = False
    """It stands in the heading above and holds for every item below: 一、科技（由甲局牵头）."""
    guessed: bool = False
    """The heading of its column is no word of a role, so that its slot is a guess."""
    roleless: bool = False
    """The heading of its column stands over units and says no role: 部门 beside 职责."""
    ruled: bool = False
    """A rule of the document gives the slot: 括号内为配合单位."""

    @property
    def basis(self) -> Basis:
        """What gave the slot."""
        if self.ruled:
            return Basis.DOCUMENT_RULE
        if self.guessed and self.slot is Slot.RESPONSIBLE:
            return Basis.BARE_LIST
        return Basis.LABEL if self.labelled else Basis.COLUMN_HEADING


class Entry(NamedTuple):
    """One unit cell (or bracket, or group of label lines) and the requirements that it covers."""

    section: Piece | None
    task: Piece | None
    items: tuple[Item, ...]
    owners: tuple[Owners, ...]
    times: tuple[Piece, ...] = ()
    remarks: tuple[Piece, ...] = ()
    grounds: tuple[Piece, ...] = ()
    """What its row says in a column of its own that it rests on: 检查依据."""
    inherited: bool = False
    """The unit cell was blank and is read as the one above."""
    columns: frozenset[Slot] = frozenset()
    """The slots of all unit columns of its table."""
    shares: bool = False
    """It stands in the unit cell of the entry before it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a layout read."""

    entries: tuple[Entry, ...] = ()
    ownership_heading: str | None = None
    doubts: tuple[Doubt, ...] = ()
    layout: str | None = None
    """A nearer name of the layout, where one module reads two kinds."""


class Fit(NamedTuple):
    """What a layout found of itself in a document."""

    score: float
    """How well the document fits the layout, above 0 and at most 1."""
    found: Any
    """What the layout's own `read` goes on with."""


class Layout(Protocol):
    """A layout: one module with these three names."""

    NAME: str

    def recognise(self, blocks: Sequence[Block]) -> Fit | None:
        """Tell how well the blocks fit, `None` when they do not."""

    def read(self, found: Any, /) -> Reading:  # noqa: ANN401
        """Read what `recognise` found."""
