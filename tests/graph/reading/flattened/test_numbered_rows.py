"""Rows of one cell a line: they begin at numbers, and are not cut in two by further lines."""

import pytest

TITLE = "云泽县2026年渡口安全任务分工表\n"
HEAD = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"]
FIRST = ["1", "修缮渡口。", "县港航局", "县财政局", "县住建局", "各镇", "6月底"]
SECOND = ["2", "培训船员。", "县人社局", "县总工会", "8月底"]


def told_by(plan):
    return [
        (
            r.number,
            r.text,
            [f"{a.role.value} {a.unit}" for a in plan.assignments(r)],
            [t.raw for t in r.timing],
        )
        for r in plan.requirements
    ]


def test_further_lines_of_units_are_of_those_who_support_and_it_is_said(read):
    plan = read(TITLE + "\n".join([*HEAD, *FIRST, *SECOND]))
    support = [f"support {unit}" for unit in FIRST[3:6]]
    assert told_by(plan) == [
        ("1", "修缮渡口。", ["lead 县港航局", *support], ["6月底"]),
        ("2", "培训船员。", ["lead 县人社局", "support 县总工会"], ["8月底"]),
    ]
    said = [dict(d.values) for d in plan.doubts if d.code == "reading.unit-column"]
    assert said == [{"numbers": "1"}]


def test_a_mark_at_the_end_of_a_line_leaves_no_doubt(read):
    first = [*FIRST[:3], "县财政局、", "县住建局、", *FIRST[5:]]
    plan = read(TITLE + "\n".join([*HEAD, *first, *SECOND]))
    assert told_by(plan)[0][2] == ["lead 县港航局", *(f"support {u}" for u in FIRST[3:6])]
    assert not [d for d in plan.doubts if d.code == "reading.unit-column"]


def test_a_heading_between_numbered_rows_stands_over_those_below(read):
    rows = [["1", "修缮渡口。", "县港航局", "县财政局", "6月底"], SECOND, ["3", *SECOND[1:]]]
    cells = [*HEAD, *rows[0], *rows[1], "二、船员培训", *rows[2]]
    plan = read(TITLE + "\n".join(cells))
    assert [r.section for r in plan.requirements] == [None, None, "s1"]
    assert [one[3] for one in told_by(plan)] == [["6月底"], ["8月底"], ["8月底"]]


@pytest.mark.parametrize("mark", ["\n", " | ", "\n|\n"])
@pytest.mark.parametrize("numbers", [["1.1", "1.2", "2.1"], ["1-1", "1-2", "2-1"]])
def test_numbers_may_stand_below_others(read, mark, numbers):
    rows = [[number, "修缮渡口", "县港航局", "县财政局", "6月底"] for number in numbers]
    text = "\n".join(mark.join(row) for row in [HEAD, *rows])
    if "\n|" in mark:
        text = mark.join(cell for row in [HEAD, *rows] for cell in row)
    assert [one[:2] for one in told_by(read(TITLE + text))] == [(n, "修缮渡口") for n in numbers]


@pytest.mark.parametrize("lines", [1, 2, 3, 4])
@pytest.mark.parametrize("timed", [True, False])
def test_rows_without_numbers_take_further_lines_of_units_as_well(read, lines, timed):
    support = ["县财政局", "县住建局", "各镇", "县公安局"][:lines]
    rows = [["修缮渡口。", "县港航局", *support, "6月底"], SECOND[1:]]
    cells = [cell for row in [HEAD[1:], *rows] for cell in (row if timed else row[:-1])]
    plan = read(TITLE + "\n".join(cells))
    assert told_by(plan)[0][2] == ["lead 县港航局", *(f"support {unit}" for unit in support)]
    assert told_by(plan)[1][2] == ["lead 县人社局", "support 县总工会"]
    assert any(d.code == "reading.unit-column" for d in plan.doubts) == (lines > 1)


SECTIONED = ["序号", "重点任务", "具体举措", "牵头单位", "配合单位", "完成时限"]
TOPMOST = ["1", "渡口整治", "修缮渡口。", "县港航局", "县财政局", "6月底前"]
NEXT = ["3", "船员管理", "建立台账。", "县人社局", "县总工会", "9月底前"]


def sectioned(read, row, mark, head=SECTIONED, top=TOPMOST, last=NEXT):
    return read(TITLE + "\n".join(mark.join(one) for one in [head, top, row, last]) + "\n")


@pytest.mark.parametrize("mark", ["\n", "\n|\n"])
def test_a_merged_section_and_two_lines_of_units_do_not_shift_a_row(read, mark):
    row = ["2", "更换标识。", "县港航局", "县财政局\n县应急局", "7月底前"]
    plan = sectioned(read, row, mark)
    assert told_by(plan)[1] == (
        "2",
        "更换标识。",
        ["lead 县港航局", "support 县财政局", "support 县应急局"],
        ["7月底前"],
    )
    assert [r.section for r in plan.requirements] == ["s1", "s1", "s2"]


@pytest.mark.parametrize("mark", ["\n", "\n|\n"])
def test_nor_do_they_beside_a_person(read, mark):
    head, top, last = (
        [*one[:3], who, *one[3:]]
        for one, who in [(SECTIONED, "责任领导"), (TOPMOST, "周海涛"), (NEXT, "何文斌")]
    )
    row = ["2", "更换标识。", "周海涛", "县港航局", "县财政局\n各乡镇", "7月底前"]
    told = told_by(sectioned(read, row, mark, head, top, last))
    assert told[1][2] == ["supervise 周海涛", "lead 县港航局", "support 县财政局", "support 各乡镇"]


@pytest.mark.parametrize("mark", ["\n", "\n|\n"])
@pytest.mark.parametrize(
    "text",
    [
        "每月通报渡口检查情况。",
        "每季度召开会议。",
        "6月底前完成救生衣更换和标线施划。",
        "每半年开展一次应急演练。",
        "每半年组织一次执法案卷评查。",
    ],
)
def test_a_sentence_that_opens_with_a_time_is_the_text_of_its_row(read, mark, text):
    row = ["2", text, "县港航局", "县公安局", "7月底前"]
    plan = sectioned(read, row, mark)
    number, told, units, _ = told_by(plan)[1]
    assert (number, told, units) == ("2", text, ["lead 县港航局", "support 县公安局"])
    assert told_by(plan)[0][2] == ["lead 县港航局", "support 县财政局"]
    assert [r.section for r in plan.requirements] == ["s1", "s1", "s2"]


@pytest.mark.parametrize("mark", ["\n", "\n|\n"])
def test_a_department_is_no_person_though_its_name_could_be_two(read, mark):
    named = [(SECTIONED, "责任领导"), (TOPMOST, "周海涛"), (NEXT, "何文斌")]
    head, top, last = ([*one[:3], who, *one[3:]] for one, who in named)
    row = ["2", "更换标识。", "周海涛", "企业管理部", "人力资源部\n各子公司", "7月底前"]
    told = told_by(sectioned(read, row, mark, head, top, last))[1]
    units = ["lead 企业管理部", "support 人力资源部", "support 各子公司"]
    assert told[1:3] == ("更换标识。", ["supervise 周海涛", *units])


def test_a_field_right_before_the_next_number_is_a_section_and_no_unit(read):
    head = ["重点方向", "序号", "重点工作", "牵头单位", "责任单位"]
    rows = [
        ["民生保障", "1", "改造危旧渡口。", "县港航局", "县财政局、县住建局"],
        ["2", "为渡工参保。", "县人社局", "县财政局"],
        ["生态环境", "3", "清理航道。", "县港航局", "各镇"],
    ]
    plan = read(TITLE + "\n".join("\n".join(row) for row in [head, *rows]))
    assert [section.title for section in plan.sections] == ["民生保障", "生态环境"]
    assert told_by(plan)[1][2] == ["lead 县人社局", "support 县财政局"]


def test_headings_broken_over_lines_are_one_though_both_halves_are_known(read):
    head = ["序号", "工作任务", "责任", "领导", "牵头单位", "一季度", "完成情况"]
    rows = [
        ["1", "修缮渡口。", "陆大明", "县港航局", "已开工"],
        ["2", "培训船员。", "俞悦", "县人社局", "已完成"],
    ]
    plan = read(TITLE + "\n".join(cell for row in [head, *rows] for cell in row))
    assert told_by(plan)[1][2] == ["supervise 俞悦", "lead 县人社局"]
    assert [r.remark for r in plan.requirements] == ["已开工", "已完成"]


@pytest.mark.parametrize(
    "below", ["", "注：各单位每月报送进展。\n", "云泽县人民政府办公室\n2026年3月1日\n"]
)
def test_the_last_row_is_kept_though_merged_cells_left_out_its_units(read, below):
    head = ["完成时限", "序号", "重点任务", "工作要求", "牵头单位", "配合单位"]
    rows = [
        ["6月底前", "1", "渡口整治", "修缮渡口。", "县港航局", "县财政局"],
        ["持续推进", "2", "船员管理", "培训船员300人。", "县人社局", "各镇"],
        ["3", "台账管理", "台账完整率达到98%。"],
    ]
    plan = read(TITLE + "\n".join(cell for row in [head, *rows] for cell in row) + "\n" + below)
    assert [(r.number, r.text) for r in plan.requirements][2] == ("3", "台账完整率达到98%。")
    assert [len(plan.assignments(r)) for r in plan.requirements][:2] == [2, 2]


@pytest.mark.parametrize("mark", ["\n", "\n|\n"])
def test_a_unit_among_sections_shows_that_a_row_is_shifted(read, mark):
    order = [0, 1, 3, 4, 5, 2]
    head, top, last = ([one[at] for at in order] for one in (SECTIONED, TOPMOST, NEXT))
    row = ["2", "渡口管理科", "县海事中心\n县救助中心", "7月底前", "更换标识。"]
    told = told_by(sectioned(read, row, mark, head, top, last))
    units = ["lead 渡口管理科", "support 县海事中心", "support 县救助中心"]
    assert told[1] == ("2", "更换标识。", units, ["7月底前"])


@pytest.mark.parametrize(
    "task", ["组建渡口投资运营公司", "成立船员培训中心", "设立渡口管理局", "做强渡口运输集团"]
)
@pytest.mark.parametrize("mark", ["\n", "\n|\n"])
def test_a_unit_that_is_to_be_set_up_is_a_task_and_no_unit(read, mark, task):
    rows = [
        ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
        ["1", "修缮渡口", "县港航局", "县财政局", "8月底前"],
        ["2", task, "县国资委", "县财政局、县发改委", "9月底前"],
        ["3", "更换标识", "县应急局", "县公安局", "10月底前"],
    ]
    plan = read("云泽县2026年渡口任务分工表\n" + mark.join(cell for row in rows for cell in row))
    assert [(r.text, [a.unit for a in plan.assignments(r)]) for r in plan.requirements] == [
        (text, [lead, *support.split("、")]) for _, text, lead, support, _ in rows[1:]
    ]


@pytest.mark.parametrize("heading", ["工作组", "组别", "專班名稱"])
@pytest.mark.parametrize("mark", ["\n", "\n|\n", " |\n"])
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 3, 1, 2)])
def test_a_group_below_a_heading_of_groups_is_a_section_and_no_unit(read, heading, mark, order):
    rows = [
        [heading, "牵头单位", "成员单位", "主要职责"],
        ["综合协调组", "县应急局", "县政府办公室、县气象局", "汇总汛情，组织会商。"],
        ["抢险排涝专班", "县住建局", "县城管局、县水务局", "调度设备，疏通管网。"],
        ["交通管控组", "县公安局", "县港航局", "封闭渡口。"],
    ]
    cells = [row[at] for row in rows for at in order]
    plan = read("云泽县2026年防汛任务分工表\n" + mark.join(cells) + mark)
    assert [section.title for section in plan.sections] == [row[0] for row in rows[1:]]
    assert [(r.text, [a.unit for a in plan.assignments(r)]) for r in plan.requirements] == [
        (text, [lead, *support.split("、")]) for _, lead, support, text in rows[1:]
    ]


@pytest.mark.parametrize("code", ["AQ-0", "A"])
@pytest.mark.parametrize("mark", ["\n", "\n|\n", "\n\n", " |\n"])
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (0, 2, 1, 3)])
def test_numbers_with_letters_are_numbers_below_their_heading(read, code, mark, order):
    rows = [
        ["序号", "工作任务", "责任单位", "完成时限"],
        [f"{code}1", "修缮渡口。", "县港航局", "8月底前"],
        [f"{code}2", "培训船员。", "县人社局", "9月底前"],
        [f"{code}3", "更换标识。", "县应急局", "10月底前"],
    ]
    cells = [row[at] for row in rows for at in order]
    plan = read(TITLE + mark.join(cells) + mark)
    assert told_by(plan) == [
        (number, text, [f"responsible {unit}"], [time]) for number, text, unit, time in rows[1:]
    ]
