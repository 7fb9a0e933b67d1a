"""The outline above the rows of a table: headings over rows, and columns of sections and tasks."""

from typing import TYPE_CHECKING

from ...documents.document import Cell
from ...lexicon.headings import Column, Holds
from ..columns.banners import Row, headings_in, piece_of, place_of
from ..text.numbering import printed_number
from ..text.pieces import Piece
from .banner_owners import owners_in_banner
from .row_cells import filled

if TYPE_CHECKING:
    from ..layout import Owners


class RowOutline:
    """The section and the task that stand above the next row."""

    def __init__(self) -> None:
        self.section: Piece | None = None
        self.task: Piece | None = None
        self.owners: tuple[Owners, ...] = ()
        """The units that the headings over the next row name for all rows below them."""
        self._of_section: tuple[Owners, ...] = ()
        self._banner: Piece | None = None
        self._headed = False
        """The last row was a heading."""

    def leave(self) -> None:
        """Leave it at the end of a table, but for a heading that stood last."""
        if not self._headed:
            self._banner = self.section = self.task = None
            self.owners = self._of_section = ()

    def take_banner(self, banner: Piece) -> None:
        """Take a row that is a heading, or several."""
        for heading in headings_in(banner):
            self._take_heading(heading)
        self._headed = True

    def _take_heading(self, heading: Piece) -> None:
        if self._banner is not None and _is_deeper(heading, self._banner):
            self.task = heading
            self.owners = (*self._of_section, *owners_in_banner(heading))
            return
        self._banner = self.section = heading
        self.task = None
        self.owners = self._of_section = owners_in_banner(heading)

    def take_row(self, row: Row, columns: tuple[Column, ...]) -> None:
        """Take the cells of a row that tell of its section and its task."""
        self._headed = False
        sections = filled(row, columns, Holds.SECTION)
        tasks = filled(row, columns, Holds.TASK)
        if sections:
            section = piece_of(sections[0])
            if self._banner is not None:
                tasks = tasks or sections
            elif self.section is None or not _same(section, self.section):
                self.section, self.task = section, None
        if tasks:
            self.task = piece_of(tasks[-1])

    @staticmethod
    def above(text: Cell, heading: Piece | None) -> Piece | None:
        """Give a heading unless it is the text itself."""
        if heading is None or place_of(text.span) == place_of(heading.span):
            return None
        return heading


def _is_deeper(heading: Piece, banner: Piece) -> bool:
    """Tell whether a heading stands below another one: （一） below 一、."""
    printed, above = printed_number(heading.folded), printed_number(banner.folded)
    if printed is None or printed.style not in {"second", "third"}:
        return False
    return above is None or above.level < printed.level


def _same(one: Piece, other: Piece) -> bool:
    return one.text == other.text or "".join(one.text.split()) == "".join(other.text.split())
