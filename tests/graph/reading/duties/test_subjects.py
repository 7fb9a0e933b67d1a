"""Paragraphs that begin with the units that act."""


def told(plan):
    return [
        (r.number, r.text, [(a.role.value, a.unit) for a in plan.assignments(r)])
        for r in plan.requirements
    ]


def test_items_may_begin_with_their_units(read):
    plan = read(
        "二、职责分工\n（一）县港航局：负责修缮渡口，6月底前完成。\n（二）县财政局、县审计局：负责资金保障。"
    )
    assert told(plan) == [
        ("（一）", "负责修缮渡口，6月底前完成。", [("responsible", "县港航局")]),
        (
            "（二）",
            "负责资金保障。",
            [("responsible", "县财政局"), ("responsible", "县审计局")],
        ),
    ]


def test_paragraphs_may_begin_with_their_units_and_verbs(read):
    plan = read("职责分工：\n县港航局牵头制定方案。\n县财政局负责资金保障。\n各镇配合做好宣传。")
    assert told(plan) == [
        ("", "县港航局牵头制定方案。", [("lead", "县港航局")]),
        ("", "县财政局负责资金保障。", [("responsible", "县财政局")]),
        ("", "各镇配合做好宣传。", [("support", "各镇")]),
    ]


def test_a_document_with_other_assignments_keeps_such_paragraphs_as_text(read):
    plan = read(
        "一、机制\n县港航局负责统筹协调。\n县财政局负责资金保障。\n二、任务\n1.修缮渡口。（县港航局负责）"
    )
    assert [r.number for r in plan.requirements] == ["1"]


def test_one_such_paragraph_alone_is_running_text(read):
    plan = read("通知如下：\n县港航局负责统筹协调。\n请各镇抓好落实。\n特此通知。")
    assert plan.requirements == ()


def test_clauses_of_one_paragraph_may_each_begin_with_their_units(read):
    plan = read(
        "职责分工如下。\n县公安局负责学校治安；县教育局牵头校内管理，健全制度；县财政局负责资金保障。"
    )
    assert told(plan) == [
        ("", "县公安局负责学校治安；", [("responsible", "县公安局")]),
        ("", "县教育局牵头校内管理，健全制度；", [("lead", "县教育局")]),
        ("", "县财政局负责资金保障。", [("responsible", "县财政局")]),
    ]
