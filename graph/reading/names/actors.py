"""Who acts or approves in the wording of a requirement without standing in its unit cell."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from ...lexicon.words import one_of, words
from ...plan import Actor, Role
from ..text.pieces import MOST_FACTS, Piece
from .names import tells_task

_NO_ACTOR = re.compile("各|^(?:由|经|其他|以及|对|应)")
_BOUNDS = frozenset("，。；：、！？“”《》（）〔〕 \n\t")
_CLAUSE_ENDS = frozenset("，。；！？ \n\t")
_LONGEST = 24
_MOST_LISTED = 8


def actors(piece: Piece) -> tuple[Actor, ...]:
    """Give the bodies and posts that a text itself says must act, hear or approve."""
    folded, found = piece.folded, list[Actor]()
    if turn := _turn().search(folded):
        subjects = _subject().finditer(folded, max(0, turn.end() - _LONGEST))
        acting = (actor for match in subjects for actor in _acting(piece, match))
        found += islice(acting, MOST_FACTS)
    if "经" in folded or "报" in folded:
        found += islice(_approving(piece), MOST_FACTS)
    return tuple(sorted(_apart(found), key=lambda actor: actor.span.start)) if found else ()


def _approving(piece: Piece) -> Iterator[Actor]:
    for match in _approved().finditer(piece.folded):
        place = match.span("name")
        yield Actor(piece.text[slice(*place)], Role.APPROVER, piece.place(*place))


def _acting(piece: Piece, match: re.Match[str]) -> Iterator[Actor]:
    """Give the subject that ends where a word of duty begins, when it opens its clause."""
    folded, end = piece.folded, match.end()
    hears = not folded.startswith("带头", end) and _hears().search(folded, end, end + 12)
    role = Role.APPROVER if hears else Role.ACTOR
    stretches = _listed(folded, end)
    if not all(_acts(folded[a:b]) for a, b in stretches):
        return
    for a, b in stretches:
        post = bool(match["post"]) if b == end else _is_post(folded[a:b])
        yield Actor(piece.text[a:b], role, piece.place(a, b), post=post)


def _listed(folded: str, end: int) -> list[tuple[int, int]]:
    """Give the name that ends at `end` and those listed before it, back to where a clause opens."""
    found: list[tuple[int, int]] = []
    while True:
        start = end
        while start > max(0, end - _LONGEST) and folded[start - 1] not in _BOUNDS:
            start -= 1
        found.insert(0, (start, end))
        if not start or folded[start - 1] in _CLAUSE_ENDS:
            return found
        end = start - 1
        if folded[end] != "、" or len(found) > _MOST_LISTED or not _ends_as_actor(folded, end):
            return []


def _acts(name: str) -> bool:
    return not _NO_ACTOR.search(name) and not tells_task(name)


def _ends_as_actor(folded: str, end: int) -> bool:
    return bool(_actor_end().search(folded, max(0, end - _LONGEST), end))


def _is_post(name: str) -> bool:
    return name.endswith(tuple(words("posts", "posts", "endings")))


def _apart(found: list[Actor]) -> list[Actor]:
    """Of two that share characters, keep the shorter one: 经市审计机关审定 names 市审计机关."""
    kept: list[Actor] = []
    for actor in sorted(found, key=lambda actor: (len(actor.name), actor.span.start)):
        if all(actor.span.end <= k.span.start or k.span.end <= actor.span.start for k in kept):
            kept.append(actor)
    return kept


@cache
def _turn() -> re.Pattern[str]:
    """Make the pattern of the turn from a subject to its duty; it is found faster than both."""
    endings = (*words("posts", "actors", "endings"), *words("posts", "posts", "endings"))
    last = "".join(sorted({word[-1] for word in endings}))
    duties = (*words("posts", "actors", "duty"), *words("posts", "actors", "hears"))
    return re.compile(rf"[{last}](?:{one_of(duties)})")


@cache
def _subject() -> re.Pattern[str]:
    ends = one_of(words("posts", "actors", "endings"))
    posts = one_of(words("posts", "posts", "endings"))
    duty = one_of(words("posts", "actors", "duty"))
    hears = one_of(words("posts", "actors", "hears"))
    return re.compile(rf"(?:(?P<post>{posts})|{ends})(?=(?:{duty}|{hears}))")


@cache
def _actor_end() -> re.Pattern[str]:
    ends = one_of((*words("posts", "posts", "endings"), *words("posts", "actors", "endings")))
    return re.compile(rf"(?:{ends})$")


@cache
def _hears() -> re.Pattern[str]:
    return re.compile(one_of(words("posts", "actors", "hears")))


@cache
def _approved() -> re.Pattern[str]:
    ends = one_of((*words("posts", "posts", "endings"), *words("posts", "actors", "endings")))
    verbs = one_of(words("posts", "actors", "approved"))
    return re.compile(
        rf"(?:经|报)(?P<name>[^，。；：、！？“”《》（）\s经报]{{1,16}}?(?:{ends}))(?=(?:{verbs}))"
    )
