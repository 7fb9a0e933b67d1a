"""The tokens of an RTF file (Rich Text Format Specification 1.9.1) and the bytes of its text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\([^a-zA-Z'])|([{}])"
    rb"|[\r\n]+|([^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_PAGES = {128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs"}
"""Of the character sets of fonts (`\\fcharset`)."""
SYMBOLS = 2
"""The character set of fonts that hold signs in place of letters."""


class Token(NamedTuple):
    """A piece of the file."""

    kind: str
    """`{`, `}`, a `word` with its number, a `sign` such as `~`, or `bytes` of text."""
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    r"""Give the tokens in order; the raw bytes of pictures (`\bin`) are passed over."""
    at = 0
    while at < len(data) and (match := _TOKEN.match(data, at)):
        at = match.end()
        code, word, number, sign, brace, text = match.groups()
        if word == b"bin":
            at += max(int(number or 0), 0)
        elif word:
            yield Token("word", word.decode("ascii"), None if number is None else int(number))
        elif sign or brace:
            yield _sign((sign or brace).decode("latin-1"), brace)
        elif code or text:
            yield Token("bytes", data=text or bytes.fromhex(code.decode("ascii")))


def _sign(sign: str, brace: bytes | None) -> Token:
    """Give a brace, or what a backslash makes of a sign; one before a line end ends the line."""
    if brace:
        return Token(sign)
    return Token("word", "par") if sign in "\r\n" else Token("sign", sign)


def decoded(data: bytes, charset: int | None, page: str) -> str:
    """Decode the bytes of a text: by the set of its font, else by the code page of the file."""
    names = (_PAGES.get(charset or 0, page), page, "cp1252")
    for name in names:
        try:
            return data.decode(name)
        except (UnicodeError, LookupError):
            continue
    return data.decode("latin-1")
