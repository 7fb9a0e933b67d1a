"""Headings that say whose work stands below them: 一、县教育局牵头工作（2项）."""

import pytest

TITLE = "云泽县2026年政府工作任务清单\n"


def told(plan):
    letters = {"lead": "L", "support": "S", "responsible": "R", "supervise": "V"}
    return [
        (r.number, " ".join(letters[a.role.value] + a.unit for a in plan.assignments(r)))
        for r in plan.requirements
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一、县港航局牵头工作（2项）", "二、县财政局、县审计局牵头工作（1项）"),
        ("（一）由县港航局牵头的任务", "（二）由县财政局、县审计局牵头的任务"),
        ("一、县港航局牵头落实的工作：", "二、县财政局、县审计局牵头落实的工作："),
    ],
)
def test_items_have_the_units_of_the_heading_beside_their_own(read, first, second):
    plan = read(
        f"{TITLE}{first}\n1.修缮渡口，9月底前完成。\n2.更换缆绳。（配合单位：县应急局）\n"
        f"{second}\n3.清理欠款。\n责任领导：陶亮\n"
    )
    assert told(plan) == [
        ("1", "L县港航局"),
        ("2", "L县港航局 S县应急局"),
        ("3", "L县财政局 L县审计局 V陶亮"),
    ]
    assert [timing.date for timing in plan.requirements[0].timing] == ["2026-09"]


def test_the_verb_tells_the_role(read):
    plan = read(f"{TITLE}一、县港航局负责的事项\n1.修缮渡口。\n二、县财政局承办的事项\n2.拨款。\n")
    assert told(plan) == [("1", "R县港航局"), ("2", "R县财政局")]


def test_other_headings_of_the_level_leave_them_alone(read):
    plan = read(
        f"{TITLE}一、县港航局牵头工作\n1.修缮渡口。（县应急局负责）\n"
        "二、加强保障\n2.落实经费。（县财政局负责）\n"
    )
    assert told(plan)[-2:] == [("1", "R县应急局"), ("2", "R县财政局")]
