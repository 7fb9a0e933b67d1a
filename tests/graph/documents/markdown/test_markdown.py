"""Tables of Markdown become grids; marks inside its lines are no text."""

import time

import pytest

from dutygraph.graph.documents.markdown.inline import without_marks


def test_a_pipe_table_is_a_grid_and_the_rest_are_lines(opened, texts):
    page = "# 分工表\n\n任务 | 单位\n:---|---:\n修缮<br/>渡口 | 县港航局\\|站\n| 值守 | |\n"
    page += "\n注：甲|乙\n"
    document = opened("a.md", page.encode())
    assert texts(document) == [
        "# 分工表",
        "",
        [["任务", "单位"], ["修缮\n渡口", "县港航局|站"], ["值守", ""]],
        "",
        "注：甲|乙",
    ]
    (grid,) = document.grids
    assert [row[0].span.line for row in grid.rows] == [3, 5, 6]
    assert document.paragraphs[-1].span.line == 8


def test_a_line_of_bars_without_a_rule_is_a_line(opened, texts):
    assert texts(opened("a.md", "甲 | 乙\n丙 | 丁\n".encode())) == ["甲 | 乙", "丙 | 丁"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("**修缮渡口**：**（一）**加固", "修缮渡口：（一）加固"),
        ("*各镇*、_县水利局_、__县港航局__", "各镇、县水利局、县港航局"),
        ("***县港航局***", "县港航局"),
        ("`县财政局`、``县教育局``", "县财政局、县教育局"),
        ('[县水利局](http://a.b/c_(d) "说明")![图](a.png)', "县水利局"),
        ("<u>县港航局</u><sup>2</sup>、<span style='color:red'>各镇</span>", "县港航局2、各镇"),
        ("县港航局[^1]、县&nbsp;财&#25919;局", "县港航局、县 财政局"),
        (r"县应急局\*、\[2026\]3号\_", "县应急局*、[2026]3号_"),
    ],
)
def test_marks_are_no_text(line, text):
    assert without_marks(line) == (text, 0)


@pytest.mark.parametrize(
    "line",
    [
        "县应急局*、县水利局*、各镇**、学校**",
        "责任人：____年__月__日",
        "渡政发[2026]12号（试行）",
        "5*3米，2 * 4米",
        "plan_a_b 与 x_1",
        "单价<500元且>200元",
        "* 巡查",
        "[^1]: 含渡口管理站",
        "~ 县港航局 ~~ 各镇",
    ],
)
def test_signs_that_mark_nothing_stay(line):
    assert without_marks(line) == (line, 0)


def test_crossed_out_text_is_read_and_told(opened, texts):
    page = (
        "| 任务 | 单位 |\n|---|---|\n| 值守 | 县港航局~~、县林业局~~ |\n\n<del>（暂缓）</del>报送\n"
    )
    document = opened("a.md", page.encode())
    assert texts(document) == [
        [["任务", "单位"], ["值守", "县港航局、县林业局"]],
        "",
        "（暂缓）报送",
    ]
    assert [(d.code, dict(d.values)) for d in document.doubts] == [
        ("documents.struck-out", {"n": "2"})
    ]


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_table_written_in_tags_is_a_grid(opened, texts, end):
    cells = ("<tr><td rowspan=2>修缮</td><td>甲局</td></tr>", "<tr><td>乙局</td></tr>")
    page = f"# 分工表\n<table border=1>{end}{end.join(cells)}{end}</table>\n注：**各镇**参照\n"
    assert texts(opened("a.md", page.encode("gb18030"))) == [
        "# 分工表",
        [["修缮", "甲局"], ["修缮", "乙局"]],
        "注：各镇参照",
    ]


def test_a_table_in_tags_that_never_ends_is_lines(opened, texts):
    assert texts(opened("a.md", "<table>\n<tr>甲\n".encode())) == ["<table>", "<tr>甲"]


@pytest.mark.parametrize("piece", ["**甲", "~~甲 ", "[甲](", "`甲", " _甲", "<s>", "[", "<b", "\\"])
def test_marks_without_end_take_no_time(opened, piece):
    line = piece * (18_000 // len(piece))
    begun = time.process_time()
    opened("a.md", (f"{line}\n" * 20).encode())
    assert time.process_time() - begun < 10
