"""Pages of a PDF made to do harm are opened within 10 s of CPU time, or refused with a sentence."""

import random
import re
import time
import zlib

import pytest

from dutygraph.graph.documents.document import Document
from dutygraph.graph.documents.pages import pages as pdfpages
from dutygraph.graph.errors import DocumentError

HEAD = ("序号", "工作任务", "牵头单位", "配合单位", "完成时限")
FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts["
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo"
    b"<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>]>>"
)


def page(content, pack=zlib.compress, how=b"/Filter/FlateDecode"):
    """Write a PDF of one page from its instructions."""
    packed = pack(content)
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"4 0 obj<<%s/Length %d>>stream\n"
        % (how, len(packed))
        + packed
        + b"\nendstream endobj\n5 0 obj"
        + FONT
        + b"endobj\ntrailer<</Root 1 0 R>>\n"
    )


def word(text, x, y):
    code = text.encode("utf-16-be").hex().encode()
    return b"BT /F 10 Tf %f %f Td <%s> Tj ET\n" % (x, y, code)


HEADING = b"".join(word(text, 30 + 110 * at, 780) for at, text in enumerate(HEAD))
GRID = b"".join(
    b"%d 0 m %d 800 l S\n0 %d m 600 %d l S\n" % (9 * n, 9 * n, 12 * n, 12 * n) for n in range(63)
)
PAGES = {
    "words without end": HEADING
    + b"".join(word("甲", n * 7 % 560, 770 - n // 80 * 0.6) for n in range(99_000)),
    "words at absurd places": HEADING
    + b"".join(word("甲", (n - 9000) * 1e9, (n - 9000) * 1e8) for n in range(18_000)),
    "rows that all look alike": HEADING
    + b"".join(
        word("1", 35, 770 - n / 3) + word("甲", 145, 770 - n / 3) + word("甲局", 255, 770 - n / 3)
        for n in range(1_900)
    ),
    "headings again and again": HEADING * 1_500,
    "a grid full of words": GRID
    + b"".join(word("甲", n * 7919 % 600, n * 104729 % 760) for n in range(60_000)),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_takes_less_than_ten_seconds(opened, name):
    begun = time.process_time()
    assert opened("a.pdf", page(PAGES[name])).blocks
    assert time.process_time() - begun < 10


def test_more_crossing_lines_than_the_limit_are_refused(opened):
    lines = b"".join(
        b"%d 0 m %d 800 l S\n0 %d m 600 %d l S\n" % (n, n, n, n) for n in range(0, 500, 5)
    )
    with pytest.raises(DocumentError) as caught:
        opened("a.pdf", page(lines))
    assert caught.value.key == "documents.page-too-full"


ROWS = (
    ("1", "修缮渡口", "县港航局", "县财政局", "6月底前"),
    ("2", "加固护岸", "县水利局", "各镇", "9月底前"),
    ("3", "更换缆绳", "县应急局", "县公安局", "12月底前"),
)
BODY = HEADING + b"".join(
    word(text, 30 + 110 * column, 740 - 40 * row)
    for row, texts in enumerate(ROWS)
    for column, text in enumerate(texts)
)
RULES = b"".join(
    b"20 %d m 570 %d l S\n%d 795 m %d 635 l S\n" % (y, y, x, x)
    for y, x in zip(range(795, 594, -40), range(20, 571, 110), strict=True)
)
WRONG = (b"1e308", b"-1", b"0", b"9" * 30, b"nan", b"0.00001", b"null", b"/X", b"(a)", b"[", b">>")


@pytest.mark.parametrize("content", [BODY, RULES + BODY], ids=["open", "ruled"])
def test_a_page_with_wrong_numbers_and_names_is_read_or_refused(opened, content):
    whole = page(content, bytes, b"")
    assert opened("a.pdf", whole).grids
    places = [match.span() for match in re.finditer(rb"-?\d+(?:\.\d+)?|/\w+", whole)]
    chance = random.Random(5)  # noqa: S311
    for _ in range(150):
        data = whole
        for start, end in sorted(chance.sample(places, chance.choice([1, 3])), reverse=True):
            data = data[:start] + chance.choice(WRONG) + data[end:]
        try:
            found = opened("a.pdf", data)
        except DocumentError as error:
            found = error.sentence("zh")
        assert isinstance(found, Document) or "a.pdf" in found


def fail(*_):
    raise KeyError("x0")


def test_what_pdfplumber_stumbles_over_is_the_fault_of_the_file(opened, monkeypatch):
    from pdfplumber.page import Page

    monkeypatch.setattr(Page, "find_tables", fail)
    with pytest.raises(DocumentError) as caught:
        opened("a.pdf", page(BODY))
    assert caught.value.key == "documents.damaged"


@pytest.mark.parametrize("name", ["whole_rules", "lines", "unruled"])
def test_a_fault_of_our_own_is_not_blamed_on_the_file(opened, monkeypatch, name):
    monkeypatch.setattr(pdfpages, name, fail)
    with pytest.raises(KeyError):
        opened("a.pdf", page(BODY))
