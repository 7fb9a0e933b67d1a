"""Tables drawn with lines of characters read as tables with merged cells do."""

from dutygraph.graph.reading.plans import read_document

PLAIN = """云泽县2026年渡口安全任务分工表
┌──┬─────┬─────┬────┐
│序号│ 工作任务 │ 责任单位 │完成时限│
├──┼─────┼─────┼────┤
│ 1 │修缮全县渡│县港航局、│9月底 │
│ │口。 │县财政局 │ │
├──┼─────┼─────┼────┤
│ 2 │开展船员培│县人力资源│10月底│
│ │训。 │社会保障局│ │
└──┴─────┴─────┴────┘
云泽县人民政府办公室
2026年3月1日
"""
MERGED = """云泽县2026年渡口安全任务分工表
┌──────────┬────┬─────┬───┐
│ 工 作 任 务 │分管领│ 责任单位 │完成时│
│ │导 │ │限 │
├──────────┼────┼─────┼───┤
│抓好渡口管理 │陆大明│县港航局、│年内│
├──────────┤ │县应急局 │ │
│△修缮渡口，新购的救生衣优│ │ │ │
│先配给乡镇渡船 │ ├─────┤ │
│△培训船员 │ │县人社局 │ │
│△更换标识 │ │ │ │
├──────────┼────┼─────┼───┤
│方便群众出行 │俞悦 │ │ │
├──────────┤ ├─────┼───┤
│△开通水上公交 │ │县交通局 │6月底│
└──────────┴────┴─────┴───┘
"""
SPREAD = """┌───────────────┐
│ 云泽县渡口任务分工表 │
├──┬────┬────────┤
│ │ │ 责任分工 │
│序号│任务 ├────┬───┤
│ │ │牵头单位│配合单位│
├──┼────┼────┼───┤
│1 │修缮渡口│县港航局│县财政局│
├──┼────┼────┼───┤
│2 │培训船员│县人社局│县应急局│
└──┴────┴────┴───┘
"""


def told_by(plan):
    return [
        (
            r.number,
            r.text,
            [a.name for a in plan.assignments(r)],
            [t.raw for t in r.timing],
        )
        for r in plan.requirements
    ]


def test_lines_between_rules_are_one_cell(read):
    plan = read(PLAIN)
    assert told_by(plan) == [
        ("1", "修缮全县渡口。", ["县港航局", "县财政局"], ["9月底"]),
        ("2", "开展船员培训。", ["县人力资源社会保障局"], ["10月底"]),
    ]
    assert (plan.title, plan.issuer) == (
        "云泽县2026年渡口安全任务分工表",
        "云泽县人民政府办公室",
    )
    assert plan.requirements[1].span.line == 8


def test_a_line_that_is_a_name_ends_where_the_next_one_begins_with_another(read):
    short = PLAIN.replace("│县港航局、│", "│县港航局│")
    assert told_by(read(short))[0][2] == ["县港航局", "县财政局"]


def test_a_cell_reaches_from_rule_to_rule_of_its_own_column(read):
    plan = read(MERGED)
    first, second, third = (
        ["陆大明", "县港航局", "县应急局"],
        ["陆大明", "县人社局"],
        ["俞悦", "县交通局"],
    )
    assert told_by(plan) == [
        ("", "修缮渡口，新购的救生衣优先配给乡镇渡船", first, ["年内"]),
        ("", "培训船员", second, ["年内"]),
        ("", "更换标识", second, ["年内"]),
        ("", "开通水上公交", third, ["6月底"]),
    ]


def test_a_cell_without_a_mark_above_tasks_with_marks_is_their_heading(read):
    plan = read(MERGED)
    assert [section.title for section in plan.sections] == ["抓好渡口管理", "方便群众出行"]
    assert [r.section for r in plan.requirements] == ["s1", "s1", "s1", "s2"]


def test_rules_that_part_a_heading_in_two_are_followed(read):
    plan = read(SPREAD)
    assert [
        (r.number, r.text, [(a.role.value, a.unit) for a in plan.assignments(r)])
        for r in plan.requirements
    ] == [
        ("1", "修缮渡口", [("lead", "县港航局"), ("support", "县财政局")]),
        ("2", "培训船员", [("lead", "县人社局"), ("support", "县应急局")]),
    ]


def test_a_title_in_a_drawn_cell_begins_no_other_plan(document_of):
    text = PLAIN.replace("修缮全县渡│", "印发分工方│").replace("│口。 │", "│案 │")
    assert len(read_document(document_of(text))) == 1


def test_rules_of_plus_and_minus_draw_a_table_too(read):
    text = """云泽县渡口任务分工表
+----+----------+----------+
| 序号 | 工作任务 | 责任单位 |
+====+==========+==========+
| 1 | 修缮渡口， | 县港航局、 |
|  | 更换标识。 | 县财政局 |
+----+----------+----------+
| 2 | 培训船员。 | 县人社局 |
+----+----------+----------+
"""
    assert told_by(read(text)) == [
        ("1", "修缮渡口，更换标识。", ["县港航局", "县财政局"], []),
        ("2", "培训船员。", ["县人社局"], []),
    ]
    whole = text.replace("|  | 更换标识。 | 县财政局 |", "| 3 | 更换标识。 | 县财政局 |")
    lines = whole.split("\n")
    plain = "\n".join(lines[:6] + lines[7:])
    assert [one[0] for one in told_by(read(plain))] == ["1", "3", "2"]


def test_numbers_that_count_on_begin_rows_without_rules_between_them(read):
    lines = PLAIN.split("\n")
    assert told_by(read("\n".join(lines[:6] + lines[7:]))) == told_by(read(PLAIN))
