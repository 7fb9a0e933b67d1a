"""Numbers of documents (文号): 国办发〔2021〕5号, 省政府令第257号, 财政部2025年第12号公告."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from ...lexicon.words import one_of, words
from ...plan import DocumentNumber
from ..names.names import looks_like_unit
from ..text.closed_up import closed_numbers
from ..text.numerals import number
from ..text.pieces import MOST_FACTS, Piece

Numbered = tuple[int, int, DocumentNumber]
"""Where a number begins and ends, and its parts."""

_HAN = "[\u3007\u4e00-\u9fff]"
_SERIAL = "[0-9]{1,4}|[一二三四五六七八九十百]{1,6}"
_ISSUED = "令|公告|通告"
_NUMBER = re.compile(
    r"(?=[〔（0-9第\s一二三四五六七八九十百])(?:"
    "[〔（]?(?P<year>(?:19|20)[0-9]{2})[〕）]第?(?P<serial>[0-9]{1,4})号?"
    r"|[〔（](?P<year_apart>(?:19|20)[0-9]{2})[〕）]\s?第?(?P<serial_apart>[0-9]{1,4})\s?号"
    "|〔(?P<year_open>20[0-9]{2})(?P<serial_open>[0-9]{1,4})号"
    "|(?<=[发函办字电])(?P<year_bare>20[0-9]{2})第?(?P<serial_bare>[0-9]{1,3})号"
    rf"|(?<=令)\s?(?:〔?(?P<year_order>20[0-9]{{2}})〕?年?)?第?(?P<serial_order>{_SERIAL})号"
    r"|(?<=[令告])（(?:(?P<year_held>20[0-9]{2})年)?第(?P<serial_held>[0-9]{1,4})号）"
    rf"|(?<=[公通]告)\s?(?:(?P<year_told>20[0-9]{{2}})年)?第(?P<serial_told>{_SERIAL})号"
    rf"|(?:(?P<year_turned>20[0-9]{{2}})年)?第(?P<serial_turned>{_SERIAL})号(?P<form_turned>{_ISSUED})"
    rf"|第(?P<serial_first>{_SERIAL})号(?P<agency_first>{_HAN}{{2,20}}令)(?=[）〕，]|公布|发布|$))"
)
_YEAR_IN_BRACKETS = re.compile("[0-9][〕）]")
_AGENCY = re.compile(rf"{_HAN}{{1,20}}$")
_JOINT = re.compile(rf"({_HAN}{{2,20}})[、 和]$")
_REST_OF_DATE = re.compile("(?<=[0-9])[年月日号份]+|(?:[〇○零一二三四五六七八九十]{1,4}[年月日])+")


def document_number(piece: Piece) -> DocumentNumber | None:
    """Give the first document number of a text, its parts told apart, the agency as printed."""
    closed = closed_numbers(piece)
    found = document_numbers(closed.piece if closed else piece)
    return next((number for _, _, number in found), None)


def document_numbers(piece: Piece) -> list[Numbered]:
    """Give the document numbers of a text with their places, in order."""
    if "号" not in piece.folded and not _YEAR_IN_BRACKETS.search(piece.folded):
        return []
    found = (_numbered(match, piece) for match in _NUMBER.finditer(piece.folded))
    told = (one for first in found if first is not None for one in _with_more(first, piece.folded))
    return list(islice(told, MOST_FACTS))


def _with_more(first: Numbered, folded: str) -> Iterator[Numbered]:
    """Give a number with those of the same agency and year behind it: 〔2021〕5号、6号."""
    yield first
    _, end, told = first
    while (match := _MORE.match(folded, end)) is not None:
        end = match.end()
        yield match.start("serial"), end, replace(told, serial=int(match["serial"]))


_MORE = re.compile(r"[、和](?:第)?(?P<serial>[0-9]{1,4})号(?=[，。；、）〕\s]|文|等|和|要求|$)")


def says_how(folded: str) -> bool:
    """Tell whether words say what is done with a document, 根据, and so are no part of it."""
    return _anywhere().search(folded) is not None


def _numbered(match: re.Match[str], piece: Piece) -> Numbered | None:
    parts = [(name.partition("_")[0], value) for name, value in match.groupdict().items()]
    facts = {name: value for name, value in parts if value}
    start = match.start()
    if "agency" in facts:
        agency = piece.text[slice(*match.span("agency_first"))]
    else:
        start = _start_of_agency(piece.folded, match.start())
        if start == match.start():
            return None
        agency = piece.text[start : match.start()] + facts.get("form", "")
    if "form" in facts or _ANNOUNCED.search(agency):
        start = _start_of_joint(piece.folded, start)
        told = piece.text[start : match.start()] + facts.get("form", "")
        agency = _SPACE.sub("、", told.strip())
    if not agency or agency in _nameless():
        return None
    year = int(facts["year"]) if "year" in facts else None
    return start, match.end(), DocumentNumber(agency, number(facts["serial"]), year)


_ANNOUNCED = re.compile("[公通]告$")
_SPACE = re.compile(r"\s+")


@cache
def _nameless() -> frozenset[str]:
    """Give the words for a document that name no agency."""
    return frozenset(words("citations", "number", "nameless"))


def _start_of_agency(folded: str, end: int) -> int:
    """Give where the agency begins that ends at a place: behind a day, and behind 根据."""
    before = _AGENCY.search(folded, max(0, end - 20), end)
    if before is None:
        return end
    start = before.start()
    day = _REST_OF_DATE.match(folded, start, end)
    start = day.end() if day else start
    if (cut := _breaks().match(folded, start, end)) is None:
        return start
    return cut.end() if cut.end() < end or _TURNED.match(folded, end) else start


_TURNED = re.compile("(?:20[0-9]{2}年)?第")


def _start_of_joint(folded: str, start: int) -> int:
    """Give where the first of several issuers begins: 财政部、税务总局."""
    end = start
    while (match := _JOINT.search(folded, max(0, start - 21), start)) is not None:
        begin = _start_of_agency(folded, match.end(1))
        if end - begin > _LONGEST_JOINT or not looks_like_unit(folded[begin : match.end(1)]):
            break
        start = begin
    return start


_LONGEST_JOINT = 24


@cache
def _breaks() -> re.Pattern[str]:
    leading = one_of(words("citations", "number", "leading"))
    return re.compile(rf".*(?:{_anywhere().pattern})(?:{leading})?|(?:{leading})")


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(one_of(words("citations", "number", "breaks")))
