"""News that a plan was issued, at the head of the plan or of what is quoted from it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ...lexicon.folding import fold
from ...lexicon.words import one_of, words
from ..text.pieces import Piece
from .institutions import is_institution, places
from .titles import HEAD


@dataclass(frozen=True, slots=True)
class Announcement:
    """Who issued what: 今日，某省人民政府办公厅印发《…方案》."""

    title: str
    issuer: str | None = None
    """The first of several; none where only a place is told: 近日，某县印发《…方案》."""
    quoted: bool = True
    """Whether the title stands in 《》, so that its ends are sure."""
    reported: bool = False
    """Whether a reporter tells it, so that the text is news and its title a headline."""

    def is_of(self, title: str) -> bool:
        """Tell whether it speaks of the document of this title."""
        return _plain(title) in {_plain(self.title), _plain(self.title.removesuffix("的通知"))}


def announcement(lines: Sequence[Piece]) -> Announcement | None:
    """Give the first news of an issued plan; a basis that a plan names is no news of itself."""
    return next(filter(None, map(_announced, lines[:HEAD])), None)


def is_news(lines: Sequence[Piece]) -> bool:
    """Tell whether a reporter or a newspaper tells of a document: its day is that of the news."""
    return any(_of_media().search(line.folded) for line in lines[:HEAD])


@cache
def _of_media() -> re.Pattern[str]:
    return re.compile(f"{reporter()}|{media_behind()}$")


def reporter() -> str:
    """Give a pattern for who tells the news, in brackets: （本报记者 陶亮）."""
    return f"（[^（）]{{0,8}}(?:{one_of(words('titles', 'news', 'reporters'))})[^（）]{{0,16}}）"


def media_behind() -> str:
    """Give a pattern for whose headline it is, in brackets behind it: （云泽新闻网）."""
    return f"（[^（）]{{1,12}}(?:{one_of(words('titles', 'news', 'sites'))})）"


def _announced(line: Piece) -> Announcement | None:
    match = _news().match(line.folded)
    if match is None or not _told().search(line.folded) or _basis().search(line.folded):
        return None
    part = "quoted" if match["quoted"] else "bare"
    title = line.text[slice(*match.span(part))]
    issuer = line.text[slice(*match.span("issuer"))]
    names = issuer.split("、")
    reported = bool(match["reporter"])
    if all(map(is_institution, names)):
        return Announcement(title, names[0], part == "quoted", reported)
    nobody = not issuer or re.fullmatch(f".{{1,8}}(?:{places()})", match["issuer"])
    return Announcement(title, reported=reported) if nobody and match["quoted"] else None


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
    goes_on = f"[\u4e00-\u9fff]{{2,20}}(?:{one_of(words('titles', 'endings'))})[，。]"
    return re.compile(
        rf"(?P<reporter>[^，。《》（）]{{0,24}}{reporter()}\s*)?"
        rf"(?:[^，。《》]{{0,24}}[讯电】]\s*)?(?:{when}，?)?(?:经[^，。]{{2,20}}同意，)?"
        rf"(?P<issuer>[^，。；：《》]{{0,40}}?)(?:于?{when})?(?:正式|联合)?(?:制定)?(?:{brings})了?"
        rf"(?:《(?P<quoted>(?:[^《》]|《[^《》]*》){{4,80}})》(?!{goes_on})"
        r"|(?P<bare>[^，。；：]{6,60}?)(?:的通知)?(?=[，。]|$))"
    )


@cache
def _told() -> re.Pattern[str]:
    """Match what makes a sentence news: a day, or that the document follows."""
    return re.compile(f"{_when()}|{one_of(words('titles', 'news', 'follows'))}")


def _when() -> str:
    days = one_of(words("titles", "news", "when"))
    return f"(?:{days}|(?:20[0-9]{{2}}年)?[0-9]{{1,2}}月[0-9]{{1,2}}日)"
