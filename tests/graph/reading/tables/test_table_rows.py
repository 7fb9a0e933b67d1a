"""Rows of a table that tell no task, that head others, or that a page broke."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "<p>云泽县2026年渡口任务分工表</p>"
HEAD = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]
FIRST = ["1", "修缮渡口。", "县港航局", "县财政局", "9月底前"]
SECOND = ["2", "培训船员。", "县人社局", "各镇", "6月底前"]


@pytest.fixture
def read(tmp_path):
    """Read a page of tables: each a list of rows, of paragraphs and of raw rows."""

    def row(cells):
        return cells if isinstance(cells, str) else f"<tr><td>{'<td>'.join(cells)}</tr>"

    def write(part):
        return part if isinstance(part, str) else f"<table>{''.join(map(row, part))}</table>"

    def read(*parts):
        path = tmp_path / "plan.html"
        path.write_text(f"<meta charset=utf-8>{TITLE}{''.join(map(write, parts))}", "utf-8")
        (plan,) = read_plans(path)
        return plan

    return read


def told(plan):
    titles = {one.id: one.title for one in (*plan.sections, *plan.tasks)}
    return [
        (
            titles.get(r.section),
            titles.get(r.task),
            r.number,
            "".join(r.text.split()),
            [f"{a.role.value} {a.unit}" for a in plan.assignments(r)],
        )
        for r in plan.requirements
    ]


TOLD = [
    (None, None, "1", "修缮渡口。", ["lead 县港航局", "support 县财政局"]),
    (None, None, "2", "培训船员。", ["lead 县人社局", "support 各镇"]),
]


def under(section, at, task=None):
    return (section, task, *TOLD[at][2:])


@pytest.mark.parametrize(
    "idle",
    [
        "<tr><td colspan=5>第1页，共2页",
        "<tr><td colspan=5>（续上表）",
        ["第1页", "", "", "", ""],
        ["填表人：", "", "", "审核人：", ""],
        ["填表人：谢明", "", "审核人：陶亮", "", "填表日期：2026年3月1日"],
        ["制表单位：", "县港航局", "", "联系电话：", "8123456"],
        ["备注：", "列第一位的统筹推进。", "", "", ""],
        ["备注：各镇按月报送进度。", "", "", "", ""],
        ["合计", "2项", "", "", ""],
        ["分管领导签字：", "陶亮", "主要负责人签字：", "谢明", ""],
        ["说明", "本表由县港航局负责解释。", "", "", ""],
    ],
)
def test_a_row_of_the_page_or_of_who_filled_it_in_is_no_task(read, idle):
    plan = read([HEAD, FIRST, idle, SECOND, idle])
    assert told(plan) == TOLD
    assert not plan.doubts


def test_a_person_behind_a_label_in_the_column_of_units_stays_one(read):
    plan = read([HEAD, FIRST, ["", "", "联系人：谢明", "", ""]])
    assert [a.unit for a in plan.assignments(plan.requirements[0])][:2] == ["县港航局", "县财政局"]


def test_a_task_that_begins_with_such_a_word_is_one(read):
    plan = read(
        [["工作任务", "责任单位"], ["审核：核对船员名单。", "县人社局"], ["巡查。", "各镇"]]
    )
    assert [units for *_, units in told(plan)] == [["responsible 县人社局"], ["responsible 各镇"]]


def banner(text):
    return f"<tr><td colspan=5>{text}"


def test_a_heading_of_the_same_level_begins_the_next_section(read):
    plan = read([HEAD, banner("（一）安全"), FIRST, banner("（二）人才"), SECOND])
    assert told(plan) == [under("（一）安全", 0), under("（二）人才", 1)]


def test_a_heading_of_a_lower_level_stands_below_the_section(read):
    rows = [banner("一、渡口"), banner("（一）安全"), FIRST, banner("（二）人才"), SECOND]
    plan = read([HEAD, *rows])
    assert told(plan) == [under("一、渡口", 0, "（一）安全"), under("一、渡口", 1, "（二）人才")]


def test_a_heading_over_the_headings_of_the_columns_is_the_section(read):
    first, second = "<p>一、安全</p>", "<p>二、人才</p>"
    expected = [under("一、安全", 0), under("二、人才", 1)]
    assert told(read(first, [HEAD, FIRST], second, [HEAD, SECOND])) == expected
    inside = [banner("一、安全"), HEAD, FIRST, banner("二、人才"), HEAD, SECOND]
    assert told(read(inside)) == expected
    assert told(read(first, [HEAD, FIRST, banner("二、人才"), HEAD, SECOND])) == expected


def test_a_table_that_is_one_part_of_a_numbered_text_has_no_section(read):
    plan = read("<p>一、总体要求</p><p>二、任务分工</p>", [HEAD, FIRST, SECOND], "<p>三、保障</p>")
    assert told(plan) == TOLD


REST = ["", "更换标识。", "", "", ""]
BROKEN = ["1", "修缮渡口，", *FIRST[2:]]
WHOLE = (None, None, "1", "修缮渡口，更换标识。", TOLD[0][-1])


def test_a_row_that_a_page_broke_is_one(read):
    assert told(read([HEAD, BROKEN, REST, SECOND])) == [WHOLE, TOLD[1]]
    assert told(read([HEAD, BROKEN, HEAD, REST, SECOND])) == [WHOLE, TOLD[1]]
    assert told(read([HEAD, BROKEN], [REST, SECOND])) == [WHOLE, TOLD[1]]


def test_so_is_one_whose_units_were_broken_too(read):
    broken, rest = (
        ["1", "修缮渡口，", "县港航", "县财政局、", "9月底前"],
        ["", "更换标识。", "局", "各镇", ""],
    )
    plan = read([HEAD, broken, rest, SECOND])
    units = ["lead 县港航局", "support 县财政局", "support 各镇"]
    assert told(plan) == [(*WHOLE[:4], units), TOLD[1]]


@pytest.mark.parametrize(
    "rows",
    [
        [FIRST, REST, SECOND],
        [
            ["1", "修缮渡口", *FIRST[2:]],
            ["", "更换标识", "", "", ""],
            ["2", "培训船员", *SECOND[2:]],
        ],
        [BROKEN, ["", "2.更换标识。", "", "", ""], SECOND],
    ],
)
def test_a_row_without_a_number_that_goes_on_from_none_is_its_own(read, rows):
    assert len(read([HEAD, *rows]).requirements) == 3


def test_a_unit_in_a_cell_merged_over_lead_and_support_is_named_once(read):
    one = "<tr><td>1<td>修缮渡口。<td colspan=2>县港航局<td>9月底前"
    two = "<tr><td>2<td>培训船员。<td colspan=2>县人社局、各镇<td>6月底前"
    plan = read([HEAD, one, two])
    assert [units for *_, units in told(plan)] == [
        ["lead 县港航局"],
        ["responsible 县人社局", "responsible 各镇"],
    ]


def test_a_blank_cell_of_units_names_nobody_where_a_merged_one_would_show(read):
    plan = read([HEAD, FIRST, ["2", "培训船员。", "", "", "6月底前"]])
    assert [units for *_, units in told(plan)] == [TOLD[0][-1], []]
    assert [d.code for d in plan.doubts] == ["reading.no-unit"]


@pytest.mark.parametrize("ending", ["csv", "md", "txt"])
def test_it_is_the_cell_above_where_the_file_shows_no_merges(tmp_path, ending):
    rows = [HEAD, FIRST, ["2", "培训船员。", "", "", "6月底前"]]
    rule = [["---"] * 5] if ending == "md" else []
    rows[1:1] = rule
    mark = {"csv": ",", "md": " | ", "txt": "\t"}[ending]
    path = tmp_path / f"plan.{ending}"
    text = "\n".join(mark.join(row) for row in rows)
    path.write_text(f"云泽县2026年渡口任务分工表\n\n{text}\n", "utf-8")
    (plan,) = read_plans(path)
    assert [units for *_, units in told(plan)] == [TOLD[0][-1]] * 2
    assert [d.code for d in plan.doubts if d.code != "reading.blank-lead"] == ["reading.blank-cell"]


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("6.30", "2026-06-30"),
        ("9.30前", "2026-09-30"),
        ("12.31前完成", "2026-12-31"),
        ("6/30", "2026-06-30"),
        ("3.1—6.30", "2026-06-30"),
        ("11.15日", "2026-11-15"),
    ],
)
def test_a_month_and_a_day_below_a_heading_of_times_are_of_the_year(read, cell, date):
    plan = read([HEAD, [*FIRST[:4], cell]])
    assert [(t.raw, t.date) for t in plan.requirements[0].timing] == [(cell, date)]
    assert not plan.doubts


@pytest.mark.parametrize("cell", ["6.3", "1.5", "0.4", "6.31", "13.30", "3-12"])
def test_figures_that_may_be_another_thing_are_no_day_and_told(read, cell):
    plan = read([HEAD, [*FIRST[:4], cell]])
    assert plan.requirements[0].timing == ()
    assert [(d.code, dict(d.values)) for d in plan.doubts] == [
        ("reading.unread-days", {"n": "1", "text": cell})
    ]
