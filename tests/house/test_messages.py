"""Every sentence is there in both languages, and every sentence asked for exists."""

import re
import string
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "ontology" / "messages").glob("*.toml"))
ROOMS = {path.stem for path in FILES}
SUFFIXES = {"toml", "md", "html", "xlsx", "graphml", "db", "ttl", "jsonld", "json", "js"}
KEY = re.compile(r"""["']([a-z_-]+)\.([a-z0-9][a-z0-9-]+)["']""")


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_both_languages_fill_the_same_places(path: Path) -> None:
    """A message has `zh` and `en`, with the same placeholders."""
    for name, message in tomllib.loads(path.read_text(encoding="utf-8")).items():
        assert set(message) == {"zh", "en"}, name
        assert places(message["zh"]) == places(message["en"]), name


def test_every_key_in_the_code_has_its_message() -> None:
    """A literal `room.name` in the code, where room is a message file, is a message of it."""
    known = {
        (path.stem, name)
        for path in FILES
        for name in tomllib.loads(path.read_text(encoding="utf-8"))
    }
    asked = {
        (room, name)
        for folder in ("cli", "exports", "graph", "ontology")
        for path in (ROOT / folder).rglob("*.py")
        for room, name in KEY.findall(path.read_text(encoding="utf-8"))
        if room in ROOMS and name not in SUFFIXES
    }
    assert asked, "no key found: the pattern no longer fits the code"
    assert asked - known == set()
