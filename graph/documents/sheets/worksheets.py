"""The sheets of a workbook as its reader finds them become blocks; what they hide is told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ...plan import Doubt
from ...span import Span
from ..blocks.composing import Composer
from ..file import Content, File
from .looks import Looks, look_doubts
from .rows import Area, Sheet, compose_sheet
from .values import Value, write_value


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A sheet that is not hidden: the values of its rows, and how it shows them."""

    name: str
    rows: Sequence[Sequence[Value]]
    merged: Sequence[Area]
    looks: Looks

    def texts(self) -> list[list[str]]:
        """Write the values as the cells show them."""
        return [
            [self._text((row, column), value) for column, value in enumerate(values)]
            for row, values in enumerate(self.rows)
        ]

    def _text(self, at: tuple[int, int], value: Value) -> str:
        text = write_value(value, is_month=at in self.looks.months)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and at in self.looks.words:
            before, behind = self.looks.words[at]
            return f"{before}{text}{behind}"
        return text

    def boxes(self) -> tuple[list[str], list[str]]:
        """Give the texts of shapes that begin over the first filled row, and those below."""
        filled = (row for row, values in enumerate(self.rows) if any(v != "" for v in values))
        first = next(filled, 0)
        above = [text for row, text in self.looks.boxes if row <= first]
        return above, [text for row, text in self.looks.boxes if row > first]

    def first_days(self) -> int:
        """Count the cells that show the first day of a month, which may stand for the month."""
        return sum(
            isinstance(value, date) and value.day == 1 and (row, at) not in self.looks.months
            for row, values in enumerate(self.rows)
            for at, value in enumerate(values)
        )


def compose_workbook(shown: Iterable[Worksheet], hidden: Iterable[str], file: File) -> Content:
    """Give the blocks of all sheets that are shown, and what is doubtful in them.

    Raises `DocumentError` when they are larger than the limits allow.
    """
    composer = Composer(file, sheet_places=True)
    doubts = [Doubt("documents.hidden-sheet", values=(("name", name),)) for name in hidden]
    for worksheet in shown:
        texts = worksheet.texts()
        composer.place = Span(0, 0, sheet=worksheet.name)
        above, below = worksheet.boxes()
        composer.flow(above)
        compose_sheet(Sheet(texts, worksheet.merged), composer)
        composer.flow(below)
        doubts += _doubts(worksheet, texts)
    return Content(tuple(composer.blocks), tuple(doubts))


def _doubts(worksheet: Worksheet, texts: Sequence[Sequence[str]]) -> Iterator[Doubt]:
    first_days = worksheet.first_days()
    if first_days:
        told = (("n", str(first_days)), ("name", worksheet.name))
        yield Doubt("documents.month-or-day", values=told)
    yield from look_doubts(worksheet.name, texts, worksheet.looks)
