"""Pages that Word, Excel and LibreOffice save give the text of the document, and nothing beside."""

import pytest

OFFICE = (
    'xmlns:v="urn:schemas-microsoft-com:vml"\nxmlns:o="urn:schemas-microsoft-com:office:office"\n'
    'xmlns:{0}="urn:schemas-microsoft-com:office:{1}"\nxmlns="http://www.w3.org/TR/REC-html40"'
)
WORD = """<html {office}>

<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml>
 <o:DocumentProperties>
  <o:Author>拟稿人</o:Author>
 </o:DocumentProperties>
</xml><![endif]-->
<style>
<!--
 p.MsoNormal, li.MsoNormal
	{{mso-style-unhide:no;}}
@list l0:level1
	{{mso-level-text:"%1\\.";}}
-->
</style>
<!--[if gte mso 10]>
<style>
 table.MsoNormalTable
	{{mso-style-name:普通表格;}}
</style>
<![endif]-->
</head>

<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>

<div class=WordSection1 style='layout-grid:15.6pt'>
{body}
</div>
</body>

</html>
"""
NUMBER = (
    "<![if !supportLists]><span\nlang=EN-US style='mso-fareast-font-family:Calibri'>"
    "<span style='mso-list:Ignore'>{}<span\nstyle='font:7.0pt \"Times New Roman\"'>"
    "&nbsp;&nbsp;&nbsp;&nbsp;\n</span></span></span><![endif]>"
)
BREAK = "<span lang=EN-US><o:p></o:p></span>"


@pytest.fixture
def word(opened):
    """Open the body of a page of Word, in the encoding that it declares."""

    def open_body(body):
        page = WORD.format(office=OFFICE.format("w", "word"), body=body)
        return opened("a.htm", page.encode("gb18030"))

    return open_body


def told(document):
    return [(doubt.code, dict(doubt.values)) for doubt in document.doubts]


def test_properties_styles_and_empty_marks_of_word_are_no_text(word, texts):
    body = f"""
<p class=MsoNormal align=center style='text-align:center'><b><span
style='font-size:22.0pt;font-family:宋体'>渡口安全工作<span lang=EN-US>2026</span>年分工
方案{BREAK}</span></b></p>

<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
"""
    assert texts(word(body)) == ["渡口安全工作2026年分工方案"]


def test_numbers_of_automatic_lists_stand_before_their_text_without_padding(word, texts):
    items = (("1.", "修缮渡口"), ("2.", "2026年底前加固护岸"), ("（三）", "双人值班"))
    body = "".join(
        f"<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;\n"
        f"mso-list:l0 level1 lfo1'>{NUMBER.format(number)}{text}{BREAK}</p>"
        for number, text in items
    )
    expected = ["1.修缮渡口", "2. 2026年底前加固护岸", "（三）双人值班"]
    assert texts(word(body)) == expected
    filtered = body.replace("<![if !supportLists]>", "").replace("<![endif]>", "")
    assert texts(word(filtered.replace(" style='mso-list:Ignore'", ""))) == expected


@pytest.mark.parametrize("marked", [" style='mso-list:Ignore'", ""])
def test_bullets_of_word_are_no_letters(word, texts, marked):
    body = (
        f"<p class=MsoListParagraph><span style='font-family:Wingdings'><span{marked}>l<span\n"
        "style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span></span>双人值班</p>"
    )
    if not marked:
        body = body.replace("<span>l", "l").replace("</span></span></span>", "</span></span>")
    assert texts(word(body)) == ["双人值班"]


def test_a_cell_with_an_automatic_number_alone_keeps_it(word, texts):
    rows = "".join(
        f"<tr style='mso-yfti-irow:{n}'><td width=142 valign=top>"
        f"<p class=MsoListParagraph>{NUMBER.format(n)}<o:p>&nbsp;</o:p></p></td>"
        f"<td width=142 valign=top><p class=MsoNormal>{unit}{BREAK}</p></td></tr>"
        for n, unit in ((1, "县港航局"), (2, "县水利局"))
    )
    assert texts(word(f"<table class=MsoTableGrid border=1>{rows}</table>")) == [
        [["1", "县港航局"], ["2", "县水利局"]]
    ]


COMMENT = (
    "<span class=MsoCommentReference><span lang=EN-US style='font-size:10.5pt'>"
    '<![if !supportAnnotations]><a class=msocomanchor id="_anchor_1"\n'
    'href="#_msocom_1" name="_msoanchor_1">[a1]</a><![endif]>'
    "<span style='mso-special-character:comment'>&nbsp;</span></span></span>"
)
COMMENTS = """<div style='mso-element:comment-list'><![if !supportAnnotations]>
<hr class=msocomoff align=left size=1 width="33%">
<![endif]>
<div style='mso-element:comment'><![if !supportAnnotations]>
<div id="_com_1" class=msocomtxt><![endif]>
<p class=MsoCommentText>改由县水利局负责？</p>
<![if !supportAnnotations]></div><![endif]></div>
</div>"""
NOTE = (
    '<a style=\'mso-footnote-id:ftn1\' href="#{0}" name="{1}" title="">'
    "<span class=MsoFootnoteReference><span lang=EN-US>"
    "<span style='mso-special-character:footnote'><![if !supportFootnotes]>"
    "<span class=MsoFootnoteReference><span lang=EN-US>[1]</span></span><![endif]>"
    "</span></span></span></a>"
)


def test_comments_and_signs_for_notes_are_left_out_and_notes_kept(word, texts):
    body = (
        f"<p class=MsoNormal>县财政局{COMMENT}负责{NOTE.format('_ftn1', '_ftnref1')}。</p></div>"
        f"{COMMENTS}<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>"
        "\n<hr align=left size=1 width=\"33%\">\n<![endif]><div style='mso-element:footnote'\n"
        f"id=ftn1><p class=MsoFootnoteText>{NOTE.format('_ftnref1', '_ftn1')}"
        "<span lang=EN-US> </span>含渡口管理站。</p></div>"
    )
    assert texts(word(body)) == ["县财政局负责。", "含渡口管理站。"]


def test_text_in_the_style_of_comments_or_notes_is_text(word, texts):
    body = (
        "<p class=MsoCommentText>县财政局</p>"
        "<p class=MsoNormal>由<span class=MsoFootnoteReference>县水利局</span>负责</p>"
    )
    assert texts(word(body)) == ["县财政局", "由县水利局负责"]


def test_tracked_changes_of_word_are_accepted_and_told(word, texts):
    made = 'cite="mailto:a" datetime="2026-01-01T00:00"'
    document = word(
        f"<p class=MsoNormal>县港航局<span class=msoDel><del {made}>、县林业局</del></span>"
        f"<span class=msoIns><ins\n{made}>、县应急局</ins></span></p>"
    )
    assert texts(document) == ["县港航局、县应急局"]
    assert told(document) == [
        ("documents.tracked-changes", {"insertions": "1", "deletions": "1"}),
    ]


def test_a_text_box_of_word_is_read_once(word, texts):
    box = "<div><p class=MsoNormal>附件<span lang=EN-US>1<o:p></o:p></span></p></div>"
    body = (
        '<p class=MsoNormal>正文<!--[if gte vml 1]><v:shape id="文本框_x0020_1"><v:textbox>'
        f"<![if !mso]><table><tr><td><![endif]>{box}<![if !mso]></td></tr></table><![endif]>"
        "</v:textbox></v:shape><![endif]--><![if !vml]><span style='mso-ignore:vglayout'>"
        f"<table><tr><td width=100 height=50><table><tr><td><![endif]>{box}<![if !mso]></td></tr>"
        "</table></td></tr></table></span><![endif]><![if !mso & !vml]>&nbsp;<![endif]></p>"
    )
    assert texts(word(body)) == ["正文", "附件1"]


EXCEL = """<html {office}>

<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=ProgId content=Excel.Sheet>
<style id="a_20511_Styles">
<!--table
	{{mso-displayed-decimal-separator:"\\.";}}
.font5
	{{color:windowtext;
	text-decoration:line-through;}}
.xl63
	{{mso-number-format:General;
	text-decoration:none;}}
.xl64
	{{mso-number-format:"yyyy\\0022年\\0022m\\0022月\\0022d\\0022日\\0022\\;\\@";
	text-decoration:line-through;}}
-->
</style>
</head>

<body>
<!--[if !excel]>&nbsp;&nbsp;<![endif]-->
<!--下列信息由 Microsoft Excel 的发布为网页向导生成。-->

<div id="a_20511" align=center x:publishsource="Excel">

<table border=0 cellpadding=0 cellspacing=0 width=360>
 <col width=72 span=2 style='width:54pt'>
 <col width=0 style='display:none;mso-width-source:userset;mso-width-alt:0'>
 <tr height=19 style='height:14.25pt'>
  <td height=19 class=xl63>序号</td>
  <td class=xl63>任务</td>
  <td class=xl63>牵头单位</td>
  <td class=xl63>配合单位</td>
  <td class=xl63>完成时限</td>
 </tr>
 <tr height=19 style='height:14.25pt'>
  <td height=19 class=xl63 align=right x:num>1</td>
  <td class=xl63>修缮渡口<font class="font5">等</font></td>
  <td colspan=2 class=xl63 style='mso-ignore:colspan'>县港航局、县财政局、县应急局</td>
  <td class=xl64 align=right x:num="46022">2025年12月31日</td>
 </tr>
 <tr height=0 style='display:none;mso-height-source:userset;mso-height-alt:0'>
  <td class=xl63 align=right x:num>2</td>
  <td class=xl63 x:str="加固护岸 ">加固护岸<span style='mso-spacerun:yes'>&nbsp;</span></td>
  <td class=xl63>县水利局<br>
    各镇</td>
  <td class=xl63></td>
  <td class=xl63></td>
 </tr>
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'>
  <td width=72 style='width:54pt'></td>
  <td width=72 style='width:54pt'></td>
 </tr>
 <![endif]>
</table>

</div>
</body>
</html>
"""


@pytest.mark.parametrize("name", ["a.htm", "a.xls"])
def test_a_sheet_saved_as_a_page_keeps_hidden_rows_and_tells_what_is_marked(opened, texts, name):
    page = EXCEL.format(office=OFFICE.format("x", "excel"))
    document = opened(name, page.encode("gb18030"))
    assert texts(document) == [
        [
            ["序号", "任务", "牵头单位", "配合单位", "完成时限"],
            ["1", "修缮渡口等", "县港航局、县财政局、县应急局", "", "2025年12月31日"],
            ["2", "加固护岸", "县水利局\n各镇", "", ""],
        ]
    ]
    assert told(document) == [
        ("documents.struck-out", {"n": "2"}),
        ("documents.hidden-table-rows", {"n": "1"}),
    ]


def test_what_libreoffice_writes_around_the_text_is_left_out(opened, texts):
    page = (
        '<body><div title="header"><p>云溪县</p>\n</div><p>由县港航局负责。<a class="sdfootnoteanc"'
        ' name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>'
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>'
        '含渡口管理站。</p></div><div title="footer"><p>第 1 页</p></div></body>'
    )
    assert texts(opened("a.html", page.encode())) == ["由县港航局负责。", "含渡口管理站。"]


def test_the_number_of_an_item_without_text_does_not_move_to_later_cells(opened, texts):
    rows = "".join(
        f"<tr><td><ol{start}><li><p></p></ol></td><td><p>{unit}</p></td></tr>"
        for start, unit in (("", "县港航局"), (' start="2"', "县水利局"))
    )
    page = f"<table>{rows}</table><ol><li><table>{rows}</table></ol>"
    table = [["1.", "县港航局"], ["2.", "县水利局"]]
    assert texts(opened("a.html", page.encode())) == [table, "1.", table]
