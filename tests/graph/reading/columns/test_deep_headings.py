"""Headings in two or three rows, of which the lower ones are told by those above."""

import pytest

from dutygraph.graph.intake import read_plans

TITLE = "云泽县2026年渡口安全任务分工表"
PAIRS = "<tr><td>单位<td>负责人<td>单位<td>责任人"
TALL = "<td rowspan={0}>序号<td rowspan={0}>工作任务"
ROWS = [
    ["1", "修缮渡口。", "县港航局", "陶亮", "县财政局⏎县城投公司", "方芸⏎安宁", "9月底前"],
    ["2", "培训船员。", "县人社局", "苗青", "各镇", "岳林", "10月底前"],
]
LEAD, SUPPORT, PERSON = "lead", "support", "supervise"
TOLD = [
    [
        (LEAD, "县港航局"),
        (PERSON, "陶亮"),
        (SUPPORT, "县财政局"),
        (SUPPORT, "县城投公司"),
        (PERSON, "方芸"),
        (PERSON, "安宁"),
    ],
    [(LEAD, "县人社局"), (PERSON, "苗青"), (SUPPORT, "各镇"), (PERSON, "岳林")],
]


def page(head, rows=ROWS):
    body = ("".join(f"<td>{cell.replace('⏎', '<br>')}" for cell in row) for row in rows)
    return f"<p>{TITLE}</p><table>{head}{''.join('<tr>' + row for row in body)}</table>"


def read(tmp_path, text, suffix=".html"):
    path = tmp_path / f"plan{suffix}"
    path.write_text(text, "utf-8")
    (plan,) = read_plans(path)
    return plan


def told(plan):
    return [[(a.role.value, a.unit) for a in plan.assignments(r)] for r in plan.requirements]


def texts(plan):
    return [r.text for r in plan.requirements]


@pytest.mark.parametrize("other", ["责任单位", "配合单位"])
@pytest.mark.parametrize("lower", [PAIRS, "<tr><td>部门<td>领导<td>名称<td>姓名"])
def test_units_and_persons_below_a_heading_of_units(tmp_path, other, lower):
    head = f"<tr>{TALL.format(2)}<td colspan=2>牵头单位<td colspan=2>{other}<td rowspan=2>完成时限"
    plan = read(tmp_path, page(head + lower))
    assert told(plan) == TOLD
    assert [t.raw for r in plan.requirements for t in r.timing] == ["9月底前", "10月底前"]


def test_three_rows_of_headings(tmp_path):
    head = f"<tr>{TALL.format(3)}<td colspan=4>责任分工<td rowspan=3>完成时限"
    head += "<tr><td colspan=2>牵头<td colspan=2>配合"
    plan = read(tmp_path, page(head + PAIRS))
    assert (told(plan), texts(plan)) == (TOLD, ["修缮渡口。", "培训船员。"])


FOUR = [row[:3] + row[4:5] for row in ROWS]
UNITS = [[one for one in row if one[0] != PERSON] for row in TOLD]


@pytest.mark.parametrize(
    "lower",
    [
        ("（牵头）", "（配合）"),
        ("(牵头)", "(配合)"),
        ("牵头委室", "协作委室和县级部门"),
        ("牵头", "配合的单位和镇"),
    ],
)
@pytest.mark.parametrize("over", ["责任单位", "责任分工"])
def test_roles_below_a_heading_of_units(tmp_path, over, lower):
    head = f"<tr>{TALL.format(2)}<td colspan=2>{over}<tr><td>" + "<td>".join(lower)
    plan = read(tmp_path, page(head, FOUR))
    assert (told(plan), texts(plan)) == (UNITS, ["修缮渡口。", "培训船员。"])


def test_an_unknown_heading_below_one_of_units_stands_over_units(tmp_path):
    head = f"<tr>{TALL.format(2)}<td colspan=2>责任单位<tr><td>县一级<td>镇一级"
    plan = read(tmp_path, page(head, FOUR))
    assert [[unit for _, unit in row] for row in told(plan)] == [
        [unit for _, unit in row] for row in UNITS
    ]


def test_other_columns_below_a_heading_of_units_are_none(tmp_path):
    head = f"<tr>{TALL.format(2)}<td colspan=2>责任单位<tr><td>单位<td>联系电话"
    rows = [[*row[:2], row[2], "5550101"] for row in ROWS]
    assert told(read(tmp_path, page(head, rows))) == [
        [("responsible", "县港航局")],
        [("responsible", "县人社局")],
    ]


MONTHS = "".join(f"<td>{month}月" for month in range(1, 13))


def test_months_below_a_heading_are_no_times_and_hide_no_units(tmp_path):
    head = f"<tr>{TALL.format(2)}<td rowspan=2>责任单位<td colspan=12>实施进度<tr>{MONTHS}"
    rows = [[*row[:3], *["●", "", "●"] * 4] for row in ROWS]
    plan = read(tmp_path, page(head, rows))
    assert told(plan) == [[("responsible", "县港航局")], [("responsible", "县人社局")]]
    assert not any(r.timing for r in plan.requirements)


def test_a_cell_along_all_rows_is_no_sign_of_more_headings(tmp_path):
    head = "<tr><td rowspan=3>渡口<td>序号<td>工作任务<td>牵头单位<td>配合单位"
    plan = read(tmp_path, page(head, FOUR))
    assert (told(plan), texts(plan)) == (UNITS, ["修缮渡口。", "培训船员。"])


WIDE = ["序号", "工作任务", "牵头单位", "", "责任单位", "", "完成时限"]
LOWER = ["", "", "单位", "负责人", "单位", "责任人", ""]
SHORT = ["单位", "负责人", "单位", "负责人"]


@pytest.mark.parametrize(
    ("mark", "upper", "lower"),
    [
        (",", WIDE, LOWER),
        ("\t", WIDE, LOWER),
        (" | ", WIDE, LOWER),
        ("\t", [text for text in WIDE if text], SHORT),
        (" | ", [text for text in WIDE if text], SHORT),
    ],
)
def test_blank_cells_keep_the_headings_in_line(tmp_path, mark, upper, lower):
    rows = [[cell.replace("⏎", "、") for cell in row] for row in ROWS]
    lines = [mark.join(row) for row in [upper, lower, *rows]]
    plan = read(tmp_path, "\n".join([TITLE, *lines]), ".csv" if mark == "," else ".txt")
    assert told(plan) == TOLD
