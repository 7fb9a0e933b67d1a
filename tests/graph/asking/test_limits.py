"""Limits of time become days; a year that nobody says is not made up."""

import pytest

from dutygraph.graph.asking.limits import limits


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("九月底前", None, "2024-09-30"),
        ("十二月前", None, "2024-12-31"),
        ("2月份", "2024-02-01", "2024-02-29"),
        ("2023年2月", "2023-02-01", "2023-02-28"),
        ("9月15日前", None, "2024-09-15"),
        ("9月15日", "2024-09-15", "2024-09-15"),
        ("7月至9月", "2024-07-01", "2024-09-30"),
        ("2025年7月到9月", "2025-07-01", "2025-09-30"),
        ("第四季度", "2024-10-01", "2024-12-31"),
        ("下半年", "2024-07-01", "2024-12-31"),
        ("年底前", None, "2024-12-31"),
        ("10月以后", "2024-10-01", "2099-12-31"),
        ("9月底以后", "2024-09-30", "2099-12-31"),
        ("by september", None, "2024-09-30"),
        ("in march 2025", "2025-03-01", "2025-03-31"),
    ],
)
def test_a_limit_becomes_its_first_and_last_day(words: str, first: str | None, last: str) -> None:
    assert [limit[:2] for limit in limits(words, "2024")] == [(first, last)]


@pytest.mark.parametrize("words", ["3个月内", "每月", "13月底前", "maybe", "年度", "月底"])
def test_other_words_about_time_are_no_limit(words: str) -> None:
    assert list(limits(words, "2024")) == []


def test_without_any_year_there_is_no_limit() -> None:
    assert list(limits("9月底前", None)) == []
    assert [limit.last for limit in limits("2023年9月底前", None)] == ["2023-09-30"]
