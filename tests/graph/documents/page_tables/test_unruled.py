"""PDF tables without lines around their cells: read by where words stand, or told unclear."""

from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutygraph.graph.documents.page_tables.headings import (
    bodies_of_matrix,
    head_a_table,
    is_heading,
    names_units,
)
from dutygraph.graph.intake import read_plans

HEAD = ("序号", "工作任务", "牵头单位", "配合单位", "完成时限")
WIDTHS = (30, 160, 90, 120, 70)
ROWS = (
    ("1", "修缮渡口并加固护岸，落实专人负责，每季度检查一次。", "县港航局", "县财政局", "6月底前"),
    ("2", "更换缆绳。", "县港航局、县水利局", "县人力资源和社会保障局、各镇", "持续推进"),
    ("3", "开展应急演练，形成工作台账。", "县应急管理局", "县水利局", "2026年底前"),
    ("4", "公布值班电话。", "县政府办公室", "县融媒体中心、县教育局", "2026年9月30日前"),
)
TITLE = "甲县2026年渡口安全重点任务分工方案"
NOTE = (
    "注：列第一位的单位负总责，本方案由县政府办公室负责解释，自印发之日起施行，有关单位加强协作。"
)
SIGNED = (NOTE, "甲县人民政府办公室", "2026年3月1日")
RULES = [("LINEBELOW", (0, 0), (-1, -1), 0.5, "black")]
THREE_RULES = [
    ("LINEABOVE", (0, 0), (-1, 0), 1, "black"),
    ("LINEBELOW", (0, -1), (-1, -1), 1, "black"),
]


def typeset(rows, *, widths=WIDTHS, style=(), valign="TOP", centred=(), wide=False, **more):
    """Set a table with reportlab: a cell `None` is covered by one before it."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    registerFont(UnicodeCIDFont("STSong-Light"))
    flush = ParagraphStyle("a", fontName="STSong-Light", fontSize=10, leading=14, wordWrap="CJK")
    middle = ParagraphStyle("b", parent=flush, alignment=1)
    heads = more.get("heads", 1)
    cells = [
        [
            Paragraph(
                text.replace("\n", "<br/>"), middle if at < heads or column in centred else flush
            )
            if text is not None
            else ""
            for column, text in enumerate(row)
        ]
        for at, row in enumerate(rows)
    ]
    space = more.get("space", 3)
    padding = [("TOPPADDING", (0, 0), (-1, -1), space), ("BOTTOMPADDING", (0, 0), (-1, -1), space)]
    table = Table(cells, colWidths=widths, repeatRows=heads if more.get("repeat", True) else 0)
    table.setStyle([("VALIGN", (0, 0), (-1, -1), valign), *padding, *style])
    around = [Paragraph(text, flush) for text in more.get("behind", ())]
    stream = BytesIO()
    document = SimpleDocTemplate(stream, pagesize=landscape(A4) if wide else A4)
    document.build([Paragraph(TITLE, middle), Spacer(1, 12), table, Spacer(1, 12), *around])
    return stream.getvalue()


@pytest.fixture
def read(opened):
    """Give the table of a PDF, what stands around it, and the keys of its doubts."""

    def read_bytes(data):
        document = opened("plan.pdf", data)
        rows = [[cell.text for cell in row] for grid in document.grids for row in grid.rows]
        around = [block.text for block in document.paragraphs]
        return rows, around, {doubt.code for doubt in document.doubts}

    return read_bytes


@pytest.mark.parametrize(
    "layout",
    [
        {},
        {"valign": "MIDDLE", "centred": (0, 2, 3, 4)},
        {"valign": "MIDDLE", "space": 0},
        {"space": 0},
        {"style": THREE_RULES},
        {"wide": True, "widths": (40, 300, 120, 170, 90)},
        {"behind": SIGNED},
        {"style": [("ROWBACKGROUNDS", (0, 0), (-1, -1), ["#dddddd", "#ffffff"])]},
    ],
)
def test_a_table_without_lines_is_read_and_told(read, layout):
    rows, around, doubts = read(typeset([HEAD, *ROWS], **layout))
    assert rows == [list(row) for row in (HEAD, *ROWS)]
    assert around[0] == TITLE
    assert "".join(around[1:]) == "".join(layout.get("behind", ()))
    shaded = any(name == "ROWBACKGROUNDS" for name, *_ in layout.get("style", ()))
    assert doubts == (set() if shaded else {"documents.unruled-table"})


@pytest.mark.parametrize("valign", ["TOP", "MIDDLE"])
def test_rules_between_the_rows_leave_no_doubt(read, valign):
    rows, _, doubts = read(typeset([HEAD, *ROWS], style=RULES, valign=valign, behind=SIGNED))
    assert rows == [list(row) for row in (HEAD, *ROWS)]
    assert doubts == set()


@pytest.mark.parametrize("valign", ["TOP", "MIDDLE"])
def test_a_table_drawn_without_its_outer_lines_keeps_its_outer_columns(read, valign):
    inner = [*RULES, ("LINEBEFORE", (1, 0), (-1, -1), 0.5, "black")]
    above = ("LINEABOVE", (0, 0), (-1, 0), 0.5, "black")
    rows, _, doubts = read(typeset([HEAD, *ROWS], style=[*inner, above], valign=valign))
    assert rows == [list(row) for row in (HEAD, *ROWS)]
    assert doubts == set()


@pytest.mark.parametrize("repeat", [True, False])
@pytest.mark.parametrize("valign", ["TOP", "MIDDLE"])
def test_rows_go_on_over_pages_with_and_without_their_headings(read, valign, repeat):
    many = [(str(at + 1), *ROWS[at % 4][1:]) for at in range(60)]
    rows, around, doubts = read(typeset([HEAD, *many], valign=valign, repeat=repeat))
    assert rows == [list(row) for row in (HEAD, *many)]
    assert around == [TITLE]
    assert doubts <= {"documents.unruled-table", "documents.stitched-row"}


def test_a_banner_over_all_columns_stays_one_row(read):
    banner = ("一、夯实安全基础", None, None, None, None)
    rows, _, _ = read(typeset([HEAD, banner, *ROWS], style=[("SPAN", (0, 1), (-1, 1))]))
    assert rows[1] == [banner[0]] * 5
    assert rows[2:] == [list(row) for row in ROWS]


def test_a_heading_over_two_columns_stands_above_theirs(read):
    upper = ("序号", "工作任务", "责任分工", None, "完成时限")
    lower = (None, None, "牵头单位", "配合单位", None)
    spans = [("SPAN", (2, 0), (3, 0)), *(("SPAN", (at, 0), (at, 1)) for at in (0, 1, 4))]
    rows, _, _ = read(typeset([upper, lower, *ROWS], style=spans, heads=2, valign="MIDDLE"))
    assert rows[:2] == [["序号", "工作任务", "责任分工", "责任分工", "完成时限"], list(HEAD)]
    assert rows[2:] == [list(row) for row in ROWS]


def test_units_one_below_the_other_are_not_run_together(read):
    listed = [[*row[:2], *(cell.replace("、", "\n") for cell in row[2:4]), row[4]] for row in ROWS]
    rows, _, _ = read(typeset([HEAD, *listed]))
    assert rows == [list(HEAD), *listed]


def test_a_column_of_sections_takes_the_rows_beside_it(read):
    head = ("类别", *HEAD)
    first = [("一、渡口设施", *ROWS[0]), *((None, *row) for row in ROWS[1:3])]
    spans = [("SPAN", (0, 1), (0, 3))]
    written = typeset(
        [head, *first, ("二、值守", *ROWS[3])], widths=(60, *WIDTHS), style=spans, valign="MIDDLE"
    )
    rows, _, _ = read(written)
    assert [row[0] for row in rows] == ["类别", *["一、渡口设施"] * 3, "二、值守"]
    assert [row[1:] for row in rows[1:]] == [list(row) for row in ROWS]


def test_a_section_printed_once_leaves_blank_cells_below_it(read):
    sections = ("一、渡口设施", "", "", "二、值守")
    rows = [(section, *row) for section, row in zip(sections, ROWS, strict=True)]
    found, _, _ = read(typeset([("类别", *HEAD), *rows], widths=(70, *WIDTHS)))
    assert found == [["类别", *HEAD], *map(list, rows)]


def test_without_a_column_of_numbers_rows_begin_where_columns_do(read):
    rows, _, _ = read(typeset([row[1:] for row in (HEAD, *ROWS)], widths=WIDTHS[1:], space=0))
    assert rows == [list(row[1:]) for row in (HEAD, *ROWS)]


@pytest.mark.parametrize(
    "head",
    [
        ("序號", "工作任務", "牽頭單位", "配合單位", "完成時限"),
        ("序号", "2026年工作任务", "牵头单位", "配合单位", "推进情况"),
        ("序号", "工作任务", "责任单位（排第一的为牵头单位）", "配合单位", "上半年目标"),
        ("序号", "工作任务", "牵头、责任及督导单位", "配合单位", "是否完成"),
        ("序\n号", "工作\n任务", "牵头\n单位", "配合\n单位", "完成\n时限"),
    ],
)
def test_every_heading_that_is_known_in_a_table_with_lines_is_known_without(read, head):
    rows, _, doubts = read(typeset([head, *ROWS]))
    assert rows[0] == [heading.replace("\n", "") for heading in head]
    assert rows[1:] == [list(row) for row in ROWS]
    assert doubts == {"documents.unruled-table"}


def test_names_in_traditional_characters_are_not_run_together(read):
    head = ("序號", "工作任務", "牽頭單位", "配合單位", "完成時限")
    units = "縣政府辦\n縣應急管理處\n縣財政廳\n縣總工會"
    written = [(*row[:2], units, *row[3:]) for row in ROWS]
    rows, _, _ = read(typeset([head, *written]))
    assert [row[2] for row in rows[1:]] == [units] * len(ROWS)


def test_headings_that_nobody_knows_make_no_table(read):
    rows, around, doubts = read(typeset([("甲", "乙", "丙", "丁", "戊"), *ROWS]))
    assert (rows, doubts) == ([], set())
    assert "修缮渡口" in "".join(around)


def test_a_table_whose_columns_run_together_is_text_with_a_doubt(read):
    tight = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]
    long = [(row[0], row[1] * 4, row[2] * 5, row[3] * 5, row[4]) for row in ROWS]
    rows, around, doubts = read(typeset([HEAD, *long], style=tight))
    assert rows == []
    assert "县港航局" in "".join(around)
    assert doubts == {"documents.unclear-table"}


def test_the_plan_of_such_a_table_names_every_unit(tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(typeset([HEAD, *ROWS]))
    (plan,) = read_plans(path)
    units = [[(a.unit, a.role.value) for a in plan.assignments(r)] for r in plan.requirements]
    assert units[1] == [
        ("县港航局", "lead"),
        ("县水利局", "lead"),
        ("县人力资源和社会保障局", "support"),
        ("各镇", "support"),
    ]
    assert len(units) == 4


TASKS = st.sampled_from([row[1] for row in ROWS])
LISTS = st.lists(
    st.sampled_from(
        ["县财政局", "县人力资源和社会保障局", "县港航局", "各镇人民政府", "县委宣传部"]
    ),
    min_size=1,
    max_size=4,
    unique=True,
).map("、".join)
TIMES = st.sampled_from([row[4] for row in ROWS])


@given(
    rows=st.lists(st.tuples(TASKS, LISTS, LISTS, TIMES), min_size=2, max_size=30),
    valign=st.sampled_from(["TOP", "MIDDLE"]),
    space=st.sampled_from([0, 1, 3, 5]),
    style=st.sampled_from([(), RULES, THREE_RULES]),
    repeat=st.booleans(),
    behind=st.sampled_from([(), SIGNED]),
)
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_any_such_table_is_read_or_told_to_be_unclear(read, rows, **layout):
    numbered = [(str(at), *row) for at, row in enumerate(rows, start=1)]
    found, _, doubts = read(typeset([HEAD, *numbered], **layout))
    unclear = "documents.unclear-table" in doubts
    assert unclear or found == [list(row) for row in (HEAD, *numbered)]


@pytest.mark.parametrize("valign", ["TOP", "MIDDLE"])
def test_an_unknown_heading_of_tasks_stands_beside_numbers_units_and_times(read, valign):
    head = (HEAD[0], "刷新点位", *HEAD[2:])
    rows, _, doubts = read(typeset([head, *ROWS], valign=valign))
    assert rows == [list(row) for row in (head, *ROWS)]
    assert doubts == {"documents.unruled-table"}


def test_the_lexicon_tells_headings():
    assert all(map(is_heading, HEAD))
    assert all(map(names_units, ("牵头单位", "牵头及配合单位", "市级责任部门", "责任分工")))
    assert not any(map(names_units, ("单位名称", "配合单位局", "完成时限")))
    assert head_a_table(HEAD)
    assert not head_a_table(("序号", "工作任务", "完成时限"))


MATRIX = (
    ("序号", "工作任务", "县港航局", "县农业农村局", "各镇"),
    ("1", "修缮渡口并加固护岸，落实专人负责，每季度检查一次。", "●", "", "○"),
    ("2", "更换缆绳。", "○", "●", ""),
    ("3", "开展应急演练，形成工作台账。", "", "", "●"),
)


@pytest.mark.parametrize("valign", ["TOP", "MIDDLE"])
@pytest.mark.parametrize("centred", [(), (0, 2, 3, 4)])
def test_a_matrix_of_tasks_and_units_is_read_by_its_marks(read, valign, centred):
    data = typeset(MATRIX, valign=valign, centred=centred, behind=("注：●牵头，○配合。",))
    rows, around, doubts = read(data)
    assert rows == [list(row) for row in MATRIX]
    assert around == [TITLE, "注：●牵头，○配合。"]
    assert doubts == {"documents.unruled-table"}


def test_a_matrix_of_words_of_roles_is_read_too(read):
    words = {"●": "牵头", "○": "配合"}
    told = [tuple(words.get(text, text) for text in row) for row in MATRIX]
    rows, _, _ = read(typeset(told))
    assert rows == [list(row) for row in told]


def test_words_below_units_make_no_matrix(read):
    words = [*MATRIX[:3], ("3", "开展演练。", "已完成", "推进中", "●")]
    rows, _, _ = read(typeset(words))
    assert rows == []


def test_units_beside_tasks_head_a_matrix():
    assert bodies_of_matrix(("任务", "财政所", "综合执法队", "备注")) == (1, 2)
    assert bodies_of_matrix(("工作任务", "责任单位", "县财政局", "县教育局")) == ()
    assert bodies_of_matrix(("县财政局", "县教育局", "县港航局")) == ()
