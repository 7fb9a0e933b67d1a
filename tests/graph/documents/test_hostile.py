"""Files made to do harm are refused with a sentence; nothing hangs, nothing fills the memory."""

import random
import struct
import tracemalloc
import zipfile
import zlib
from io import BytesIO

import pytest

from dutygraph.graph.documents.document import Document
from dutygraph.graph.documents.limits import Limits
from dutygraph.graph.errors import DocumentError

SMALL = Limits(
    text_characters=200_000,
    cell_characters=20_000,
    unpacked_bytes=2**20,
    part_bytes=2**19,
    grid_cells=10_000,
    grid_columns=64,
)


def refusal(opened, name, data, limits=SMALL):
    with pytest.raises(DocumentError) as caught:
        opened(name, data, limits=limits)
    assert name in caught.value.sentence("zh")
    return caught.value.key


def read_or_refused(opened, name, data):
    """Open bytes that may be anything: a document, or a sentence that names the file."""
    try:
        found = opened(name, data)
    except DocumentError as error:
        found = error.sentence("zh")
    return isinstance(found, Document) or name in found


def packed(**parts):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", text)
    return stream.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body, before=""):
    return packed(word__document=f"{before}<w:document {W}><w:body>{body}</w:body></w:document>")


def cells(*texts, properties=""):
    return "".join(
        f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
        for text in texts
    )


S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def book(rows, *, merged="", shared=""):
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        )
        files.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r1" '
            f'Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        files.writestr(
            "xl/workbook.xml",
            f'<workbook {S} xmlns:r="{relations}"><sheets><sheet name="a" sheetId="1" r:id="r1"/>'
            "</sheets></workbook>",
        )
        files.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}">'
            f'<Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>",
        )
        files.writestr("xl/sharedStrings.xml", f"<sst {S}>{shared}</sst>")
        files.writestr(
            "xl/worksheets/sheet1.xml",
            f"<worksheet {S}><sheetData>{rows}</sheetData>{merged}</worksheet>",
        )
    return stream.getvalue()


def test_a_part_that_unpacks_beyond_the_limit_is_refused(opened):
    bomb = word(f"<w:p><w:r><w:t>{'啊' * 1_000_000}</w:t></w:r></w:p>")
    assert len(bomb) < 10_000
    assert refusal(opened, "a.docx", bomb) == "documents.unpacks-too-large"


def test_a_part_that_lies_about_its_size_is_refused(opened):
    data = bytearray(word(f"<w:p><w:r><w:t>{'啊' * 100_000}</w:t></w:r></w:p>"))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 100)
    assert refusal(opened, "a.docx", bytes(data)) == "documents.damaged"


def test_entities_are_refused(opened):
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    before = f'<!DOCTYPE x [<!ENTITY a0 "哈">{laughs}]>'
    data = word("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", before)
    assert refusal(opened, "a.docx", data) in {"documents.entities", "documents.damaged"}


def test_an_outside_entity_is_not_fetched(opened, tmp_path):
    (tmp_path / "secret.txt").write_text("秘密", encoding="utf-8")
    before = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    data = word("<w:p><w:r><w:t>正文&a;</w:t></w:r></w:p>", before)
    assert refusal(opened, "a.docx", data) == "documents.entities"


def test_elements_nested_without_end_are_refused(opened):
    deep = "<w:sdt><w:sdtContent>" * 2000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 2000
    assert refusal(opened, "a.docx", word(deep)) == "documents.damaged"


def test_a_word_span_of_a_billion_makes_no_wider_table(opened, texts):
    wide = cells("甲", properties='<w:gridSpan w:val="1000000000"/>') + cells("乙")
    body = f"<w:tbl><w:tr>{wide}</w:tr><w:tr>{cells('丙', '丁')}</w:tr></w:tbl>"
    assert texts(opened("a.docx", word(body), limits=SMALL)) == [
        [["甲", "甲", "乙"], ["丙", "丁", ""]]
    ]


def test_web_spans_of_a_billion_are_cut_to_the_table(opened, texts):
    page = "<table><tr><td colspan=1000000000 rowspan=1000000000>甲<td>乙<tr><td>丙</table>"
    assert texts(opened("a.html", page.encode(), limits=SMALL)) == [[["甲", "乙"], ["甲", "丙"]]]


def test_spans_that_cover_each_other_again_and_again_are_refused(opened):
    row = "<tr>" + "<td colspan=60 rowspan=65000>甲</td>" + "<td>乙</td>" * 3 + "</tr>"
    keys = {refusal(opened, "a.html", ("<table>" + row * rows).encode()) for rows in (40, 400)}
    assert keys <= {"documents.table-too-wide", "documents.table-too-large"}


def test_a_table_with_more_columns_or_cells_than_the_limit_is_refused(opened):
    wide = "<table>" + "<tr>" + "<td>甲" * 100 + "<tr><td>乙"
    assert refusal(opened, "a.html", wide.encode()) == "documents.table-too-wide"
    long = "<table>" + "<tr><td>甲<td>乙" * 6000
    assert refusal(opened, "a.html", long.encode()) == "documents.table-too-large"


def test_a_huge_cell_is_refused(opened):
    text = "啊" * 30_000
    page = f"<table><tr><td>{text}<td>乙<tr><td>丙<td>丁"
    assert refusal(opened, "a.html", page.encode()) == "documents.cell-too-large"
    assert refusal(opened, "a.csv", f"a,b\n{text},c".encode()) == "documents.cell-too-large"
    body = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    assert refusal(opened, "a.docx", word(body)) == "documents.cell-too-large"


def test_a_huge_text_is_refused(opened):
    assert refusal(opened, "a.txt", "啊\n".encode() * 150_000) == "documents.text-too-large"


def test_a_sheet_with_one_cell_at_its_end_is_refused(opened):
    rows = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refusal(opened, "a.xlsx", book(rows)) == "documents.table-too-large"
    unnamed = '<row r="1048576"><c><v>1</v></c></row>'
    assert refusal(opened, "a.xlsx", book(unnamed)) == "documents.table-too-large"


def test_a_merged_area_of_the_whole_sheet_is_cut_to_its_cells(opened, texts):
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n}</v></c></row>' for n in (1, 2)
    )
    merged = '<mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    document = opened("a.xlsx", book(rows, merged=merged), limits=SMALL)
    assert texts(document)[0][0] == ["1", "1"]


def test_cells_that_share_one_long_text_are_refused(opened):
    shared = f"<si><t>{'a' * 15_000}</t></si>"
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 1000))
    assert refusal(opened, "a.xlsx", book(rows, shared=shared)) == "documents.text-too-large"


def test_fields_nested_without_end_take_no_time():
    from dutygraph.graph.documents.binary_word.text import cleaned

    assert cleaned("甲" + "\x13" * 200_000 + "\x15" * 200_000 + "乙") == "甲乙"


def test_a_binary_table_a_billion_deep_is_refused():
    from dutygraph.graph.documents.binary_word.piecetable import Unreadable
    from dutygraph.graph.documents.binary_word.sprms import DEPTH, IN_TABLE
    from dutygraph.graph.documents.binary_word.tables import Mark

    with pytest.raises(Unreadable):
        Mark.of("\r", {IN_TABLE: b"\1", DEPTH: b"\0\0\0\x7f"})


def test_a_binary_text_beyond_the_limit_is_refused(opened, files):
    data = (files / "traits.doc").read_bytes()
    assert refusal(opened, "a.doc", data, Limits(text_characters=50)) == "documents.text-too-large"


def test_a_packed_pdf_stream_beyond_the_limit_is_refused(opened):
    bomb = zlib.compress(zlib.compress(b" " * 2**26))
    data = b"%PDF-1.4\n1 0 obj<</Length 9/Filter[/FlateDecode/FlateDecode]>>stream\n" + bomb
    assert len(bomb) < 2000
    assert refusal(opened, "a.pdf", data + b"\nendstream") == "documents.unpacks-too-large"


@pytest.mark.parametrize(
    "name", ["traits.doc", "traits.docx", "plan.xls", "plan.xlsx", "plan.pdf", "plan-lo.html"]
)
def test_a_file_cut_short_is_read_or_refused(opened, files, monkeypatch, name):
    monkeypatch.setattr("dutygraph.graph.documents.converted.program", lambda: None)
    data = (files / name).read_bytes()
    for share in (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99):
        assert read_or_refused(opened, name, data[: int(len(data) * share)])


@pytest.mark.parametrize("name", ["traits.doc", "traits.docx", "plan.xls", "plan.xlsx"])
def test_a_file_with_wrong_bytes_is_read_or_refused(opened, files, monkeypatch, name):
    monkeypatch.setattr("dutygraph.graph.documents.converted.program", lambda: None)
    chance = random.Random(7)  # noqa: S311
    whole = (files / name).read_bytes()
    for _ in range(30):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 5, 50])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert read_or_refused(opened, name, bytes(data))


def test_random_bytes_are_refused_or_read_as_text(opened):
    chance = random.Random(3)  # noqa: S311
    magics = [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-1.7\n", b"<table>"]
    for magic in magics:
        for _ in range(10):
            data = magic + chance.randbytes(3000)
            assert read_or_refused(opened, "a.bin", data)


def test_a_hundred_megabytes_in_one_cell_are_refused_in_little_memory(opened):
    page = b"<table><tr><td>" + b"a" * 100_000_000
    bomb = word("<w:p><w:r><w:t>" + "a" * 100_000_000 + "</w:t></w:r></w:p>")
    tracemalloc.start()
    try:
        assert refusal(opened, "a.html", page, Limits()) == "documents.file-too-large"
        assert refusal(opened, "a.docx", bomb, Limits()) == "documents.unpacks-too-large"
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 400_000_000
