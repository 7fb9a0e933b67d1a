"""Word files in one XML file give the same as the .docx that holds the same."""

import zipfile

import pytest

from dutygraph.graph.documents.limits import Limits
from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.errors import DocumentError

PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"


def flat(path):
    """Write the parts of a .docx one after the other, as Word saves "XML document"."""
    parts = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            text = package.read(name).decode().partition("?>")[2]
            if name != "[Content_Types].xml":
                parts.append(
                    f'<pkg:part pkg:name="/{name}" pkg:contentType="application/xml">'
                    f"<pkg:xmlData>{text}</pkg:xmlData></pkg:part>"
                )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<?mso-application progid="Word.Document"?>\n'
        f'<pkg:package xmlns:pkg="{PACKAGE}">{"".join(parts)}'
        '<pkg:part pkg:name="/word/media/a.png" pkg:compression="store">'
        "<pkg:binaryData>iVBORw0KGgo=</pkg:binaryData></pkg:part></pkg:package>"
    ).encode()


@pytest.mark.parametrize("name", ["a.doc", "a.xml"])
def test_the_parts_of_a_docx_in_one_file_give_the_same(opened, texts, files, name):
    document = opened(name, flat(files / "traits.docx"))
    packed = open_document(files / "traits.docx")
    assert texts(document) == texts(packed)
    assert document.doubts == packed.doubts
    assert document.source.format == "xml"


OLD = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:aml="http://schemas.microsoft.com/aml/2001/core"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"
 xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" w:macrosPresent="no">
<o:DocumentProperties><o:Author>拟稿人</o:Author></o:DocumentProperties>
<w:styles><w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>
<w:body><wx:sect>{body}<w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>
<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></wx:sect></w:body></w:wordDocument>"""


def par(text, properties=""):
    run = f'<w:r><w:rPr><wx:font wx:val="宋体"/></w:rPr><w:t>{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def listed(text, number, font="宋体"):
    hint = (
        f'<wx:t wx:val="{number}" wx:wTabBefore="0" wx:wTabAfter="60"/><wx:font wx:val="{font}"/>'
    )
    return par(text, f'<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/>{hint}</w:listPr>')


@pytest.fixture
def read(opened, texts):
    return lambda body: texts(opened("a.doc", OLD.format(body=body).encode()))


def test_paragraphs_in_sections_and_written_numbers(read):
    body = par("渡口安全工作方案") + "<wx:sub-section>" + listed("总则", "一、")
    body += listed("2026年底前完成", "1.") + listed("巡查", "l", "Wingdings") + "</wx:sub-section>"
    assert read(body) == ["渡口安全工作方案", "一、总则", "1. 2026年底前完成", "巡查"]


def test_merged_cells_and_automatic_numbers_of_tables(read):
    def cell(content, properties=""):
        width = '<w:tcW w:w="2000" w:type="dxa"/>'
        return f"<w:tc><w:tcPr>{width}{properties}</w:tcPr>{content}</w:tc>"

    rows = (
        cell(par("序号")) + cell(par("任务")) + cell(par("责任单位")),
        cell(listed("", "1"))
        + cell(par("修缮"), '<w:vmerge w:val="restart"/>')
        + cell(par("甲局")),
        cell(listed("", "2")) + cell(par(""), "<w:vmerge/>") + cell(par("乙局") + par("各镇")),
        cell(par("合计"), '<w:gridSpan w:val="2"/>') + cell(par("县政府办")),
    )
    table = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    assert read(f"<w:tbl><w:tblPr/><w:tblGrid/>{table}</w:tbl>") == [
        [
            ["序号", "任务", "责任单位"],
            ["1", "修缮", "甲局"],
            ["2", "修缮", "乙局\n各镇"],
            ["合计", "合计", "县政府办"],
        ]
    ]


def change(kind, inner):
    return (
        f'<aml:annotation aml:id="1" w:type="Word.{kind}" aml:author="甲" '
        f'aml:createdate="2026-01-01T00:00:00Z"><aml:content>{inner}</aml:content></aml:annotation>'
    )


def test_changes_are_accepted_and_told_and_comments_are_no_text(opened, texts):
    run = "<w:r><w:t>{}</w:t></w:r>".format
    old = "<w:r><w:delText>、乙局</w:delText></w:r>"
    body = (
        f"<w:p>{run('甲局')}{change('Insertion', run('、丙局'))}{change('Deletion', old)}"
        f"<w:r>{change('Comment', par('改为丁局？'))}</w:r>"
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>、戊局</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>、己局</w:t></w:r></w:p>"
    )
    document = opened("a.doc", OLD.format(body=body).encode())
    assert texts(document) == ["甲局、丙局、戊局"]
    assert [(doubt.code, dict(doubt.values)) for doubt in document.doubts] == [
        ("documents.tracked-changes", {"insertions": "1", "deletions": "1"}),
        ("documents.struck-out", {"n": "1"}),
        ("documents.hidden-text", {"n": "1"}),
    ]


def test_notes_and_boxes_follow_their_paragraph_and_pictures_are_nothing(read):
    note = f"<w:r><w:footnote>{par('脚注')}</w:footnote></w:r>"
    inside = f"<w:txbxContent>{par('附件1')}</w:txbxContent>"
    box = f"<w:r><w:pict><v:textbox>{inside}</v:textbox></w:pict></w:r>"
    picture = '<w:r><w:pict><w:binData w:name="a.png">iVBORw0KGgo=</w:binData></w:pict></w:r>'
    run = "<w:r><w:t>正文</w:t><w:br/><w:t>下行</w:t></w:r>"
    assert read(f"<w:p>{run}{note}{box}{picture}</w:p>") == ["正文", "下行", "脚注", "附件1"]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (OLD.format(body=par("甲")).encode()[:-30], "documents.damaged"),
        (b"<?mso-application progid='Word.Document'?><x/>", "documents.damaged"),
        (
            OLD.format(body=par("&a;")).replace(
                "<w:word", "<!DOCTYPE x [<!ENTITY a 'b'>]><w:word", 1
            ),
            "documents.entities",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(opened, data, key):
    with pytest.raises(DocumentError) as caught:
        opened("a.doc", data if isinstance(data, bytes) else data.encode())
    assert caught.value.key == key


def test_pictures_do_not_count(read):
    data = f'<w:binData w:name="a.png">{"A" * 11_000_000}</w:binData>'
    body = f"<w:p><w:r><w:pict>{data}</w:pict></w:r><w:r><w:t>正文</w:t></w:r></w:p>"
    assert read(body) == ["正文"]


def test_a_file_beyond_the_limits_is_refused(opened):
    data = OLD.format(body=par("甲" * 900)).encode()
    for limits in (Limits(part_bytes=700), Limits(tags=20), Limits(cell_characters=800)):
        with pytest.raises(DocumentError):
            opened("a.doc", data, limits=limits)
