"""What a web page marks in its text: crossed out, deleted and inserted stretches."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...plan import Doubt
from ..blocks.changes import change_doubts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS = frozenset({"s", "strike", "del"})
_CROSSING = re.compile(r"text-decoration(?:-line)?\s{0,9}:[^;{}]{0,60}?line-through", re.IGNORECASE)
_CLASS = re.compile(r"\.([\w-]+)")


def is_deleted(element: "HtmlElement") -> bool:
    """Tell whether a tracked change took the text out: Word says when and by whom."""
    return element.tag == "del" and _is_tracked(element)


def _is_tracked(element: "HtmlElement") -> bool:
    return element.get("datetime") is not None or element.get("cite") is not None


@dataclass(slots=True)
class WebMarks:
    """Counts the marks while a page is walked."""

    classes: frozenset[str] = frozenset()
    """The classes whose text the style sheets of the page cross out."""
    struck: int = 0
    insertions: int = 0
    deletions: int = 0
    _depth: int = 0
    """How many elements that cross out stand around the text."""
    _is_told: bool = False
    _is_crossed: bool = False
    """The text before was crossed out."""

    @classmethod
    def of(cls, root: "HtmlElement") -> "WebMarks":
        """Read the style sheets that stand in the page; `.xl68 {text-decoration: line-through}`."""
        rules = (
            rule.partition("{")
            for style in root.iter("style")
            for rule in (style.text or "").split("}")
        )
        crossing = (selectors for selectors, _, told in rules if _CROSSING.search(told))
        return cls(frozenset(name for names in crossing for name in _CLASS.findall(names)))

    def enter(self, element: "HtmlElement") -> None:
        """Note an element that is shown as it begins."""
        self.insertions += element.tag == "ins" and _is_tracked(element)
        if self._crosses(element):
            self._is_told = self._is_told and self._depth > 0
            self._depth += 1

    def leave(self, element: "HtmlElement") -> None:
        """Note an element that is shown as it ends."""
        self._depth -= self._crosses(element)

    def text(self, text: str) -> bool:
        """Note the text that stands where the walk is; tell whether a crossing begins or ends."""
        if self._depth and not self._is_told and text.strip():
            self.struck += 1
            self._is_told = True
        turns = self._is_crossed != (self._depth > 0)
        self._is_crossed = self._depth > 0
        return turns

    def doubts(self) -> Iterator[Doubt]:
        """Tell of tracked changes and of text that is crossed out."""
        return change_doubts(self.insertions, self.deletions, self.struck)

    def _crosses(self, element: "HtmlElement") -> bool:
        return (
            element.tag in _TAGS
            or bool(_CROSSING.search(element.get("style", "")))
            or not self.classes.isdisjoint(element.get("class", "").split())
        )
