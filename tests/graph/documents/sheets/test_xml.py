"""XML Spreadsheet 2003, as Excel saves it and many systems export it, often called .xls."""

import shutil

import pytest

from dutygraph.graph.documents.limits import Limits
from dutygraph.graph.errors import DocumentError

SHEET = """<?xml version="1.0" encoding="{encoding}"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:html="http://www.w3.org/TR/REC-html40">
 <Styles>
  <Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="宋体" ss:Size="11"/></Style>
  <Style ss:ID="s62"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style>
  <Style ss:ID="s65"><NumberFormat ss:Format="0&quot;月底前&quot;"/></Style>
  <Style ss:ID="s63"><NumberFormat ss:Format="Short Date"/></Style>
  <Style ss:ID="s64"><Font ss:FontName="宋体" ss:StrikeThrough="1"/></Style>
 </Styles>
 {sheets}
</Workbook>
"""
PLAN = """<Worksheet ss:Name="分工">
  <Table ss:ExpandedColumnCount="5" ss:ExpandedRowCount="7" x:FullColumns="1" x:FullRows="1">
   <Column ss:AutoFitWidth="0" ss:Width="54"/>
   <Column ss:Index="4" ss:Hidden="1" ss:AutoFitWidth="0"/>
   <Row><Cell ss:MergeAcross="4"><Data ss:Type="String">渡口安全工作分工表</Data></Cell></Row>
   <Row>{heads}</Row>
   <Row>
    <Cell><Data ss:Type="Number">1</Data></Cell>
    <Cell ss:MergeDown="1"><Data ss:Type="String">修缮渡口</Data></Cell>
    <Cell><Data ss:Type="String">县港航局&#10;各镇</Data></Cell>
    <Cell><Data ss:Type="String">暂缓</Data></Cell>
    <Cell ss:StyleID="s62"><Data ss:Type="DateTime">2026-06-01T00:00:00.000</Data></Cell>
   </Row>
   <Row ss:Hidden="1">
    <Cell><Data ss:Type="Number">2</Data></Cell>
    <Cell ss:Index="3"><ss:Data ss:Type="String"
      xmlns="http://www.w3.org/TR/REC-html40">县水利局<S>、县林业局</S></ss:Data></Cell>
    <Cell ss:Index="5" ss:StyleID="s63">
     <Data ss:Type="DateTime">2026-09-30T00:00:00.000</Data></Cell>
   </Row>
   <Row ss:Index="7">
    <Cell><Data ss:Type="Number">2.5</Data></Cell>
    <Cell ss:StyleID="s64"><Data ss:Type="String">双人值班</Data></Cell>
    <Cell><Data ss:Type="String">县应急局</Data></Cell>
    <Cell ss:Index="5"><Data ss:Type="Boolean">1</Data></Cell>
   </Row>
  </Table>
  <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Selected/></WorksheetOptions>
 </Worksheet>
 <Worksheet ss:Name="码表">
  <Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
  <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible>
  </WorksheetOptions>
 </Worksheet>""".format(
    heads="".join(
        f'<Cell><Data ss:Type="String">{text}</Data></Cell>'
        for text in ("序号", "任务", "责任单位", "备注", "完成时限")
    )
)
EXPECTED = [
    "渡口安全工作分工表",
    [
        ["序号", "任务", "责任单位", "备注", "完成时限"],
        ["1", "修缮渡口", "县港航局\n各镇", "暂缓", "2026年6月"],
        ["2", "修缮渡口", "县水利局、县林业局", "", "2026年9月30日"],
        [""] * 5,
        [""] * 5,
        ["2.5", "双人值班", "县应急局", "", "TRUE"],
    ],
]


def workbook(sheets=PLAN, encoding="UTF-8"):
    return SHEET.format(sheets=sheets, encoding=encoding).encode(encoding)


@pytest.mark.parametrize(("name", "encoding"), [("a.xls", "UTF-8"), ("a.xml", "GB18030")])
def test_cells_are_placed_merged_and_written_as_shown(opened, texts, name, encoding):
    document = opened(name, workbook(encoding=encoding))
    assert texts(document) == EXPECTED
    assert document.source.format == "xml-sheet"
    place = document.grids[0].rows[5][2].span
    assert (place.sheet, place.row, place.column) == ("分工", 7, 3)


def test_what_is_hidden_or_crossed_out_is_told(opened):
    assert [(d.code, dict(d.values)) for d in opened("a.xls", workbook()).doubts] == [
        ("documents.hidden-sheet", {"name": "码表"}),
        ("documents.hidden-rows", {"name": "分工", "places": "4"}),
        ("documents.hidden-columns", {"name": "分工", "places": "D"}),
        ("documents.struck-cells", {"name": "分工", "places": "C4、B7"}),
    ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_the_same_cells(opened, texts):
    plain = PLAN.partition('<Worksheet ss:Name="码表">')[0].replace("<S>", "").replace("</S>", "")
    data = workbook(plain.replace('"Boolean">1', '"String">TRUE'))
    assert texts(opened("a.xls", data, via="libreoffice")) == EXPECTED
    assert texts(opened("a.xls", data)) == EXPECTED


CELL = '<Cell{}><Data ss:Type="{}">{}</Data></Cell>'
TABLE = '<Worksheet ss:Name="a"><Table>{}</Table></Worksheet>'


def test_a_value_that_does_not_fit_its_type_is_read_as_text(opened, texts):
    cells = CELL.format("", "Number", "约3") + CELL.format("", "DateTime", "2026年")
    sheet = TABLE.format(f"<Row>{cells}</Row>" * 2)
    assert texts(opened("a.xls", workbook(sheet))) == [[["约3", "2026年"]] * 2]


def test_words_that_a_format_writes_around_a_number_are_read(opened, texts):
    cells = CELL.format(' ss:StyleID="s65"', "Number", 6) + CELL.format("", "String", "各镇")
    sheet = TABLE.format(f"<Row>{cells}</Row>" * 2)
    assert texts(opened("a.xls", workbook(sheet))) == [[["6月底前", "各镇"]] * 2]


def test_an_error_is_told_and_is_no_text(opened, texts):
    cells = CELL.format("", "String", "县港航局") * 2 + CELL.format("", "Error", "#N/A")
    numbers = CELL.format("", "Number", 1) * 3
    rows = f"<Row>{numbers}</Row><Row>{cells}</Row>"
    document = opened("a.xls", workbook(TABLE.format(rows)))
    assert texts(document) == [[["1"] * 3, ["县港航局", "县港航局", ""]]]
    assert [(d.code, dict(d.values)) for d in document.doubts] == [
        ("documents.lost-values", {"name": "a", "places": "C2"})
    ]


def test_a_cell_far_away_is_refused_before_it_fills_the_memory(opened):
    cell = CELL.format(' ss:Index="16384"', "String", "远")
    far = f'<Row ss:Index="1048576">{cell}</Row>'
    with pytest.raises(DocumentError) as caught:
        opened("a.xls", workbook(TABLE.format(far)))
    assert caught.value.key == "documents.table-too-large"


def test_merged_areas_and_hidden_columns_without_end_are_cut_to_the_cells(opened, texts):
    wide = ' ss:MergeAcross="9999999" ss:MergeDown="9999999"'
    rows = f"<Row>{CELL.format('', 'String', '甲') * 2}</Row>"
    rows += f"<Row>{CELL.format('', 'String', '乙')}{CELL.format(wide, 'String', '丙')}</Row>"
    sheet = TABLE.format(f'<Column ss:Span="9999999" ss:Hidden="1"/>{rows}')
    assert texts(opened("a.xls", workbook(sheet))) == [[["甲", "甲"], ["乙", "丙"]]]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (workbook()[:900], "documents.damaged"),
        (workbook().replace(b"<Styles>", b"<!DOCTYPE x><Styles>"), "documents.damaged"),
        (
            workbook().replace(b"<Workbook", b"<!DOCTYPE x [<!ENTITY a 'b'>]><Workbook"),
            "documents.entities",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(opened, data, key):
    with pytest.raises(DocumentError) as caught:
        opened("a.xls", data)
    assert caught.value.key == key


def test_more_tags_than_the_limit_are_refused(opened):
    with pytest.raises(DocumentError) as caught:
        opened("a.xls", workbook(), limits=Limits(tags=50))
    assert caught.value.key == "documents.too-many-tags"
