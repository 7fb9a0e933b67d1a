"""Who issues a document: its notice, its signature, its letterhead, the page that shows it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from ...lexicon.folding import fold
from ...lexicon.words import one_of, words
from ..names.names import clean
from ..text.pieces import Piece
from ..times.dates import signature_date
from .institutions import fullest, is_institution, issuer_of_title, official
from .page_lines import leads_elsewhere
from .titles import HEAD, YEAR, is_number_line, is_title


def issuer_of(
    titles: Sequence[str], lines: Sequence[Piece], ends: Sequence[Piece], told: str | None
) -> str | None:
    """Give the issuer by what tells most surely, in its fullest form.

    That is the notice, news (`told`), the signature, the title of the plan, the letterhead and
    what the page says; where a page found the text counts only when it names a body in full.
    """
    signed = _signature(ends) or _signature(lines)
    published = list(_metadata_names("issuer", lines))
    found = _metadata_names("source", lines)
    sources = [name for name in found if official().fullmatch(fold(name))]
    ways = (
        _of_titles(filter(_brings, titles), lines),
        told,
        signed,
        _of_titles(titles, lines),
        _letterhead(lines, bare=not sources),
        *published,
    )
    stated = next((name for name in ways if name), None)
    if stated is None:
        return next(iter(sources), None)
    return fullest(stated, [name for name in (signed, *published, *sources) if name])


def _brings(title: str) -> bool:
    """Tell whether a title names who issues it, as that of a notice that brings a plan does."""
    return bool(re.search("印发|转发|关于", fold(title)))


def _of_titles(titles: Iterable[str], lines: Sequence[Piece]) -> str | None:
    for title in titles:
        match = issuer_of_title().match(fold(title))
        if match is None or _OF_MEETING.match(fold(title), match.end(1)) or match[1][0] == "《":
            continue
        if is_institution(match[1]) and not _of_another().search(match[1]):
            return _first_of_two(title[: match.end(1)], lines)
    return None


_OF_MEETING = re.compile(
    "(?:20[0-9]{2}年度?)?第[0-9〇零一二三四五六七八九十]{1,4}次[^，。；]{0,8}会"
)
"""A body's meeting behind its name tells who met, and not who issues what was settled there."""


def _first_of_two(issuer: str, lines: Sequence[Piece]) -> str:
    """Give the first of two issuers that white space or a line keeps apart as printed."""
    for piece in lines[:HEAD]:
        first = piece.text.split()[0]
        rest = issuer.removeprefix(first)
        if len(issuer) > len(rest) > _SHORTEST and is_institution(first) and is_institution(rest):
            return first
    return issuer


_SHORTEST = 4
"""A second issuer has a place in its name; 办公室 belongs to the first."""


def _signature(lines: Sequence[Piece]) -> str | None:
    """Give the unit that stands right before a signature date, the first where several sign."""
    lines = [line for line in lines if not _SEALED_BY.fullmatch(line.folded)]
    for at, (before, piece) in enumerate(pairwise(lines)):
        if signature_date(piece.folded) and (name := _signing(before)):
            above = _signing(lines[at - 1]) if at else None
            return name if above is None or _SHORT.match(above) else above
    return None


_SHORT = re.compile("[省市县区]")
"""Who signs writes the place before the name; cells of a table do not."""
_SEALED_BY = re.compile("（[^（）]{3,30}(?:代章|代)）")


def _signing(line: Piece) -> str | None:
    names = line.text.split()
    if len(names) > 1 and all(map(_may_issue, names)):
        return names[0]
    name = clean(_SEAL.sub("", line.text))
    return name if _may_issue(name) else None


def _may_issue(name: str) -> bool:
    """Tell whether a name is that of a body that issues documents and does not only show them."""
    return is_institution(name) and not fold(name).endswith(tuple(words("titles", "media")))


_SEAL = re.compile(r"\s*[（(][^（）()]{0,3}章[）)]$")


def _letterhead(lines: Sequence[Piece], *, bare: bool) -> str | None:
    """Give the unit of a line near the title: 某某县人民政府办公室印发, or of a line beside it.

    Where the page says in full whose text it shows, a `bare` name beside the title is the site's.
    """
    for at, piece in enumerate(lines[:_NEAR]):
        match = _ISSUED.fullmatch(piece.folded)
        if match is None or len(piece.text) >= 60:
            continue
        name = _signing(piece.cut(*match.span("unit")))
        if name and (match["by"] or (bare and _beside_title(lines, at))):
            return name
    return None


_NEAR = 8
_ISSUED = re.compile(
    r"（?(?P<unit>[^，。：|（）]{4,40}?)"
    r"(?P<by>\s*文件|印发|制|）|（函）|令|\s*20[0-9]{2}年[0-9]{1,2}月.*|\s+20[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2})?"
)


def _beside_title(lines: Sequence[Piece], at: int) -> bool:
    """Tell whether a title stands before or behind a line; numbers and dates may stand between."""
    behind = (line for line in lines[at + 1 : at + 4] if not _between(line))
    before = (line for line in reversed(lines[:at]) if not _between(line))
    beside = (next(behind, None), next(before, None))
    return any(line is not None and is_title(line.folded) for line in beside)


def _between(line: Piece) -> bool:
    told = line.folded in words("titles", "news", "brings")
    return told or is_number_line(line) or signature_date(line.folded) is not None


def _metadata_names(key: str, lines: Sequence[Piece]) -> Iterator[str]:
    """Give the institutions behind a key of the page's metadata."""
    for piece in lines[:HEAD]:
        if (label := metadata(key).search(piece.folded)) and not leads_elsewhere(piece.folded):
            value = piece.cut(label.end(), len(piece.text))
            end = _next_key().search(value.folded)
            name = value.text[: end.start()] if end else value.text
            if _may_issue(name):
                yield name


@cache
def _of_another() -> re.Pattern[str]:
    inside = one_of(words("titles", "issuer", "not_inside"))
    return re.compile(rf"^{YEAR.pattern}|^推进|^做好|{inside}")


@cache
def _next_key() -> re.Pattern[str]:
    """Match what ends a value: white space, a cell, or the next key of the page."""
    own = (word for key in _KEYS for word in words("titles", "metadata", key))
    keys = [*own, *words("titles", "page"), *words("titles", "page", "behind")]
    return re.compile(rf"[\s|]|{one_of(keys)}")


_KEYS = ("number", "issuer", "date", "title")


@cache
def metadata(key: str) -> re.Pattern[str]:
    """Give the pattern of a key of a page's metadata; such keys are spaced out: 文    号."""
    spaced = "|".join(r"\s*".join(word) for word in words("titles", "metadata", key))
    return re.compile(rf"(?:{spaced})\s*[：|\s][：|\s]*")
