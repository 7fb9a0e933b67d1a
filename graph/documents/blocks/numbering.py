"""Automatic numbers of word processors, written out as the page shows them: 一、 （一） 1.

The model is that of WordprocessingML (ECMA-376 part 1, 17.9), which the binary format shares: a
paragraph names a list and a level; lists that share an abstract list share its counters.
"""

import re
from dataclasses import dataclass, field
from functools import partial

from .numerals import write_number

_PLACE = re.compile(r"%([1-9])")
_CLOSED = tuple("、．.）)，,：:〕】]")


@dataclass(frozen=True, slots=True)
class Level:
    """How the numbers of one level of a list are counted and written."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    """With `%1` … `%9` where the numbers of the levels go."""
    space: bool = False
    """A space follows the number."""
    restart: int | None = None
    """The level, from 1, after which it starts anew; 0 for never, `None` for any higher level."""
    legal: bool = False
    """Numbers of all levels are written in digits."""
    paragraph_style: str | None = None


@dataclass(slots=True)
class NumberedList:
    """A list as paragraphs name it."""

    abstract: str
    levels: dict[int, Level]
    overrides: dict[int, int] = field(default_factory=dict)
    """Levels that start anew, at which number, when the list is first used."""


class Numbering:
    """The lists of one document and where their counters stand."""

    def __init__(self, lists: dict[str, NumberedList]) -> None:
        self.lists = lists
        self._counters: dict[str, dict[int, int]] = {}

    def label(self, name: str, depth: int) -> str:
        """Count one paragraph of a list, at a level from 0, and give its number."""
        listed = self.lists.get(name)
        level = listed.levels.get(depth) if listed else None
        if listed is None or level is None:
            return ""
        self._count(listed, depth)
        return self._written(listed, level)

    def _count(self, listed: NumberedList, depth: int) -> None:
        counters = self._counters.setdefault(listed.abstract, {})
        for at, start in sorted(listed.overrides.items()):
            counters[at] = start - (at >= depth)
        listed.overrides.clear()
        for at in range(depth + 1):
            counters.setdefault(at, listed.levels.get(at, Level()).start - (at == depth))
        counters[depth] += 1
        for at, level in listed.levels.items():
            if at > depth and level.restart != 0 and depth < (level.restart or at):
                counters.pop(at, None)

    def _written(self, listed: NumberedList, level: Level) -> str:
        if level.style == "bullet":
            return ""
        number = partial(_number, level, listed.levels, self._counters[listed.abstract])
        return _PLACE.sub(number, level.text) + " " * level.space


def _number(
    level: Level, levels: dict[int, Level], counters: dict[int, int], match: re.Match[str]
) -> str:
    at = int(match[1]) - 1
    style = "decimal" if level.legal else levels.get(at, level).style
    return write_number(counters.get(at, 1), style)


def numbered(label: str, text: str) -> str:
    """Put an automatic number before its text, apart from it where the two would run together.

    >>> numbered("（一）", "总则"), numbered("1.", "5米以内"), numbered("3", "修缮渡口")
    ('（一）总则', '1. 5米以内', '3 修缮渡口')
    """
    runs_together = not label.endswith((*_CLOSED, " ")) or text[:1].isdigit()
    return f"{label} {text}" if label and text and runs_together else label + text
