"""News that a plan was issued, at the head of the plan or of what is quoted from it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..lexicon.folding import fold
from ..lexicon.words import one_of, words
from .institutions import is_institution, places
from .pieces import Piece
from .titles import HEAD


@dataclass(frozen=True, slots=True)
class Announcement:
    """Who issued what: 今日，某省人民政府办公厅印发《…方案》."""

    title: str
    issuer: str | None = None
    """The first of several; none where only a place is told: 近日，某县印发《…方案》."""
    quoted: bool = True
    """Whether the title stands in 《》, so that its ends are sure."""

    def is_of(self, title: str) -> bool:
        """Tell whether it speaks of the document of this title."""
        return _plain(title) in {_plain(self.title), _plain(self.title.removesuffix("的通知"))}


def announcement(lines: Sequence[Piece]) -> Announcement | None:
    """Give the first news of an issued plan; a basis that a plan names is no news of itself."""
    return next(filter(None, map(_announced, lines[:HEAD])), None)


def _announced(line: Piece) -> Announcement | None:
    match = _news().match(line.folded)
    if match is None or not _told().search(line.folded) or _basis().search(line.folded):
        return None
    part = "quoted" if match["quoted"] else "bare"
    title = line.text[slice(*match.span(part))]
    issuer = line.text[slice(*match.span("issuer"))]
    names = issuer.split("、")
    if all(map(is_institution, names)):
        return Announcement(title, names[0], part == "quoted")
    nobody = not issuer or re.fullmatch(f".{{1,8}}(?:{places()})", match["issuer"])
    return Announcement(title) if nobody and match["quoted"] else None


def _plain(title: str) -> str:
    return re.sub(r"\s+", "", fold(title))


@cache
def _basis() -> re.Pattern[str]:
    """Match who acts on the basis of another one's document, or draws up a plan on it."""
    acts = one_of(words("titles", "news", "acts"))
    return re.compile(
        f"》(?:（[^）]*）)?(?:后|，[^，。；：]{{2,12}}?(?:{acts}))"
        "|(?:制定|制订|提出)(?:本|如下|以下|此)|结合[我本]|为(?:贯彻|落实|抓好)"
    )


@cache
def _news() -> re.Pattern[str]:
    when, brings = _when(), one_of(words("titles", "news", "brings"))
    return re.compile(
        rf"(?:[^，。《》]{{0,24}}[讯电】]\s*)?(?:{when}，?)?(?:经[^，。]{{2,20}}同意，)?"
        rf"(?P<issuer>[^，。；：《》]{{0,40}}?)(?:于?{when})?(?:正式|联合)?(?:制定)?(?:{brings})了?"
        r"(?:《(?P<quoted>(?:[^《》]|《[^《》]*》){4,80})》|(?P<bare>[^，。；：]{6,60}?)(?:的通知)?(?=[，。]|$))"
    )


@cache
def _told() -> re.Pattern[str]:
    """Match what makes a sentence news: a day, or that the document follows."""
    return re.compile(f"{_when()}|{one_of(words('titles', 'news', 'follows'))}")


def _when() -> str:
    days = one_of(words("titles", "news", "when"))
    return f"(?:{days}|(?:20[0-9]{{2}}年)?[0-9]{{1,2}}月[0-9]{{1,2}}日)"
