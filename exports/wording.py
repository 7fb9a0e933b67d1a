"""Text as wide as it is drawn, and sentences in both languages at once."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from ..graph.table import Value
from ..ontology.language import LANGUAGES, Language
from ..ontology.messages import say

if TYPE_CHECKING:
    from ..graph.asking.understanding import Understood
    from ..graph.questions import Question
    from ..graph.store import Store
    from ..graph.store.query_binding import Binding

Words = dict[Language, str]
"""One text in each language."""
_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
JOINTS: Words = {"zh": "、", "en": ", "}


def both(key: str, /, **values: object) -> Words:
    """Give a message in each language; a value that is itself `Words` is taken in that language."""
    return {
        lang: say(key, lang, **{name: _in(value, lang) for name, value in values.items()})
        for lang in LANGUAGES
    }


def joined(key: str, name: str, listed: Iterable[str], /, **values: object) -> Words:
    """Give a message with a list in the place `name`, joined as each language joins lists."""
    items = tuple(listed)
    made: Words = {lang: JOINTS[lang].join(items) for lang in LANGUAGES}
    return both(key, **{name: made}, **values)


def quoted(listed: Iterable[str], lang: Language) -> str:
    """Give words in quotation marks, one after the other.

    >>> quoted(["全部", "现在"], "zh")
    '“全部”、“现在”'
    """
    return JOINTS[lang].join(f"“{each}”" for each in listed)


def remarks(understood: "Understood", lang: Language) -> tuple[str, ...]:
    """Give the sentences that belong beside the answer to plain words.

    They say which words do not narrow it, and which questions fit nearly as well.
    """
    left = quoted(understood.unheeded, lang)
    near = JOINTS[lang].join(f"{each.title[lang]}（{each.name}）" for each in understood.nearly)
    return (
        *((say("questions.unheeded", lang, words=left),) if left else ()),
        *((say("questions.nearly", lang, near=near),) if near else ()),
    )


def not_counted(
    store: "Store", asked: "Question", terms: "Mapping[str, Binding]", lang: Language
) -> tuple[str, ...]:
    """Give the sentences that tell which names may stand for a unit that is asked about.

    The answer does not count them. Raises `StoreError` when the store cannot be read.
    """
    from ..graph.registry.beside import names_beside

    units = [terms.get(each.name) for each in asked.parameters if each.kind == "unit"]
    beside = [names_beside(store, unit) for unit in units if isinstance(unit, Value)]
    told = [quoted(names, lang) for names in beside if names]
    return tuple(say("questions.not-counted", lang, names=names) for names in told)


def _in(value: object, lang: Language) -> object:
    return value[lang] if isinstance(value, Mapping) else value


def legal(text: str) -> str:
    """Give a text without the characters that XML 1.0 forbids; U+FFFD stands in their place."""
    return _FORBIDDEN.sub("\ufffd", text)


def width(text: str) -> int:
    """Count the cells of a text: two for a full-width character, one for any other.

    >>> width("第3项")
    5
    """
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def clipped(text: str, cells: int) -> str:
    """Cut a text to a width, an ellipsis in place of what is cut.

    >>> clipped("政务公开办公室", 9)
    '政务公…'
    """
    if width(text) <= cells:
        return text
    room = cells - 2
    for end, character in enumerate(text):
        room -= width(character)
        if room < 0:
            return f"{text[:end]}…"
    return text


def lines_in(text: str, cells: int) -> int:
    """Count the lines that a text takes when it is wrapped at a width, at least one."""
    return sum(max(1, -(-width(line) // cells)) for line in text.split("\n"))
