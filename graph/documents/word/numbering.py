"""The lists of a Word document (.docx), from its `numbering.xml` and `styles.xml`."""

from dataclasses import replace
from typing import TYPE_CHECKING

from ..blocks.numbering import Level, NumberedList, Numbering

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEPTHS = range(9)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class WordNumbering:
    """Gives each paragraph the number that Word would show before it."""

    def __init__(self, numbering: "_Element | None", styles: "_Element | None") -> None:
        self._styles = {} if styles is None else _numbered_styles(styles)
        self._numbering = Numbering({} if numbering is None else _lists(numbering, self._styles))

    def label(self, properties: "_Element | None") -> str:
        """Count a paragraph, by its `w:pPr`, and give its number; empty when it has none."""
        reference = self._reference(properties)
        return "" if reference is None else self._numbering.label(*reference)

    def _reference(self, properties: "_Element | None") -> tuple[str, int] | None:
        if properties is None:
            return None
        style = value(properties.find(f"{W}pStyle"))
        inherited = self._styles.get(style or "")
        own = properties.find(f"{W}numPr")
        if own is None:
            return None if inherited is None else (inherited[0], self._depth(inherited, style))
        number = value(own.find(f"{W}numId")) or (inherited[0] if inherited else None)
        depth = value(own.find(f"{W}ilvl"))
        return None if number is None else (number, _integer(depth, 0))

    def _depth(self, inherited: tuple[str, int | None], style: str | None) -> int:
        number, depth = inherited
        listed = self._numbering.lists.get(number)
        levels = listed.levels if listed else {}
        named = (at for at, level in levels.items() if level.paragraph_style == style)
        return depth if depth is not None else next(named, 0)


def value(element: "_Element | None") -> str | None:
    """Give the `w:val` of an element, if there are both."""
    return None if element is None else element.get(f"{W}val")


def _integer(text: str | None, otherwise: int) -> int:
    try:
        return otherwise if text is None else int(text)
    except ValueError:
        return otherwise


def _lists(
    numbering: "_Element", styles: dict[str, tuple[str, int | None]]
) -> dict[str, NumberedList]:
    abstract = {
        element.get(f"{W}abstractNumId", ""): element
        for element in numbering.iterchildren(f"{W}abstractNum")
    }
    points_to = {
        element.get(f"{W}numId", ""): value(element.find(f"{W}abstractNumId")) or ""
        for element in numbering.iterchildren(f"{W}num")
    }
    lists = {}
    for element in numbering.iterchildren(f"{W}num"):
        number = element.get(f"{W}numId", "")
        target = _linked(points_to[number], abstract, points_to, styles)
        if target in abstract:
            lists[number] = _overridden(NumberedList(target, _levels(abstract[target])), element)
    return lists


def _linked(
    target: str,
    abstract: "dict[str, _Element]",
    points_to: dict[str, str],
    styles: dict[str, tuple[str, int | None]],
) -> str:
    """Follow a list that only names a numbering style to the list that defines the style."""
    link = value(abstract[target].find(f"{W}numStyleLink")) if target in abstract else None
    return target if link is None else points_to.get(styles.get(link, ("", None))[0], target)


def _levels(parent: "_Element") -> dict[int, Level]:
    return {
        depth: _level(element)
        for element in parent.iterchildren(f"{W}lvl")
        if (depth := _integer(element.get(f"{W}ilvl"), 0)) in _DEPTHS
    }


def _level(element: "_Element") -> Level:
    def told(name: str) -> str | None:
        return value(element.find(W + name))

    legal = element.find(f"{W}isLgl")
    restart = told("lvlRestart")
    return Level(
        start=_integer(told("start"), 0),
        style=told("numFmt") or _custom_style(element) or "decimal",
        text=told("lvlText") or "",
        space=told("suff") == "space",
        restart=None if restart is None else _integer(restart, 0),
        legal=legal is not None and value(legal) not in {"0", "false"},
        paragraph_style=told("pStyle"),
    )


def _custom_style(element: "_Element") -> str | None:
    """Find the style where Word wraps it for older readers (`mc:AlternateContent`)."""
    return next((value(found) for found in element.iter(f"{W}numFmt")), None)


def _overridden(listed: NumberedList, element: "_Element") -> NumberedList:
    for override in element.iterchildren(f"{W}lvlOverride"):
        at = _integer(override.get(f"{W}ilvl"), 0)
        if at not in _DEPTHS:
            continue
        levels = _levels(override)
        if levels:
            listed.levels[at] = next(iter(levels.values()))
        start = value(override.find(f"{W}startOverride"))
        if start is not None:
            listed.overrides[at] = _integer(start, 1)
            listed.levels[at] = replace(listed.levels.get(at, Level()), start=_integer(start, 1))
    return listed


def _numbered_styles(styles: "_Element") -> dict[str, tuple[str, int | None]]:
    """Give the list and level of each style that has one, of its own or inherited."""
    own: dict[str, tuple[str | None, str | None]] = {}
    based: dict[str, str | None] = {}
    for style in styles.iterchildren(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        numbering = style.find(f"{W}pPr/{W}numPr")
        based[name] = value(style.find(f"{W}basedOn"))
        if numbering is not None:
            own[name] = value(numbering.find(f"{W}numId")), value(numbering.find(f"{W}ilvl"))
    found = {name: _inherited(name, own, based) for name in based}
    return {name: reference for name, reference in found.items() if reference is not None}


def _inherited(
    name: str, own: dict[str, tuple[str | None, str | None]], based: dict[str, str | None]
) -> tuple[str, int | None] | None:
    depth: str | None = None
    seen: set[str] = set()
    at: str | None = name
    while at is not None and at not in seen:
        seen.add(at)
        number, told = own.get(at, (None, None))
        depth = depth if depth is not None else told
        if number is not None:
            return number, None if depth is None else _integer(depth, 0)
        at = based.get(at)
    return None
