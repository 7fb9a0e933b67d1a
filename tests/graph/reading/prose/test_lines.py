"""Lines that a page broke or a crawl marked, read as the paragraphs that they were."""

import pytest


def told(plan):
    return [
        (r.number, [(a.role.value, a.unit) for a in plan.assignments(r)]) for r in plan.requirements
    ]


@pytest.mark.parametrize(
    "text",
    [
        "（二）修缮渡口。更换标\n识。〔县港航\n局、县财政局按职责分工负责，各镇落实〕\n（三）培训。〔县人社局〕",
        "（二）修缮渡口。（县港航局、\n县财政局按职责分工负责，各镇落实）\n（三）培训。（县人社局负责）",
        "（二）修缮渡口。（县港航局、县财政\n局按职责分工负责，各镇\n落实）\n（三）培训。（县人社局负责）",
        "（二）修缮渡口。（\n县港航局、县财政局按职责分工负责，各镇落实\n）\n（三）培训。（县人社局负责）",
    ],
)
def test_a_bracket_broken_over_lines_is_one_assignment(read, text):
    assert told(read(text)) == [
        (
            "（二）",
            [
                ("responsible", "县港航局"),
                ("responsible", "县财政局"),
                ("responsible", "各镇"),
            ],
        ),
        ("（三）", [("responsible", "县人社局")]),
    ]


def test_a_bracket_that_nothing_closes_ends_with_its_line(read):
    plan = read("1.修缮渡口。（责任单位：县港航局\n2.培训。（责任单位：县人社局）")
    assert told(plan) == [
        ("1", [("responsible", "县港航局")]),
        ("2", [("responsible", "县人社局")]),
    ]


def test_a_labelled_list_may_be_broken_inside_a_name_or_behind_a_mark(read):
    plan = read(
        "一、修缮渡口\n责任单位：县自然资\n源局、县港航局、\n县财政局\n二、培训\n责任单位：县人社局"
    )
    assert told(plan) == [
        (
            "一",
            [
                ("responsible", "县自然资源局"),
                ("responsible", "县港航局"),
                ("responsible", "县财政局"),
            ],
        ),
        ("二", [("responsible", "县人社局")]),
    ]


@pytest.mark.parametrize("sign", ["??", "※", "■", "？", "● "])
def test_signs_before_a_number_are_no_part_of_it(read, sign):
    items = ("一、渡口", "1.修缮渡口。（县港航局负责）", "2.培训。（县人社局负责）")
    plan = read("\n".join(sign + item for item in items))
    assert told(plan) == [
        ("1", [("responsible", "县港航局")]),
        ("2", [("responsible", "县人社局")]),
    ]
    assert [section.title for section in plan.sections] == ["一、渡口"]


@pytest.mark.parametrize(
    ("items", "numbers"),
    [
        (("1.修缮渡口。", "2.5G基站建设。", "3.12345热线。"), ["1", "2", "3"]),
        (("1.5年内引进人才。", "2.100项工程。"), ["1", "2"]),
        (("10.设立岗位。", "11.121人才项目。"), ["10", "11"]),
    ],
)
def test_a_number_right_before_a_digit_goes_on_in_its_sequence(read, items, numbers):
    plan = read("一、渡口\n" + "\n".join(f"{item}（县港航局负责）" for item in items))
    assert [r.number for r in plan.requirements] == numbers
    assert all(r.section == "s1" for r in plan.requirements)


def test_a_decimal_at_the_start_of_a_line_is_no_number(read):
    plan = read("1.新建码头。投资\n2.5亿元修缮渡口。（县港航局负责）\n3.培训。（县人社局负责）")
    assert [r.number for r in plan.requirements][-1] == "3"


@pytest.mark.parametrize(
    "foot",
    [
        "主办：云泽县数据局　网站标识码：3300000000　浙公网安备",
        "承办单位：云泽县港航局 ICP备1234号",
        "主办：云泽县数据局",
    ],
)
def test_who_keeps_the_site_stands_at_its_foot_and_owns_nothing(read, foot):
    plan = read(
        "云泽县渡口方案\n一、任务\n1.修缮渡口。（责任单位：县港航局）\n二、要求\n（一）加强领导。各镇要重视。\n"
        f"（二）强化督查。\n云泽县交通运输局\n2026年3月8日\n{foot}"
    )
    assert told(plan) == [("1", [("responsible", "县港航局")])]
    assert (plan.issuer, plan.date) == ("云泽县交通运输局", "2026-03-08")


def test_a_host_among_the_items_is_their_own(read):
    plan = read("1.修缮渡口。\n主办：县港航局\n协办：县财政局\n2.培训。\n主办：县人社局")
    assert told(plan)[1] == ("2", [("lead", "县人社局")])
