"""Printed numbers at the start of a paragraph."""

import pytest

from dutygraph.graph.reading.numbering import printed_number
from dutygraph.graph.reading.numerals import number


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
    ],
)
def test_numbers_are_read_as_printed(text, printed, rest):
    found = printed_number(text)
    assert found is not None
    assert (found.number, text[found.end :]) == (printed, rest)


@pytest.mark.parametrize(
    "text", ["12.5亿元投资", "2024年工作", "十九届六中全会", "三是加强", "公示", "", "第一书记驻村"]
)
def test_other_beginnings_are_no_numbers(text):
    assert printed_number(text) is None


def test_levels_stand_in_the_order_of_official_papers():
    levels = [
        printed_number(f"{mark}甲").level
        for mark in ("第一章 ", "一、", "（一）", "1.", "（1）", "①")
    ]
    assert levels == sorted(levels)
    assert len(set(levels)) == len(levels)


@pytest.mark.parametrize(
    ("written", "value"),
    [("十", 10), ("十二", 12), ("二十七", 27), ("一百零五", 105), ("两", 2), ("9", 9)],
)
def test_numerals(written, value):
    assert number(written) == value
