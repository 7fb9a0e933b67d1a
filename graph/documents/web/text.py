"""The look of web text: what breaks a line, what is hidden, how white space collapses."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ..blocks.numerals import write_number

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BREAKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main"),
        *("nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "tr", "ul"),
    }
)
_UNSEEN = frozenset(
    {
        *("area", "audio", "base", "button", "canvas", "datalist", "head", "iframe"),
        *("input", "link", "map", "meta", "noframes", "noscript", "object", "script", "select"),
        *("style", "svg", "template", "textarea", "title", "video"),
    }
)
_HIDING = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff]")
_TYPES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_STYLES = {
    "none": "none",
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}


def is_unseen(element: "HtmlElement") -> bool:
    """Tell whether a browser would not show the element."""
    return (
        element.tag in _UNSEEN
        or element.get("hidden") is not None
        or bool(_HIDING.search(element.get("style", "")))
    )


def holds_table(element: "HtmlElement") -> bool:
    """Tell whether what is not shown is a table of several rows, which a click may show."""
    if element.tag in _UNSEEN:
        return False
    filled = (row for row in element.iter("tr") if row.text_content().strip())
    return len(list(islice(filled, 2))) > 1


def collapse(text: str) -> str:
    r"""Collapse white space as CSS Text 3, 4.1 does: a line break between wide letters vanishes.

    >>> collapse(" 县财\n  政局、 County  Office ")
    '县财政局、 County Office'
    """
    return _SPACE.sub(_space, text).replace("\xa0", " ").strip()


def _space(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    joins = "\n" in match[0] and _WIDE.match(before) and _WIDE.match(after)
    return "" if joins else " "


@dataclass(slots=True)
class Listing:
    """A list while its items are counted."""

    style: str
    """A numbering style; `none` for a list without numbers."""
    following: int = 1

    @classmethod
    def of(cls, element: "HtmlElement") -> "Listing":
        """Begin a list: `ol` counts, `ul` does not."""
        if element.tag == "ul":
            return cls("none")
        told = _LIST_STYLE.search(element.get("style", ""))
        by_type = _TYPES.get(element.get("type", "1"), "decimal")
        style = _STYLES.get(told[1].lower(), "decimal") if told else by_type
        return cls(style, whole(element.get("start"), 1))

    def label(self, item: "HtmlElement") -> str:
        """Count an item and give the number that a browser writes before it."""
        number = whole(item.get("value"), self.following)
        self.following = number + 1
        written = write_number(number, self.style)
        return written and written + ("、" if self.style == "chineseCounting" else ".")


def whole(text: str | None, otherwise: int) -> int:
    """Read a whole number as HTML attributes hold it; at most nine digits count."""
    found = re.match(r"\s*\d{1,9}", text or "")
    return int(found[0]) if found else otherwise
