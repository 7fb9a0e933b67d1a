"""Sentences of running text that only say who does what."""

import pytest

from dutygraph.graph.reading.marks.sentences import is_assignment


def told_by(plan):
    return [
        (r.number, r.part, r.text, [(a.role.value, a.unit) for a in plan.assignments(r)])
        for r in plan.requirements
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "县卫健局牵头，县医保局、县财政局配合，12月底前完成。",
        "由县发改局牵头负责，县自然资源局等部门配合。",
        "县应急局、县消防大队分别牵头。",
        "甲局负责，乙局协助。",
        "县司法局（县普法办）牵头，各乡镇、街道参与。",
        "财政局牵头，发改、人社配合。",
        "此项工作由县发展和改革局牵头负责。",
        "各镇人民政府、街道办事处负责。",
        "市发展改革委会同市财政局负责。",
    ],
)
def test_names_with_verbs_of_roles_are_an_assignment(sentence):
    assert is_assignment(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "鼓励企业牵头。",
        "各牵头单位要加强协调。",
        "支持行业协会牵头制定标准。",
        "支持行业协会牵头。",
        "鼓励县属医院牵头，社区参与。",
        "党委领导、政府负责、社会协同、公众参与。",
        "政府牵头，部门配合。",
        "行业协会牵头，龙头企业参与。",
        "居委会、业委会、物业公司参与。",
        "要求县财政局配合。",
        "邀请县人大代表参与。",
        "各责任单位分别负责。",
        "有关部门配合。",
        "县工信局牵头推进技改。",
        "县政府主要领导牵头。",
        "建立由县教育局牵头的机制。",
        "县卫健局负责统筹协调。",
        "开展安全检查，县应急局负责。",
        "县工信局牵头，年内完成改造50家。",
        "县发改局、县工信局。",
        "12月底前完成。",
        "承办单位要做好归档。",
        "由承办单位向县政府提出。",
    ],
)
def test_running_text_is_no_assignment(sentence):
    assert not is_assignment(sentence)


def test_a_document_with_sentences_only_reads_every_item(read):
    plan = read(
        "清河县2024年工作分工\n一、工业\n"
        "（一）推进技改项目。县工信局牵头，县财政局配合，12月底前完成。\n"
        "（二）开展安全检查。县应急局、县消防大队分别牵头。\n"
        "（三）推进园区建设。由县发改局牵头负责，县自然资源局等部门配合。"
    )
    assert told_by(plan) == [
        ("（一）", None, "推进技改项目。", [("lead", "县工信局"), ("support", "县财政局")]),
        ("（二）", None, "开展安全检查。", [("lead", "县应急局"), ("lead", "县消防大队")]),
        ("（三）", None, "推进园区建设。", [("lead", "县发改局"), ("support", "县自然资源局")]),
    ]
    assert [[t.raw for t in r.timing] for r in plan.requirements] == [["12月底前完成"], [], []]
    assert [row.open for row in plan.rows] == [False, False, True]
    assert {a.basis.value for row in plan.rows for a in row.assignments} == {"inline-marker"}


def test_sentences_stand_beside_brackets_of_other_items(read):
    plan = read(
        "一、工业\n（一）推进技改。（责任单位：县工信局）\n"
        "（二）建设医共体。县卫健局牵头。县医保局配合。2024年底前完成。"
    )
    assert told_by(plan)[1] == (
        "（二）",
        None,
        "建设医共体。",
        [("lead", "县卫健局"), ("support", "县医保局")],
    )
    assert [t.date for t in plan.requirements[1].timing] == ["2024"]


def test_words_behind_a_sentence_stay_with_its_task(read):
    plan = read(
        "一、工业\n（一）推进技改。县工信局牵头。年内完成改造50家。\n（二）修路。县交通局负责。"
    )
    assert told_by(plan)[0][2] == "推进技改。\n年内完成改造50家。"
    assert len(plan.requirements) == 2


def codes(plan):
    return [doubt.code for doubt in plan.doubts]


def test_a_sentence_and_a_bracket_are_both_read_and_said(read):
    plan = read(
        "一、工业\n（一）推进技改。县工信局牵头，县财政局配合，12月底前完成。（县工信局、县商务局负责）\n"
        "（二）修路。（县交通局负责）"
    )
    assert told_by(plan)[0][3] == [
        ("lead", "县工信局"),
        ("support", "县财政局"),
        ("support", "县商务局"),
    ]
    (doubt,) = plan.doubts
    assert (doubt.code, dict(doubt.values)) == ("reading.stated-twice", {"numbers": "（一）"})


def test_a_lead_in_the_bracket_wins_over_responsible_in_the_sentence(read):
    plan = read("一、工业\n（一）推进技改。县工信局负责，县财政局协助。（县工信局牵头）")
    assert told_by(plan)[0][3] == [("support", "县财政局"), ("lead", "县工信局")]


def test_an_item_without_units_beside_assigned_ones_is_told(read):
    plan = read(
        "一、工业\n（一）推进技改。（责任单位：县工信局）\n（二）监督检查各项任务落实情况。\n"
        "（三）推进园区建设。（责任单位：县发改局）"
    )
    assert [r.number for r in plan.requirements] == ["（一）", "（三）"]
    (doubt,) = plan.doubts
    assert doubt.code == "reading.unassigned-item"
    assert dict(doubt.values) == {"number": "（二）", "words": "监督检查各项任务落实情况。"}
    assert doubt.span.line == 3


@pytest.mark.parametrize(
    "text",
    [
        # No sibling names a unit.
        "一、总体要求\n（一）坚持统一领导。\n（二）坚持分工协作。\n二、任务\n（一）修路。（县交通局负责）",
        # Its own points name them.
        "一、任务\n（一）修路。（县交通局负责）\n（二）建桥。\n1.造桥墩。（县水利局负责）",
        # The assignment in the heading covers its points.
        "一、任务\n（一）修路（县交通局负责）\n1.选线。\n2.施工。\n（二）建桥。（县水利局负责）",
        # A heading of the frame beside headings with units.
        "一、总体要求。统一领导。\n二、修路。（县交通局负责）\n三、建桥。（县水利局负责）",
    ],
)
def test_an_item_that_need_not_name_units_is_not_told(read, text):
    assert "reading.unassigned-item" not in codes(read(text))


@pytest.mark.parametrize(
    "closing", ["于2026年9月底前完成", "并于9月底前完成", "确保9月底前完成", "力争在9月底前办结"]
)
def test_the_time_that_closes_a_sentence_of_units_may_have_words_before_it(read, closing):
    plan = read(
        f"1.清理资金。由县财政局牵头，县审计局参与，{closing}。\n2.修缮渡口。（责任单位：县港航局）"
    )
    first = plan.requirements[0]
    units = [(a.role.value, a.unit) for a in plan.assignments(first)]
    assert units == [("lead", "县财政局"), ("support", "县审计局")]
    assert len(first.timing) == 1


def test_a_place_whose_name_begins_like_such_words_stays_a_unit(read):
    plan = read("1.清理资金。（责任单位：于都县财政局、在平县审计局，争取局）")
    units = [a.unit for a in plan.assignments(plan.requirements[0])]
    assert units == ["于都县财政局", "在平县审计局", "争取局"]
