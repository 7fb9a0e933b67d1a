"""Headings of columns that are made of parts: 重点改革任务, 牵头股（室）, 配合."""

import re
from functools import cache, lru_cache

from .roles import Slot, slots_of_stems
from .words import all_words, lexicon, one_of, words


@lru_cache(maxsize=1024)
def made_rank(name: str) -> int | None:
    """Give how fine a level of the outline is whose heading is made of parts, `None` for others.

    >>> made_rank("年度重点任务"), made_rank("政策点"), made_rank("收费项目")
    (23, 24, None)
    """
    match = _of_tasks().fullmatch(name) if len(name) <= _LONGEST else None
    if match is None:
        return None
    made = lexicon("headings")["made"]
    rank = int(made["heads"][match["head"]])
    return rank + _FINER if any(fine in match[0] for fine in made["fine"]) else rank


_LONGEST = 12
_FINER = 6
"""How much finer words such as 具体 make a level."""


@lru_cache(maxsize=1024)
def made_name(name: str) -> bool:
    """Tell whether a heading made of parts stands over the mere names of tasks.

    >>> made_name("省重点民生实事项目名称"), made_name("重点项目"), made_name("企业名称")
    (True, True, False)
    """
    named = _named().fullmatch(name)
    if named is None:
        return name.endswith(tuple(words("headings", "names", "heads"))) and bool(made_rank(name))
    return named["task"] in lexicon("headings")["text"] or made_rank(named["task"]) is not None


@lru_cache(maxsize=1024)
def made_kind(name: str) -> bool:
    """Tell whether a heading made of parts stands over kinds of tasks: 抽查事项类别."""
    match = _kinds().fullmatch(name)
    return match is not None and made_rank(match["task"]) is not None


@lru_cache(maxsize=1024)
def made_chief(name: str) -> bool:
    """Tell whether a heading stands over who is chief of a river or the like: 镇级河长."""
    return bool(_chief().fullmatch(name))


@lru_cache(maxsize=1024)
def tells_about(name: str) -> bool:
    """Tell whether a heading stands over how, where or on whom work is done: 检查对象, 完成率%."""
    return bool(_about().fullmatch(name))


@lru_cache(maxsize=1024)
def made_slot(name: str) -> Slot | None:
    """Give the slot of a heading that only a column has, `None` for others.

    It is a word of a role alone, or one before a body that in a text would be a unit's own name.

    >>> made_slot("配合"), made_slot("责任股"), made_slot("组织科")
    (<Slot.SUPPORT: 'support'>, <Slot.RESPONSIBLE: 'responsible'>, None)
    """
    alone = _alone().get(name)
    if alone is not None:
        return alone
    match = _of_units().fullmatch(name) if len(name) <= _LONGEST else None
    return slots_of_stems(match["stems"]) if match else None


@cache
def _of_tasks() -> re.Pattern[str]:
    made = lexicon("headings")["made"]
    before, heads = one_of(made["before"]), one_of(made["heads"])
    points = f"(?:{one_of(made['points'])})(?=点)"
    level = f"(?:{one_of(words('roles', 'level'))})?"
    return re.compile(f"(?:{level}(?:{before})+(?!点)|{points})(?P<head>{heads})")


@cache
def _named() -> re.Pattern[str]:
    ends = one_of(words("headings", "names", "ends"))
    return re.compile(f"(?P<task>.{{2,{_LONGEST}}})(?:{ends})")


@cache
def _kinds() -> re.Pattern[str]:
    ends = one_of(words("headings", "kind", "ends"))
    return re.compile(f"(?P<task>.{{2,{_LONGEST}}})(?:{ends})")


@cache
def _chief() -> re.Pattern[str]:
    level, chiefs = one_of(words("roles", "level")), one_of(words("headings", "person", "chiefs"))
    return re.compile(f"(?:{level})?(?:{chiefs})")


@cache
def _about() -> re.Pattern[str]:
    units = one_of(body for body in words("roles", "bodies", "unit") if len(body) > 1)
    ends = one_of(words("headings", "about", "ends"))
    return re.compile(f"(?!.*(?:{units}).).{{1,8}}(?:{ends})%?")


@cache
def _of_units() -> re.Pattern[str]:
    stems, bodies = (one_of(words("roles", "column", key)) for key in ("stems", "bodies"))
    level = f"(?:{one_of(words('roles', 'level'))})?"
    return re.compile(
        f"{level}(?P<stems>(?:{stems})(?:[及和与、/]?(?:{stems}))*){level}(?:{bodies})"
    )


@cache
def _alone() -> dict[str, Slot]:
    told = {word: Slot(key) for word, key in all_words("roles", "short").items()}
    return {word: slot for word, slot in told.items() if slot is not Slot.PERSON}
