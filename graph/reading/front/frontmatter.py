"""The document itself: title, issuer, year, number, addressees, date, what its preamble cites."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...documents.document import Paragraph
from ...plan import Citation, DocumentNumber
from ..text.pieces import Piece
from ..times.dates import SIGNED, signature_date
from .addressees import addressees
from .announcements import Announcement, announcement, is_news
from .citations import citations
from .document_numbers import document_number
from .headlines import headlines, without_spaces
from .institutions import fullest
from .issuers import issuer_of, metadata
from .own_title import brings, brought_title, first_line, own_title
from .titles import HEAD, is_number_line, titles_of
from .years import is_masked, year_of

_MARKUP = re.compile(r"[#*>•·●\s]*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a document says of itself."""

    title: str = ""
    issuer: str | None = None
    year: int | None = None
    number: DocumentNumber | None = None
    date: str | None = None
    addressees: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    news: Announcement | None = None
    """Who issued what, where another part of the file may be what was issued."""

    def or_else(self, whole: "FrontMatter") -> "FrontMatter":
        """Give this part's facts, and those of the whole file where the part has none.

        The file may name the same issuer in full.
        """
        own = {name: getattr(self, name) for name in self.__slots__ if getattr(self, name)}
        if self.issuer and whole.issuer:
            own["issuer"] = fullest(self.issuer, [whole.issuer])
        elif whole.news and whole.news.is_of(self.title):
            own["issuer"] = self.issuer or whole.news.issuer or whole.issuer
        return replace(whole, **own)


def front_matter(
    head: Sequence[Paragraph],
    tail: Sequence[Paragraph],
    opening: Sequence[Paragraph] = (),
    *,
    has_tasks: bool = True,
) -> FrontMatter:
    """Read the paragraphs before the first and after the last requirement.

    The `opening` is the paragraph where the first requirement stands, which news may begin.
    """
    lines, ends = _lines(head), _lines(tail[-HEAD:])
    titles = titles_of(lines[:HEAD])
    title = own_title(titles, has_tasks=has_tasks)
    told = announcement([*lines, *_lines(opening)])
    if told and told.reported and told.quoted:
        title = told.title
    news = told if told and (told.is_of(title) if title else told.quoted) else None
    brought = brought_title(lines)
    title = title or (news.title if news else brought or first_line(lines))
    if has_tasks and brings(title, brought):
        title = brought
    number = _number(lines)
    if is_news([_piece(paragraph) for paragraph in head[:HEAD]]):
        lines = [line for line in lines if _UPLOADED.fullmatch(line.folded) is None]
    date = _date(lines, ends)
    body = [piece for piece in lines if piece.span.table is None and piece.text not in titles]
    return FrontMatter(
        title=title,
        issuer=issuer_of([title, *titles], lines, ends, news.issuer if news else None),
        year=year_of([title, *titles], number, date, lines),
        number=number,
        date=date,
        addressees=addressees(lines),
        citations=tuple(
            found for piece in body if not is_number_line(piece) for found in citations(piece)
        ),
        news=told,
    )


def _lines(paragraphs: Sequence[Paragraph]) -> list[Piece]:
    return headlines([piece for piece in map(_piece, paragraphs) if piece.text])


def _piece(paragraph: Paragraph) -> Piece:
    text = paragraph.text
    return Piece.of(text, paragraph.span).cut(_MARKUP.match(text).end(), len(text))  # type: ignore[union-attr]


def _number(lines: Sequence[Piece]) -> DocumentNumber | None:
    for piece in lines[:HEAD]:
        label = metadata("number").search(piece.folded)
        if label and (
            found := document_number(
                without_spaces(piece.cut(label.end(), min(label.end() + 40, len(piece.text))))
            )
        ):
            return found
        if is_number_line(piece):
            return document_number(piece)
    return None


def _date(lines: Sequence[Piece], ends: Sequence[Piece]) -> str | None:
    for piece in (*reversed(ends), *lines):
        if found := signature_date(piece.folded):
            return found
    for piece in [] if is_masked(lines) else lines[:HEAD]:
        label = metadata("date").search(piece.folded)
        match = _DATE.search(piece.folded, label.end()) if label else None
        if match:
            return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    return next(filter(None, map(_date_of_print, reversed(ends))), None)


def _date_of_print(line: Piece) -> str | None:
    """Give the date of a colophon: 云泽县人民政府办公室　2026年3月1日印发."""
    match = _PRINTED.search(line.folded)
    return signature_date(match["date"]) if match else None


_PRINTED = re.compile(rf"(?P<date>{SIGNED})\s*印发$")
_UPLOADED = re.compile(".{0,12}20[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}.{0,40}")
"""The day when a page was put up, alone in its line: 发布时间：2026-03-01 10:30 浏览量：3."""
_DATE = re.compile("(20[0-9]{2})[-年./]([0-9]{1,2})[-月./]([0-9]{1,2})")
