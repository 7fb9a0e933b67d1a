"""Web pages that Word, WPS, Excel and LibreOffice save: what they write beside the text."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .text import collapse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ASIDE = frozenset(
    {
        *("msocomanchor", "msocomoff", "msocomtxt"),
        *("sdfootnoteanc", "sdfootnotesym", "sdendnoteanc", "sdendnotesym"),
    }
)
_NOTES = frozenset({"msofootnotereference", "msoendnotereference"})
_NOTE_SIGN = re.compile(r"\s*\[?[0-9a-z*†‡①-⑳]{1,5}\]?\s*", re.IGNORECASE)
_ASIDE_STYLE = re.compile(
    r"mso-element\s*:\s*comment-list|mso-special-character\s*:\s*(?:comment|footnote)",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_PADDING = re.compile(r"font\s*:\s*7(?:\.0)?pt\s+.?Times New Roman", re.IGNORECASE)
_BULLETS = re.compile(r"font-family\s*:\s*[\"']?(?:Wingdings|Symbol|Courier New)", re.IGNORECASE)
_SPILLING = re.compile(r"mso-ignore\s*:\s*colspan", re.IGNORECASE)
_TABS, _SHEET_LINK = "frTabs", "shLink"
"""What Excel calls the frame with the names of the sheets, and the links to the sheets."""
_SHEET = "urn:schemas-microsoft-com:office:excel"


def is_aside(element: "HtmlElement") -> bool:
    """Tell what is no text of the document: comments, signs for notes, headers and footers."""
    named = element.get("class", "").lower().split()
    if named and not _ASIDE.isdisjoint(named):
        return True
    if named and not _NOTES.isdisjoint(named) and _NOTE_SIGN.fullmatch(element.text_content()):
        return True
    if element.tag == "div" and element.get("title") in {"header", "footer"}:
        return True
    return bool(_ASIDE_STYLE.search(element.get("style", "")))


def is_list_number(element: "HtmlElement") -> bool:
    """Tell whether Word wrote the number of an automatic list here, as browsers would not."""
    return bool(_LIST_NUMBER.search(element.get("style", "")))


def list_number(element: "HtmlElement", written: str) -> str:
    """Give an automatic number without the spaces that pad it; nothing for a bullet.

    The element holds the number, or pads it.
    """
    around = (element, element.getparent(), *element.iterdescendants("span"))
    if any(one is not None and _BULLETS.search(one.get("style", "")) for one in around):
        return ""
    return collapse(written)


def is_padding(element: "HtmlElement") -> bool:
    """Tell whether this only parts an automatic number from its text.

    Pages that Word saves "filtered" keep nothing else of the list.
    """
    return (
        bool(_PADDING.search(element.get("style", "")))
        and not len(element)
        and not (element.text or "").strip()
    )


def is_sheet(root: "HtmlElement") -> bool:
    """Tell whether the page was saved from Excel or WPS, or made to look so."""
    return bool(root.get("xmlns:x") == _SHEET)


def spills(cell: "HtmlElement") -> bool:
    """Tell whether a wide cell of Excel is one column only, its text running over blank ones."""
    return bool(_SPILLING.search(cell.get("style", "")))


def frames(root: "HtmlElement") -> Iterator[str]:
    """Give the addresses of the pages in frames; of a workbook saved by Excel, all its sheets."""
    found: dict[str, None] = {}
    for element in root.iter("frame", "iframe", "link"):
        is_frame = element.tag != "link" and element.get("name") != _TABS
        is_frame = is_frame or element.get("id") == _SHEET_LINK
        address = (element.get("src") or element.get("href") or "").strip()
        if is_frame and address:
            found[address] = None
    return iter(found)
