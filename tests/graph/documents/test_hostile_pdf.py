"""Pages of a PDF made to do harm are opened within 10 s of CPU time."""

import time
import zlib

import pytest

from dutygraph.graph.errors import DocumentError

HEAD = ("序号", "工作任务", "牵头单位", "配合单位", "完成时限")
FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts["
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo"
    b"<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>]>>"
)


def page(content):
    """Write a PDF of one page from its instructions."""
    packed = zlib.compress(content)
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n"
        % len(packed)
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
