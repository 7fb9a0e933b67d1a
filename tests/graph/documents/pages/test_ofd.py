"""OFD files give what the PDF of the same pages would: paragraphs, tables, places."""

import zipfile
from html import escape
from io import BytesIO

import pytest

from dutygraph.graph.documents.document import Document
from dutygraph.graph.documents.limits import Limits
from dutygraph.graph.errors import DocumentError

OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SIZE = 4.233
"""Millimetres: 12 points."""


def run(text, x, y, *, size=SIZE, more=""):
    """A run of characters whose box begins at a place, as programs that export OFD write it."""
    deltas = f' DeltaX="g {len(text) - 1} {size}"' if len(text) > 1 else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} {len(text) * size} {size}" Font="4" '
        f'Size="{size}" {more}><ofd:TextCode X="0" Y="{size * 0.86:.3f}"{deltas}>{text}'
        "</ofd:TextCode></ofd:TextObject>"
    )


def line(x0, y0, x1, y1):
    return (
        f'<ofd:PathObject ID="2" Boundary="{x0} {y0} {max(x1 - x0, 0.2)} {max(y1 - y0, 0.2)}" '
        f'LineWidth="0.2"><ofd:StrokeColor Value="0 0 0"/><ofd:AbbreviatedData>M 0 0 L {x1 - x0} '
        f"{y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
    )


LEFTS = (20, 35, 100, 150, 190)


def table(rows, top, height=12):
    """A ruled table of four columns; a text of several lines is a tuple."""
    drawn = [line(20, top + height * at, 190, top + height * at) for at in range(len(rows) + 1)]
    drawn += [line(x, top, x, top + height * len(rows)) for x in LEFTS]
    for at, row in enumerate(rows):
        for x, text in zip(LEFTS, row, strict=False):
            for number, part in enumerate([text] if isinstance(text, str) else text):
                drawn.append(run(part, x + 1.5, top + height * at + 1 + 5 * number))
    return "".join(drawn)


def ofd(*pages, templates=()):
    """Pack pages as OFD writers do."""
    box = "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "OFD.xml",
            f'{HEAD}<ofd:OFD {OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        told = "".join(
            f'<ofd:TemplatePage ID="9{at}" BaseLoc="Tpls/Tpl_{at}/Content.xml"/>'
            for at in range(len(templates))
        )
        listed = "".join(
            f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>'
            for at in range(len(pages))
        )
        package.writestr(
            "Doc_0/Document.xml",
            f"{HEAD}<ofd:Document {OFD}><ofd:CommonData><ofd:PageArea>{box}</ofd:PageArea>{told}"
            f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        )
        for kind, contents in (("Tpls/Tpl", templates), ("Pages/Page", pages)):
            for at, content in enumerate(contents):
                over = '<ofd:Template TemplateID="90" ZOrder="Background"/>' if templates else ""
                package.writestr(
                    f"Doc_0/{kind}_{at}/Content.xml",
                    f"{HEAD}<ofd:Page {OFD}>{over if kind.startswith('Pages') else ''}<ofd:Content>"
                    f'<ofd:Layer ID="3">{content}</ofd:Layer></ofd:Content></ofd:Page>',
                )
    return stream.getvalue()


HEADINGS = ("序号", "工作任务", "责任单位", "完成时限")
FIRST = run("渡口安全工作分工方案", 60, 20) + table(
    [
        HEADINGS,
        ("1", "修缮渡口", ("县港航局、县教育局、县", "水利局"), "6月底前"),
        ("2", "值守", "各镇", ""),
    ],
    40,
)
SECOND = table([HEADINGS, ("3", "演练", "县应急局", "12月底前")], 30)


def test_ruled_tables_are_stitched_over_pages_and_titles_are_paragraphs(opened, texts):
    document = opened("a.ofd", ofd(FIRST, SECOND))
    assert texts(document) == [
        "渡口安全工作分工方案",
        [
            list(HEADINGS),
            ["1", "修缮渡口", "县港航局、县教育局、县水利局", "6月底前"],
            ["2", "值守", "各镇", ""],
            ["3", "演练", "县应急局", "12月底前"],
        ],
    ]
    assert document.source.format == "ofd"
    place = document.grids[0].rows[3][2].span
    assert (place.page, place.table, place.row, place.column) == (2, 1, 4, 3)


def redrawn(page):
    """Draw a page of a PDF again: a run for each character, a line for each edge."""
    mm = 25.4 / 72
    drawn = [
        run(escape(one["text"]), one["x0"] * mm, one["top"] * mm, size=one["size"] * mm)
        for one in page.chars
    ]
    drawn += [
        line(*(edge[side] * mm for side in ("x0", "top", "x1", "bottom"))) for edge in page.edges
    ]
    return "".join(drawn)


def test_the_pages_of_a_pdf_drawn_again_give_the_same_plan(opened, texts, files, plan):
    import pdfplumber

    with pdfplumber.open(files / "plan.pdf") as pdf:
        data = ofd(*map(redrawn, pdf.pages))
    title, grid = plan
    first, found, *rest = texts(opened("a.ofd", data))
    assert first == title
    assert found == grid
    assert not any(rest)


def test_lines_of_a_paragraph_are_joined_and_page_numbers_left_out(opened, texts):
    text = (
        "修缮渡口，由县港航局牵头，会同县水利局、县应急局和沿江各镇负责，"
        "年底以前完成全部工作并报县人民政府。"
    )
    body = run(text[:40], 20, 40) + run(text[40:], 20, 47) + run("- 1 -", 100, 285)
    assert texts(opened("a.ofd", ofd(body))) == [text]


def test_sides_of_rectangles_and_moved_objects_are_lines_and_text_too(opened, texts):
    box = (
        '<ofd:PathObject ID="2" Boundary="0 0 210 297" CTM="{0} 0 0 1 20 40"><ofd:AbbreviatedData>'
        "M {1} 0 L {2} 0 L {2} 12 L {1} 12 C</ofd:AbbreviatedData></ofd:PathObject>"
    )
    cells = "".join(
        box.replace("1 20 40", f"1 20 {40 + 12 * row}").format(1, left, left + 60)
        for row in (0, 1)
        for left in (0, 60)
    )
    words = (("任务", 0, 0), ("单位", 60, 0), ("值守", 0, 12), ("各镇", 60, 12))
    drawn = "".join(
        run(text, 10, 20, more=f'CTM="1 0 0 1 {x + 12} {y + 24}"') for text, x, y in words
    )
    assert texts(opened("a.ofd", ofd(cells + drawn))) == [[["任务", "单位"], ["值守", "各镇"]]]


def test_the_template_of_a_page_is_drawn_with_it(opened, texts):
    template = run("云溪县渡口安全", 20, 20)
    assert texts(opened("a.ofd", ofd(run("由各镇负责。", 20, 60), templates=[template]))) == [
        "云溪县渡口安全",
        "由各镇负责。",
    ]


def test_pages_without_text_are_a_scan(opened):
    image = '<ofd:ImageObject ID="5" Boundary="0 0 210 297" ResourceID="6"/>'
    with pytest.raises(DocumentError) as caught:
        opened("a.ofd", ofd(image))
    assert caught.value.key == "documents.scanned"


@pytest.mark.parametrize(
    ("page", "limits"),
    [
        (run("甲" * 900, 20, 20), Limits(drawn=500)),
        (run("甲", 9, 9) + "".join(line(9, n, 99, n) for n in range(99)), Limits(page_lines=50)),
        (table([("甲", "乙")] * 20, 20), Limits(page_crossings=50)),
    ],
)
def test_a_page_that_draws_too_much_is_refused(opened, page, limits):
    with pytest.raises(DocumentError) as caught:
        opened("a.ofd", ofd(page), limits=limits)
    assert caught.value.key == "documents.page-too-full"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('Size="4.233"', 'Size="1e308"'),
        ('Size="4.233"', 'Size="nan"'),
        ('DeltaX="g 3 ', 'DeltaX="g 99999999999 '),
        ('DeltaX="g 3 ', 'DeltaX="g g '),
        ("L 170 0", "L inf 1e999 L"),
        ("L 170 0", "Q 1 C C C"),
        ('Boundary="20 ', 'Boundary="1e308 '),
        ('ID="1"', 'ID="1" CTM="1e308 1e308 1e308 1e308 1e308 1e308"'),
        ('ID="2"', 'ID="2" CTM="1e308 1e308 1e308 1e308 1e308 1e308"'),
        ('ID="1"', 'ID="1" CTM="0 0 0 0 0 0"'),
    ],
)
def test_wrong_numbers_are_read_or_refused(opened, old, new):
    assert old in FIRST
    try:
        found = opened("a.ofd", ofd(FIRST.replace(old, new)))
    except DocumentError as error:
        found = error.sentence("zh")
    assert isinstance(found, Document) or "a.ofd" in found
