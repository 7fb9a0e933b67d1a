"""News that a plan was issued, at the head of the plan or of what is quoted from it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..lexicon.folding import fold
from ..lexicon.words import one_of, words
from .institutions import is_institution
from .pieces import Piece
from .titles import HEAD


@dataclass(frozen=True, slots=True)
class Announcement:
    """Who issued what: 今日，某省人民政府办公厅印发《…方案》."""

    issuer: str
    title: str
    quoted: bool
    """Whether the title stands in 《》, so that its ends are sure."""

    def is_of(self, title: str) -> bool:
        """Tell whether it speaks of the document of this title."""
        return _plain(title) in {_plain(self.title), _plain(self.title.removesuffix("的通知"))}


def announcement(lines: Sequence[Piece]) -> Announcement | None:
    """Give the first news of an issued plan; a basis that a plan names is no news of itself."""
    for piece in lines[:HEAD]:
        match = _news().match(piece.folded)
        if match is None or not _told().search(piece.folded):
            continue
        issuer = piece.text[match.start("issuer") : match.end("issuer")]
        part = "quoted" if match["quoted"] else "bare"
        if is_institution(issuer) and not _BASIS.search(piece.folded):
            return Announcement(issuer, piece.text[slice(*match.span(part))], part == "quoted")
    return None


def _plain(title: str) -> str:
    return re.sub(r"\s+", "", fold(title))


_BASIS = re.compile("(?:制定|制订|提出)(?:本|如下|以下|此)|结合[我本]")
"""Who draws up a plan on the basis of another one says so."""


@cache
def _news() -> re.Pattern[str]:
    when, brings = _when(), one_of(words("titles", "news", "brings"))
    return re.compile(
        rf"(?:[^，。《》]{{0,24}}[讯电】]\s*)?(?:{when}，?)?(?P<issuer>[^，。；：《》]{{3,40}}?)(?:于?{when})?"
        rf"(?:正式|联合)?(?:制定)?(?:{brings})了?"
        r"(?:《(?P<quoted>(?:[^《》]|《[^《》]*》){4,80})》|(?P<bare>[^，。；：]{6,60}?)(?:的通知)?(?=[，。]|$))"
    )


@cache
def _told() -> re.Pattern[str]:
    """Match what makes a sentence news: a day, or that the document follows."""
    return re.compile(f"{_when()}|{one_of(words('titles', 'news', 'follows'))}")


def _when() -> str:
    days = one_of(words("titles", "news", "when"))
    return f"(?:{days}|(?:20[0-9]{{2}}年)?[0-9]{{1,2}}月[0-9]{{1,2}}日)"
