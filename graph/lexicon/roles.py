"""What headings and labels made of role words say: 牵头单位, 配合部门, 分管领导."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from .folding import fold
from .words import all_words, one_of, words


class Slot(StrEnum):
    """What a heading, label or verb says by itself, before its neighbours are known."""

    LEAD = "lead"
    FUSED = "fused"
    """Lead and doing in one word (牵头落实单位): it tells several names not apart."""
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    SUPERVISE = "supervise"
    PERSON = "person"
    """A leading person (分管领导), never a unit."""


STEMS: dict[str, Slot] = {w: Slot(k) for w, k in all_words("roles", "stems").items()}
"""Every stem of a heading with its slot."""
_JOIN = "及其|及|和|与|、|/|（"


@lru_cache(maxsize=1024)
def heading_slot(heading: str) -> Slot | None:
    """Give the slot of a folded column heading without white space, `None` when it has none.

    >>> heading_slot("牵头单位")
    <Slot.LEAD: 'lead'>
    """
    if "或" in heading:
        either = {heading_slot(part) for part in heading.split("或")}
        return Slot.LEAD if Slot.LEAD in either and None not in either else None
    match = _heading_pattern().fullmatch(_levels().sub("", heading))
    return slot_of(match) if match else None


@lru_cache(maxsize=1024)
def joined_slot(heading: str) -> Slot | None:
    """Give the slot of a heading of several stems before one body, `None` when it is none.

    In running text such stems may be words of the sentence before; a column heading stands alone.

    >>> joined_slot("牵头、责任及配合单位"), joined_slot("责任编辑")
    (<Slot.FUSED: 'fused'>, None)
    """
    match = _joined_pattern().fullmatch(heading)
    return slots_of_stems(match["stems"], person=bool(match["person"])) if match else None


def slots_of_stems(stems: str, *, person: bool = False) -> Slot:
    """Give the slot of one or several stems before one body: 牵头、配合."""
    found = {STEMS[stem] for stem in _stem_pattern().findall(stems)}
    return _slot_of_all(frozenset(found), person=person)


def slot_inside(heading: str) -> Slot:
    """Give the slot of an unknown heading above units by the stems inside it; else responsible.

    >>> slot_inside("配合的单位"), slot_inside("分管联系部门")
    (<Slot.SUPPORT: 'support'>, <Slot.RESPONSIBLE: 'responsible'>)
    """
    found = {STEMS[stem] for stem in _stem_pattern().findall(heading)} - {Slot.PERSON}
    return _slot_of_all(frozenset(found), person=False) if found else Slot.RESPONSIBLE


def slot_of(match: re.Match[str]) -> Slot:
    """Give the slot of what matched a pattern that holds `role_words()`.

    Where a heading speaks of units and of persons, that of the units counts.
    """
    return _slot_of(match["stem"], match["second"], match["rest"], person=bool(match["person"]))


@cache
def _slot_of(stem: str, second: str | None, rest: str, *, person: bool) -> Slot:
    stems = [] if person else [stem, second]
    stems += [part["stem"] or stem for part in _part_pattern().finditer(rest) if part["unit"]]
    return _slot_of_all(frozenset(STEMS[one] for one in stems if one), person=not stems)


def _slot_of_all(slots: frozenset[Slot], *, person: bool) -> Slot:
    if person:
        return Slot.PERSON
    if len(slots) > 1:
        return Slot.FUSED if Slot.LEAD in slots else Slot.RESPONSIBLE
    (found,) = slots
    return Slot.RESPONSIBLE if found is Slot.PERSON else found


def ends_in_body(heading: str) -> bool:
    """Tell whether a heading or label ends as those of units do, in whatever role: 验收单位."""
    return bool(_body_end().search("".join(fold(heading).split())))


@cache
def _body_end() -> re.Pattern[str]:
    return re.compile(f"[\u4e00-\u9fff]{{2}}(?:{one_of(words('roles', 'bodies', 'unit'))})$")


@cache
def _heading_pattern() -> re.Pattern[str]:
    return re.compile(role_words())


@cache
def _levels() -> re.Pattern[str]:
    """Match all but the last of several levels before a role: 年度重点 of 年度重点任务责任单位."""
    level = f"(?:{one_of(words('roles', 'level'))})"
    return re.compile(f"^{level}+(?={level}(?:{one_of(STEMS)}))")


@cache
def _joined_pattern() -> re.Pattern[str]:
    level = f"(?:{one_of(words('roles', 'level'))})?"
    stem = f"{level}?(?:{one_of(STEMS)})）?"
    unit, person = (one_of(words("roles", "bodies", kind)) for kind in ("unit", "person"))
    return re.compile(
        f"(?P<stems>{stem}(?:(?:{_JOIN})?{stem})+){level}(?:(?:{unit})|(?P<person>{person}))"
    )


@cache
def _part_pattern() -> re.Pattern[str]:
    """Match what stands behind the first body of a heading; what stands in brackets explains."""
    unit, person = (one_of(words("roles", "bodies", kind)) for kind in ("unit", "person"))
    level = f"(?:{one_of(words('roles', 'level'))})?"
    join = one_of(join for join in _JOIN.split("|") if join != "（")
    return re.compile(
        f"(?:{join}){level}(?P<stem>{one_of(STEMS)})?{level}(?:(?P<unit>{unit})|{person})"
    )


@cache
def _stem_pattern() -> re.Pattern[str]:
    return re.compile(one_of(STEMS))


@cache
def role_words() -> str:
    """Give the pattern of a word for a role and its body, with the groups `slot_of` reads."""
    unit = one_of(words("roles", "bodies", "unit"))
    person = one_of(words("roles", "bodies", "person"))
    level = f"(?:{one_of(words('roles', 'level'))})?"
    stem = one_of(word for word, key in STEMS.items() if key is not Slot.PERSON)
    any_stem = one_of(STEMS)
    begins = f"(?:{_JOIN}){level}(?:{any_stem})?{level}"
    time = one_of(words("headings", "deadline"))
    rest = f"(?P<rest>(?:{begins}(?:{unit}|{person})）?)*)(?:{begins}）?|(?:{_JOIN}){time})?"
    named_unit = (
        rf"{level}?(?P<stem>{any_stem})(?:(?:{_JOIN})(?P<second>{stem})）?)?{level}"
        rf"(?:(?P<unit>{unit})|(?P<person>{person}))"
    )
    return named_unit + rest
