"""What the cells of a matrix say, and what a legend says of their marks: ●为牵头单位."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ...lexicon.folding import fold
from ...lexicon.roles import Slot
from ...lexicon.words import all_words, lexicon, one_of, words
from ..names.names import says_nothing

Said = tuple[str | Slot, ...]


@lru_cache(maxsize=4096)
def said(text: str) -> Said | None:
    """Give the marks or the role that a cell holds, nothing for a blank one, `None` for others.

    >>> said("●"), said("牵头单位"), said(""), said("县财政局")
    (('●',), (<Slot.LEAD: 'lead'>,), (), None)
    """
    if len(text) > _LONGEST_CELL:
        return None
    plain = "".join(_marked(fold(text)).split())
    if says_nothing(plain):
        return ()
    match = _cell().fullmatch(plain)
    if match is None:
        return None
    if match["word"]:
        return (_roles()[match["word"]],)
    return tuple(dict.fromkeys(match["marks"]))


_LONGEST_CELL = 16


class Legend(NamedTuple):
    """What a legend says of marks: the role of each, `None` where it is nobody's."""

    slots: dict[str, Slot | None]
    others: frozenset[str]
    """Marks that it explains by something else: ●表示已完成."""


def legend_of(lines: Iterable[str], used: frozenset[str]) -> Legend:
    """Read what lines say of the marks that are used; what was said first holds."""
    slots: dict[str, Slot | None] = {}
    others: set[str] = set()
    for line in lines:
        folded = _marked(fold(line))
        for clause in _CLAUSE.findall(folded) if not used.isdisjoint(folded) else ():
            for mark, role in _explained(clause, used):
                if role:
                    slots.setdefault(mark, _roles().get(role))
                else:
                    others.add(mark)
    return Legend(slots, frozenset(others.difference(slots)))


_CLAUSE = re.compile("[^，；。\n]+")


def _explained(clause: str, used: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Give each mark of a clause with the word of its role, blank where other words explain it."""
    found = [m for m in _token().finditer(clause) if not m["mark"] or m["mark"] in used]
    marks = [match for match in found if match["mark"]]
    told = [_role_behind(match, found, clause) for match in marks]
    if not all(told):
        before = [_role_before(match, found) for match in marks]
        told = before if all(before) else told
    for match, role in zip(marks, told, strict=True):
        if role or _says_more(clause[match.end() :]):
            yield match["mark"], role


def _says_more(behind: str) -> bool:
    """Tell whether words stand right behind a mark."""
    words_behind = behind.strip(_QUOTES)
    token = _token().match(words_behind)
    return bool(words_behind) and not (token and token["mark"])


_QUOTES = "”“\"'’‘（）()〔〕：-—=、 "
_NEAR = 14


def _role_behind(mark: re.Match[str], found: Sequence[re.Match[str]], clause: str) -> str:
    """Give the word of a role that a clause tells behind a mark, or behind others beside it."""
    end = mark.end()
    for match in found:
        if match.start() < mark.end():
            continue
        between = clause[end : match.start()]
        if not match["mark"]:
            return match["role"] if len(between) <= _NEAR else ""
        if between.strip(_QUOTES):
            return ""
        end = match.end()
    return ""


def _role_before(mark: re.Match[str], found: Sequence[re.Match[str]]) -> str:
    roles = [match for match in found if not match["mark"] and match.end() <= mark.start()]
    near = bool(roles) and mark.start() - roles[-1].end() <= _NEAR
    return str(roles[-1]["role"]) if near else ""


def _marked(folded: str) -> str:
    """Give a text with marks that are drawn otherwise as the ones they are."""
    return folded.translate(_alike())


@cache
def _alike() -> dict[int, str]:
    listed: dict[str, list[str]] = lexicon("matrix")["marks"]["alike"]
    return {ord(other): mark for mark, others in listed.items() for other in others}


@cache
def _roles() -> dict[str, Slot]:
    return {word: Slot(key) for word, key in all_words("matrix", "words").items()}


def needs_legend(mark: str) -> bool:
    """Tell whether a mark says something only where a legend tells what."""
    return mark in words("matrix", "told_only")


@cache
def _cell() -> re.Pattern[str]:
    """Match a cell of marks, or of a role with or without a mark before it: ●（牵头）."""
    marks = _any_mark()
    behind = one_of(words("matrix", "words_behind"))
    role = f"(?P<word>{one_of(_roles())})(?:{behind})?"
    return re.compile(rf"(?P<marks>(?:{marks})+)|(?:{marks})?[（〔]?{role}[）〕]?")


@cache
def _token() -> re.Pattern[str]:
    """Match a mark, a word of a role or one of nobody in a legend."""
    weak = words("matrix", "weak")
    sure = [word for word in _roles() if word not in {*weak, *words("matrix", "short")}]
    behind = one_of(words("matrix", "words_behind"))
    roles = f"{one_of(sure)}|(?:{one_of(weak)})(?={behind})"
    nobody = one_of(words("matrix", "nobody"))
    marks = rf"(?<![A-Za-z])(?:{_any_mark()})(?![A-Za-z])"
    return re.compile(rf"(?P<mark>{marks})|(?P<role>{roles}|{nobody})")


@cache
def _any_mark() -> str:
    return one_of([*words("matrix", "marks"), *words("matrix", "told_only")])
