"""Assignments that are clauses of a sentence of the task itself."""

import pytest


def told_by(plan):
    return [
        (r.number, r.text, [(a.role.value, a.unit) for a in plan.assignments(r)])
        for r in plan.requirements
    ]


BESIDE = "1.修缮渡口。（责任单位：县港航局）\n"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "清理收费，由县财政局、县审计局负责。",
            [("responsible", "县财政局"), ("responsible", "县审计局")],
        ),
        (
            "由县农业局负责，县环保局配合，推进基地建设。",
            [("lead", "县农业局"), ("support", "县环保局")],
        ),
        (
            "由县农业局承办，县供销社协办，推进基地建设。",
            [("lead", "县农业局"), ("support", "县供销社")],
        ),
        (
            "县工商局牵头，县商务局参加，推行准入制度。",
            [("lead", "县工商局"), ("support", "县商务局")],
        ),
        (
            "推行准入制度，县工商局牵头，县商务局参加。",
            [("lead", "县工商局"), ("support", "县商务局")],
        ),
        (
            "养老用品的政策，则由县工信局、县国资局负责。",
            [("responsible", "县工信局"), ("responsible", "县国资局")],
        ),
        (
            "由县财政局牵头，县民政局配合，推进基地建设，加强日常监督。",
            [("lead", "县财政局"), ("support", "县民政局")],
        ),
    ],
)
def test_clauses_say_who_acts_beside_items_with_brackets(read, sentence, told):
    plan = read(f"{BESIDE}2.{sentence}\n3.开展船检。（责任单位：县港航局）")
    assert told_by(plan)[1] == ("2", sentence, told)
    assert not plan.doubts


def test_each_sentence_with_such_a_clause_is_a_part(read):
    plan = read(
        f"{BESIDE}2.养老设施的政策，由县民政局、县财政局负责。养老用地的政策，由县国土局负责；"
        "老年教育的政策，由县教育局会同县文化局负责。"
    )
    assert [(text, units) for _, text, units in told_by(plan)[1:]] == [
        (
            "养老设施的政策，由县民政局、县财政局负责。",
            [("responsible", "县民政局"), ("responsible", "县财政局")],
        ),
        ("养老用地的政策，由县国土局负责；", [("responsible", "县国土局")]),
        (
            "老年教育的政策，由县教育局会同县文化局负责。",
            [("lead", "县教育局"), ("support", "县文化局")],
        ),
    ]
    assert [r.part for r in plan.requirements] == [None, 1, 2, 3]


def test_the_time_of_such_a_clause_is_told_once(read):
    plan = read(f"{BESIDE}2.推进试点工作，由县财政局于2026年3月底前完成。")
    assert told_by(plan)[1][2] == [("responsible", "县财政局")]
    assert [(t.raw, t.date) for t in plan.requirements[1].timing] == [("2026年3月底前", "2026-03")]


@pytest.mark.parametrize(
    "sentence",
    [
        "鼓励企业牵头，社区参与。",
        "建立由县教育局牵头的机制。",
        "推进政府负责，社会协同。",
        "各部门负责，推进准入。",
    ],
)
def test_running_words_beside_brackets_assign_nothing(read, sentence):
    plan = read(f"{BESIDE}2.{sentence}\n3.开展船检。（责任单位：县港航局）")
    assert [number for number, _, _ in told_by(plan)] == ["1", "3"]


def test_sentences_that_begin_with_who_leads_are_tasks_beside_such_clauses(read):
    plan = read(
        "提升渡口安全的工作，由县港航局牵头，于12月底前完成。主要内容包括：3月底前招标。\n"
        "县财政局、县税务局牵头实施减税政策，并在4月底前出台办法。\n"
        "强化就业的工作，由县人社局牵头，县教育局配合。"
    )
    assert [units for _, _, units in told_by(plan)] == [
        [("lead", "县港航局")],
        [("lead", "县财政局"), ("lead", "县税务局")],
        [("lead", "县人社局"), ("support", "县教育局")],
    ]
    assert [[t.raw for t in r.timing] for r in plan.requirements] == [
        ["12月底前", "3月底前"],
        ["4月底前"],
        [],
    ]
