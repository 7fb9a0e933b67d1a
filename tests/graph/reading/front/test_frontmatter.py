"""What a document says of itself."""

import pytest

from dutygraph.graph.documents.document import Cell, Document, Grid, Paragraph
from dutygraph.graph.plan import Source
from dutygraph.graph.reading.plans import read_document
from dutygraph.graph.span import Span

ITEM = "\n1.修缮渡口。（责任单位：县港航局）\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("云泽县2026年渡口安全工作方案", "云泽县2026年渡口安全工作方案"),
        ("云泽县人民政府关于印发\n云泽县渡口安全任务分工的通知", None),
        ("云泽县2026年重点工作\n任务分解表", "云泽县2026年重点工作任务分解表"),
        (
            "云泽县人民政府办公室关于印发《云泽县渡口方案》的通知\n各镇人民政府：\n现印发给你们。\n云泽县渡口方案",
            "云泽县渡口方案",
        ),
        ("云泽县人民政府门户网站\n云泽县2026年任务清单（试行）", "云泽县2026年任务清单（试行）"),
    ],
)
def test_the_plans_own_title(read, head, title):
    whole = title or "云泽县人民政府关于印发云泽县渡口安全任务分工的通知"
    assert read(head + ITEM).title == whole


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("云泽县人民政府办公室关于印发云泽县2026年工作要点的通知", "云泽县人民政府办公室"),
        ("云泽县公安局2026年工作要点分工方案", "云泽县公安局"),
        ("云泽县2026年工作要点\n云泽县水利局\n2026年3月1日", "云泽县水利局"),
        ("云泽县2026年工作要点\n云泽县人民政府办公室印发", "云泽县人民政府办公室"),
        ("发布机构 | 云泽县民政局 | 日期 | 2026-03-01\n云泽县2026年工作要点", "云泽县民政局"),
        ("雲澤縣人民政府辦公室關於印發雲澤縣2026年工作要點的通知", "雲澤縣人民政府辦公室"),
        (
            "县政府办公室关于印发2026年工作要点的通知\n云泽县政府办公室\n2026年3月1日",
            "云泽县政府办公室",
        ),
        ("云泽县人民政府关于印发要点的通知\n2026年县政府重点工作要点", "云泽县人民政府"),
        ("云泽县2026年工作要点", None),
    ],
)
def test_the_issuer(read, head, issuer):
    assert read(head + ITEM).issuer == issuer


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("云泽县2026年工作要点", 2026),
        ("云泽县工作要点\n云政发〔2025〕3号", 2025),
        ("云泽县工作要点\n2024年5月", 2024),
        ("云泽县工作要点（2023—2025年）", 2023),
        ("云泽县工作要点", None),
    ],
)
def test_the_year(read, head, year):
    assert read(head + ITEM).year == year


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("云政办发〔2026〕12号", "云政办发〔2026〕12号"),
        ("（云政办发〔2026〕12号）", "云政办发〔2026〕12号"),
        ("发布机构 云泽县政府 文    号 云政办发〔2026〕12号", "云政办发〔2026〕12号"),
        ("云政办发[2026]12号", "云政办发〔2026〕12号"),
        ("发文字号 | 云政办函〔2026〕9号 | 有效性 | 有效", "云政办函〔2026〕9号"),
    ],
)
def test_the_documents_own_number(read, line, number):
    assert str(read(f"云泽县工作要点\n{line}{ITEM}").document_number) == number


@pytest.mark.parametrize("line", ["2026年3月9日", "二〇二六年三月九日", "2026年03月09日"])
def test_the_date_of_signature(read, line):
    assert read(f"云泽县工作要点{ITEM}\n云泽县人民政府\n{line}").date == "2026-03-09"


def test_the_addressees(read):
    plan = read(f"云泽县工作要点\n各镇人民政府，县政府各部门，驻县有关单位：{ITEM}")
    assert plan.addressees == ("各镇人民政府", "县政府各部门", "驻县有关单位")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("县直各单位，中央、省属驻县各单位：", ("县直各单位", "中央、省属驻县各单位")),
        ("各镇人民政府，县直各办、局 ：", ("各镇人民政府", "县直各办、局")),
        ("经县政府同意，现就有关事项通知如下：", ()),
    ],
)
def test_addressees_that_share_their_last_words_are_one(read, line, names):
    assert read(f"云泽县工作要点\n{line}{ITEM}").addressees == names


def test_the_preamble_has_citations_of_its_own(read):
    plan = read(f"云泽县工作要点\n为落实《甲省渡口管理条例》，制定本方案。{ITEM}")
    assert [citation.title for citation in plan.citations] == ["甲省渡口管理条例"]
    assert plan.requirements[0].citations == ()


def test_a_breadcrumb_is_no_title(read):
    plan = read("首页 > 政务公开 > 工作方案\n云泽县渡口安全工作方案" + ITEM)
    assert plan.title == "云泽县渡口安全工作方案"


def test_of_two_joint_issuers_the_first_counts(read):
    plan = read("云泽县教育局　云泽县财政局\n关于印发渡口任务分工的通知\n\n各镇：" + ITEM)
    assert plan.issuer == "云泽县教育局"


@pytest.mark.parametrize(
    "line",
    [
        "首页 >> 信息公开 >> 政策文件",
        "信息来源：云泽县农业农村局（水利局）",
        "编辑：王明 2026-03-01",
        "各镇人民政府，县直各单位：",
        "一、主要目标",
    ],
)
def test_lines_of_the_page_and_items_name_no_document(read, line):
    plan = read(f"{line}\n（一）渡口\n1.修缮渡口。（责任单位：县港航局）")
    assert plan.title == ""
    assert [a.unit for a in plan.assignments(plan.requirements[0])] == ["县港航局"]
    assert len(plan.requirements) == 1


NOTICE = "云泽县人民政府办公室关于印发云泽县渡口方案的通知"


@pytest.mark.parametrize(
    "head",
    [
        f"{NOTICE}(云政办〔2024〕5号)\n发布时间:2025-01-29 09:12:40",
        f"{NOTICE}（云政办〔2024〕5号）\n各镇人民政府：\n现印发给你们。",
        f"{NOTICE}[云政办〔2024〕5号]",
        f"{NOTICE}【云政办〔2024〕5号】",
        f"{NOTICE} 云政办〔2024〕5号 各镇人民政府,县政府各部门:",
        f"云政办〔2024〕5号《{NOTICE}》\n浏览量:0 时间:2025-01-12",
        f"云政办〔2024〕5号 {NOTICE}\n时间:2025-01-12",
        f"《{NOTICE}》\n云政办〔2024〕5号",
        f"云泽县人民政府办公室文件 云政办〔2024〕5号 {NOTICE}",
        f"名称：{NOTICE}\n文号：云政办〔2024〕5号",
        f"{NOTICE}.docx\n云政办〔2024〕5号",
    ],
)
def test_one_line_may_hold_title_number_and_addressees(read, head):
    plan = read(head + ITEM)
    assert (plan.title, plan.issuer) == (NOTICE, "云泽县人民政府办公室")
    assert (plan.year, str(plan.document_number)) == (2024, "云政办〔2024〕5号")


def test_addressees_behind_the_number_in_one_line(read):
    plan = read(
        f"{NOTICE} (云政办〔2024〕5号) 各镇人民政府、开发区管委会,县政府各部门: 现印发。{ITEM}"
    )
    assert plan.title == NOTICE
    assert plan.addressees == ("各镇人民政府", "开发区管委会", "县政府各部门")


@pytest.mark.parametrize(
    "line",
    [
        "机关各处室、局属各单位:",
        "全文",
        "正文",
        ">> 专题专栏 >> 2023云泽县政府",
        "首页 > 信息公开 > 云泽县水利局",
        "坚持稳中求进，提供支撑。",
        "云泽县水利局\n2026年3月1日",
    ],
)
def test_addressees_menus_and_sentences_name_no_document(read, line):
    plan = read(line + ITEM)
    assert plan.title == ""


@pytest.mark.parametrize(
    "line", ["16.03.2015  08:05", "2015/3/16", "2015.03.16 08:05", "16/03/2015", "2015-03-16"]
)
def test_the_year_of_a_numeric_date(read, line):
    assert read(f"云泽县渡口分工确定\n{line}{ITEM}").year == 2015


def test_the_notice_and_the_signature_name_the_issuer_in_full(read):
    brought = "渡山区人民政府关于印发《渡山区政府2023年责任分工》的通知\n渡山区政府2023年责任分工"
    assert read(brought + ITEM).issuer == "渡山区人民政府"
    signed = "渡山区政府2023年责任分工\n渡山区人民政府\n2023年3月30日"
    assert read(signed + ITEM).issuer == "渡山区人民政府"


def grid_of(*rows):
    """A grid in which a text that fills a whole row stands in one merged cell."""
    columns = max(map(len, rows))
    cells = tuple(
        tuple(
            Cell(row[at], Span(0, len(row[at]), 1, number, at + 1))
            if len(row) > 1
            else Cell(row[0], Span(0, len(row[0]), 1, number, 1), merged=at > 0)
            for at in range(columns)
        )
        for number, row in enumerate(rows, 1)
    )
    return Grid(cells, Span(0, 0, 1))


@pytest.mark.parametrize(
    ("rows", "title", "year"),
    [
        ([("云溪县2026年渡口安全工作任务分工表",)], "云溪县2026年渡口安全工作任务分工表", 2026),
        (
            [("云溪县渡口安全工作\n任务分工表",), ("2026年1月",)],
            "云溪县渡口安全工作任务分工表",
            2026,
        ),
        ([("一、修缮设施",)], "", None),
    ],
)
def test_a_title_over_the_headings_in_the_table_itself_is_the_title(rows, title, year):
    body = (("序号", "任务", "责任单位"), ("1", "修缮渡口", "县港航局"), ("2", "值守", "各镇"))
    document = Document(Source("a.docx", "0" * 64, "docx"), (grid_of(*rows, *body),))
    (plan,) = read_document(document)
    assert (plan.title, plan.year) == (title, year)
    assert [r.text for r in plan.requirements] == ["修缮渡口", "值守"]


def test_a_title_before_the_table_is_not_replaced_by_a_caption():
    grid = grid_of(("分工表",), ("序号", "任务", "责任单位"), ("1", "修缮渡口", "县港航局"))
    title = "云溪县渡口安全工作实施方案"
    paragraph = Paragraph(title, Span(0, len(title), paragraph=1))
    (plan,) = read_document(Document(Source("a.docx", "0" * 64, "docx"), (paragraph, grid)))
    assert plan.title == title
