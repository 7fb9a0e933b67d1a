"""The words by which a table of tasks is known where no lines show it, from the lexicon."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from typing import Any

from ...ontology.files import ontology_text

_BLANK = re.compile(r"\s+")
_LONGEST = 16


def plain(text: str) -> str:
    """Give a heading without its white space."""
    return _BLANK.sub("", text)


def outline_rank(heading: str) -> int | None:
    """Give how fine a level of the outline a heading names, `None` when it names none."""
    rank: int | None = _lexicon("headings")["text"].get(heading)
    return rank


def is_serial(heading: str) -> bool:
    """Tell whether a heading stands over the numbers of the rows."""
    return heading in _words("serial")


def names_units(heading: str) -> bool:
    """Tell whether a heading stands over units.

    >>> [names_units(heading) for heading in ("牵头单位", "责任分工", "单位", "完成时限")]
    [True, True, False, False]
    """
    if len(heading) > _LONGEST:
        return False
    return heading in _words("owners") or bool(_roles().fullmatch(heading))


def names_persons(heading: str) -> bool:
    """Tell whether a heading stands over persons: 分管领导."""
    return names_units(heading) and heading.endswith(_persons())


def is_heading(heading: str) -> bool:
    """Tell whether the lexicon knows a heading."""
    return (
        outline_rank(heading) is not None
        or any(heading in _words(kind) for kind in ("serial", "deadline", "remark"))
        or names_units(heading)
    )


def head_a_table(headings: Sequence[str]) -> bool:
    """Tell whether headings are those of tasks and units, two of three at least known."""
    known = [heading for heading in headings if is_heading(heading)]
    return (
        3 * len(known) >= 2 * len(headings)
        and any(names_units(heading) for heading in known)
        and any(outline_rank(heading) is not None for heading in known)
    )


@cache
def name_ends() -> tuple[str, ...]:
    """Give the characters behind which a name surely ends with its line."""
    return tuple(_lexicon("units")["lines"]["ends"])


@cache
def outside_names() -> str:
    """Give the characters behind which a line may end without breaking a name."""
    units = _lexicon("units")
    ends = {ending[-1] for ending in (*units["endings"]["words"], *units["lines"]["marks"])}
    return "".join(sorted(ends))


@cache
def _lexicon(name: str) -> dict[str, Any]:
    return tomllib.loads(ontology_text(f"lexicon/{name}.toml"))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(_lexicon("headings")[kind]["words"])


@cache
def _persons() -> tuple[str, ...]:
    return tuple(_lexicon("roles")["bodies"]["person"])


@cache
def _roles() -> re.Pattern[str]:
    """Match a heading made of a word of a role and a word for a body: 牵头及配合单位."""
    roles = _lexicon("roles")
    stem = _any(word for words in roles["stems"].values() for word in words)
    body = _any(word for words in roles["bodies"].values() for word in words)
    level = f"(?:{_any(roles['level']['words'])})?"
    join = "[及其和与、/（(]"
    return re.compile(f"{level}{stem}(?:{join}*{level}{stem})*{level}{body}(?:{join}.{{0,6}})?")


def _any(words: Any) -> str:  # noqa: ANN401
    return f"(?:{'|'.join(sorted(set(words), key=lambda word: (-len(word), word)))})"
