"""A unit that stands once for a whole table, or over some of its rows, is that of their tasks."""

import pytest
from openpyxl import Workbook

from dutygraph.graph.intake import read_plans

TITLE = "云泽县2026年渡口安全重点任务分解表"
HEAD = ["序号", "工作任务", "完成时限"]
ROWS = [["1", "修缮渡口。", "9月底前"], ["2", "培训船员。", "10月底前"]]
MORE = [["1", "编制预案。", "6月底前"]]
BESIDE = ["序号", "工作任务", "配合单位", "完成时限"]
HELPED = [["1", "修缮渡口。", "县财政局", "9月底前"], ["2", "培训船员。", "", "10月底前"]]
LEAD, SUPPORT, RESPONSIBLE, PERSON = "lead", "support", "responsible", "supervise"
OWNED = [[(RESPONSIBLE, "县港航局")], [(RESPONSIBLE, "县港航局")]]
HELPED_TOLD = [[(LEAD, "县港航局"), (SUPPORT, "县财政局")], [(LEAD, "县港航局")]]


def table(rows, *, head=""):
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    return f"<table>{head}{cells}</table>"


def page(*parts, title=TITLE):
    return "".join(part if part[0] == "<" else f"<p>{part}</p>" for part in (title, *parts))


def read(tmp_path, text, suffix=".html"):
    path = tmp_path / f"plan{suffix}"
    path.write_text(text, "utf-8")
    (plan,) = read_plans(path)
    return plan


def told(plan):
    return [[(a.role.value, a.unit) for a in plan.assignments(r)] for r in plan.requirements]


def doubts(plan, code="reading.units-above"):
    return [dict(d.values) for d in plan.doubts if d.code == code]


@pytest.mark.parametrize("label", ["责任单位", "责任部门", "主责单位", "承办单位"])
@pytest.mark.parametrize("aside", [[], ["（2026年3月）"], ["填报时间：2026年3月"], ["单位：万元"]])
def test_a_label_above_a_table_without_units(tmp_path, label, aside):
    plan = read(tmp_path, page(f"{label}：县港航局", *aside, table([HEAD, *ROWS])))
    assert told(plan) == OWNED
    assert plan.title == TITLE
    assert doubts(plan) == [{"text": f"{label}：县港航局", "numbers": "1、2"}]


def test_the_place_of_the_units_is_that_of_the_line(tmp_path):
    plan = read(tmp_path, page("责任单位：县港航局", table([HEAD, *ROWS])))
    spans = {a.span for row in plan.rows for a in row.assignments}
    assert [(span.paragraph, span.start, span.end) for span in spans] == [(2, 5, 9)]


def test_several_labels_on_one_line(tmp_path):
    line = "牵头单位：县港航局　配合单位：县财政局　责任领导：陶亮"
    plan = read(tmp_path, page(line, table([HEAD, *ROWS])))
    assert told(plan) == [[(LEAD, "县港航局"), (SUPPORT, "县财政局"), (PERSON, "陶亮")]] * 2


def test_supporters_of_the_rows_own_nothing(tmp_path):
    plan = read(tmp_path, page("责任单位：县港航局", table([BESIDE, *HELPED])))
    assert told(plan) == HELPED_TOLD


def test_each_table_has_the_unit_above_it(tmp_path):
    other = table([BESIDE, ["1", "编制预案。", "各镇", "6月底前"]])
    text = page("责任单位：县港航局", table([BESIDE, *HELPED]), "责任单位：县应急局", other)
    plan = read(tmp_path, text)
    assert told(plan) == [*HELPED_TOLD, [(LEAD, "县应急局"), (SUPPORT, "各镇")]]
    assert [one["text"] for one in doubts(plan)] == ["责任单位：县港航局", "责任单位：县应急局"]


def test_rows_with_an_owner_keep_it_alone(tmp_path):
    head = ["序号", "工作任务", "责任单位", "完成时限"]
    rows = [["1", "修缮渡口。", "县海事处", "9月底前"], ["2", "培训船员。", "", "10月底前"]]
    plan = read(tmp_path, page("责任单位：县港航局", table([head, *rows])))
    assert told(plan) == [[(RESPONSIBLE, "县海事处")], [(RESPONSIBLE, "县港航局")]]
    assert doubts(plan) == [{"text": "责任单位：县港航局", "numbers": "2"}]


@pytest.mark.parametrize(
    "row", ["<tr><td colspan=3>责任单位：县港航局", "<tr><td>责任单位<td colspan=2>县港航局"]
)
def test_the_first_row_of_a_table_may_say_it(tmp_path, row):
    plan = read(tmp_path, page(table([HEAD, *ROWS], head=row)))
    assert told(plan) == OWNED


@pytest.mark.parametrize(
    "caption", ["一、县港航局", "（一）县港航局", "县港航局", "县港航局重点任务（2项）"]
)
def test_a_caption_that_is_a_unit(tmp_path, caption):
    text = page(caption, table([HEAD, *ROWS]), "二、县应急局", table([HEAD, *MORE]))
    plan = read(tmp_path, text)
    assert told(plan) == [*OWNED, [(RESPONSIBLE, "县应急局")]]
    assert doubts(plan)[0] == {"text": caption, "numbers": "1、2"}


@pytest.mark.parametrize("head", [HEAD, ["序号", "工作任务", "责任单位"]])
def test_a_row_that_is_a_unit_owns_those_below(tmp_path, head):
    rows = [["一、县港航局", "", ""], *ROWS, ["二、县应急局（牵头）", "", ""], *MORE]
    blank = [[*row[:2], row[2] if head is HEAD else ""] for row in rows]
    plan = read(tmp_path, page(table([head, *blank])))
    assert told(plan) == [*OWNED, [(LEAD, "县应急局")]]
    assert [one["numbers"] for one in doubts(plan)] == ["1、2", "1"]


def test_a_row_that_is_a_unit_leaves_rows_with_owners_alone(tmp_path):
    rows = [["一、县港航局", "", ""], ["1", "修缮渡口。", "县海事处"], ["2", "培训船员。", ""]]
    plan = read(tmp_path, page(table([["序号", "工作任务", "责任单位"], *rows])))
    assert told(plan) == [[(RESPONSIBLE, "县海事处")], []]


@pytest.mark.parametrize("above", ["", "责任单位：县交通局\n"])
def test_a_row_that_is_a_unit_goes_before_what_stands_above(tmp_path, above):
    rows = "1,修缮渡口。,县港航局\n2,培训船员。,\n二、县应急局,,\n1,编制预案。,\n2,组织演练。,\n"
    plan = read(tmp_path, f"{TITLE}\n{above}序号,工作任务,责任单位\n{rows}", ".csv")
    assert [[unit for _, unit in row] for row in told(plan)] == [
        ["县港航局"],
        ["县交通局" if above else "县港航局"],
        ["县应急局"],
        ["县应急局"],
    ]


@pytest.mark.parametrize("label", ["填报单位", "填报单位（盖章）", "单位", "部门", "报送单位"])
def test_who_fills_a_table_in_is_a_guess(tmp_path, label):
    plan = read(tmp_path, page(f"{label}：县港航局　填报时间：3月", table([HEAD, *ROWS])))
    assert told(plan) == OWNED
    assert {a.confidence for row in plan.rows for a in row.assignments} == {0.4}
    (doubt,) = doubts(plan, "reading.units-above-guessed")
    assert doubt == {"text": f"{label}：县港航局", "numbers": "1、2"}


def test_who_fills_a_table_in_is_nobody_beside_owners(tmp_path):
    head = ["序号", "工作任务", "责任单位"]
    rows = [["1", "修缮渡口。", "县海事处"], ["2", "培训船员。", ""]]
    plan = read(tmp_path, page("填报单位：县港航局", table([head, *rows])))
    assert told(plan) == [[(RESPONSIBLE, "县海事处")], []]


def test_the_name_of_a_sheet_is_a_guess(tmp_path):
    book = Workbook()
    book.remove(book.active)
    for name, rows in (("县港航局", ROWS), ("县应急局", MORE)):
        sheet = book.create_sheet(name)
        for row in [HEAD, *rows]:
            sheet.append(row)
    book.save(tmp_path / "plan.xlsx")
    (plan,) = read_plans(tmp_path / "plan.xlsx")
    assert told(plan) == [*OWNED, [(RESPONSIBLE, "县应急局")]]
    assert [one["text"] for one in doubts(plan, "reading.units-above-guessed")] == [
        "县港航局",
        "县应急局",
    ]
    assert {a.span.sheet for row in plan.rows for a in row.assignments} == {"县港航局", "县应急局"}


@pytest.mark.parametrize("mark", ["\t", " | "])
def test_lines_of_cells_below_a_label(tmp_path, mark):
    rows = [mark.join(row) for row in [HEAD, *ROWS]]
    plan = read(tmp_path, "\n".join([TITLE, "责任单位：县港航局", *rows]), ".txt")
    assert told(plan) == OWNED


def test_a_page_break_leaves_the_unit_in_force(tmp_path):
    plan = read(tmp_path, page("责任单位：县港航局", table([HEAD, ROWS[0]]), table(ROWS[1:])))
    assert told(plan) == OWNED


@pytest.mark.parametrize(
    ("above", "rows"),
    [
        (["单位：万元"], [HEAD, *ROWS]),
        (["编制单位：县港航局"], [HEAD, *ROWS]),
        (["配合单位：县港航局"], [HEAD, *ROWS]),
        (["责任单位：县港航局", "以下为各渡口基本情况，供参考。"], [HEAD, *ROWS]),
        (["责任单位：县港航局"], [["序号", "姓名", "联系电话"], ["1", "陶亮", "5550101"]]),
        (["填报单位：县港航局"], [["序号", "项目名称", "总投资"], ["1", "东门渡口", "300"]]),
        (["县港航局", "渡口基本情况如下。"], [HEAD, *ROWS]),
    ],
)
def test_other_lines_above_a_table_give_its_rows_no_unit(tmp_path, above, rows):
    plan = read(tmp_path, page(*above, table(rows)))
    assert not [r for r in plan.requirements if r.span.table and plan.assignments(r)]


def test_the_label_of_an_item_before_a_table_is_that_of_the_item(tmp_path):
    text = page("1.修缮渡口。", "责任单位：县港航局", table([HEAD, ["1", "加固码头。", "9月底前"]]))
    plan = read(tmp_path, text)
    assert [(r.text, units) for r, units in zip(plan.requirements, told(plan), strict=True)] == [
        ("修缮渡口。", [(RESPONSIBLE, "县港航局")])
    ]


LED = "一、改善设施（牵头单位：县港航局）"
OTHER = "二、培训船员（县人社局牵头，县教育局配合）"


def test_the_bracket_behind_a_heading_over_a_table_leads_its_tasks(tmp_path):
    plan = read(tmp_path, page(LED, table([BESIDE, *HELPED]), OTHER, table([HEAD, *MORE])))
    assert told(plan) == [*HELPED_TOLD, [(LEAD, "县人社局"), (SUPPORT, "县教育局")]]
    assert [d["numbers"] for d in doubts(plan)] == ["1、2", "1"]


def test_the_bracket_behind_a_heading_inside_a_table_leads_the_rows_below(tmp_path):
    rows = [
        BESIDE,
        [LED, "", "", ""],
        *HELPED,
        [OTHER, "", "", ""],
        ["3", "演练。", "县公安局", ""],
    ]
    plan = read(tmp_path, page(table(rows)))
    both = [(LEAD, "县人社局"), (SUPPORT, "县教育局"), (SUPPORT, "县公安局")]
    assert told(plan) == [*HELPED_TOLD, both]


def test_who_leads_a_heading_leads_beside_those_responsible_below(tmp_path):
    rows = [
        ["序号", "工作任务", "责任单位"],
        ["1", "修缮渡口。", "各镇"],
        ["2", "培训。", "县教育局牵头"],
    ]
    plan = read(tmp_path, page(LED, table(rows)))
    assert told(plan) == [[(LEAD, "县港航局"), (SUPPORT, "各镇")], [(LEAD, "县教育局")]]


def test_a_bracket_that_names_nobody_gives_the_rows_below_no_owner(tmp_path):
    rows = [BESIDE, *HELPED]
    plan = read(tmp_path, page("一、改善设施（共2项，牵头单位见附件）", table(rows)))
    assert told(plan) == [[(SUPPORT, "县财政局")], []]
