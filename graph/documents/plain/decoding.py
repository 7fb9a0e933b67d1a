"""Bytes become text: byte-order mark, UTF-8, GB 18030, then Big5 and UTF-16 by their characters.

GB 18030 decodes nearly any bytes, so a text is believed only when most of its characters are ones
that Chinese documents use: the first levels of GB 2312 and Big5, punctuation, ASCII.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...errors import DocumentError
from ..file import File

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_NARROW = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "big5": "big5hkscs"}
_BELIEVED = 0.8
_BROKEN = 0.005
_SAMPLE = 100_000
_PUNCTUATION = "　、。，．：；？！…—～·‘’“”〔〕（）《》〈〉【】「」『』％￥①②③④⑤⑥⑦⑧⑨⑩×°"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and how many places of it could not be decoded."""

    text: str
    encoding: str
    broken: int = 0


def decode(file: File) -> Decoded:
    """Decode the bytes of a text in the encoding that was asked for, or in the likeliest one.

    Raises `DocumentError` when the encoding asked for is unknown or does not fit, when no
    encoding fits, or when the bytes are no text at all.
    """
    data = file.data
    decoded = _asked(file, file.encoding) if file.encoding else _marked(data) or _guessed(file)
    if _is_binary(decoded.text):
        raise DocumentError("documents.binary", path=file.path)
    return decoded


def decode_plain(file: File) -> Decoded:
    """Decode a text that is all content; as `decode`, and refused when larger than the limits."""
    decoded = decode(file)
    if len(decoded.text) > file.limits.text_characters:
        raise DocumentError(
            "documents.text-too-large", path=file.path, n=file.limits.text_characters
        )
    return decoded


def widened(encoding: str) -> str:
    """Give the superset in which a declared encoding is really written: `gb2312` → `gb18030`.

    Raises `LookupError` for a name that no codec has.
    """
    name = codecs.lookup(encoding.strip()).name
    return _WIDER.get(name, name)


def likeness(text: str) -> float:
    """Tell what share of a text's characters, 0 to 1, are ones that Chinese documents use.

    >>> likeness("牵头单位：县财政局") > likeness("ǣͷλأƾ")
    True
    """
    sample = text[:_SAMPLE]
    return sum(character in _usual() for character in sample) / max(len(sample), 1)


def _asked(file: File, encoding: str) -> Decoded:
    try:
        name = widened(encoding)
    except LookupError as error:
        raise DocumentError(
            "documents.no-such-encoding", path=file.path, encoding=encoding
        ) from error
    try:
        return Decoded(_without_mark(file.data.decode(name)), name)
    except UnicodeError as error:
        raise DocumentError(
            "documents.wrong-encoding", path=file.path, encoding=encoding
        ) from error


def _marked(data: bytes) -> Decoded | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _patched(data, name)
    return None


def _guessed(file: File) -> Decoded:
    data = file.data
    if b"\0" in data:
        found = max(_strict(data, _WIDE), key=_rank, default=None)
        kind = "documents.binary"
    else:
        found = next(_strict(data, ("utf-8",)), None)
        if found is not None:
            return found
        found = max(_strict(data, _NARROW), key=_rank, default=None)
        kind = "documents.unknown-encoding"
    if found is None or likeness(found.text) < _BELIEVED:
        found = _mended(data)
    if found is None:
        raise DocumentError(kind, path=file.path)
    return found


def _rank(decoded: Decoded) -> float:
    return likeness(decoded.text)


def _strict(data: bytes, names: tuple[str, ...]) -> Iterator[Decoded]:
    for name in names:
        try:
            yield Decoded(_without_mark(data.decode(name)), name)
        except UnicodeError:
            continue


def _mended(data: bytes) -> Decoded | None:
    """Decode a text that is damaged in a few places only, such as one cut inside a character."""
    tried = (_patched(data, name) for name in ("utf-8", "gb18030"))
    sound = [
        found
        for found in tried
        if found.broken <= max(1, _BROKEN * len(found.text)) and likeness(found.text) >= _BELIEVED
    ]
    return max(sound, key=_rank, default=None)


def _patched(data: bytes, name: str) -> Decoded:
    text = _without_mark(data.decode(name, errors="replace"))
    return Decoded(text, name, text.count("\N{REPLACEMENT CHARACTER}"))


def _without_mark(text: str) -> str:
    return text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")


def _is_binary(text: str) -> bool:
    """Tell whether control characters are more than the odd stray one."""
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > 0.002 * len(sample) + 1


_CONTROL = re.compile("[\0-\b\x0e-\x19\x1b-\x1f]")


@cache
def _usual() -> frozenset[str]:
    simplified = _level(range(0xB0, 0xD8), range(0xA1, 0xFF), "gb2312")
    traditional = _level(range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)), "big5")
    ascii_characters = map(chr, (*range(0x20, 0x7F), *b"\t\n\r\v\f"))
    full_width = map(chr, range(0xFF01, 0xFF5F))
    return frozenset((*simplified, *traditional, *ascii_characters, *full_width, *_PUNCTUATION))


def _level(leads: range, trails: "range | tuple[int, ...]", codec: str) -> Iterator[str]:
    for lead in leads:
        for trail in trails:
            yield from bytes((lead, trail)).decode(codec, errors="ignore")
