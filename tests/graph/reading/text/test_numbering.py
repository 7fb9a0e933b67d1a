"""Printed numbers at the start of a paragraph."""

import pytest

from dutygraph.graph.reading.text.numbering import printed_number
from dutygraph.graph.reading.text.numerals import number


@pytest.mark.parametrize(
    ("text", "printed", "rest"),
    [
        ("一、坚持", "一", "坚持"),
        ("（二十七）标题", "（二十七）", "标题"),
        ("（ 三 ）标题", "（三）", "标题"),
        ("12.公示", "12", "公示"),
        ("1. 公示", "1", "公示"),
        ("3、公示", "3", "公示"),
        ("（1）公示", "（1）", "公示"),
        ("①公示", "①", "公示"),
        ("第三条 标题", "第三条", "标题"),
        ("第一章 总则", "第一章", "总则"),
        ("●公示", "", "公示"),
        ("1.1 公示", "1.1", "公示"),
        ("1.1、公示", "1.1", "公示"),
        ("1.1.公示", "1.1", "公示"),
        ("1.1.2公示", "1.1.2", "公示"),
        ("1-1 公示", "1-1", "公示"),
        ("⒈公示", "1", "公示"),
        ("⑵公示", "（2）", "公示"),
        ("㈢公示", "（三）", "公示"),
        ("第一件：公示", "第一件", "公示"),
        ("第2件实事：公示", "第2件实事", "公示"),
        ("任务1：公示", "任务1", "公示"),
        ("任务一、公示", "任务一", "公示"),
        ("〔任务一〕公示", "任务一", "公示"),
    ],
)
def test_numbers_are_read_as_printed(text, printed, rest):
    found = printed_number(text)
    assert found is not None
    assert (found.number, text[found.end :]) == (printed, rest)


@pytest.mark.parametrize(
    "text",
    [
        *("12.5亿元投资", "2024年工作", "十九届六中全会", "三是加强", "公示", "", "第一书记驻村"),
        *("1.5 亿元投资", "1.5公里道路", "12.5个百分点", "2024.12.31前完成", "24.12.31前完成"),
        *("任务一览表", "项目1个", "第一件大事要办好", "工程一、二标段验收", "1-9月推进情况"),
    ],
)
def test_other_beginnings_are_no_numbers(text):
    assert printed_number(text) is None


def test_levels_stand_in_the_order_of_official_papers():
    levels = [
        printed_number(f"{mark}甲").level
        for mark in ("第一章 ", "一、", "（一）", "任务一：", "1.", "1.1 ", "1.1.1 ", "（1）", "①")
    ]
    assert levels == sorted(levels)
    assert len(set(levels)) == len(levels)


@pytest.mark.parametrize(
    ("mark", "value"),
    [("第十二条 ", 12), ("（3）", 3), ("⑷", 4), ("任务二：", 2), ("1.12 ", 12), ("①", None)],
)
def test_the_value_of_a_number_is_that_of_its_last_part(mark, value):
    assert printed_number(f"{mark}甲").value == value


def numbers_of(plan):
    headings = {section.id: section.title for section in plan.sections}
    return [(r.number, r.text, headings.get(r.section)) for r in plan.requirements]


@pytest.mark.parametrize("joint", [".", "-"])
def test_numbers_of_two_parts_are_one_number_each_below_the_whole_ones(read, joint):
    plan = read(
        "1.水上交通\n"
        f"1{joint}1修缮渡口。（县港航局）\n1{joint}2 更新渡船。（县交通局）\n"
        f"2.绿化\n2{joint}1种植护岸林。（县林业局）\n"
    )
    assert numbers_of(plan) == [
        (f"1{joint}1", "修缮渡口。", "1.水上交通"),
        (f"1{joint}2", "更新渡船。", "1.水上交通"),
        (f"2{joint}1", "种植护岸林。", "2.绿化"),
    ]


def test_numbers_of_two_parts_stand_alone_where_they_go_on(read):
    plan = read("1.1修缮渡口。（县港航局）\n1.2更新渡船。（县交通局）\n2.1巡航。（县海事处）\n")
    assert [number for number, _, _ in numbers_of(plan)] == ["1.1", "1.2", "2.1"]


def test_a_decimal_that_follows_no_such_number_stays_in_the_text(read):
    plan = read("1.5G基站建设。（县工信局）\n2.5G工厂建设。（县工信局）\n3.巡航。（县海事处）\n")
    assert [number for number, _, _ in numbers_of(plan)] == ["1", "2", "3"]


@pytest.mark.parametrize("form", ["任务{}：", "【任务{}】", "第{}件：", "项目{}、"])
def test_items_may_be_numbered_behind_a_word(read, form):
    marks = [form.format("一"), form.format("二")]
    plan = read(
        f"{marks[0]}修缮渡口。（责任单位：县港航局）\n{marks[1]}巡航。（责任单位：县海事处）\n"
    )
    assert [(n, text) for n, text, _ in numbers_of(plan)] == [
        (marks[0].strip("【】：、"), "修缮渡口。"),
        (marks[1].strip("【】：、"), "巡航。"),
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [("十", 10), ("十二", 12), ("二十七", 27), ("一百零五", 105), ("两", 2), ("9", 9)],
)
def test_numerals(written, value):
    assert number(written) == value
