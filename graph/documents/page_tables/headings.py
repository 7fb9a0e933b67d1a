"""How a table of tasks is known by its headings where no lines show it."""

from collections.abc import Sequence
from functools import cache

from ...lexicon.folding import fold
from ...lexicon.headings import Holds, column, outlined
from ...lexicon.words import all_words, lexicon, words


def is_heading(heading: str) -> bool:
    """Tell whether a text is a heading that is known."""
    return column(heading).holds is not Holds.UNKNOWN


def names_units(heading: str) -> bool:
    """Tell whether a heading stands over units.

    >>> [names_units(heading) for heading in ("牵头单位", "責任分工", "单位", "完成时限")]
    [True, True, False, False]
    """
    return column(heading).holds is Holds.OWNERS


def names_persons(heading: str) -> bool:
    """Tell whether a heading stands over persons: 分管领导."""
    return names_units(heading) and fold(heading).endswith(_persons())


def head_a_table(headings: Sequence[str]) -> bool:
    """Tell whether headings are those of tasks and units, two of three at least known.

    A heading that nobody knows may be that of tasks beside numbers, units and times.
    """
    found = [told.holds for told in outlined([*map(column, headings)])]
    unknown = found.count(Holds.UNKNOWN)
    known = set(found)
    tells = {Holds.OWNERS, Holds.REQUIREMENT} <= known or known >= _WITHOUT_TASKS
    return 3 * unknown <= len(found) and tells and place_of_tasks(headings) is not None


_WITHOUT_TASKS = {Holds.SERIAL, Holds.OWNERS, Holds.DEADLINE}


def place_of_tasks(headings: Sequence[str]) -> int | None:
    """Give the place of the tasks: under a known heading, else the unknown one before the units.

    >>> place_of_tasks(["序号", "小区", "刷新点位", "牵头单位", "时限"]), place_of_tasks(["单位"])
    (2, None)
    """
    found = [told.holds for told in outlined([*map(column, headings)])]
    if Holds.REQUIREMENT in found:
        return found.index(Holds.REQUIREMENT)
    units = found.index(Holds.OWNERS) if Holds.OWNERS in found else 0
    return next((at for at in range(units - 1, -1, -1) if found[at] is Holds.UNKNOWN), None)


def bodies_of_matrix(headings: Sequence[str]) -> tuple[int, ...]:
    """Give the places of the bodies that stand beside headings of tasks, over marks; else nothing.

    >>> bodies_of_matrix(["工作任务", "县财政局", "县教育局"]), bodies_of_matrix(["县财政局"])
    ((1, 2), ())
    """
    found = [*map(column, headings)]
    bodies = tuple(at for at, one in enumerate(found) if one.holds is Holds.UNKNOWN)
    if len(bodies) < _FEWEST_BODIES or not all(_is_body(headings[at]) for at in bodies):
        return ()
    known = {
        one.holds for one in outlined([one for one in found if one.holds is not Holds.UNKNOWN])
    }
    return bodies if Holds.REQUIREMENT in known and Holds.OWNERS not in known else ()


_FEWEST_BODIES = 2
_LONGEST_BODY = 16


def _is_body(heading: str) -> bool:
    return len(heading) <= _LONGEST_BODY and fold(heading).endswith(_body_ends())


@cache
def _body_ends() -> tuple[str, ...]:
    return (*words("guesses", "units", "bodies"), *words("units", "places", "lower"), "街道")


def is_mark(text: str) -> bool:
    """Tell whether a text is nothing but marks of a matrix, or a word of a role: ●, √○, 牵头."""
    return bool(text) and (text in _role_words() or all(one in _marks() for one in text))


@cache
def _role_words() -> frozenset[str]:
    return frozenset(all_words("matrix", "words"))


@cache
def _marks() -> frozenset[str]:
    alike: dict[str, list[str]] = lexicon("matrix")["marks"]["alike"]
    drawn = (mark for marks in alike.values() for mark in marks)
    return frozenset(one for one in (*words("matrix", "marks"), *drawn) if not one.isascii())


def _persons() -> tuple[str, ...]:
    return tuple(words("roles", "bodies", "person"))
