"""Which language the program speaks: Chinese or English, Chinese when nothing tells."""

import locale
import os
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Literal, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_spoken: ContextVar[Language | None] = ContextVar("dutygraph-language", default=None)


def language() -> Language:
    """Give the language in use: the one set by `speak`, else the environment's."""
    return _spoken.get() or environment_language(os.environ)


def speak(chosen: Language | None) -> None:
    """Use a language from here on; `None` goes back to the environment's."""
    _spoken.set(chosen)


def environment_language(environment: Mapping[str, str]) -> Language:
    """Read the language from `DUTYGRAPH_LANG` or the locale; Chinese when neither tells.

    >>> environment_language({"LC_ALL": "en_GB.UTF-8"})
    'en'
    >>> environment_language({"LANG": "C.UTF-8"})
    'zh'
    """
    names = (environment.get(name) for name in ("DUTYGRAPH_LANG", "LC_ALL", "LC_MESSAGES", "LANG"))
    told = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return "en" if told.lower().startswith("en") else "zh"
