"""Columns that no known heading tells: what stands below them says what they hold."""

import pytest

TITLE = "云泽县2026年渡口安全任务分工表\n"
ROWS = [
    ["1", "渡口", "修缮全县渡口，统一更换标识。", "县港航局", "9月底前"],
    ["2", "", "为乡镇渡船更换救生衣。", "县财政局", "10月底前"],
    ["3", "船员", "开展船员培训。", "县人社局", "12月底前"],
]
TOLD = [(row[0], row[2], row[3]) for row in ROWS]


def told_by(plan):
    return [
        (r.number, r.text, "".join(a.unit for a in plan.assignments(r))) for r in plan.requirements
    ]


def in_rows(rows):
    return "\n".join(" | ".join(row) for row in rows)


def in_cells(rows):
    return "\n".join("\n|\n".join(cell for cell in row if cell) for row in rows)


@pytest.mark.parametrize("form", [in_rows, in_cells])
@pytest.mark.parametrize("heading", ["民生项目内容", "项目内容", "年度目标", "工程"])
def test_beside_a_category_the_other_words_are_the_tasks(read, form, heading):
    plan = read(TITLE + form([["序号", "类别", heading, "责任单位", "完成时限"], *ROWS]))
    assert told_by(plan) == TOLD
    assert [section.title for section in plan.sections] == ["渡口", "船员"]


def test_a_category_stays_the_text_beside_figures_of_an_unknown_heading(read):
    rows = [["1", "修缮渡口", "12", "县港航局"], ["2", "培训船员", "300", "县人社局"]]
    plan = read(TITLE + in_rows([["序号", "领域", "数量", "责任单位"], *rows]))
    assert [(r.number, r.text) for r in plan.requirements] == [("1", "修缮渡口"), ("2", "培训船员")]


def test_numbers_and_categories_may_change_places_in_cells_with_marks_throughout(read):
    rows = [["1", "渡口", *ROWS[0][2:]], ["2", *ROWS[1][2:]], ["3", "船员", *ROWS[2][2:]]]
    head = ["序号", "类别", "项目内容", "责任单位", "完成时限"]
    plan = read(TITLE + "\n|\n".join(cell for row in [head, *rows] for cell in row))
    assert told_by(plan) == TOLD


@pytest.mark.parametrize("mark", ["\n", "\n|\n"])
def test_a_category_may_be_the_short_form_of_an_office(read, mark):
    rows = [
        ["教育", "1", "新建渡口学校。", "陆大明", "县教体局", "县住建局", "8月底"],
        ["2", "资助困难学生。", "陆大明", "县教体局", "县财政局", "全年"],
        ["健康", "3", "建成门诊楼。", "俞悦", "县卫健委", "县发改委", "11月底"],
    ]
    head = ["类别", "序号", "项目内容", "分管领导", "牵头单位", "配合单位", "完成时限"]
    plan = read(TITLE + mark.join(cell for row in [head, *rows] for cell in row))
    assert [(r.number, r.section) for r in plan.requirements] == [
        ("1", "s1"),
        ("2", "s1"),
        ("3", "s2"),
    ]
    assert [section.title for section in plan.sections] == ["教育", "健康"]


def test_duties_beside_those_who_lead_and_support_are_the_tasks(read):
    rows = [
        ["1", "渡口", "修缮渡口。", "县港航局", "县财政局"],
        ["2", "船员", "培训船员。", "县人社局", "各镇"],
    ]
    plan = read(TITLE + in_rows([["序号", "类别", "职责", "牵头单位", "配合单位"], *rows]))
    assert [(r.number, r.text) for r in plan.requirements] == [
        ("1", "修缮渡口。"),
        ("2", "培训船员。"),
    ]
    assert [[a.unit for a in plan.assignments(r)] for r in plan.requirements] == [
        row[3:] for row in rows
    ]


def test_a_chinese_number_counts_the_sections_where_tasks_have_their_own(read):
    rows = [
        ["一", "渡口", "1.修缮渡口。\n2.更换标识。", "县港航局"],
        ["二", "船员", "3.培训船员。", "县人社局"],
        ["三", "渡船", "更新渡船。", "县财政局"],
    ]
    plan = read(TITLE + in_rows([["序号", "工作目标", "主要任务", "责任单位"], *rows]))
    assert [r.number for r in plan.requirements] == ["1", "2", "3", "三"]
    assert [section.title for section in plan.sections] == ["渡口", "船员", "渡船"]
