"""The document itself: title, issuer, year, number, addressees, date, what its preamble cites."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from ..documents.document import Paragraph
from ..plan import Citation, DocumentNumber
from .citations import citations, document_number
from .dates import signature_date
from .folding import fold
from .lexicon import one_of, words
from .members import members
from .names import clean, looks_like_unit
from .numbering import printed_number
from .pieces import Piece

_YEAR = re.compile("(20[0-9][0-9])(?=年|[-—–至])")
_LONGEST_TITLE = 90
_HEAD = 60
_NUMBER_LINE = re.compile(r"[（〔]?[^，。；：\s]{1,24}号[）〕]?")
_MARKUP = re.compile(r"[#*>\s]*")
_SPACES = re.compile(r"\s+")


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
    lines = [piece for piece in map(_piece, head) if piece.text]
    ends = [piece for piece in map(_piece, tail[-_HEAD:]) if piece.text]
    titles = _titles(lines[:_HEAD])
    title = _own_title(titles)
    number = _number(lines)
    date = _date(lines, ends)
    body = [piece for piece in lines if piece.text not in titles and not _is_number(piece)]
    return FrontMatter(
        title=title or _first_line(lines),
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


def tells_of_page(folded: str) -> bool:
    """Tell whether a line is the page's own: 来源：县政府办, 发布时间：2026-03-01."""
    return _about_page().match(folded) is not None


def is_title(folded: str) -> bool:
    """Tell whether a line alone reads as the title of a document."""
    return (
        4 < len(folded) <= _LONGEST_TITLE
        and not re.search("[。；！|，：](?!》)", _QUOTED.sub("", folded))
        and printed_number(folded) is None
        and _BREADCRUMB.search(folded) is None
        and bool(_title_end().search(folded))
    )


def is_plan_title(folded: str) -> bool:
    """Tell whether a line alone is the title of a plan, not of the notice that brings it."""
    return (
        is_title(folded)
        and bool(_plan_word().search(folded))
        and not folded.endswith(("的通知", "的函", "的意见"))
    )


_QUOTED = re.compile("《[^》]*》")
_BREADCRUMB = re.compile("[>›»→]|^首页|当前位置|您的位置|您现在的位置")


def _titles(lines: Sequence[Piece]) -> list[str]:
    """Give the titles among the first lines; a title broken over lines is put together."""
    found: list[str] = []
    for at, piece in enumerate(lines):
        if not is_title(piece.folded):
            continue
        title = piece.text
        for before in reversed(lines[max(0, at - 2) : at]):
            if not _opens_title(before, piece):
                break
            title, piece = before.text + title, before
        found.append(_SPACES.sub("", title) if _SPACES.search(title) else title)
    return found


def _opens_title(before: Piece, piece: Piece) -> bool:
    """Tell whether the line before is the first half of a title."""
    folded = before.folded
    if len(folded) > 40 or _is_number(before) or signature_date(folded):
        return False
    if is_title(folded) and not _weak_end().search(folded):
        return False
    if _NO_TITLE.search(folded) or _BREADCRUMB.search(folded) or printed_number(folded):
        return False
    if piece.folded.startswith(("关于", "印发")) and _is_institution(folded.split()[0]):
        return True
    if _begins_title(piece):
        return False
    return bool(_TITLE_WORD.search(folded) or _PLACE_FIRST.match(folded))


def _begins_title(piece: Piece) -> bool:
    """Tell whether a title is whole by itself: long, with a year or an issuer of its own."""
    long = len(piece.text) >= 24
    return long or bool(_YEAR.search(piece.folded) or _issuer_of_title().match(piece.folded))


_NO_TITLE = re.compile("[。；：！|]|^附件|网$|网站$|文件$")
_TITLE_WORD = re.compile("关于|20[0-9]{2}年|工作|推进|加强|深化|贯彻|落实|政府$|委员会$|办公室$")
_PLACE_FIRST = re.compile("[\u4e00-\u9fff]{1,6}[省市县区州盟旗镇乡].")


def _own_title(titles: Sequence[str]) -> str:
    """Of a notice's title and the title of the plan that it brings, give the plan's."""
    plans = [t for t in titles if _plan_word().search(t) and not t.endswith(("通知", "函"))]
    return next(iter([*plans, *titles]), "")


def _first_line(lines: Sequence[Piece]) -> str:
    """Give the first line that may name a document without a title; items and menus name none."""
    return next((p.text[:_LONGEST_TITLE] for p in lines[:_HEAD] if _may_name(p.folded)), "")


def _may_name(folded: str) -> bool:
    return (
        "|" not in folded
        and not folded.endswith(("：", "通知"))
        and printed_number(folded) is None
        and _BREADCRUMB.search(folded) is None
        and not tells_of_page(folded)
    )


def _is_number(piece: Piece) -> bool:
    return bool(_NUMBER_LINE.fullmatch(piece.folded)) and document_number(piece) is not None


def _number(lines: Sequence[Piece]) -> DocumentNumber | None:
    for piece in lines[:_HEAD]:
        label = _metadata("number").search(piece.folded)
        if label and (
            found := document_number(piece.cut(label.end(), min(label.end() + 40, len(piece.text))))
        ):
            return found
        if _is_number(piece):
            return document_number(piece)
    return None


def _date(lines: Sequence[Piece], ends: Sequence[Piece]) -> str | None:
    for piece in (*reversed(ends), *lines):
        if found := signature_date(piece.folded):
            return found
    for piece in lines[:_HEAD]:
        label = _metadata("date").search(piece.folded)
        match = _DATE.search(piece.folded, label.end()) if label else None
        if match:
            return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    return None


_DATE = re.compile("(20[0-9]{2})[-年./]([0-9]{1,2})[-月./]([0-9]{1,2})")


def _year(titles: Iterable[str], number: DocumentNumber | None, date: str | None) -> int | None:
    for title in titles:
        if match := _YEAR.search(title):
            return int(match[1])
    if number is not None and number.year is not None:
        return number.year
    return int(date[:4]) if date else None


def _year_near(lines: Sequence[Piece]) -> int | None:
    """Give the year of a short line near the title: 2026年5月."""
    for piece in lines[:_NEAR]:
        match = _YEAR.search(piece.folded) if len(piece.text) < 50 else None
        if match:
            return int(match[1])
    return None


_NEAR = 8


def _issuer(titles: Sequence[str], lines: Sequence[Piece], ends: Sequence[Piece]) -> str | None:
    for title in titles:
        match = _issuer_of_title().match(fold(title))
        if match and _is_institution(match[1]):
            return _first_of_two(title[: match.end(1)], lines)
    signed = _signature(ends) or _signature(lines) or _issuing_line(lines)
    if signed:
        return signed
    for piece in lines[:_HEAD]:
        label = _metadata("issuer").search(piece.folded)
        if label:
            name = re.split(r"[\s|]+", piece.text[label.end() :].strip(" |\t：:"))[0]
            if _is_institution(name):
                return name
    return None


def _first_of_two(issuer: str, lines: Sequence[Piece]) -> str:
    """Give the first of two issuers that white space keeps apart in the title as printed."""
    for piece in lines[:_HEAD]:
        names = piece.text.split()
        first = names[0]
        if len(names) > 1 and issuer.startswith(first) and len(first) < len(issuer):
            rest = issuer[len(first) :]
            if piece.text.strip().startswith(first) and _is_institution(first):
                return first if _is_institution(rest) else issuer
    return issuer


def _is_institution(name: str) -> bool:
    folded = fold(name)
    return len(folded) > 2 and looks_like_unit(folded) and bool(_institution().search(folded))


def _issuing_line(lines: Sequence[Piece]) -> str | None:
    """Give the unit of a line near the title: 某某县人民政府办公室印发."""
    for piece in lines[:_NEAR]:
        match = _ISSUED.fullmatch(piece.folded)
        if match and len(piece.text) < 60 and _is_institution(match["unit"]):
            return clean(piece.text[match.start("unit") : match.end("unit")])
    return None


_ISSUED = re.compile(
    r"（?(?P<unit>[^\s，。：|（）]{4,30}?)(?:文件|印发|制|）|\s*20[0-9]{2}年[0-9]{1,2}月.*)?"
)


def _signature(lines: Sequence[Piece]) -> str | None:
    """Give the unit that stands right before a signature date."""
    for before, piece in pairwise(lines):
        if signature_date(piece.folded) and _is_institution(clean(before.text)):
            return clean(before.text)
    return None


def _addressees(lines: Sequence[Piece]) -> tuple[str, ...]:
    for piece in lines[:_HEAD]:
        if not piece.folded.endswith("：") or len(piece.folded) > 200:
            continue
        listed = piece.folded[:-1]
        names = [(m.start, m.end) for m in members(listed) if m.end > m.start]
        if names and all(looks_like_unit(listed[a:b]) for a, b in names):
            return tuple(clean(piece.text[a:b]) for a, b in names)
    return ()


@cache
def _about_page() -> re.Pattern[str]:
    return re.compile(one_of(words("titles", "page")))


@cache
def _title_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('titles', 'endings'))})(?:（[^）]*）)*(?:的通知|的函)?$")


@cache
def _plan_word() -> re.Pattern[str]:
    return re.compile(one_of(words("titles", "plan")))


@cache
def _issuer_of_title() -> re.Pattern[str]:
    ends = one_of(words("titles", "issuer", "endings"))
    before = one_of(words("titles", "issuer", "before"))
    return re.compile(rf"(.{{2,30}}?(?:{ends}))(?={before})")


@cache
def _institution() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('titles', 'issuer', 'endings'))})$")


@cache
def _weak_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('titles', 'weak'))})$")


@cache
def _metadata(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(words('titles', 'metadata', key))})\s*[：|\s]\s*")
