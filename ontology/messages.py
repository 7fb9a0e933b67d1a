"""Every sentence that the program says, kept in both languages under `messages/`.

A key is `room.name`: the file `messages/room.toml` holds a table `[name]` with `zh` and `en`.
"""

import tomllib
from functools import cache
from pathlib import Path

from .language import Language, language


def say(key: str, lang: Language | None = None, /, **values: object) -> str:
    """Give the sentence of a key with its values filled in, in the language in use or in `lang`.

    Raises `KeyError` for a key or a value that is missing: a fault of the program, never of a user.
    """
    room, name = key.split(".", 1)
    template: str = room_messages(room)[name][lang or language()]
    return template.format(**values) if values else template


@cache
def room_messages(room: str) -> dict[str, dict[str, str]]:
    """Give all the messages of a room: name → language → template."""
    # importlib.resources would double the start-up time of `--help`.
    source = Path(__file__).parent / "messages" / f"{room}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
