"""Names of units taken apart: level, function, kind of body; one function under all its names."""

from functools import cache, lru_cache
from typing import NamedTuple

from ..lexicon.words import lexicon
from .entries import Entry, Register


class Parts(NamedTuple):
    """The parts of a name: 县人社局 is 县, 人力资源和社会保障, 局."""

    level: str
    function: str
    """In its full form where the lexicon knows the short one."""
    suffix: str
    full: str
    """What is printed, without level and suffix."""


@lru_cache(maxsize=4096)
def parts_of(name: str) -> Parts:
    """Take a name apart.

    >>> parts_of("县人社局").function == parts_of("县人力资源和社会保障局").function
    True
    """
    levels = lexicon("register")["levels"]
    level = next((p for p in levels["prefixes"] if name.startswith(p) and len(name) > len(p)), "")
    whole, rest = _without_level("", name), _without_level(level, name[len(level) :])
    # 市监局 and 市场监管局 begin with a function, not with the level 市.
    return whole if whole.full in _full_forms() else rest


def _without_level(level: str, rest: str) -> Parts:
    full_forms = _full_forms()
    suffixes = (*lexicon("register")["levels"]["suffixes"], "")
    ends = [s for s in suffixes if rest.endswith(s) and len(rest) > len(s)] or [""]
    cut = {suffix: rest[: len(rest) - len(suffix)] for suffix in ends}
    suffix = next((s for s in ends if cut[s] in full_forms), ends[0])
    return Parts(level, full_forms.get(cut[suffix], cut[suffix]), suffix, cut[suffix])


def successors(function: str) -> tuple[str, ...]:
    """Give the functions to which reforms moved a function, as it is printed."""
    return tuple(c["to"] for c in lexicon("register")["change"] if function in c["from"])


def renamed(earlier: str, later: str) -> int | None:
    """Give the year in which a reform moved the function of one name to the other.

    >>> renamed("市国土资源局", "市自然资源局")
    2018
    """
    old, new = parts_of(earlier), parts_of(later)
    if old.level != new.level:
        return None
    for change in lexicon("register")["change"]:
        if old.full in change["from"] and new.function == change["to"]:
            year: int = change["since"]
            return year
    return None


@cache
def national_register() -> Register:
    """Give the bodies of the centre with their usual names. It is for looking up, not applied."""
    return Register(
        tuple(
            Entry(
                body["name"],
                tuple(body.get("aliases", ())),
                kind="public-body",
                since=body.get("since"),
                until=body.get("until"),
                before=tuple(body.get("before", ())),
            )
            for body in lexicon("register")["national"]
        )
    )


@cache
def _full_forms() -> dict[str, str]:
    found: dict[str, str] = {}
    for full, *short in lexicon("register")["functions"]["names"]:
        for name in (full, *short):
            found.setdefault(name, full)
    return found
