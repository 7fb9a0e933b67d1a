"""Make the binary files beside this one; they are committed, so that tests need no LibreOffice.

    python tests/graph/documents/files/make_files.py

`traits.docx` is written here, in our own wording, with what readers of Word files tend to lose:
automatic Chinese numbers, content controls, tracked changes, notes, nested tables, text boxes.
`plan.*` are the example plan (examples/make_formats.py). LibreOffice 7.4 converted:

    traits.doc plan.doc plan.odt plan.rtf    from traits.docx and plan.docx
    traits.rtf                               from traits.docx
    struck.doc                               from the crossed-out paragraph written below
    plan.pdf plan-lo.html plan-lo.docx       from plan.docx
    plan.xls plan-lo.xlsx                    from plan.xlsx
    asides.doc                               from the notes and boxes around a text written below
    lost.xls                                 from the formulas written below
    months.xls                               from the dates in several formats written below
    looks.xls                                from the hidden and crossed-out cells written below
    wide.doc                                 from the table of twelve columns written below
    plan.wps                                 a copy of plan.doc, as WPS Office names it
"""

import shutil
import sys
import tempfile
import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[3] / "examples" / "make_formats.py"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = ("numbering", "styles", "footnotes", "endnotes")


def run(text: str) -> str:
    """Give a run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(content: str, properties: str = "") -> str:
    """Give a paragraph of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def listed(text: str, number: int, level: int = 0) -> str:
    """Give a paragraph that is numbered automatically."""
    reference = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return par(run(text), reference)


def cell(content: str, properties: str = "") -> str:
    """Give a table cell."""
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def table(*rows: str) -> str:
    """Give a table of three columns."""
    grid = '<w:gridCol w:w="2000"/>' * 3
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def row(*cells: str, properties: str = "") -> str:
    """Give a table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def level(at: int, style: str, text: str, more: str = "") -> str:
    """Give a level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*abstract: str, lists: str = "") -> str:
    """Give a part with abstract lists 0, 1, … and the lists that point to them."""
    bodies = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
        for at, levels in enumerate(abstract)
    )
    plain = "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(len(abstract))
    )
    return f"{HEAD}<w:numbering {NAMESPACES}>{bodies}{plain}{lists}</w:numbering>"


def notes(kind: str, *texts: str) -> str:
    """Give a part with footnotes or endnotes 1, 2, … after the two separators."""
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{at}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for at, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    own = "".join(
        f'<w:{kind} w:id="{at}">{par(run(text))}</w:{kind}>' for at, text in enumerate(texts, 1)
    )
    return f"{HEAD}<w:{kind}s {NAMESPACES}>{separators}{own}</w:{kind}s>"


def _override(name: str, kind: str = "") -> str:
    return f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind or name}+xml"/>'


def _relation(number: int, target: str, kind: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def write_word(path: Path, body: str, **parts: str) -> Path:
    """Write a Word file from the content of its body and its other parts by name."""
    relations = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    overrides = "".join(_override(name) for name in parts)
    pointers = "".join(_relation(at, f"{name}.xml", name) for at, name in enumerate(parts, 1))
    files = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{_override('document', 'document.main')}{overrides}</Types>",
        "_rels/.rels": f"{relations}{_relation(1, 'word/document.xml', 'officeDocument')}"
        "</Relationships>",
        "word/_rels/document.xml.rels": f"{relations}{pointers}</Relationships>",
        "word/document.xml": f"{HEAD}<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body>"
        "</w:document>",
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return path


CHANGE = 'w:id="9" w:author="a" w:date="2026-01-01T00:00:00Z"'
LISTS = numbering(
    level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.", '<w:lvlRestart w:val="0"/>'),
    level(0, "decimalEnclosedCircleChinese", "%1") + level(1, "upperLetter", "%1%2", "<w:isLgl/>"),
    level(0, "ideographTraditional", "%1．", '<w:pStyle w:val="Item"/>'),
)
STYLES = (
    f'{HEAD}<w:styles {NAMESPACES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Item"><w:name '
    'w:val="Item"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/>'
    '<w:basedOn w:val="Item"/></w:style></w:styles>'
)
TRAITS = "".join(
    (
        par(run("渡口安全工作分工方案")),
        listed("总体要求", 1),
        listed("修缮设施", 1, 1),
        listed("加固护岸。", 1, 2),
        listed("更换缆绳。", 1, 2),
        listed("加强值守", 1, 1),
        listed("落实双人值班。", 1, 2),
        listed("保障措施", 1),
        listed("经费", 1, 1),
        par(
            run("由县港航局")
            + f"<w:ins {CHANGE}>{run('、县财政局')}</w:ins>"
            + f"<w:del {CHANGE}><w:r><w:delText>、县水利局</w:delText></w:r></w:del>"
            + run("负责。")
            + '<w:r><w:footnoteReference w:id="1"/></w:r>'
        ),
        table(
            row(*(cell(par(run(text))) for text in ("序号", "任务", "责任单位"))),
            row(
                cell(listed("", 2)),
                cell(par(run("修缮渡口")), '<w:vMerge w:val="restart"/>'),
                cell(par(run("县港航局")) + par(run("县财政局"))),
            ),
            row(
                cell(listed("", 2)),
                cell(par(""), "<w:vMerge/>"),
                cell(par(run("县应急局") + "<w:r><w:br/></w:r>" + run("各镇"))),
            ),
            row(cell(par(run("合计两项")), '<w:gridSpan w:val="2"/>'), cell(par(run("县政府办")))),
        ),
        par(run("巡查"), '<w:pStyle w:val="Item"/>'),
        par(run("演练"), '<w:pStyle w:val="Sub"/>'),
        par(run("附则") + "<w:r><w:noBreakHyphen/></w:r>" + run("一")),
    )
)


def formats() -> "object":
    """Load the script that writes the example plan."""
    spec = spec_from_file_location("make_formats", EXAMPLES)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


STRUCK = par(
    run("县港航局")
    + "<w:r><w:rPr><w:strike/></w:rPr><w:t>、县财政局</w:t></w:r>"
    + '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>、各镇</w:t></w:r>'
    + "<w:r><w:rPr><w:dstrike/></w:rPr><w:t>、县水利局</w:t></w:r>"
    + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>、县教育局</w:t></w:r>"
    + f"<w:del {CHANGE}><w:r><w:rPr><w:strike/></w:rPr>"
    + "<w:delText>、县林业局</w:delText></w:r></w:del>"
)


WIDE_HEADINGS = (
    *("序号", "任务", "牵头单位", "配合单位", "完成时限", "目标", "举措", "来源", "进展"),
    *("问题", "经费", "备注"),
)
WIDE = table(
    row(*(cell(par(run(text))) for text in WIDE_HEADINGS)),
    *(
        row(
            cell(par("", '<w:pStyle w:val="Item"/>')),
            *(cell(par(run(text))) for text in (task, "县港航局", "各镇", "6月底前")),
            *(cell(par(run(f"{heading}{task}"))) for heading in WIDE_HEADINGS[5:]),
        )
        for task in ("修缮渡口", "加固护岸")
    ),
)


BOX = "<w:txbxContent><w:p><w:r><w:t>附件</w:t></w:r><w:r><w:t>1</w:t></w:r></w:p></w:txbxContent>"
SHAPE = (
    f'<w:r {NAMESPACES} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="914400" '
    'cy="457200"/><wp:docPr id="7" name="文本框 7"/><a:graphic><a:graphicData uri="http://schemas.'
    'microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
    '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="457200"/></a:xfrm>'
    f'<a:prstGeom prst="rect"/></wps:spPr><wps:txbx>{BOX}</wps:txbx><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape id='文本框 7' "
    f"style='width:72pt;height:36pt'><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def write_asides(path: Path) -> Path:
    """Write a text with header, footer, comment and text box, through python-docx."""
    import docx
    from docx.oxml import parse_xml

    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "内部资料"
    section.footer.paragraphs[0].text = "第 1 页"
    paragraph = document.add_paragraph("由县港航局")
    named = paragraph.add_run("、县财政局")
    paragraph.add_run("负责。")
    document.add_comment(named, text="改为县水利局？", author="甲")
    paragraph._p.append(parse_xml(SHAPE))
    table = document.add_table(2, 2)
    for at, text in enumerate(("任务", "单位", "修缮渡口", "各镇")):
        table.cell(at // 2, at % 2).text = text
    document.add_comment(table.cell(1, 1).paragraphs[0].runs[0], text="含街道？", author="甲")
    document.save(path)
    return path


def write_looks(path: Path) -> Path:
    """Write a workbook with hidden rows and columns, and cells that are crossed out in part."""
    import openpyxl
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    plain, sheet = book.active, book.create_sheet("分工")
    plain.title = "说明"
    plain.append(["渡口安全工作"])
    for row in (
        ("序号", "任务", "备注", "责任单位", "数"),
        (1, "修缮渡口", "暂缓", "县港航局", 7),
        (2, "加固护岸", "", "县水利局", 8),
        (3, "更换缆绳", "", "县应急局", 9),
        (4, "双人值班", "", "各镇", 10),
    ):
        sheet.append(row)
    crossed = TextBlock(InlineFont(strike=True), "、县财政局")
    sheet["D2"] = CellRichText("县港航局", crossed)
    sheet["B3"].font = sheet["E4"].font = Font(strike=True)
    for number in (3, 4, 20):
        sheet.row_dimensions[number].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.save(path)
    return path


def write_lost(path: Path) -> Path:
    """Write a workbook with formulas, which no program has calculated, and errors."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "分工"
    sheet.append(["序号", "任务", "责任单位", "配合单位"])
    sheet.append(["=ROW()-1", "修缮渡口", '="县"&"港航局"', "#N/A"])
    sheet.append([2, "加固护岸", "=NA()", "各镇"])
    book.save(path)
    return path


def write_months(path: Path) -> Path:
    """Write a workbook with one date in formats that show its day or hide it."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["时限", "单位"])
    formats = ('yyyy"年"m"月"', "[$-804]yyyy/m;@", "mmm-yy", "yyyy/m/d", "m-d")
    for at, code in enumerate(formats, start=2):
        sheet.append([46174, "县港航局"])
        sheet.cell(at, 1).number_format = code
    sheet.append([6, "县水利局"])
    sheet.cell(len(formats) + 2, 1).number_format = '0"月底前"'
    book.save(path)
    return path


def main() -> None:
    """Write all files."""
    make = formats()
    title, grid = make.title_and_grid()
    make.write_docx(HERE / "plan.docx", title, grid)
    make.write_xlsx(HERE / "plan.xlsx", title, grid)
    traits = write_word(
        HERE / "traits.docx",
        TRAITS,
        numbering=LISTS,
        styles=STYLES,
        footnotes=notes("footnote", "含渡口管理站。"),
    )
    program = shutil.which("soffice")
    if program is None:
        sys.exit("LibreOffice is needed")
    folder = Path(tempfile.mkdtemp())
    jobs = (
        *((HERE / "plan.docx", name, f"plan.{name}") for name in ("doc", "odt", "rtf", "pdf")),
        (HERE / "plan.docx", "html", "plan-lo.html"),
        (HERE / "plan.docx", "docx", "plan-lo.docx"),
        (HERE / "plan.xlsx", "xls", "plan.xls"),
        (HERE / "plan.xlsx", "xlsx", "plan-lo.xlsx"),
        (traits, "doc", "traits.doc"),
        (traits, "rtf", "traits.rtf"),
        (write_word(folder / "struck.docx", STRUCK), "doc", "struck.doc"),
        (
            write_word(folder / "wide.docx", WIDE, numbering=LISTS, styles=STYLES),
            "doc",
            "wide.doc",
        ),
        (write_asides(folder / "asides.docx"), "doc", "asides.doc"),
        (write_lost(folder / "lost.xlsx"), "xls", "lost.xls"),
        (write_months(folder / "months.xlsx"), "xls", "months.xls"),
        (write_looks(folder / "looks.xlsx"), "xls", "looks.xls"),
    )
    for origin, target, name in jobs:
        shutil.move(make.convert(program, origin, target), HERE / name)
    shutil.rmtree(folder)
    shutil.copy(HERE / "plan.doc", HERE / "plan.wps")


if __name__ == "__main__":
    main()
