"""Word documents give what a reader sees on the page, tracked changes accepted."""

import pytest

from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.errors import DocumentError


@pytest.fixture
def read(word, tmp_path, texts):
    """Write a document from XML and give it back as texts."""

    def write_and_read(body, **parts):
        return texts(open_document(word.write_word(tmp_path / "a.docx", body, **parts)))

    return write_and_read


def test_the_traits_that_readers_tend_to_lose_are_kept(files, texts):
    document = open_document(files / "traits.docx")
    assert texts(document) == [
        "渡口安全工作分工方案",
        "一、总体要求",
        "（一）修缮设施",
        "1.加固护岸。",
        "2.更换缆绳。",
        "（二）加强值守",
        "3.落实双人值班。",
        "二、保障措施",
        "（一）经费",
        "由县港航局、县财政局负责。",
        [
            ["序号", "任务", "责任单位"],
            ["①", "修缮渡口", "县港航局\n县财政局"],
            ["②", "修缮渡口", "县应急局\n各镇"],
            ["合计两项", "合计两项", "县政府办"],
        ],
        "甲．巡查",
        "乙．演练",
        "附则-一",
        "含渡口管理站。",
    ]


def test_tracked_changes_are_told(files):
    (doubt,) = open_document(files / "traits.docx").doubts
    assert doubt.code == "documents.tracked-changes"
    assert dict(doubt.values) == {"insertions": "1", "deletions": "1"}


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        "<w:fldSimple w:instr='TITLE'>{}</w:fldSimple>",
        "<w:ins w:id='1'>{}</w:ins>",
        "<w:moveTo w:id='1'>{}</w:moveTo>",
        (
            "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>DATE</w:instrText>"
            "<w:fldChar w:fldCharType='separate'/></w:r>{}"
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        ),
        "<w:r><w:ruby><w:rt><w:r><w:t>bu</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    ],
)
def test_text_inside_whatever_wraps_it_is_kept(read, word, wrapped):
    assert read(word.par(word.run("甲局") + wrapped.format(word.run("、乙局")))) == ["甲局、乙局"]


@pytest.mark.parametrize(
    "dropped",
    [
        "<w:del w:id='1'><w:r><w:delText>、乙局</w:delText></w:r></w:del>",
        "<w:moveFrom w:id='1'><w:r><w:t>、乙局</w:t></w:r></w:moveFrom>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>、乙局</w:t></w:r>",
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处</w:t></w:r>"
            "</w:sdtContent></w:sdt>"
        ),
    ],
)
def test_what_a_reader_does_not_see_is_dropped(read, word, dropped):
    assert read(word.par(word.run("甲局") + dropped)) == ["甲局"]


def test_signs_become_characters(read, word):
    signs = (
        "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/>"
        "<w:sym w:font='Arial' w:char='25A1'/></w:r>"
    )
    assert read(word.par(signs)) == ["甲\t乙-□"]


def test_lines_of_a_paragraph_become_blocks_with_one_paragraph_number(word, tmp_path):
    path = word.write_word(
        tmp_path / "a.docx", word.par("<w:r><w:t>上</w:t><w:br/><w:t>下行</w:t></w:r>")
    )
    above, below = open_document(path).blocks
    assert (above.text, below.text) == ("上", "下行")
    assert above.span.paragraph == below.span.paragraph == 1
    assert (below.span.start, below.span.end) == (2, 4)


def test_a_deleted_paragraph_mark_joins_the_paragraphs(read, word):
    mark = "<w:rPr><w:del w:id='1'/></w:rPr>"
    assert read(word.par(word.run("县财"), mark) + word.par(word.run("政局"))) == ["县财政局"]


def test_a_deleted_row_is_dropped_and_an_inserted_one_kept(read, word):
    rows = [
        word.row(*(word.cell(word.par(word.run(text + at))) for at in "ab"), properties=change)
        for text, change in (("1", ""), ("2", "<w:del w:id='1'/>"), ("3", "<w:ins w:id='1'/>"))
    ]
    assert read(word.table(*rows)) == [[["1a", "1b"], ["3a", "3b"]]]


def test_rows_and_cells_in_content_controls_are_kept(read, word):
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cells = [word.cell(word.par(word.run(text))) for text in "abcd"]
    rows = word.row(cells[0], control.format(cells[1])) + control.format(word.row(*cells[2:]))
    assert read(word.table(rows)) == [[["a", "b"], ["c", "d"]]]


def test_a_row_that_begins_later_leaves_blank_cells(read, word):
    first = word.row(*(word.cell(word.par(word.run(text))) for text in "abc"))
    before = "<w:gridBefore w:val='1'/>"
    second = word.row(*(word.cell(word.par(word.run(text))) for text in "xy"), properties=before)
    assert read(word.table(first, second)) == [[["a", "b", "c"], ["", "x", "y"]]]


def test_a_table_inside_a_cell_stands_after_it_and_a_column_stays_text(read, word):
    inner = word.table(
        *(word.row(*(word.cell(word.par(word.run(t))) for t in pair)) for pair in ("ab", "cd"))
    )
    column = word.table(*(word.row(word.cell(word.par(word.run(t)))) for t in ("甲局", "乙局")))
    long = "修缮渡口，加固护岸"
    outer = word.table(
        word.row(word.cell(word.par(word.run("任务"))), word.cell(word.par(word.run("单位")))),
        word.row(word.cell(word.par(word.run(long)) + inner), word.cell(column)),
    )
    assert read(outer) == [
        [["任务", "单位"], [long, "甲局\n乙局"]],
        [["a", "b"], ["c", "d"]],
    ]


def test_a_table_inside_a_frame_of_one_column_inside_another_table_is_read(read, word):
    cell = lambda text: word.cell(word.par(word.run(text)))  # noqa: E731
    data = word.table(*(word.row(*map(cell, pair)) for pair in ("ab", "cd", "ef")))
    frame = word.table(word.row(cell("标题")), word.row(word.cell(data + word.par(""))))
    outer = word.table(word.row(cell("甲"), cell("乙")), word.row(cell("丙"), word.cell(frame)))
    assert [["a", "b"], ["c", "d"], ["e", "f"]] in read(outer)


def test_names_that_only_a_line_through_one_parts_stay_two(read, word):
    crossed = "<w:r><w:rPr><w:strike/></w:rPr><w:t>{}</w:t></w:r>"
    joined = crossed.format("县林") + crossed.format("业局") + word.run("县水利局")
    assert read(word.par(joined)) == ["县林业局 县水利局"]
    assert read(word.par(crossed.format("县林业局、") + word.run("各镇"))) == ["县林业局、各镇"]


def test_a_text_box_stands_after_its_paragraph_once(read, word):
    box = f"<w:txbxContent>{word.par(word.run('附件1'))}</w:txbxContent>"
    anchor = (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert read(word.par(word.run("正文") + anchor)) == ["正文", "附件1"]


def test_the_alternative_that_holds_the_text_is_read(read, word):
    shape = "<mc:Choice><w:drawing/></mc:Choice>"
    box = f"<w:txbxContent>{word.par(word.run('附件1'))}</w:txbxContent>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    run = f"<w:r><mc:AlternateContent>{shape}{fallback}</mc:AlternateContent></w:r>"
    assert read(word.par(word.run("正文") + run)) == ["正文", "附件1"]


def test_alternative_paragraphs_are_read_once(read, word):
    par = word.par(word.run("正文"))
    assert read(
        f"<mc:AlternateContent><mc:Choice>{par}</mc:Choice><mc:Fallback>{par}</mc:Fallback>"
        "</mc:AlternateContent>"
    ) == ["正文"]


def test_a_table_in_a_text_box_of_a_cell_is_read(read, word):
    inner = word.table(
        *(word.row(*(word.cell(word.par(word.run(t))) for t in pair)) for pair in ("ab", "cd"))
    )
    box = (
        f"<w:r><w:pict><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    cells = [word.cell(word.par(word.run(text))) for text in ("任务", "单位", "修缮渡口")]
    cells.append(word.cell(word.par(word.run("县港航局") + box)))
    assert read(word.table(word.row(*cells[:2]), word.row(*cells[2:]))) == [
        [["任务", "单位"], ["修缮渡口", "县港航局"]],
        [["a", "b"], ["c", "d"]],
    ]


def test_letters_drawn_as_a_shape_are_text(read, word):
    drawn = '<w:r><w:pict><v:shape><v:textpath string="云溪县港航局文件"/></v:shape></w:pict></w:r>'
    assert read(word.par(drawn)) == ["云溪县港航局文件"]


ASIDE = ["由县港航局、县财政局负责。", "附件1", [["任务", "单位"], ["修缮渡口", "各镇"]]]


def test_comments_headers_and_footers_are_no_text_and_a_box_is_read_once(word, tmp_path, texts):
    document = open_document(word.write_asides(tmp_path / "a.docx"))
    assert [block for block in texts(document) if block] == ASIDE


def test_comments_headers_and_footers_of_a_binary_file_are_no_text(files, texts, monkeypatch):
    monkeypatch.setattr("dutygraph.graph.documents.converted.program", lambda: None)
    found = [block for block in texts(open_document(files / "asides.doc")) if block]
    paragraph, box, table = ASIDE
    assert found == [paragraph, table, box]


def test_numbers_restart_where_a_list_overrides_its_start(read, word):
    lists = (
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        '<w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        f"{word.level(0, 'lowerLetter', '%1)')}</w:lvlOverride></w:num>"
    )
    part = word.numbering(word.level(0, "decimal", "%1、"), lists=lists)
    body = "".join(
        word.listed(text, number) for text, number in (("甲", 1), ("乙", 1), ("丙", 7), ("丁", 7))
    )
    assert read(body, numbering=part) == ["1、甲", "2、乙", "5、丙", "6、丁"]
    assert read(word.listed("甲", 8), numbering=part) == ["a)甲"]


def test_a_cell_that_holds_only_the_number_of_its_style_shows_it(read, word):
    item = '<w:pStyle w:val="Item"/>'
    rows = [
        word.row(word.cell(word.par("", item)), word.cell(word.par(word.run(text))))
        for text in ("修缮渡口", "加固护岸")
    ]
    told = [[["甲．", "修缮渡口"], ["乙．", "加固护岸"]]]
    assert read(word.table(*rows), numbering=word.LISTS, styles=word.STYLES) == told


def test_a_number_does_not_run_into_digits(read, word):
    part = word.numbering(word.level(0, "decimal", "%1"))
    assert read(word.listed("2026年底前完成", 1), numbering=part) == ["1 2026年底前完成"]


def test_a_level_shows_the_numbers_above_it(read, word):
    part = word.numbering(
        word.level(0, "chineseCounting", "第%1条") + word.level(1, "decimal", "%1.%2", "<w:isLgl/>")
    )
    body = word.listed("总则", 1) + word.listed("范围", 1, 1) + word.listed("原则", 1, 1)
    assert read(body, numbering=part) == ["第一条 总则", "1.1 范围", "1.2 原则"]


def test_a_level_that_does_not_exist_has_no_number(read, word):
    part = word.numbering(word.level(10**9, "decimal", "%1."))
    assert read(word.listed("甲", 1, 10**9), numbering=part) == ["甲"]


def test_endnotes_follow(read, word):
    assert read(word.par(word.run("正文")), endnotes=word.notes("endnote", "说明")) == [
        "正文",
        "说明",
    ]


def test_strict_documents_are_read_alike(word, tmp_path, texts):
    path = word.write_word(tmp_path / "a.docx", word.par(word.run("县港航局")))
    strict = tmp_path / "strict.docx"
    import zipfile

    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            text = text.replace(word.W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            text = text.replace(
                word.OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"
            )
            new.writestr(name, text)
    assert texts(open_document(strict)) == ["县港航局"]


def test_python_docx_tables_are_read(tmp_path, texts):
    import docx

    written = docx.Document()
    written.add_paragraph("分工方案")
    table = written.add_table(3, 3)
    for at in range(9):
        table.cell(at // 3, at % 3).text = str(at)
    table.cell(1, 0).merge(table.cell(2, 0)).text = "甲"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "乙"
    written.save(tmp_path / "a.docx")
    assert texts(open_document(tmp_path / "a.docx"))[:2] == [
        "分工方案",
        [["0", "乙", "乙"], ["甲", "4", "5"], ["甲", "7", "8"]],
    ]


@pytest.mark.parametrize(
    "object_",
    [
        '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/></w:object>',
        '<d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>',
    ],
)
def test_an_embedded_workbook_or_diagram_is_told(word, tmp_path, object_):
    body = word.par(word.run("见附表")) + word.par(f"<w:r>{object_}</w:r>")
    (doubt,) = open_document(word.write_word(tmp_path / "a.docx", body)).doubts
    assert (doubt.code, dict(doubt.values)) == ("documents.embedded", {"n": "1"})


def test_a_document_of_pictures_only_is_refused(word, tmp_path):
    path = word.write_word(tmp_path / "a.docx", word.par("<w:r><w:drawing/></w:r>"))
    with pytest.raises(DocumentError) as caught:
        open_document(path)
    assert caught.value.key == "documents.no-text"


def test_hidden_text_is_told(tmp_path, word):
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr>{}</w:r>"
    body = word.par(
        word.run("县港航局")
        + hidden.format("<w:t>、县水利局</w:t>")
        + hidden.format("<w:instrText>XE</w:instrText>")
    )
    document = open_document(word.write_word(tmp_path / "a.docx", body))
    assert [(d.code, dict(d.values)) for d in document.doubts] == [
        ("documents.hidden-text", {"n": "1"})
    ]


def test_crossed_out_text_is_read_and_told(tmp_path, word):
    crossed = "<w:r><w:rPr><w:strike/></w:rPr><w:t>、县财政局</w:t></w:r>"
    plain = '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>、各镇</w:t></w:r>'
    path = tmp_path / "a.docx"
    word.write_word(path, word.par(word.run("县港航局") + crossed + plain))
    document = open_document(path)
    assert document.paragraphs[0].text == "县港航局、县财政局、各镇"
    assert [(d.code, dict(d.values)) for d in document.doubts] == [
        ("documents.struck-out", {"n": "1"})
    ]
