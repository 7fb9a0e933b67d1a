"""The marks inside a line of Markdown: emphasis, links, code, escapes, tags (CommonMark 6)."""

import re
from html import unescape

from ..blocks.changes import TURN, without_turns

_LONGEST_LINE = 20_000
"""Of a line that is read for marks; what is longer was written by no person."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SET_ASIDE = re.compile("[\ue021-\ue07e]")
_ASIDE = 0xE000
"""Where in the private area a character waits that a backslash protects."""
_CROSSED = re.compile(
    r"~~(?=\S)(.{1,300}?)(?<=\S)~~|<(s|del|strike)\b[^<>]{0,200}>(.{0,300}?)</\2>", re.IGNORECASE
)
_LINK = re.compile(
    r"!?\[([^\[\]]{0,200})\]"
    r"\([^()\s]{0,400}(?:\([^()\s]{0,100}\)[^()\s]{0,100})?(?:\s+\"[^\"]{0,100}\")?\)"
)
_OPENS, _CLOSES = r"[^\W_]|[（《“【〔(]", r"[^\W_]|[）》”】〕)。]"
_MARKS = (
    re.compile(r"`{1,2}(?!`)(.{1,300}?)(?<!`)`{1,2}(?!`)"),
    re.compile(r"\*\*(?=[^\s*、，。；：])(.{1,300}?)(?<=[^\s*])\*\*"),
    re.compile(rf"(?<!\w)__(?={_OPENS})(.{{1,300}}?)(?<={_CLOSES})__(?!\w)"),
    re.compile(rf"(?<!\w)\*(?={_OPENS})([^*]{{1,300}}?)(?<={_CLOSES})\*(?!\w)"),
    re.compile(rf"(?<!\w)_(?={_OPENS})([^_]{{1,300}}?)(?<={_CLOSES})_(?!\w)"),
)
_GONE = re.compile(
    r"</?(?:a|b|big|center|div|em|font|i|ins|mark|p|small|span|strong|sub|sup|u)\b[^<>]{0,300}>"
    r"|(?!^)\[\^[\w-]{1,30}\]",
    re.IGNORECASE,
)
"""Tags, and signs for notes."""


def without_marks(line: str) -> tuple[str, int]:
    r"""Give a line without its marks, and how many stretches of it were crossed out.

    >>> without_marks(r"**县港航局**、~~县林业局~~、[县水利局](http://a.b)、\*各镇")
    ('县港航局、县林业局、县水利局、*各镇', 1)
    """
    if len(line) > _LONGEST_LINE:
        return line, 0
    line = _ESCAPED.sub(lambda match: chr(_ASIDE + ord(match[1])), line)
    line, struck = _CROSSED.subn(lambda match: f"{TURN}{match[1] or match[3] or ''}{TURN}", line)
    line = _LINK.sub(_label, without_turns(line))
    for mark in _MARKS:
        line = mark.sub(r"\1", line)
    line = unescape(_GONE.sub("", line)).replace("\xa0", " ")
    return _SET_ASIDE.sub(lambda match: chr(ord(match[0]) - _ASIDE), line), struck


def _label(match: re.Match[str]) -> str:
    """Give the words of a link; a picture shows none."""
    return "" if match[0].startswith("!") else match[1]
