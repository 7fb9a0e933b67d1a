"""Bytes become the text that was written, whatever its encoding."""

import pytest

from dutygraph.graph.documents.file import File
from dutygraph.graph.documents.plain.decoding import decode, likeness, widened
from dutygraph.graph.errors import DocumentError

SIMPLIFIED = "序号\t任务\t牵头单位\n1\t修缮渡口，加固护岸。\t县港航局、县财政局\n"
TRADITIONAL = "序號\t任務\t牽頭單位\n1\t修繕渡口，加固護岸。\t縣港航局、縣財政局\n"


def decoded(data, encoding=None):
    return decode(File("plan.txt", data, encoding))


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
@pytest.mark.parametrize("text", [SIMPLIFIED, "县港航局\n", "，" * 3 + "渡口", SIMPLIFIED * 50])
def test_simplified_text_is_read_in_every_encoding(text, encoding):
    assert decoded(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "big5hkscs", "gb18030", "utf-16-le"])
@pytest.mark.parametrize("text", [TRADITIONAL, "縣財政局牽頭", TRADITIONAL * 50])
def test_traditional_text_is_read_in_every_encoding(text, encoding):
    assert decoded(text.encode(encoding)).text == text


def test_rare_characters_of_names_survive_in_gb18030():
    text = "（牵头单位：㙓峰镇、𠮷田村；责任人：王喆、李堃）"
    assert decoded(text.encode("gb18030")).text == text


def test_an_ascii_head_does_not_mislead():
    text = "id,task,unit\n" * 40 + "1,修缮渡口,县港航局\n"
    assert decoded(text.encode("gbk")).text == text


def test_text_cut_inside_a_character_is_read_and_counted():
    cut = (SIMPLIFIED * 20).encode()[:-3]
    found = decoded(cut)
    assert found.text.startswith(SIMPLIFIED)
    assert (found.encoding, found.broken) == ("utf-8", 1)


def test_one_stray_byte_in_gbk_does_not_lose_the_text():
    data = (SIMPLIFIED * 20).encode("gbk")
    found = decoded(data[:100] + b"\xff\xff" + data[100:])
    assert found.encoding == "gb18030"
    assert found.broken >= 1
    assert found.text.endswith(SIMPLIFIED)


def test_the_encoding_asked_for_is_used():
    assert decoded(TRADITIONAL.encode("big5"), "big5").text == TRADITIONAL


@pytest.mark.parametrize(
    ("data", "encoding", "key"),
    [
        (SIMPLIFIED.encode("gbk"), "utf-8", "documents.wrong-encoding"),
        (SIMPLIFIED.encode(), "klingon", "documents.no-such-encoding"),
        (bytes(range(128, 256)) * 20, None, "documents.unknown-encoding"),
        (b"\x7fELF\0\1\2\0\0\0" * 50, None, "documents.binary"),
        (b"\x01\x02\x03\x04abc" * 50, None, "documents.binary"),
    ],
)
def test_what_cannot_be_decoded_is_refused_with_a_sentence(data, encoding, key):
    with pytest.raises(DocumentError) as caught:
        decoded(data, encoding)
    assert caught.value.key == key
    assert "plan.txt" in caught.value.sentence("zh")
    assert "plan.txt" in caught.value.sentence("en")


def test_mojibake_looks_less_like_chinese():
    wrong = TRADITIONAL.encode("big5").decode("gb18030")
    assert likeness(wrong) < likeness(TRADITIONAL) == 1.0


def test_declared_subsets_are_read_as_their_supersets():
    assert [widened(name) for name in ("GB2312", " gbk ", "Big5", "UTF8")] == [
        "gb18030",
        "gb18030",
        "big5hkscs",
        "utf-8",
    ]
