"""The supervision ledger 督办台账 as .xlsx: one line a requirement, one sheet a unit, print-ready.

Every text of a document is written as text: never as a formula, a number or a link.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from ..ontology.language import Language, language
from .labels import title_of
from .ledger_content import sheets
from .ledger_sheets import Column, Link, Sheet, Value
from .own import mark_workbook
from .wording import legal, lines_in

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from ..graph.network.diagnosis import Diagnosis
    from ..graph.network.ownership import Ownership
    from ..graph.plan import Plan

FIXED_DATE = datetime(2000, 1, 1)
"""Stands as the day of creation, so that the same ledger is the same bytes."""
LONGEST_TEXT = 32767
"""Characters that a cell can hold."""
TALLEST_ROW = 409
LINE = 15.5
"""Points that a line of text takes."""
A3, A4 = 8, 9
FONT = "Microsoft YaHei"
SOON = 30
"""A day that is due within so many days is coloured amber, one that has passed red."""
TINTS = {
    "red": ("#F8CBCB", "#8B1A1A"),
    "amber": ("#FFF2CC", "#7F6000"),
    "green": ("#C6E7CE", "#0F5323"),
    "blue": ("#DDEBF7", "#1F4E79"),
}


def ledger_bytes(
    plans: "Sequence[Plan]",
    diagnoses: "Mapping[str, Diagnosis]",
    ownership: "Ownership",
    lang: Language | None = None,
) -> bytes:
    """Give the ledger of one or more plans as the bytes of a workbook, the same each time."""
    from xlsxwriter import Workbook

    chosen = lang or language()
    stream = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, settings) as book:
        book.set_properties({"created": FIXED_DATE, "title": legal(title_of(plans[0])[:250])})
        mark_workbook(book)
        _Writer(book).write(sheets(plans, diagnoses, ownership, chosen))
    return stream.getvalue()


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Give names that a workbook accepts: at most 31 characters, none twice whatever the case.

    >>> sheet_names(["公安局", "公安局", "a/b", "A:B"])
    ['公安局', '公安局 2', 'a b', 'A B 2']
    """
    taken: set[str] = {"history"}
    names = []
    for name in wanted:
        clean = re.sub(r"[\[\]:*?/\\\s]+", " ", legal(name)).strip("' ") or "–"
        number = 1
        fitted = _fitted(clean, "")
        while fitted.lower() in taken:
            number += 1
            fitted = _fitted(clean, f" {number}")
        taken.add(fitted.lower())
        names.append(fitted)
    return names


def _fitted(name: str, ending: str) -> str:
    # Excel counts UTF-16 units, two for the rare characters beyond the basic plane.
    room = 31 - len(ending)
    while len(name.encode("utf-16-le")) // 2 > room:
        name = name[:-1]
    return name.strip("' ") + ending


class _Writer:
    """Writes sheets into a workbook, all in one style."""

    def __init__(self, book: "Workbook") -> None:
        self.book = book
        cell = {"font_name": FONT, "font_size": 10, "valign": "vcenter", "border": 1}
        cell |= {"border_color": "#BFC5CC", "text_wrap": True}
        self.text = book.add_format(cell)
        self.centred = book.add_format(cell | {"align": "center"})
        self.day = book.add_format(cell | {"align": "center", "num_format": "yyyy-mm-dd"})
        self.link = book.add_format(cell | {"font_color": "#0B5CAD", "underline": 1})
        head = {"bold": True, "bg_color": "#E7EEF6", "align": "center"}
        self.head = book.add_format(cell | head)
        self.title = book.add_format(
            {"font_name": FONT, "font_size": 14, "bold": True, "valign": "vcenter"}
        )
        self.tints = {
            name: book.add_format({"bg_color": back, "font_color": ink})
            for name, (back, ink) in TINTS.items()
        }

    def write(self, all_sheets: Sequence[Sheet]) -> None:
        """Write the sheets in their order."""
        names = sheet_names(sheet.name for sheet in all_sheets)
        places = {sheet.key: name for sheet, name in zip(all_sheets, names, strict=True)}
        for sheet, name in zip(all_sheets, names, strict=True):
            self.sheet(sheet, self.book.add_worksheet(name), places)

    def sheet(self, sheet: Sheet, page: "Worksheet", places: dict[str, str]) -> None:
        """Write one sheet: a title, the headings, the rows."""
        page.set_row(0, 26)
        page.write_string(0, 0, _cell_text(sheet.title), self.title)
        page.set_row(1, 15.5 * max(lines_in(c.title, c.width) for c in sheet.columns) + 6)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(1, place, column.title, self.head)
        for number, row in enumerate(sheet.rows, 2):
            page.set_row(number, _height(row, sheet.columns))
            for place, (value, column) in enumerate(zip(row, sheet.columns, strict=True)):
                self.cell(page, (number, place), value, column, places)
        self.choices(sheet, page)
        self.frame(sheet, page)

    def cell(
        self,
        page: "Worksheet",
        at: tuple[int, int],
        value: Value,
        column: Column,
        places: dict[str, str],
    ) -> None:
        """Write one cell: a number as a number, everything else as plain text."""
        form = self.centred if column.centred else self.text
        if value is None or value == "":
            page.write_blank(*at, None, form)
        elif isinstance(value, int | float):
            page.write_number(*at, value, form)
        elif isinstance(value, date):
            page.write_datetime(*at, datetime(value.year, value.month, value.day), self.day)
        elif isinstance(value, Link):
            inside = places[value.key].replace("'", "''")
            page.write_url(*at, f"internal:'{inside}'!A1", self.link, _cell_text(value.text))
        else:
            page.write_string(*at, _cell_text(value), form)

    def choices(self, sheet: Sheet, page: "Worksheet") -> None:
        """Give columns their drop-downs, colours and bars."""
        last = max(2, len(sheet.rows) + 1)
        for place, column in enumerate(sheet.columns):
            area = (2, place, last, place)
            if column.choices:
                page.data_validation(*area, {"validate": "list", "source": list(column.choices)})
            for word, tint in column.tints:
                rule = {"type": "cell", "criteria": "==", "value": f'"{word}"'}
                page.conditional_format(*area, rule | {"format": self.tints[tint]})
            if column.kind == "due":
                for formula, tint in _when_due(place, sheet.columns):
                    rule = {"type": "formula", "criteria": formula}
                    page.conditional_format(*area, rule | {"format": self.tints[tint]})
            if column.kind == "bar":
                bar = {"type": "data_bar", "bar_color": "#9CC3E6", "bar_solid": True}
                page.conditional_format(*area, bar | {"min_type": "num", "min_value": 0})

    def frame(self, sheet: Sheet, page: "Worksheet") -> None:
        """Freeze, filter and set up the paper."""
        page.freeze_panes(2, sheet.frozen)
        if sheet.rows and sheet.filtered:
            page.autofilter(1, 0, len(sheet.rows) + 1, len(sheet.columns) - 1)
        page.repeat_rows(1)
        page.set_landscape()
        page.set_paper(A3 if sheet.wide else A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.set_footer("&C&P / &N")


def _when_due(place: int, columns: Sequence[Column]) -> Iterator[tuple[str, str]]:
    """Give the rules that colour a day on the day of reading, and their colours."""
    from xlsxwriter.utility import xl_col_to_name

    day = f"${xl_col_to_name(place)}3"
    unless = "".join(
        f',${xl_col_to_name(at)}3<>"{column.closing}"'
        for at, column in enumerate(columns)
        if column.closing
    )
    yield f"=AND(ISNUMBER({day}),{day}<TODAY(){unless})", "red"
    yield f"=AND(ISNUMBER({day}),{day}>=TODAY(),{day}<=TODAY()+{SOON}{unless})", "amber"


def _height(row: Sequence[Value], columns: Sequence[Column]) -> float:
    texts = (value.text if isinstance(value, Link) else str(value or "") for value in row)
    lines = max(
        lines_in(text, column.width - 2) for text, column in zip(texts, columns, strict=True)
    )
    return min(TALLEST_ROW, LINE * lines + 5)


def _cell_text(given: str) -> str:
    text = legal(given)
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"
