"""Who acts or approves in the wording of a requirement without standing in its unit cell."""

import re
from functools import cache

from ..plan import Actor, Role
from .lexicon import one_of, words
from .names import tells_task
from .pieces import Piece

_NO_ACTOR = re.compile("各|^(?:由|经|其他|以及|对)")
_HEAD = "(?:^|(?<=[。；！？，\n]))\\s*"


def actors(piece: Piece) -> tuple[Actor, ...]:
    """Give the bodies and posts that a text itself says must act, hear or approve."""
    found = [
        Actor(
            name=piece.text[match.start("name") : match.end("name")],
            role=_role(match),
            span=piece.place(*match.span("name")),
            post=bool(match["post"]),
        )
        for match in _subject().finditer(piece.folded)
        if not _NO_ACTOR.search(match["name"]) and not tells_task(match["name"])
    ]
    found += [
        Actor(
            name=piece.text[match.start("name") : match.end("name")],
            role=Role.APPROVER,
            span=piece.place(*match.span("name")),
        )
        for match in _approved().finditer(piece.folded)
    ]
    return tuple(sorted(_apart(found), key=lambda actor: actor.span.start))


def _apart(found: list[Actor]) -> list[Actor]:
    """Of two that share characters, keep the shorter one: 经市审计机关审定 names 市审计机关."""
    kept: list[Actor] = []
    for actor in sorted(found, key=lambda actor: (len(actor.name), actor.span.start)):
        if all(actor.span.end <= k.span.start or k.span.end <= actor.span.start for k in kept):
            kept.append(actor)
    return kept


def _role(match: re.Match[str]) -> Role:
    return Role.APPROVER if _hears().search(match["rest"] or "") else Role.ACTOR


@cache
def _subject() -> re.Pattern[str]:
    ends = one_of(words("posts", "actors", "endings"))
    posts = one_of(words("posts", "posts", "endings"))
    duty = one_of(words("posts", "actors", "duty"))
    hears = one_of(words("posts", "actors", "hears"))
    name = rf"(?P<name>[^，。；：、！？“”《》（）\s]{{0,20}}?(?:(?P<post>{posts})|{ends}))"
    return re.compile(rf"{_HEAD}{name}(?=(?:{duty}|{hears}))(?=(?P<rest>[^，。；]{{0,12}}))")


@cache
def _hears() -> re.Pattern[str]:
    return re.compile(one_of(words("posts", "actors", "hears")))


@cache
def _approved() -> re.Pattern[str]:
    ends = one_of(words("posts", "actors", "endings"))
    verbs = one_of(words("posts", "actors", "approved"))
    return re.compile(
        rf"(?:经|报)(?P<name>[^，。；：、！？“”《》（）\s经报]{{1,16}}?(?:{ends}))(?=(?:{verbs}))"
    )
