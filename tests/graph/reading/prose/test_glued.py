"""Headings and items that a crawl ran together in one line."""

import pytest


def told(plan):
    sections = plan.section_by_id
    return [
        (r.number, sections[r.section].title if r.section else None, r.text)
        for r in plan.requirements
    ]


def test_a_chapter_behind_the_preamble_and_its_first_item_begin_anew(read):
    plan = read(
        "各镇人民政府： 为做好安全工作，提出以下意见： 一、渡口安全 1.修缮渡口。（县港航局负责）\n"
        "2.开展培训。（县人社局负责）\n二、桥梁安全\n1.修缮桥梁。（县交通局负责）"
    )
    assert told(plan) == [
        ("1", "一、渡口安全", "修缮渡口。"),
        ("2", "一、渡口安全", "开展培训。"),
        ("1", "二、桥梁安全", "修缮桥梁。"),
    ]


def test_a_whole_plan_in_one_line_is_parted_where_numbers_go_on_behind_assignments(read):
    plan = read(
        "一、渡口（一）安全。修缮渡口。（县港航局负责）（二）培训。开展培训。（县人社局负责）"
        "二、桥梁（一）修桥。修缮桥梁。（县交通局牵头）（二）修路。修缮道路。（县交通局牵头）"
    )
    assert told(plan) == [
        ("（一）", "一、渡口", "安全。修缮渡口。"),
        ("（二）", "一、渡口", "培训。开展培训。"),
        ("（一）", "二、桥梁", "修桥。修缮桥梁。"),
        ("（二）", "二、桥梁", "修路。修缮道路。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（一）修缮渡口。任务是：1.更换标识；2.修缮码头；3.清理航道。（责任单位：县港航局）",
        "（一）修缮渡口。按照（一）和（二）的要求更换标识。（责任单位：县港航局）",
        "（一）修缮渡口。投资1.5亿元、新建2.3公里。（责任单位：县港航局）",
    ],
)
def test_numbers_inside_one_item_do_not_part_it(read, text):
    (only,) = read(text).requirements
    assert (only.number, only.part) == ("（一）", None)


def test_a_page_number_inside_a_sentence_is_no_item(read):
    broken = "更换标识并为渡口的工作人员和乘客" * 7
    plan = read(f"一、渡口\n（一）修缮渡口。{broken}\n2、提供培训。（县港航局负责）")
    (only,) = plan.requirements
    assert only.number == "（一）"


def test_bare_brackets_before_full_stops_are_parts_where_a_plan_has_no_others(read):
    plan = read(
        "一、渡口\n（一）安全。推广网上申报（县港航局、县行政服务中心）。优化登记（县大数据中心）。"
        "提升便利度（县港航局）。"
    )
    assert [(r.number, r.part, len(plan.assignments(r))) for r in plan.requirements] == [
        ("（一）", 1, 2),
        ("（一）", 2, 1),
        ("（一）", 3, 1),
    ]


def test_bare_brackets_before_full_stops_explain_where_a_plan_has_labels(read):
    plan = read("1.组建工作队（县港航局、县财政局）。修缮渡口。（责任单位：县交通局）")
    (only,) = plan.requirements
    assert [a.unit for a in plan.assignments(only)] == ["县交通局"]


def test_a_table_whose_cells_ran_together_is_said_to_be_lost(read):
    plan = read(
        "2021年民生实事责任分解表\n序号项目名称主要内容分管领导牵头单位配合单位"
        "1增加学位新建学校10个,增加学位4200个。何平教育局经开区各街道"
    )
    assert plan.requirements == ()
    assert [doubt.code for doubt in plan.doubts] == ["reading.glued-cells"]


def test_so_is_one_without_numbers(read):
    plan = read(
        "云泽县2026年民生实事项目表\n项目名称建设内容责任单位完成时限新建渡口"
        "新建渡口6座,年内投用2座。县港航局12月底前"
    )
    assert [doubt.code for doubt in plan.doubts] == ["reading.glued-cells"]


GLUED = """1、2026年民生实事责任分解表序号项目名称主要内容县政府分管领导牵头单位配合单位\
1渡口新建渡口6座,年内投用2座。陆海明港航局交通局各镇2船员培训船员300人,补贴生活费。沈平人社局各镇（东山镇
2、）各街道3标识更换标识12处,6月底前完工。周建军交通局各镇
"""


def test_the_names_behind_its_sentences_are_no_units_of_items(read):
    plan = read(f"2026年民生实事责任分解表\n{GLUED}")
    assert plan.requirements == ()
    assert [doubt.code for doubt in plan.doubts] == ["reading.glued-cells"]


def test_items_before_it_are_read_and_the_rest_is_told(read):
    plan = read(f"云泽县渡口工作方案\n一、修缮渡口。（责任单位：县港航局）\n{GLUED}")
    assert [r.text for r in plan.requirements] == ["修缮渡口。"]
    assert "reading.glued-cells" in [doubt.code for doubt in plan.doubts]


@pytest.mark.parametrize("rest", ["牵头单位汇总。", "工作任务和责任单位。", "项目名称、责任单位。"])
def test_a_notice_that_names_a_column_is_no_lost_table(read, rest):
    plan = read(f"关于印发任务分工的通知\n请各单位按序号填写，报{rest}")
    assert [doubt.code for doubt in plan.doubts] == ["reading.no-tasks"]


def test_an_item_may_follow_a_label_in_the_same_line(read):
    plan = read(
        "1.修缮渡口。分管领导：陶亮 部门分工：县港航局牵头，县财政局配合。 "
        "2.培训船员。分管领导：谢明 部门分工：县人社局牵头。"
    )
    assert [(r.number, r.text) for r in plan.requirements] == [
        ("1", "修缮渡口。"),
        ("2", "培训船员。"),
    ]
    assert [a.unit for a in plan.assignments(plan.requirements[1])] == ["谢明", "县人社局"]


def test_items_and_chapters_behind_headings_of_one_line(read):
    plan = read(
        "二、工作任务。（一）打好攻坚战1.做好应对。落实措施。（县生态环境局负责）2.提升能力。（县气象局负责）"
        "（二）推进治理1.改造锅炉。（县工信局负责）三、保障措施（一）加强领导。（县政府办负责）"
    )
    sections = {section.id: section.title for section in plan.sections}
    tasks = {task.id: task.title for task in plan.tasks}
    assert [(r.number, sections[r.section], tasks.get(r.task)) for r in plan.requirements] == [
        ("1", "二、工作任务。", "（一）打好攻坚战"),
        ("2", "二、工作任务。", "（一）打好攻坚战"),
        ("1", "二、工作任务。", "（二）推进治理"),
        ("（一）", "三、保障措施", None),
    ]


def test_items_that_count_on_behind_a_heading_of_the_same_line(read):
    plan = read(
        "（一）降低税费。1.落实减税。（县税务局）2.清理收费。（县发改局）"
        "（二）降低地价。3.优先供地。（县自然资源局）4.盘活厂房。（县工信局）"
    )
    tasks = {task.id: task.title for task in plan.tasks}
    sections = {section.id: section.title for section in plan.sections}
    assert [
        (r.number, tasks.get(r.task) or sections.get(r.section)) for r in plan.requirements
    ] == [
        ("1", "（一）降低税费。"),
        ("2", "（一）降低税费。"),
        ("3", "（二）降低地价。"),
        ("4", "（二）降低地价。"),
    ]
