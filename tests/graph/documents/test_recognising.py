"""A file is what its bytes say, whatever its name."""

import zipfile
from io import BytesIO

import pytest

from dutygraph.graph.documents.file import File
from dutygraph.graph.documents.recognising import recognise
from dutygraph.graph.errors import DocumentError


@pytest.mark.parametrize(
    ("stored", "called", "kind"),
    [
        ("plan.docx", "a.doc", "docx"),
        ("plan.docx", "a.txt", "docx"),
        ("plan.doc", "a.docx", "doc"),
        ("plan.doc", "a.WPS", "wps"),
        ("plan.xls", "a.xlsx", "xls"),
        ("plan.xlsx", "a.et", "xlsx"),
        ("plan.pdf", "a.docx", "pdf"),
        ("plan.rtf", "a.doc", "rtf"),
        ("plan.odt", "a.docx", "odt"),
        ("plan-lo.html", "a.doc", "html"),
    ],
)
def test_the_content_decides(files, stored, called, kind):
    assert recognise(File(called, (files / stored).read_bytes())).name == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<table><tr><td>甲</td></tr></table>\n注", "md"),
        ("<!DOCTYPE html>\n<p>甲", "html"),
        ("# 甲", "md"),
    ],
)
def test_markdown_may_begin_with_a_table_in_tags(text, kind):
    assert recognise(File("a.md", text.encode())).name == kind


def packed(*names):
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in names:
            package.writestr(name, "x")
    return stream.getvalue()


def test_a_package_with_a_root_of_ofd_is_one():
    assert recognise(File("a.zip", packed("OFD.xml"))).name == "ofd"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("一、总则 <p> 段落".encode(), "txt"),
        (b"<?xml version='1.0'?>\n<?mso-application progid='Word.Document'?><x/>", "xml"),
        ("BM是本文的缩写".encode(), "txt"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "mht"),
        (b"From: =?gb2312?B?08k=?=\r\nContent-Type: text/html;\r\n\tcharset=gb2312", "mht"),
        ("来信写道\nContent-Type: text/html".encode(), "txt"),
    ],
)
def test_texts_are_told_apart(data, kind):
    assert recognise(File("a", data)).name == kind


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (packed("readme.txt"), "documents.archive"),
        (b"@prefix duty: <https://example.org/> .", "documents.graph"),
        (b'\xef\xbb\xbf{\n "@context": {}}', "documents.graph"),
        (b"<?xml version='1.0'?>\n<rdf:RDF xmlns:rdf='x'/>", "documents.graph"),
        (b"<?xml version='1.0' encoding='utf-8'?>\n<graphml/>", "documents.graph"),
        (b'<https://example.org/a> <https://example.org/b> "c" .', "documents.graph"),
        (b"PK\x03\x04 cut off", "documents.damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off", "documents.damaged"),
        (b"\x89PNG\r\n\x1a\n", "documents.picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "documents.picture"),
        (b"BM\0\0\0\0", "documents.picture"),
        (b"Rar!\x1a\x07\0", "documents.archive"),
    ],
)
def test_known_kinds_that_cannot_be_read_get_their_own_sentence(data, key):
    with pytest.raises(DocumentError) as caught:
        recognise(File("plan.docx", data))
    assert caught.value.key == key
    assert "plan.docx" in caught.value.sentence("zh")


def test_a_packed_document_with_a_password_is_told(files):
    data = bytearray((files / "traits.doc").read_bytes())
    at = data.index("WordDocument".encode("utf-16-le"))
    name = "EncryptedPackage".encode("utf-16-le")
    data[at : at + len(name)] = name
    data[at + 64] = len(name) + 2
    with pytest.raises(DocumentError) as caught:
        recognise(File("plan.docx", bytes(data)))
    assert caught.value.key == "documents.encrypted"
