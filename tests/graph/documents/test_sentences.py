"""Every sentence that this room names exists, and every one that exists is named."""

import re
from pathlib import Path

import dutygraph.graph.documents
from dutygraph.graph.documents.formats import FORMATS
from dutygraph.ontology.messages import room_messages

ROOM = Path(dutygraph.graph.documents.__file__).parent


def test_the_sentences_and_the_code_name_the_same_keys():
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(ROOM.rglob("*.py")))
    named = set(re.findall(r"\"documents\.([a-z-]+)\"", code))
    assert named == set(room_messages("documents"))


def test_both_languages_have_the_same_places():
    for name, told in room_messages("documents").items():
        places = [sorted(set(re.findall(r"\{(\w+)\}", told[lang]))) for lang in ("zh", "en")]
        assert places[0] == places[1], name


def test_every_format_has_a_reader_in_this_room():
    for kind in FORMATS:
        assert (ROOM / f"{kind.reader.replace('.', '/')}.py").is_file()
        assert all(ending.startswith(".") and ending.islower() for ending in kind.endings)
