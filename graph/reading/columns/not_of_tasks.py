"""Tables with units and texts that are none of tasks: of persons, contacts, fees, figures."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds, column
from ...lexicon.roles import Slot
from ...lexicon.words import one_of, words
from .cell_kinds import Kind


def heads_none(headings: Iterable[str]) -> bool:
    """Tell whether one of the headings stands in tables of other kinds: 姓名, 收费标准."""
    plain = [_plain(heading) for heading in headings]
    if any(_heads("words").search(text) or _heads("posts").search(text) for text in plain):
        return True
    return any(map(_heads("contacts").search, plain)) and not any(map(is_sure, plain))


def heads_posts(headings: Iterable[str]) -> bool:
    """Tell whether one of the headings stands in tables of posts to be filled: 岗位要求."""
    return any(_heads("posts").search(_plain(heading)) for heading in headings)


def heads_people(headings: Sequence[str]) -> bool:
    """Tell whether headings are of a list of persons, and none surely of tasks: 姓名, 职务."""
    listed = any(_plain(heading) in words("guesses", "never", "people") for heading in headings)
    return listed and not any(map(is_sure, headings))


def is_sure(heading: str) -> bool:
    """Tell whether a heading of texts is surely one of tasks."""
    folded = _plain(heading)
    known = column(folded).holds is Holds.TEXT
    return known and any(word in folded for word in words("guesses", "tasks", "sure"))


def titles_none(lines: Iterable[str]) -> bool:
    """Tell whether a line above a table is the title of a list of another kind: 通讯录."""
    short = (fold(line) for line in lines if len(line) <= _LONGEST_TITLE)
    return any(_heads("titles").search(line) for line in short if not _SENTENCE.search(line))


_LONGEST_TITLE = 60
_SENTENCE = re.compile("[：。；]")


def lists_others(columns: Sequence[Column], kinds: Sequence[Kind]) -> bool:
    """Tell whether columns with unknown headings list persons, telephones or several figures."""
    told = list(zip(columns, kinds, strict=True))
    persons = any(kind is Kind.PERSONS and not _may_head_persons(c.heading) for c, kind in told)
    figures = sum(kind is Kind.FIGURES for kind in kinds)
    return persons or Kind.TELEPHONES in kinds or figures > 1


def lists_projects_or_powers(headings: Sequence[str]) -> bool:
    """Tell whether headings are of projects, powers or meetings, with nobody who has a task.

    >>> lists_projects_or_powers(["项目名称", "总投资", "项目业主"])
    True
    >>> lists_projects_or_powers(["项目名称", "总投资", "项目业主", "责任单位"])
    False
    """
    return _lists_others(tuple(headings))


@lru_cache(maxsize=1024)
def _lists_others(headings: tuple[str, ...]) -> bool:
    if not any(_others().search(_plain(heading)) for heading in headings):
        return False
    owning = [c for c in map(column, headings) if c.holds is Holds.OWNERS]
    units = [_plain(c.heading) for c in owning if c.slot is not Slot.PERSON]
    return all(map(_is_weak, units)) and not any(map(is_sure, headings))


def _is_weak(heading: str) -> bool:
    told = any(word in heading for word in words("guesses", "others", "never"))
    return not told and heading.endswith(tuple(words("guesses", "others", "weak")))


@cache
def _others() -> re.Pattern[str]:
    return re.compile(one_of(words("guesses", "others")))


def _may_head_persons(heading: str) -> bool:
    return any(word in fold(heading) for word in words("guesses", "persons", "headings"))


def _plain(heading: str) -> str:
    return fold("".join(heading.split()))


@cache
def _heads(key: str) -> re.Pattern[str]:
    return re.compile(one_of(words("guesses", "never", key)))
