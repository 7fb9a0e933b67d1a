"""What may be the name of a person, by its surname, and what is one by the post beside it."""

import re
from functools import cache, lru_cache

from ...lexicon.words import listed_words, one_of, words
from .names import is_collective, looks_like_unit


def names_person(text: str) -> bool:
    """Tell whether a folded text may be the name of a person: 陶亮, but not 高新 or 文化.

    >>> names_person("陶亮"), names_person("高新"), names_person("江北区")
    (True, False, False)
    """
    if _name().fullmatch(text) is None or looks_like_unit("".join(text.split())):
        return False
    never = words("persons", "never")
    return text not in listed_words() and not text.startswith(tuple(never)) and not _is_part(text)


def _is_part(text: str) -> bool:
    return text.endswith(tuple(words("persons", "never", "ends")))


@lru_cache(maxsize=1024)
def glued_persons(text: str) -> tuple[int, ...]:
    """Give where names of persons begin that stand without a mark, if only in one way.

    >>> glued_persons("高明程立东"), glued_persons("许泽华陶亮"), glued_persons("欧阳明")
    ((0, 2), (), ())
    """
    ways = _ways(text) if _GLUED.fullmatch(text) else ()
    return ways[0] if len(ways) == 1 and len(ways[0]) > 1 else ()


def _ways(text: str) -> tuple[tuple[int, ...], ...]:
    """Give all ways to cut a text into names of persons, each as the places where they begin."""
    found: list[list[tuple[int, ...]]] = [[()]]
    for end in range(1, len(text) + 1):
        starts = (at for at in range(max(0, end - _LONGEST_NAME), end) if found[at])
        named = [at for at in starts if names_person(text[at:end])]
        found.append([(*way, at) for at in named for way in found[at]])
    return tuple(found[-1])


_GLUED = re.compile("[\u4e00-\u9fff]{4,9}")


def names_officeholder(text: str) -> bool:
    """Tell whether a folded text is a person with a post: 副县长陶亮, 陶副县长, 陶亮书记."""
    match = _officeholder().fullmatch(text)
    if match is None:
        return False
    name = match["after"] or match["before"]
    return not name or names_person(name)


def says_post(text: str) -> bool:
    """Tell whether a folded text is a post of any body alone: 副组长."""
    return bool(_post_alone().fullmatch(text))


@lru_cache(maxsize=1024)
def is_odd_person(text: str) -> bool:
    """Tell whether a folded text is longer than a name and holds neither a post nor a unit.

    So is one that may be several persons, but in more ways than one.

    >>> is_odd_person("达到时序进度"), is_odd_person("县委常委、副县长陶亮")
    (True, False)
    """
    if len(text) <= _LONGEST_NAME:
        return _GLUED.fullmatch(text) is not None and len(_ways(text)) > 1
    if looks_like_unit(text) or is_collective(text):
        return False
    return _post_inside().search(text) is None


_LONGEST_NAME = 5


def without_post(text: str) -> str:
    """Give a folded text without the post that it ends in: 县水利局局长 is of 县水利局."""
    match = _post_behind().search(text)
    return text[: match.start()] if match else text


@cache
def _post_alone() -> re.Pattern[str]:
    return re.compile(_post())


def _names_of(key: str) -> str:
    return one_of(words("persons", "surnames", key))


@cache
def _name() -> re.Pattern[str]:
    given = "(?:[\u4e00-\u9fff]{1,2}| +[\u4e00-\u9fff])"
    return re.compile(f"(?:{_names_of('double')}|{_names_of('words')}){given}")


@cache
def _post() -> str:
    before, bodies, head, whole = (
        one_of(words("persons", "posts", key)) for key in ("before", "bodies", "head", "whole")
    )
    return f"(?:(?:{before})*(?:(?:{bodies})(?:{head})|{whole}))"


@cache
def _officeholder() -> re.Pattern[str]:
    post, name = _post(), _name().pattern
    surname = f"(?:{_names_of('double')}|{_names_of('words')})"
    return re.compile(f"{post}(?P<after>{name})|{surname}{post}|(?P<before>{name}){post}")


@cache
def _post_inside() -> re.Pattern[str]:
    endings = one_of((*words("posts", "posts", "endings"), *words("persons", "posts", "inside")))
    return re.compile(f"{_post()}|{endings}|·")


@cache
def _post_behind() -> re.Pattern[str]:
    return re.compile(f"{_post()}$")
