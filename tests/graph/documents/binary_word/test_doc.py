"""Binary Word files give the same as .docx, without any other program."""

import struct

import pytest

from dutygraph.graph.documents import converted
from dutygraph.graph.documents.binary_word.sprms import Large, read_sprms
from dutygraph.graph.documents.binary_word.text import cleaned
from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.errors import DocumentError


@pytest.fixture
def no_libreoffice(monkeypatch):
    monkeypatch.setattr(converted, "program", lambda: None)


@pytest.mark.usefixtures("no_libreoffice")
def test_numbers_changes_merges_and_notes_are_those_of_the_docx(files, texts):
    binary = open_document(files / "traits.doc")
    packed = open_document(files / "traits.docx")
    expected = texts(packed)
    expected[6] = "1.落实双人值班。"  # LibreOffice does not write "never restart" into a .doc
    assert [block for block in texts(binary) if block] == expected
    assert binary.doubts == packed.doubts
    assert binary.source.reader == "piece-table"


@pytest.mark.usefixtures("no_libreoffice")
@pytest.mark.parametrize("name", ["a.doc", "a.wps"])
def test_crossed_out_text_is_read_and_hidden_text_is_not_and_both_are_told(files, opened, name):
    document = opened(name, (files / "struck.doc").read_bytes())
    assert document.paragraphs[0].text == "县港航局、县财政局、各镇、县水利局"
    assert [(doubt.code, dict(doubt.values)) for doubt in document.doubts] == [
        ("documents.tracked-changes", {"insertions": "0", "deletions": "1"}),
        ("documents.struck-out", {"n": "2"}),
        ("documents.hidden-text", {"n": "1"}),
    ]


@pytest.mark.usefixtures("no_libreoffice")
@pytest.mark.parametrize(
    ("offset", "value", "key"),
    [
        (0x0A, 0x0100, "documents.encrypted"),
        (0x02, 0x0065, "documents.word-too-old"),
        (0x00, 0x1234, "documents.damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(files, opened, offset, value, key):
    data = bytearray((files / "traits.doc").read_bytes())
    at = data.index(struct.pack("<H", 0xA5EC))
    old = struct.unpack_from("<H", data, at + offset)[0]
    struct.pack_into("<H", data, at + offset, old | value if offset == 0x0A else value)
    with pytest.raises(DocumentError) as caught:
        opened("a.doc", bytes(data))
    assert caught.value.key == key


def test_field_codes_are_dropped_and_their_results_kept():
    nested = "见\x13 REF \x13 IF \x14 x\x15 \x14附件1\x15。"
    assert cleaned(nested) == "见附件1。"
    assert cleaned("甲\x13 TOC \x14乙") == "甲乙"
    assert cleaned("\x01图\x08\x02注\x1e一\x1f二\x0b三") == "图注-一二\n三"


def test_rare_characters_outside_the_basic_plane_survive():
    assert cleaned("\ud842\udfb7田村") == "𠮷田村"


def test_sprms_are_read_by_their_sizes_and_a_cut_one_ends_the_list():
    table = struct.pack("<HH", 0xD608, 4) + b"abc"
    data = struct.pack("<HB", 0x2416, 1) + table + struct.pack("<HI", 0x6649, 2) + b"\x17"
    assert read_sprms(data) == {0x2416: b"\1", 0xD608: b"abc", 0x6649: b"\2\0\0\0"}


@pytest.mark.usefixtures("no_libreoffice")
def test_a_table_whose_properties_fill_more_than_a_page_is_read(files, texts, word):
    told = ("县港航局", "各镇", "6月底前")
    rows = [
        [number, task, *told, *(f"{heading}{task}" for heading in word.WIDE_HEADINGS[5:])]
        for number, task in (("甲．", "修缮渡口"), ("乙．", "加固护岸"))
    ]
    (grid, *_) = texts(open_document(files / "wide.doc"))
    assert grid == [list(word.WIDE_HEADINGS), *rows]


def test_large_properties_are_read_from_the_data_stream_once_and_within_it():
    packed = read_sprms(struct.pack("<HI", 0x6646, 4))
    data = b"\0" * 4 + struct.pack("<HHB", 3, 0x2416, 1) + b"\x17"
    large = Large(data)
    assert large.added(packed) == packed | {0x2416: b"\1"}
    assert large.added(packed) == packed | {0x2416: b"\1"}
    far = {0x6646: struct.pack("<I", 9999)}
    assert large.added(far) == far
    greedy = Large(struct.pack("<H", 0xFFFF) + b"\0" * 9)
    assert greedy.added({0x6646: b"\0\0\0\0"}) == {0x6646: b"\0\0\0\0"}
