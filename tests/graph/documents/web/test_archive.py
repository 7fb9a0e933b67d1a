"""A page kept in one file (.mht) gives what the page itself gives."""

import base64
import quopri

import pytest

from dutygraph.graph.documents.limits import Limits
from dutygraph.graph.errors import DocumentError

LINE = "----=_NextPart_01DC5E3A.7F2B4C10"
PLAN = (
    '<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"></head>\n'
    "<body lang=ZH-CN style='tab-interval:21.0pt'>\n<p class=MsoNormal>渡口安全工作分工方案</p>\n"
    "<table><tr><td width=142>任务</td><td>单位</td></tr>\n"
    "<tr><td>修缮渡口</td><td>县港航局、县财政局</td></tr></table></body></html>\n"
)
EXPECTED = ["渡口安全工作分工方案", [["任务", "单位"], ["修缮渡口", "县港航局、县财政局"]]]


def part(location, data, kind='text/html; charset="gb2312"', encoding="quoted-printable", more=""):
    """A part as Office writes it, or with other header lines."""
    packed = base64.encodebytes(data) if encoding == "base64" else quopri.encodestring(data)
    head = f"Content-Location: {location}\nContent-Transfer-Encoding: {encoding}\n"
    return f"{head}Content-Type: {kind}\n{more}\n".encode() + packed


def archive(*parts, kind="multipart/related", before="MIME-Version: 1.0\n"):
    """A file as Office writes it: its own sentence before the parts, line ends of Windows."""
    head = f'{before}Content-Type: {kind}; boundary="{LINE}"\n\n'.encode()
    told = "此文档为“单个文件网页”，也称为“Web 档案”文件。\n\n".encode("gb18030")
    body = b"".join(b"--" + LINE.encode() + b"\n" + one + b"\n" for one in parts)
    return (head + told + body + f"--{LINE}--\n".encode()).replace(b"\n", b"\r\n")


def test_a_document_saved_by_word(opened, texts):
    data = archive(
        part("file:///C:/3A5C01B2/file1234.htm", PLAN.encode("gb18030")),
        part(
            "file:///C:/3A5C01B2/file1234.files/header.htm",
            "<p class=MsoHeader>云溪县</p>".encode("gb18030"),
        ),
        part(
            "file:///C:/3A5C01B2/file1234.files/image001.png",
            b"\x89PNG\r\n\x1a\n" + bytes(200),
            kind="image/png",
            encoding="base64",
        ),
    )
    document = opened("方案.mht", data)
    assert texts(document) == EXPECTED
    assert document.source.format == "mht"
    assert document.doubts == ()


@pytest.mark.parametrize("name", ["a.mhtml", "a.doc", "a.htm", "a.txt"])
def test_a_page_saved_by_a_browser_with_a_page_in_a_frame(opened, texts, name):
    outer = (
        '<!DOCTYPE html><html><body><h1>公告</h1><iframe src="cid:frame-7@mhtml.blink"></iframe>'
    )
    before = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a.html\n"
        "Subject: =?utf-8?Q?=E5=85=AC=E5=91=8A?=\nMIME-Version: 1.0\n"
    )
    data = archive(
        part("https://example.org/a.html", outer.encode(), kind="text/html"),
        part("https://example.org/a.css", b"p {color: red}", kind="text/css"),
        part(
            "https://example.org/b.html",
            PLAN.replace("gb2312", "utf-8").encode(),
            kind="text/html",
            more="Content-ID: <frame-7@mhtml.blink>\n",
        ),
        kind='multipart/related;\n\ttype="text/html"',
        before=before,
    )
    assert texts(opened(name, data)) == ["公告", *EXPECTED]


FRAMES = """<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head>
<meta name="Excel Workbook Frameset">
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=ProgId content=Excel.Sheet>
<link rel=File-List href="book.files/filelist.xml">
<![if !supportTabStrip]>
<link id="shLink" href="book.files/sheet001.htm">
<link id="shLink" href="book.files/sheet002.htm">

<link id="shLink">
<![endif]><!--[if gte mso 9]><xml>
 <x:ExcelWorkbook>
  <x:ExcelWorksheets>
   <x:ExcelWorksheet>
    <x:Name>分工</x:Name>
    <x:WorksheetSource HRef="book.files/sheet001.htm"/>
   </x:ExcelWorksheet>
  </x:ExcelWorksheets>
 </x:ExcelWorkbook>
</xml><![endif]-->
</head>

<frameset rows="*,39" border=0 width=0 frameborder=no framespacing=0>
 <frame src="book.files/sheet001.htm" name="frSheet">
 <frame src="book.files/tabstrip.htm" name="frTabs" marginwidth=0 marginheight=0>
 <noframes>
  <body>
   <p>此页使用了框架，而您的浏览器不支持框架。</p>
  </body>
 </noframes>
</frameset>
</html>
"""


def sheet(*rows):
    cells = ("".join(f"<td class=xl65>{text}</td>" for text in row) for row in rows)
    return f"<table>{''.join(f'<tr height=19>{row}</tr>' for row in cells)}</table>".encode(
        "gb18030"
    )


def test_a_workbook_saved_by_excel_gives_all_its_sheets_and_no_tabs(opened, texts):
    tabs = "<table><tr><td><a href='sheet001.htm'>分工</a></td><td>附表</td></tr></table>"
    place = "file:///C:/3A5C01B2/book"
    data = archive(
        part(f"{place}.htm", FRAMES.encode("gb18030")),
        part(f"{place}.files/tabstrip.htm", tabs.encode("gb18030")),
        part(f"{place}.files/sheet002.htm", sheet(("镇", "村"), ("东镇", "西村"))),
        part(f"{place}.files/sheet001.htm", sheet(("任务", "单位"), ("修缮渡口", "县港航局"))),
    )
    assert texts(opened("book.mht", data)) == [
        [["任务", "单位"], ["修缮渡口", "县港航局"]],
        [["镇", "村"], ["东镇", "西村"]],
    ]


def test_the_frames_of_a_workbook_without_its_sheets_name_them(opened):
    with pytest.raises(DocumentError) as caught:
        opened("book.htm", FRAMES.encode("gb18030"))
    assert caught.value.key == "documents.frames"
    assert "book.files/sheet001.htm、book.files/sheet002.htm" in caught.value.sentence("zh")


def test_a_page_that_stands_inside_alternatives_is_found_and_attachments_are_told(opened, texts):
    inner = (
        archive(
            part("", "见附件".encode(), kind="text/plain"),
            part("", PLAN.encode("gb18030"), encoding="base64"),
            kind="multipart/alternative",
            before="",
        )
        .replace(LINE.encode(), b"=_inner")
        .replace(b"\r\n", b"\n")
    )
    attached = "Content-Disposition: attachment; filename=a.docx\n"
    data = archive(
        inner,
        part("", b"PK", kind="application/octet-stream", more=attached),
        kind="multipart/mixed",
    )
    document = opened("a.eml", data)
    assert texts(document) == EXPECTED
    assert [(d.code, dict(d.values)) for d in document.doubts] == [
        ("documents.embedded", {"n": "1"})
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related",
        archive(part("a.png", b"\x89PNG", kind="image/png", encoding="base64")),
    ],
)
def test_an_archive_without_a_page_is_refused(opened, data):
    with pytest.raises(DocumentError) as caught:
        opened("a.mht", data)
    assert caught.value.key == "documents.web-archive"


def test_an_archive_of_pictures_is_no_scan(opened):
    with pytest.raises(DocumentError) as caught:
        opened("a.mht", archive(part("a.htm", b"<p><img src=a.png></p>")))
    assert caught.value.key == "documents.page-without-text"


def read_or_refused(opened, data):
    """Open an archive that may be broken: some blocks, or a sentence that names it."""
    try:
        found = opened("a.mht", data).blocks
    except DocumentError as error:
        found = error.sentence("zh")
    return found if isinstance(found, tuple) else "a.mht" in found


def test_damaged_archives_are_read_or_refused(opened):
    for encoding in ("base64", "quoted-printable"):
        whole = archive(part("a.htm", PLAN.encode("gb18030"), encoding=encoding))
        cut = [whole[: len(whole) * share // 10] for share in range(2, 10)]
        for data in (*cut, whole.replace(b"=", b"=\xff"), whole.replace(b"\r\n\r\n", b"")):
            assert read_or_refused(opened, data)


def test_a_part_whose_packing_is_broken_is_refused(opened):
    broken = b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+eA\n"
    with pytest.raises(DocumentError) as caught:
        opened("a.mht", archive(broken))
    assert caught.value.key == "documents.damaged"


def test_more_parts_than_the_limit_are_refused(opened):
    data = archive(*[b"Content-Type: text/html\n\n<p>x"] * 30)
    with pytest.raises(DocumentError) as caught:
        opened("a.mht", data, limits=Limits(parts=20))
    assert caught.value.key == "documents.too-many-tags"


def test_parts_inside_parts_without_end_are_not_followed(opened):
    data = PLAN.encode("gb18030")
    for number in range(500):
        data = (
            f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x{number}"\n\n'
            f"--x{number}\n"
        ).encode() + data
    with pytest.raises(DocumentError) as caught:
        opened("a.mht", data)
    assert caught.value.key == "documents.web-archive"


def test_a_page_larger_than_the_limit_is_refused(opened):
    data = archive(part("a.htm", b"<p>x</p>" * 200))
    with pytest.raises(DocumentError) as caught:
        opened("a.mht", data, limits=Limits(part_bytes=700))
    assert caught.value.key == "documents.file-too-large"
