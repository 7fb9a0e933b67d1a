"""Word files that hold their text as a page for Word to take in are read like that page."""

import zipfile

import pytest

from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.errors import DocumentError

PAGE = (
    '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><style>p {color: red}</style></head>'
    "<body><p>渡口安全工作分工方案</p><table border=1><tr><td>任务</td><td>单位</td></tr>"
    "<tr><td>修缮渡口</td><td>县港航局<s>、县水利局</s></td></tr></table></body></html>"
)
EXPECTED = ["渡口安全工作分工方案", [["任务", "单位"], ["修缮渡口", "县港航局、县水利局"]]]
MHT = (
    'MIME-Version: 1.0\nContent-Type: multipart/related;\n    type="text/html";\n'
    '    boundary="----=mhtDocumentPart"\n\n\n------=mhtDocumentPart\n'
    'Content-Type: text/html;\n    charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n'
    "Content-Location: file:///C:/fake/document.html\n\n{}\n\n------=mhtDocumentPart--\n"
).format(PAGE.replace("=", "=3D"))
TAKEN = '<w:altChunk r:id="htmlChunk"/>'


@pytest.fixture
def with_chunk(word, tmp_path):
    """Write a Word file as systems do that make it of a page, and open it."""

    def write(body, data, name="afchunk.mht"):
        path = word.write_word(tmp_path / "a.docx", body)
        with zipfile.ZipFile(path) as old:
            parts = {part: old.read(part) for part in old.namelist()}
        relations = "word/_rels/document.xml.rels"
        pointer = (
            f'<Relationship Type="{word.OFFICE}/aFChunk" Target="/word/{name}" Id="htmlChunk"/>'
        )
        end = b"</Relationships>"
        parts[relations] = parts[relations].replace(end, pointer.encode() + end)
        parts[f"word/{name}"] = data
        with zipfile.ZipFile(path, "w") as new:
            for part, content in parts.items():
                new.writestr(part, content)
        return open_document(path)

    return write


def told(document):
    return [(doubt.code, dict(doubt.values)) for doubt in document.doubts]


@pytest.mark.parametrize(("data", "name"), [(MHT, "afchunk.mht"), (PAGE, "chunk.html")])
def test_the_page_is_the_text(with_chunk, texts, data, name):
    document = with_chunk(TAKEN, data.encode(), name)
    assert texts(document) == EXPECTED
    assert document.source.format == "docx"
    assert told(document) == [("documents.struck-out", {"n": "1"})]


def test_a_page_stands_where_it_is_taken_in_each_time(with_chunk, texts, word):
    par = word.par(word.run("见下"))
    document = with_chunk(par + TAKEN + par + TAKEN, PAGE.encode())
    assert texts(document) == ["见下", *EXPECTED, "见下", *EXPECTED]
    assert told(document) == [("documents.struck-out", {"n": "1"})]


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"{\\rtf1 a}", b"\0\1\2"])
def test_a_chunk_of_another_kind_is_told(with_chunk, texts, word, data):
    document = with_chunk(word.par(word.run("正文")) + TAKEN, data, "chunk.bin")
    assert texts(document) == ["正文"]
    assert told(document) == [("documents.embedded", {"n": "1"})]


def test_a_chunk_that_is_missing_is_told(with_chunk, word):
    body = word.par(word.run("正文")) + '<w:altChunk r:id="rId99"/>'
    assert told(with_chunk(body, PAGE.encode())) == [("documents.embedded", {"n": "1"})]


def test_a_page_taken_in_again_and_again_is_refused(with_chunk):
    page = f"<p>{'甲' * 900_000}</p>"
    with pytest.raises(DocumentError) as caught:
        with_chunk(TAKEN * 100, page.encode())
    assert caught.value.key == "documents.text-too-large"
