"""Other documents that a text refers to: 《titles》 and document numbers (文号)."""

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache

from ...lexicon.folding import fold
from ...lexicon.words import all_words, one_of, words
from ...plan import Citation, CitationKind, RegulationKind
from ..text.closed_up import Closed, closed_numbers
from ..text.pieces import MOST_FACTS, Piece
from .document_numbers import Numbered, document_numbers, says_how

_CLAUSE = re.compile("[，。；！？\n]")


def citations(piece: Piece) -> tuple[Citation, ...]:
    """Give the documents that a text refers to, in order; a 文号 in brackets joins its title.

    Of each, titles and numbers, the first `MOST_FACTS` count.
    """
    if "《" not in piece.folded and "号" not in piece.folded:
        return ()
    closed = closed_numbers(piece)
    if closed is None:
        return _citations(piece)
    return tuple(_as_printed(one, piece, closed) for one in _citations(closed.piece))


def _as_printed(citation: Citation, piece: Piece, closed: Closed) -> Citation:
    at = piece.span.start
    start, end = closed.printed(citation.span.start - at, citation.span.end - at)
    return replace(citation, raw=piece.text[start:end], span=piece.place(start, end))


def _citations(piece: Piece) -> tuple[Citation, ...]:
    folded = piece.folded
    titles = _titles(folded)[:MOST_FACTS]
    numbers = document_numbers(piece)
    found: list[Citation] = []
    joined: set[int] = set()
    for index, (start, end) in enumerate(titles):
        limit = titles[index + 1][0] if index + 1 < len(titles) else len(folded)
        at = _number_of_title(folded, end, limit, numbers)
        if at is not None:
            joined.add(at)
        made = _titled(piece, start, end, numbers[at] if at is not None else None)
        if found and made.cue is None and _adjacent(folded, titles[index - 1][1], start):
            made = replace(made, kind=found[-1].kind, cue=found[-1].cue)
        found.append(made)
    spans = titles
    found += [
        _untitled(piece, entry)
        for at, entry in enumerate(numbers)
        if at not in joined and not _inside(spans, entry[0])
    ]
    named = (citation for citation in found if not _is_short_name(citation))
    return tuple(sorted(named, key=lambda citation: citation.span.start))


def grounds(piece: Piece) -> tuple[Citation, ...]:
    """Give the documents that a cell of a column of grounds names; a task accords with them."""
    return tuple(
        found if found.cue else replace(found, kind=CitationKind.ACCORDING_TO)
        for found in citations(piece)
    )


def _is_short_name(citation: Citation) -> bool:
    """Tell whether a title is a kind alone, 《意见》: it stands for one that is told elsewhere."""
    return citation.number is None and fold(citation.title or "") in _kind_words()


def _adjacent(folded: str, end: int, start: int) -> bool:
    """Tell whether one title follows another with only its number or a 、 or 和 between."""
    return bool(_BETWEEN.fullmatch(folded, end, start))


_BETWEEN = re.compile(r"(?:（[^（）]{0,40}）)?[、和与及，]?(?:以及)?\s*")


def _titles(folded: str) -> list[tuple[int, int]]:
    """Give the outermost 《》 with something inside; an unclosed one is passed over."""
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    for match in _BOOK_MARK.finditer(folded):
        if match[0] == "《":
            stack.append(match.start())
        elif stack:
            start = stack.pop()
            while found and found[-1][0] > start:
                found.pop()
            if match.end() - start > 2 and not _SHORT_FOR.search(folded, max(0, start - 8), start):
                found.append((start, match.end()))
    return found


_SHORT_FOR = re.compile("(?:简称|下称|统称)(?:为)?$")
"""What stands behind it is a short name of the title before."""
_BOOK_MARK = re.compile("[《》]")


def _number_of_title(folded: str, end: int, limit: int, numbers: list[Numbered]) -> int | None:
    """Give which number stands in brackets right behind a title, or right behind it."""
    at = bisect_right(numbers, (end - 1, 10**9)) if numbers else 0
    if at < len(numbers) and numbers[at][0] < limit:
        between = folded[end : numbers[at][0]]
        match = _before_number().fullmatch(between)
        if match and not (match["issuer"] and says_how(match["issuer"])):
            return at
    return None


@cache
def _before_number() -> re.Pattern[str]:
    """Match a bracket behind a title, with the day or issuer that may stand before the number."""
    kinds = one_of(words("citations", "number", "behind_title"))
    return re.compile(
        rf"(?:（[^（）0-9]{{1,8}}）)?(?:的(?:{kinds}))?"
        r"\s*(?:[（〔]\s*(?:[0-9〇○零一二三四五六七八九十年月日./\-]{4,14}[由以经]?"
        r"|(?P<issuer>[^（）〔〕《》。；]{1,24}[，\s])|以下简称)?)?"
    )


def _inside(spans: list[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, 10**9)) - 1
    return at >= 0 and place < spans[at][1]


def _titled(piece: Piece, start: int, end: int, numbered: Numbered | None) -> Citation:
    title = "".join(line.strip() for line in piece.text[start + 1 : end - 1].split("\n"))
    kind, cue = _kind(piece, start, end)
    regulation = _regulation(piece.folded[start + 1 : end - 1])
    if regulation is RegulationKind.FORM and kind is CitationKind.MENTIONS:
        kind = CitationKind.KEEPS_FORM
    return Citation(
        raw=piece.text[start:end],
        kind=kind,
        span=piece.place(start, end),
        title=title,
        number=numbered[2] if numbered else None,
        cue=cue,
        regulation_kind=regulation,
    )


def _untitled(piece: Piece, numbered: Numbered) -> Citation:
    start, end, number = numbered
    kind, cue = _kind(piece, start, end)
    letter = "函" in number.agency
    order = number.agency.endswith("令")
    if letter:
        regulation = RegulationKind.OFFICIAL_LETTER
    elif order:
        regulation = RegulationKind.REGULATION_OR_RULE
    else:
        regulation = RegulationKind.NORMATIVE_DOCUMENT
    return Citation(
        raw=piece.text[start:end],
        kind=kind,
        span=piece.place(start, end),
        number=number,
        cue=cue,
        regulation_kind=regulation,
    )


def _kind(piece: Piece, start: int, end: int) -> tuple[CitationKind, str | None]:
    """Give the kind of a citation from the nearest cue before it, else from one behind it."""
    window = piece.folded[max(0, start - 30) : start]
    clause = _CLAUSE.split(window)[-1]
    cues = list(_cue().finditer(clause))
    if cues:
        last = cues[-1]
        at = start - len(clause) + last.start()
        return CitationKind(_cues()[last[0]]), piece.text[at : at + len(last[0])]
    behind = _after().match(piece.folded, end)
    if behind:
        word = behind["cue"]
        return CitationKind(all_words("citations", "after")[word]), word
    return CitationKind.MENTIONS, None


def _regulation(title: str) -> RegulationKind:
    core = _TAIL_BRACKET.sub("", title)
    match = _kinds().search(core)
    if match is None:
        return RegulationKind.UNKNOWN
    return RegulationKind(_kind_words()[match[0]])


_TAIL_BRACKET = re.compile("(?:（[^（）]*）)+$")


@cache
def _kind_words() -> dict[str, str]:
    return all_words("citations", "kinds")


@cache
def _cues() -> dict[str, str]:
    return all_words("citations", "cues")


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(one_of(_cues()))


@cache
def _after() -> re.Pattern[str]:
    after = one_of(all_words("citations", "after"))
    return re.compile(rf"(?:（[^（）]{{0,40}}）)?(?:文件|的)?(?:相关|有关|各项)?(?P<cue>{after})")


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(_kind_words())})$")
