"""What the columns of a table hold, by their headings."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from .folding import fold
from .made_headings import made_chief, made_kind, made_name, made_rank, made_slot, tells_about
from .roles import Slot, heading_slot, joined_slot
from .words import lexicon, one_of, words

_BLANK = re.compile(r"[\s\u200b\ufeff]+")
_TAIL = re.compile("(?:（[^（）]*）)+$")
_YEARLY = re.compile("^20[0-9]{2}年度?")
_ALL_YEAR = re.compile("^(?:全年|本?年度|本年|当年|今年)(?=..)")
_SO_FAR = re.compile("^(?:截至|截止)?(?:[0-9]{1,2}月?[-—~至])?[0-9]{1,2}月[份底末]?(?=..)")
_JOINS = re.compile("及其|及|和|与|、")


class Holds(StrEnum):
    """What a column holds."""

    SERIAL = "serial"
    SECTION = "section"
    TASK = "task"
    REQUIREMENT = "requirement"
    TEXT = "text"
    """A level of the outline that is not yet told apart from the others."""
    OWNERS = "owners"
    DEADLINE = "deadline"
    REMARK = "remark"
    UNKNOWN = "unknown"


class Column(NamedTuple):
    """One column of a table."""

    holds: Holds
    heading: str
    """As printed, without white space."""
    slot: Slot | None = None
    rank: int = 0
    """How fine a level of the outline is, or could be; greater is finer."""
    guessed: bool = False
    """Its heading is not known, and its cells alone tell what it holds."""


@lru_cache(maxsize=4096)
def column(heading: str) -> Column:
    """Give the column under a printed heading."""
    if len(heading) > _LONGEST:
        return Column(Holds.UNKNOWN, heading)
    printed = _BLANK.sub("", heading)
    return _known(_BLANK.sub("", fold(heading)))._replace(heading=printed)


_LONGEST = 40


def _known(folded: str) -> Column:
    plain = _YEARLY.sub("", folded)
    for name in (plain, _TAIL.sub("", plain), _ALL_YEAR.sub("", plain), _SO_FAR.sub("", plain)):
        found = _by_word(name)
        if found is not None:
            return _with_role_behind(found, plain)
    one_of_several = _by_word(_COUNT_BEHIND.sub("", plain)) if _COUNT_BEHIND.search(plain) else None
    if one_of_several is not None and one_of_several.holds is Holds.OWNERS:
        return one_of_several
    return Column(Holds.UNKNOWN, folded)


_COUNT_BEHIND = re.compile("(?<=..)(?:[0-9]|[一二三四五六])$")
"""What tells one of several columns of units from the others: 责任单位2."""


def _with_role_behind(found: Column, heading: str) -> Column:
    """Give a column of units with the role that a bracket behind its heading says: （牵头）."""
    bracket = _TAIL.search(heading) if found.slot is Slot.RESPONSIBLE else None
    slot = heading_slot(f"{bracket[0].strip('（）')}单位") if bracket else None
    return found._replace(slot=slot) if slot else found


def _by_word(name: str) -> Column | None:
    plain = _plain_headings().get(name) or _made(name)
    if plain is not None:
        return Column(plain, name)
    for key, early in (("goal", GOAL), ("kind", KIND)):
        if name in words("headings", key):
            return Column(Holds.REMARK, name, rank=early)
    rank = _text_rank(name)
    if rank is not None:
        return Column(Holds.TEXT, name, rank=rank)
    slot = _slot(name)
    if slot is not None:
        return Column(Holds.OWNERS, name, slot=slot)
    if made_kind(name):
        return Column(Holds.REMARK, name, rank=KIND)
    told_later = len(name) <= _LONGEST_PROGRESS and _told_later().search(name)
    aside = told_later or tells_about(name) or _is_former(name)
    return Column(Holds.REMARK, name) if aside else None


def _is_former(name: str) -> bool:
    """Tell whether a heading is that of units or times which no longer hold: 原责任单位."""
    told = (word for word in words("headings", "former") if name.startswith(word))
    before = max(told, key=len, default="")
    found = _by_word(name.removeprefix(before)) if before else None
    return found is not None and found.holds in {Holds.OWNERS, Holds.DEADLINE}


def _text_rank(name: str) -> int | None:
    """Give how fine a level of the outline is; of two that are joined, the finer one's."""
    ranks = lexicon("headings")["text"]
    if name in ranks:
        return int(ranks[name])
    if made_name(name):
        return int(ranks["名称"])
    parts = _JOINS.split(name)
    told = [ranks[part] if part in ranks else made_rank(part) for part in parts]
    joined = [int(rank) for rank in told if rank is not None]
    return max(joined) if len(parts) == len(joined) else None


def _slot(name: str) -> Slot | None:
    if name in words("headings", "owners") or name in words("headings", "unit"):
        return Slot.RESPONSIBLE
    if name in words("headings", "beside"):
        return Slot.SUPPORT
    if name in words("headings", "person") or made_chief(name):
        return Slot.PERSON
    return heading_slot(name) or joined_slot(name) or made_slot(name)


GOAL = 16
"""The rank of a goal, as a level of the outline: above the tasks, below their categories."""
MEASURED = -1
"""The rank of a goal that holds mere quantities: a remark, wherever it stands."""
KIND = 9
"""The rank of a kind of tasks, as a level of the outline."""
_TOLD_OF_NAME = 31
"""The rank of what stands right behind the names of tasks and tells what is to be done."""
TASK_RANK = 20
"""The rank of the coarsest column of tasks; those below are of categories."""
_LONGEST_PROGRESS = 9


def tells_span(heading: str) -> bool:
    """Tell whether a heading is a quarter or half of the year, with no more than its aims."""
    told = _told_later().search(fold(heading))
    return told is not None and told["span"] is not None


@cache
def _told_later() -> re.Pattern[str]:
    """Match a heading over how far the work is: 1-10月推进情况, 是否完成, 一季度."""
    told = {key: f"(?:{one_of(listed)})" for key, listed in lexicon("headings")["progress"].items()}
    span = "(?:第?[一二三四1-4]季度|[上下]半年)"
    return re.compile(f"{told['deeds']}{told['states']}$|是否|^(?P<span>{span}){told['aims']}*$")


@cache
def _plain_headings() -> dict[str, Holds]:
    kinds = (Holds.SERIAL, Holds.DEADLINE, Holds.REMARK)
    return {word: kind for kind in kinds for word in words("headings", kind.value)}


def _made(name: str) -> Holds | None:
    """Give what a heading holds that is made of what it counts or limits: 提案编号, 竣工时间."""
    if len(name) > _LONGEST_MADE:
        return None
    if _counted().fullmatch(name):
        return Holds.SERIAL
    return Holds.DEADLINE if _limit().fullmatch(name) else None


_LONGEST_MADE = 10


@cache
def _counted() -> re.Pattern[str]:
    counted = [*words("headings", "counted"), *words("headings", "numbered")]
    return re.compile(f"(?:{one_of(counted)})(?:{one_of(words('headings', 'counted', 'ends'))})")


@cache
def _limit() -> re.Pattern[str]:
    told = {key: f"(?:{one_of(listed)})" for key, listed in lexicon("headings")["limit"].items()}
    made = one_of((*words("headings", "made", "before"), *words("headings", "limit", "joining")))
    return re.compile(
        f"{told['before']}?{told['deeds']}{told['ends']}|.{{2,4}}{told['itself']}"
        f"|(?![及和与])(?:{made})+{told['spans']}"
    )


def outlined(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Tell the levels of the outline apart: the finest holds requirements."""
    columns = _without_late_problems(_with_goals(columns))
    beside = {fold(c.heading) for c in columns}
    ranked = sorted(
        (_rank(c, beside), place) for place, c in enumerate(columns) if c.holds is Holds.TEXT
    )
    levels = _levels(len(ranked))
    found = list(columns)
    for (_, place), holds in zip(ranked, levels, strict=True):
        found[place] = found[place]._replace(holds=holds)
    return tuple(found)


def names_tasks(c: Column) -> bool:
    """Tell whether a column holds no more than the names of tasks: 项目名称, 实事项目."""
    name = fold(c.heading)
    return name in words("headings", "names") or made_name(name)


def _with_goals(columns: Sequence[Column]) -> list[Column]:
    """Take a goal or a kind before the tasks, or without any, for a level of the outline.

    A goal right behind the names of tasks, or behind problems, is what is to be reached.
    """
    tasks = [at for at, c in enumerate(columns) if c.holds is Holds.TEXT and c.rank > GOAL]
    end = tasks[0] if tasks else len(columns)
    named = all(names_tasks(columns[at]) or is_problem(columns[at]) for at in tasks)
    found = list(columns)
    for at, c in enumerate(columns):
        if c.holds is Holds.REMARK and c.rank > 0 and at < end:
            found[at] = c._replace(holds=Holds.TEXT)
        elif c.holds is Holds.REMARK and c.rank == GOAL and named and at - 1 in tasks:
            found[at] = c._replace(holds=Holds.TEXT, rank=_TOLD_OF_NAME)
    return found


def _without_late_problems(columns: list[Column]) -> list[Column]:
    """Take a problem behind the tasks and their units for a remark: what is left to do."""
    tasks = [at for at, c in enumerate(columns) if c.holds is Holds.TEXT and not is_problem(c)]
    units = [at for at, c in enumerate(columns) if c.holds is Holds.OWNERS]
    start = max(min(tasks, default=len(columns)), min(units, default=len(columns)))
    return [
        c._replace(holds=Holds.REMARK, rank=0) if at > start and is_problem(c) else c
        for at, c in enumerate(columns)
    ]


def is_problem(c: Column) -> bool:
    """Tell whether a column of texts holds problems: 存在问题."""
    return c.holds is Holds.TEXT and fold(c.heading) in words("headings", "problem")


def _rank(c: Column, beside: set[str]) -> int:
    finer = lexicon("headings")["coarse_beside"].get(fold(c.heading), ())
    return 0 if beside.intersection(finer) else c.rank


def _levels(count: int) -> list[Holds]:
    if count < 2:
        return [Holds.REQUIREMENT] * count
    tasks = [Holds.TASK] * (count - 2)
    return [Holds.SECTION, *tasks, Holds.REQUIREMENT]
