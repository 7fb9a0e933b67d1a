"""PDF: lines become paragraphs, and rows that a page break cut become whole again."""

import builtins

import pytest

from dutygraph.graph.documents.limits import Limits
from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.documents.page_tables.lines import lines, paragraphs
from dutygraph.graph.documents.page_tables.ruled import read_table
from dutygraph.graph.errors import DocumentError, MissingExtraError

SIZE = 10


def written(text, x=0, y=0, page=1):
    """Set a line of text with characters as wide as high."""
    return (
        [
            {
                "text": sign,
                "x0": x + at * SIZE,
                "x1": x + (at + 1) * SIZE,
                "top": y,
                "bottom": y + SIZE,
                "size": SIZE,
            }
            for at, sign in enumerate(text)
        ]
        if page
        else []
    )


def block(*texts, x=0, y=0):
    return [one for at, text in enumerate(texts) for one in written(text, x, y + at * 1.5 * SIZE)]


def test_characters_become_lines_whatever_their_order():
    found = lines(reversed(block("县港航局", "县财政局")), 1)
    assert [line.text for line in found] == ["县港航局", "县财政局"]


def test_radicals_that_fonts_put_for_characters_are_put_right():
    (line,) = lines(written("⽅案⼀"), 1)
    assert line.text == "方案一"


@pytest.mark.parametrize(
    ("shown", "right", "read"),
    [
        (["修缮渡口加", "固护岸。"], 50, ["修缮渡口加固护岸。"]),
        (["县港航局", "县财政局"], 55, ["县港航局", "县财政局"]),
        (["县港航局", "县财政局"], 49, ["县港航局县财政局"]),
        (["县港航局、", "县财政局"], 90, ["县港航局、县财政局"]),
        (["加固护岸。", "2.更换缆绳"], 50, ["加固护岸。", "2.更换缆绳"]),
        (["县港航局", "公、镇"], 55, ["县港航局公、镇"]),
        (["按照2026", "年计划"], 60, ["按照2026年计划"]),
        (["清理养殖设", "施，2027年完成"], 80, ["清理养殖设施，2027年完成"]),
        (["甲局）", "一、总则"], 35, ["甲局）", "一、总则"]),
        (["值守。", "责任人：王喆"], 35, ["值守。", "责任人：王喆"]),
        (["增长", "3.5亿元"], 25, ["增长3.5亿元"]),
    ],
)
def test_a_line_ends_a_paragraph_when_the_next_characters_would_have_fitted(shown, right, read):
    assert paragraphs(lines(block(*shown), 1), right) == read


def test_an_indented_line_begins_a_paragraph():
    found = lines([*written("修缮渡口加固", 0, 0), *written("值守", 20, 15)], 1)
    assert paragraphs(found, 60, left=0) == ["修缮渡口加固", "值守"]


def page_of(rows, page, columns=(0, 80, 280), end=380):
    """Make a table of one page: each row a list of texts, `None` under a merged cell."""
    edges = (*columns, end)
    boxes, characters = [], []
    for row, texts in enumerate(rows):
        for at, text in enumerate(texts):
            if text is None:
                continue
            height = 1 + next(
                (n for n, below in enumerate(rows[row + 1 :]) if below[at] is not None),
                len(rows) - row - 1,
            )
            boxes.append((edges[at], row * 100.0, edges[at + 1], (row + height) * 100.0))
            width = int((edges[at + 1] - edges[at] - 10) / SIZE)
            parts = [text[n : n + width] for n in range(0, len(text), width)]
            characters += block(*parts, x=edges[at] + 5, y=row * 100.0 + 5)
    return read_table(boxes, characters, page)


HEAD = ["工作", "任务", "责任单位"]
LONG = "加固护岸并更换全部缆绳，每季度检查一次"


def stitched(*pages):
    first, *others = [page_of(rows, number) for number, rows in enumerate(pages, 1)]
    for other in others:
        assert other.continues(first)
        first.append(other)
    return [[cell.text for cell in row] for row in first.rows], first.doubts


def test_the_heading_of_the_next_page_is_dropped_and_a_merged_cell_goes_on():
    first = [HEAD, ["一、设施", "1.修缮渡口。", "县港航局"], [None, "2.加固护岸。", "县水利局"]]
    second = [HEAD, ["", "3.更换缆绳。", "县财政局"], [None, "4.值守。", "各镇"]]
    rows, doubts = stitched(first, second)
    assert rows[3:] == [["一、设施", "3.更换缆绳。", "县财政局"], ["一、设施", "4.值守。", "各镇"]]
    assert doubts == []


def test_a_row_whose_units_are_blank_continues_the_row_above():
    first = [HEAD, ["一、设施", "1.修缮渡口。", "县港航局"], ["二、岸线", LONG, "县水利局"]]
    rows, doubts = stitched(
        first, [HEAD, ["", "，全年不少于四次。", ""], ["三、人员", "5.值守。", "各镇"]]
    )
    assert rows[2] == ["二、岸线", LONG + "，全年不少于四次。", "县水利局"]
    assert rows[3] == ["三、人员", "5.值守。", "各镇"]
    assert doubts == []


def test_a_row_cut_in_every_cell_is_put_together_and_told():
    first = [HEAD, ["一、设施", "1.修缮渡口。", "县港航局"], [None, LONG, "县水利局、"]]
    second = [HEAD, ["", "，全年不少于四次。", "县财政局"], ["二、人员", "5.值守。", "各镇"]]
    rows, doubts = stitched(first, second)
    assert rows[2] == ["一、设施", LONG + "，全年不少于四次。", "县水利局、县财政局"]
    assert rows[3] == ["二、人员", "5.值守。", "各镇"]
    assert doubts == [(3, 2)]


def test_a_blank_cell_beside_a_new_section_is_really_blank():
    first = [HEAD, ["一、设施", "（一）渡口", "县港航局"], [None, None, "县水利局"]]
    rows, _ = stitched(first, [HEAD, ["二、人员", "", "各镇"], ["三", "", "县应急局"]])
    assert rows[3:] == [["二、人员", "", "各镇"], ["三", "", "县应急局"]]


def test_a_row_with_its_own_number_never_continues_the_row_above():
    first = [
        ["序号", "任务", "责任单位"],
        ["8", LONG, "县水利局"],
        ["9", LONG, "县水利局、县财政局"],
    ]
    rows, doubts = stitched(first, [["10", LONG, "县港航局"], ["11", "值守。", "各镇"]])
    assert [row[0] for row in rows] == ["序号", "8", "9", "10", "11"]
    assert doubts == []


def test_a_blank_cell_of_a_column_without_merges_stays_blank():
    first = [HEAD, ["甲", "1.修缮渡口。", "县港航局"], ["乙", "2.加固护岸。", ""]]
    rows, _ = stitched(first, [HEAD, ["丙", "3.更换缆绳。", ""], ["丁", "4.值守。", "各镇"]])
    assert rows[3] == ["丙", "3.更换缆绳。", ""]


def test_a_merged_blank_cell_is_doubtful_where_blank_ones_stand_elsewhere():
    first = [HEAD, ["", "1.修缮渡口。", "县港航局"], ["一、岸线", "2.加固护岸。", "县水利局"]]
    first.append([None, "3.更换缆绳。", "县财政局"])
    rows, doubts = stitched(first, [HEAD, ["", "4.值守。", "各镇"], [None, "5.演练。", "各镇"]])
    assert rows[4] == ["一、岸线", "4.值守。", "各镇"]
    assert doubts == [(5, 2)]


def test_a_number_that_counts_on_begins_a_line_whatever_stands_before_it():
    found = lines(block("1.加固护岸", "2.值守"), 1)
    assert paragraphs(found, 61) == ["1.加固护岸", "2.值守"]


def minimal(content, *, more=b"", trailer=b""):
    """Write a PDF of one page from its content stream."""
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<<"
        b"/F 5 0 R>>/XObject<</X 6 0 R>>>>>>endobj\n4 0 obj<</Length %d>>stream\n"
        % len(content)
        + content
        + b"\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        + more
        + b"trailer<</Root 1 0 R"
        + trailer
        + b">>\n"
    )


def refusal(opened, data, **options):
    with pytest.raises(DocumentError) as caught:
        opened("a.pdf", data, **options)
    return caught.value.key


def test_a_page_is_read(opened, texts):
    text = b"BT /F 12 Tf 50 700 Td (County Port Office) Tj ET"
    assert texts(opened("a.pdf", minimal(text))) == ["County Port Office"]


def test_a_page_number_is_no_text(opened):
    assert refusal(opened, minimal(b"BT /F 12 Tf 300 30 Td (- 3 -) Tj ET")) == "documents.scanned"


def test_a_scan_is_refused(opened):
    assert refusal(opened, minimal(b"q 600 0 0 800 0 0 cm Q")) == "documents.scanned"


def test_a_password_is_told(opened):
    locked = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
        b"00" * 32,
        b"11" * 32,
    )
    assert refusal(opened, minimal(b"", trailer=locked)) == "documents.encrypted"


def test_a_broken_file_is_refused(opened, files):
    data = (files / "plan.pdf").read_bytes()
    assert refusal(opened, data[: len(data) // 20]) in {"documents.damaged", "documents.scanned"}


def test_a_page_that_draws_itself_again_and_again_is_stopped(opened):
    forms = b"".join(
        b"%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
        b"/Length 60>>stream\n%s\nendstream endobj\n" % (number, number + 1, b"/X Do " * 10)
        for number in range(6, 20)
    )
    data = minimal(b"/X Do", more=forms)
    assert refusal(opened, data, limits=Limits(drawn=500)) == "documents.page-too-full"


@pytest.mark.parametrize("limits", [Limits(instruction_bytes=999), Limits(page_lines=99)])
def test_a_page_that_draws_too_much_is_stopped(opened, limits):
    content = b"0 0 m 9 9 l S " * 100
    assert refusal(opened, minimal(content), limits=limits) == "documents.page-too-full"


def test_more_pages_than_the_limit_are_refused(files):
    with pytest.raises(DocumentError) as caught:
        open_document(files / "plan.pdf", limits=Limits(pages=5))
    assert caught.value.key == "documents.too-many-pages"


def test_without_pdfplumber_the_sentence_names_the_extra(files, monkeypatch):
    real = builtins.__import__

    def without(name, *rest, **more):
        if name == "pdfplumber":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError) as caught:
        open_document(files / "plan.pdf")
    assert "pip install 'dutygraph[pdf]'" in caught.value.sentence("zh")
    assert "pip install 'dutygraph[pdf]'" in caught.value.sentence("en")
