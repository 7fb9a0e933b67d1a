"""Web pages give what a browser shows."""

import pytest

from dutygraph.graph.documents.limits import Limits
from dutygraph.graph.errors import DocumentError


@pytest.fixture
def read(opened, texts):
    return lambda page, name="a.html", **options: texts(
        opened(name, page if isinstance(page, bytes) else page.encode(), **options)
    )


ROWS = "<tr><td>任务</td><td>单位</td></tr><tr><td>修缮渡口</td><td>县港航局</td></tr>"


def test_spans_fill_the_grid(read):
    page = """<table>
      <tr><th rowspan=2>序号</th><th colspan=2>分工</th></tr>
      <tr><th>牵头</th><th>配合</th></tr>
      <tr><td>1</td><td rowspan="2">甲局</td><td>乙局</td></tr>
      <tr><td>2</td><td>丙局</td></tr>
    </table>"""
    assert read(page) == [
        [
            ["序号", "分工", "分工"],
            ["序号", "牵头", "配合"],
            ["1", "甲局", "乙局"],
            ["2", "甲局", "丙局"],
        ]
    ]


def test_a_span_to_the_end_and_one_beyond_the_table_stop_at_its_edge(read):
    page = (
        "<table><tr><td rowspan=0>甲</td><td colspan=1000000000>乙</td></tr>"
        "<tr><td rowspan=1000000000>丙</td></tr></table>"
    )
    assert read(page) == [[["甲", "乙"], ["甲", "丙"]]]


def test_line_breaks_paragraphs_and_entities_in_cells(read):
    page = (
        "<table><tr><td>甲&amp;乙<br/>丙&nbsp;丁</td><td><p>县港航局</p><p>县财政局</p></td></tr>"
        "<tr><td>一</td><td>二</td></tr></table>"
    )
    assert read(page) == [[["甲&乙\n丙 丁", "县港航局\n县财政局"], ["一", "二"]]]


def test_what_a_browser_hides_is_left_out(read):
    page = (
        "<head><title>站点</title><style>p{}</style></head><body><script>var a='<p>x</p>'</script>"
        "<p style='display: none'>隐藏</p><p hidden>隐藏</p><!-- 注释 --><p>正<b>文</b></p>"
        "<div style='display:none'><table><tr><td>1</td><td>2</td></tr></table></div>尾</body>"
    )
    assert read(page) == ["正文", "尾"]


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        (f"<div style='display:none'><table>{ROWS}</table></div>", True),
        (f"<table hidden>{ROWS}</table>", True),
        (f"<template><table>{ROWS}</table></template>", False),
        ("<ul style='display:none'><li>首页<li>导航</ul>", False),
        ("<table><tr style='display:none'><td>模板</td></tr></table>", False),
    ],
)
def test_a_hidden_table_is_told(opened, hidden, told):
    document = opened("a.html", f"<p>正文</p>{hidden}".encode())
    assert [block.text for block in document.blocks] == ["正文"]
    codes = [(doubt.code, dict(doubt.values)) for doubt in document.doubts]
    assert codes == ([("documents.hidden-tables", {"n": "1"})] if told else [])


def test_source_line_breaks_do_not_part_chinese_words(read):
    assert read("<p>县财\n   政局、 County\nOffice</p>") == ["县财政局、 County Office"]


def test_preformatted_lines_stay(read):
    assert read("<pre>一、总则\n\n\t1.加固  护岸</pre>") == ["一、总则", "", "\t1.加固  护岸"]


@pytest.mark.parametrize(
    "crossed",
    [
        "<s>{}</s>",
        "<strike>{}</strike>",
        "<del>{}</del>",
        "<s>{}<b><s>。</s></b></s>",
        "<span style='color: red; TEXT-DECORATION: underline line-through'>{}</span>",
        "<span style='text-decoration-line:line-through'>{}</span>",
        "<style>p.a, .b {{text-decoration: line-through}}</style><span class='c b'>{}</span>",
    ],
)
def test_crossed_out_text_is_read_and_told(opened, crossed):
    document = opened("a.html", f"<p>县港航局{crossed.format('、县财政局')}</p>".encode())
    assert document.paragraphs[0].text.rstrip("。") == "县港航局、县财政局"
    assert [(doubt.code, dict(doubt.values)) for doubt in document.doubts] == [
        ("documents.struck-out", {"n": "1"})
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<del>县林业局</del>县水利局", "县林业局 县水利局"),
        ("县水利局<s>县林业局</s>", "县水利局 县林业局"),
        ("<s>县林业局</s>、县水利局", "县林业局、县水利局"),
        ("<p><s>县林业局</s></p><p>县水利局</p>", "县林业局\n县水利局"),
        ("<s>县林<b>业</b>局</s>", "县林业局"),
        ("县<s>林业</s>局、修缮渡口<s>等</s>", "县林业局、修缮渡口等"),
    ],
)
def test_names_that_only_a_line_through_one_parts_stay_two(read, page, text):
    assert "\n".join(read(page)) == text


def test_what_only_looks_like_crossing_out_is_not_told(opened):
    page = (
        "<style>.a:hover {text-decoration: underline} .b {text-decoration: none}</style>"
        "<p><span class=a>县港航局</span><span class=b>、各镇</span><s> </s></p>"
    )
    assert opened("a.html", page.encode()).doubts == ()


def test_ordered_lists_are_numbered_as_shown(read):
    page = (
        "<ol start=3><li>甲<li>乙<ol type=a><li>丙</li></ol></li></ol><ul><li>丁</li></ul>"
        "<ol style='list-style-type: cjk-ideographic'><li>戊</li><li value=5>己</li></ol>"
    )
    assert read(page) == ["3.甲", "4.乙", "a.丙", "丁", "一、戊", "五、己"]


def test_a_table_that_arranges_the_page_is_read_through(read):
    page = (
        "<table><tr><td>导航</td><td><p>某县渡口安全工作分工方案</p>"
        f"<table>{ROWS}{ROWS}</table></td></tr></table>"
    )
    rows = [["任务", "单位"], ["修缮渡口", "县港航局"]]
    assert read(page) == ["导航", "某县渡口安全工作分工方案", rows * 2]


def test_a_table_inside_a_frame_inside_a_frame_is_read(read):
    frame = (
        f"<table><tr><td>某县工作分工方案</td></tr><tr><td><table>{ROWS}</table></td></tr></table>"
    )
    page = f"<table><tr><td colspan=2>首页</td></tr><tr><td>导航</td><td>{frame}</td></tr></table>"
    rows = [["任务", "单位"], ["修缮渡口", "县港航局"]]
    assert read(page) == ["首页", "导航", "某县工作分工方案", rows]
    busy = page.replace("导航", "<p>各镇渡口值守电话每日公布，请来往群众留意。</p>" * 3)
    assert read(busy)[-1] == rows


def test_a_notice_beside_the_table_that_it_brings_is_prose(read):
    notice = "<p>某县工作分工方案</p><p>各镇人民政府：现将任务分工表印发给你们，请认真落实。</p>"
    page = (
        "<table><tr><td colspan=2>首页</td></tr>"
        f"<tr><td>导航</td><td>{notice}<table>{ROWS}</table></td></tr></table>"
    )
    rows = [["任务", "单位"], ["修缮渡口", "县港航局"]]
    told = ["某县工作分工方案", "各镇人民政府：现将任务分工表印发给你们，请认真落实。"]
    assert read(page) == ["首页", "导航", *told, rows]


def test_a_frame_with_a_row_across_is_no_table(read):
    frame = f"<table><tr><td><table>{ROWS}</table></td></tr><tr><td>【打印】</td></tr></table>"
    page = (
        f"<table><tr><td>导航</td><td><h3>某县工作分工方案</h3>{frame}</td></tr>"
        "<tr><td colspan=2>主办：某县人民政府 联系电话：000</td></tr></table>"
    )
    rows = [["任务", "单位"], ["修缮渡口", "县港航局"]]
    told = ["导航", "某县工作分工方案", rows, "【打印】", "主办：某县人民政府 联系电话：000"]
    assert read(page) == told


def test_prose_in_a_layout_table_of_one_column_is_prose(read):
    page = "<table><tr><td><p>一、总则</p><p>（责任单位：甲局）</p></td></tr></table>"
    assert read(page) == ["一、总则", "（责任单位：甲局）"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.html", "a.xls", "a.doc", "a.txt"])
def test_a_page_is_known_by_its_content_in_any_encoding(read, name, encoding):
    page = f"<html><body><table>{ROWS}</table></body></html>"
    assert read(page.encode(encoding), name) == [[["任务", "单位"], ["修缮渡口", "县港航局"]]]


def test_the_charset_that_a_page_declares_is_used(read):
    page = "<html><head><meta charset='{}'></head><body><p>縣港航局、ㄅㄆㄇ</p></body></html>"
    assert read(page.format("big5").encode("big5")) == ["縣港航局、ㄅㄆㄇ"]
    assert read(page.format("gb2312").encode("gb18030")) == ["縣港航局、ㄅㄆㄇ"]
    assert read(page.format("gb2312").encode()) == ["縣港航局、ㄅㄆㄇ"]
    assert read("<meta charset=klingon><p>县港航局</p>".encode("gb18030")) == ["县港航局"]


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("<body><div id='app'></div><script>draw()</script></body>", "documents.scripted"),
        ("<body><p><img src='a.png'></p></body>", "documents.page-without-text"),
    ],
)
def test_a_page_without_text_is_refused_with_the_sentence_that_fits(opened, page, key):
    with pytest.raises(DocumentError) as caught:
        opened("a.html", page.encode())
    assert caught.value.key == key


LABELS = "<table><tr><td>牵头单位<td>县港航局<tr><td>配合单位：<td>各镇</table>"


def test_a_table_of_labels_inside_a_cell_is_lines_of_the_cell(read):
    page = f"<table><tr><td>任务<td>分工<tr><td>修缮渡口<td>{LABELS}</table>"
    told = ["任务", "分工", "修缮渡口", "牵头单位：县港航局\n配合单位：各镇"]
    assert read(page) == [[told[:2], told[2:]]]


def test_a_table_of_labels_that_stands_alone_stays_a_table(read):
    assert read(LABELS) == [[["牵头单位", "县港航局"], ["配合单位：", "各镇"]]]


def test_a_thousand_unclosed_tags_lose_nothing(read):
    assert read("<font>" * 1000 + "<p>县港航局</p>") == ["县港航局"]


@pytest.mark.parametrize("tags", ["<font>" * 5000, "<table><tr><td>" * 300])
def test_tags_beyond_the_limit_of_depth_are_refused(opened, tags):
    page = tags + "甲"
    with pytest.raises(DocumentError) as caught:
        opened("a.html", page.encode())
    assert caught.value.key == "documents.too-deep"


def test_a_page_larger_than_the_limit_is_refused(opened):
    with pytest.raises(DocumentError) as caught:
        opened("a.html", b"<p>x</p>" * 100, limits=Limits(part_bytes=700))
    assert caught.value.key == "documents.file-too-large"
