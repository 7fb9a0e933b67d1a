"""Spans of days that depend on what day it is, in Chinese and English."""

from datetime import date

import pytest

from dutygraph.graph.asking.relative import relative_limits
from dutygraph.graph.asking.segments import segmented

FRIDAY = date(2024, 11, 15)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("今天到期的", "2024-11-15", "2024-11-15"),
        ("明天要交的材料", "2024-11-16", "2024-11-16"),
        ("本周要办的", "2024-11-11", "2024-11-17"),
        ("下周到期", "2024-11-18", "2024-11-24"),
        ("本月要完成的任务", "2024-11-01", "2024-11-30"),
        ("下个月的任务", "2024-12-01", "2024-12-31"),
        ("上个月到期的", "2024-10-01", "2024-10-31"),
        ("本季度", "2024-10-01", "2024-12-31"),
        ("下季度要报什么", "2025-01-01", "2025-03-31"),
        ("上季度", "2024-07-01", "2024-09-30"),
        ("30天内到期", "2024-11-15", "2024-12-15"),
        ("接下来两周", "2024-11-15", "2024-11-29"),
        ("due this month", "2024-11-01", "2024-11-30"),
        ("due next quarter", "2025-01-01", "2025-03-31"),
        ("due within the next 10 days", "2024-11-15", "2024-11-25"),
    ],
)
def test_a_span_is_counted_from_today(words: str, first: str, last: str) -> None:
    assert [limit[:2] for limit in relative_limits(words, FRIDAY)] == [(first, last)]


@pytest.mark.parametrize("words", ["每月", "三个月一次", "9月底前", "nextmonth", "30天"])
def test_other_words_are_no_span(words: str) -> None:
    assert list(relative_limits(words, FRIDAY)) == []


def test_words_are_cut_so_that_least_is_left() -> None:
    known = {"没", "写", "没写完", "时限", "完成时限", "谁"}
    words = "谁没写完成时限"
    assert [words[a:b] for a, b in segmented(words, known)] == ["谁", "没", "写", "完成时限"]
    assert list(segmented("", known)) == []
    assert list(segmented("无关的话", frozenset())) == []
