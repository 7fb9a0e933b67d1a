"""The bytes of a web page become its text, and the text a tree of elements."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ...errors import DocumentError
from ..file import File, check_tags
from ..plain.decoding import Decoded, decode, widened

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD = 4096


def decode_page(file: File) -> Decoded:
    """Decode a page: the wish of the user, UTF-8 that is sound, the page's own word, the guess."""
    declared = _CHARSET.search(file.data[:_HEAD])
    if file.encoding or not declared or _is_sound(file.data):
        return decode(file)
    try:
        return decode(replace(file, encoding=widened(declared[1].decode("ascii"))))
    except (DocumentError, LookupError):
        return decode(file)


def _is_sound(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeError:
        return False
    return True


def parse_page(text: str, file: File) -> "HtmlElement":
    """Parse a page as browsers do. Raises `DocumentError` for too many tags, or too deep ones."""
    from lxml import html

    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    data = text.replace("\0", "").encode("utf-8", errors="replace")
    check_tags(data, file)
    root = html.document_fromstring(data or b"<p></p>", parser=parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DocumentError("documents.too-deep", path=file.path)
    return root
