"""The document itself: title, issuer, year, number, addressees, date, what its preamble cites."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from ..documents.document import Paragraph
from ..lexicon.folding import fold
from ..lexicon.words import words
from ..plan import Citation, DocumentNumber
from .citations import citations, document_number
from .dates import signature_date
from .headlines import headlines
from .members import members
from .names import clean, looks_like_unit
from .pieces import Piece
from .titles import (
    HEAD,
    YEAR,
    first_line,
    is_institution,
    is_number_line,
    issuer_of_title,
    own_title,
    titles_of,
)

_NUMERIC_DATE = re.compile(
    r"(?<![0-9])(?:(?P<year>20[0-9]{2})[/.][0-9]{1,2}[/.][0-9]{1,2}"
    r"|[0-9]{1,2}[/.][0-9]{1,2}[/.](?P<last>20[0-9]{2}))(?![0-9])"
)
_MARKUP = re.compile(r"[#*>\s]*")


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

    def or_else(self, whole: "FrontMatter") -> "FrontMatter":
        """Give this part's facts, and those of the whole file where the part has none."""
        own = {name: getattr(self, name) for name in self.__slots__ if getattr(self, name)}
        return replace(whole, **own)


def front_matter(head: Sequence[Paragraph], tail: Sequence[Paragraph]) -> FrontMatter:
    """Read the paragraphs before the first and after the last requirement."""
    lines = headlines([piece for piece in map(_piece, head) if piece.text])
    ends = [piece for piece in map(_piece, tail[-HEAD:]) if piece.text]
    titles = titles_of(lines[:HEAD])
    title = own_title(titles)
    number = _number(lines)
    date = _date(lines, ends)
    body = [piece for piece in lines if piece.text not in titles and not is_number_line(piece)]
    return FrontMatter(
        title=title or first_line(lines),
        issuer=_issuer([title, *titles], lines, ends),
        year=_year([title, *titles], number, date) or _year_near(lines),
        number=number,
        date=date,
        addressees=_addressees(lines),
        citations=tuple(found for piece in body for found in citations(piece)),
    )


def _piece(paragraph: Paragraph) -> Piece:
    text = paragraph.text
    return Piece.of(text, paragraph.span).cut(_MARKUP.match(text).end(), len(text))  # type: ignore[union-attr]


def _number(lines: Sequence[Piece]) -> DocumentNumber | None:
    for piece in lines[:HEAD]:
        label = _metadata("number").search(piece.folded)
        if label and (
            found := document_number(piece.cut(label.end(), min(label.end() + 40, len(piece.text))))
        ):
            return found
        if is_number_line(piece):
            return document_number(piece)
    return None


def _date(lines: Sequence[Piece], ends: Sequence[Piece]) -> str | None:
    for piece in (*reversed(ends), *lines):
        if found := signature_date(piece.folded):
            return found
    for piece in lines[:HEAD]:
        label = _metadata("date").search(piece.folded)
        match = _DATE.search(piece.folded, label.end()) if label else None
        if match:
            return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    return None


_DATE = re.compile("(20[0-9]{2})[-年./]([0-9]{1,2})[-月./]([0-9]{1,2})")


def _year(titles: Iterable[str], number: DocumentNumber | None, date: str | None) -> int | None:
    for title in titles:
        if match := YEAR.search(title):
            return int(match[1])
    if number is not None and number.year is not None:
        return number.year
    return int(date[:4]) if date else None


def _year_near(lines: Sequence[Piece]) -> int | None:
    """Give the year of a short line near the title: 2026年5月."""
    for piece in lines[:_NEAR]:
        if len(piece.text) >= _LONGEST_DATED:
            continue
        if match := YEAR.search(piece.folded):
            return int(match[1])
        if match := _NUMERIC_DATE.search(piece.folded):
            return int(match["year"] or match["last"])
    return None


_NEAR = 8
_LONGEST_DATED = 50


def _issuer(titles: Sequence[str], lines: Sequence[Piece], ends: Sequence[Piece]) -> str | None:
    signed = _signature(ends) or _signature(lines)
    for title in sorted(titles, key=lambda title: _BRINGS.search(title) is None):
        match = issuer_of_title().match(fold(title))
        if match and is_institution(match[1]) and not YEAR.match(match[1]):
            named = _first_of_two(title[: match.end(1)], lines)
            return signed if signed and _in_full(signed).endswith(_in_full(named)) else named
    signed = signed or _issuing_line(lines)
    if signed:
        return signed
    for piece in lines[:HEAD]:
        label = _metadata("issuer").search(piece.folded)
        if label:
            name = re.split(r"[\s|]+", piece.text[label.end() :].strip(" |\t：:"))[0]
            if is_institution(name):
                return name
    return None


_BRINGS = re.compile("印发|转发")
"""A notice that brings a plan names who issues it."""


def _in_full(name: str) -> str:
    """Give 某县人民政府 for 某县政府."""
    return re.sub("(?<!人民)政府", "人民政府", name)


def _first_of_two(issuer: str, lines: Sequence[Piece]) -> str:
    """Give the first of two issuers that white space keeps apart in the title as printed."""
    for piece in lines[:HEAD]:
        names = piece.text.split()
        first = names[0]
        if len(names) > 1 and issuer.startswith(first) and len(first) < len(issuer):
            rest = issuer[len(first) :]
            if piece.text.strip().startswith(first) and is_institution(first):
                return first if is_institution(rest) else issuer
    return issuer


def _issuing_line(lines: Sequence[Piece]) -> str | None:
    """Give the unit of a line near the title: 某某县人民政府办公室印发."""
    for piece in lines[:_NEAR]:
        match = _ISSUED.fullmatch(piece.folded)
        if match and len(piece.text) < 60 and is_institution(match["unit"]):
            return clean(piece.text[match.start("unit") : match.end("unit")])
    return None


_ISSUED = re.compile(
    r"（?(?P<unit>[^\s，。：|（）]{4,30}?)(?:文件|印发|制|）|\s*20[0-9]{2}年[0-9]{1,2}月.*)?"
)


def _signature(lines: Sequence[Piece]) -> str | None:
    """Give the unit that stands right before a signature date."""
    for before, piece in pairwise(lines):
        if signature_date(piece.folded) and is_institution(clean(before.text)):
            return clean(before.text)
    return None


def _addressees(lines: Sequence[Piece]) -> tuple[str, ...]:
    for piece in lines[:HEAD]:
        if not piece.folded.endswith("：") or len(piece.folded) > 200:
            continue
        listed = piece.folded[:-1]
        names = [(m.start, m.end) for m in members(listed) if m.end > m.start]
        if names and all(looks_like_unit(listed[a:b]) for a, b in names):
            return tuple(clean(piece.text[a:b]) for a, b in names)
    return ()


@cache
def _metadata(key: str) -> re.Pattern[str]:
    """Give the pattern of a key of a page's metadata; such keys are spaced out: 文    号."""
    spaced = "|".join(r"\s*".join(word) for word in words("titles", "metadata", key))
    return re.compile(rf"(?:{spaced})\s*[：|\s]\s*")
