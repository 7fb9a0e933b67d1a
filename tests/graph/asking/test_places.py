"""Places and years in a question keep the answer to the plans of that place and year."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.asking.places import is_place, places_of
from dutygraph.graph.asking.understanding import understand
from dutygraph.graph.errors import QueryError
from dutygraph.graph.plan import Assignment, Basis, Plan, Requirement, Role, Row, Source
from dutygraph.graph.questions import answer, bound
from dutygraph.graph.questions.plans import Known
from dutygraph.graph.span import Span
from dutygraph.graph.store import open_store
from dutygraph.ontology.language import speak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dutygraph.graph.store import Store

TODAY = date(2025, 8, 10)


def of_county(place: str, year: int, issuer: str | None = None) -> Plan:
    at = Span(0, 3, table=1, row=2, column=4)
    work = "整修" if year == 2024 else "新建"
    led = (Assignment("县财政局", Role.LEAD, Basis.COLUMN_HEADING, at, 1),)
    return Plan(
        f"{place}{year}年重点任务分工方案",
        Source(f"{place}{year}.docx", f"{year}{len(place)}".ljust(64, "0"), "docx"),
        issuer=issuer,
        year=year,
        rows=(Row("row1", ("r1",), led, at),),
        requirements=(Requirement("r1", "1", f"{work}{place}的校舍。", "row1", at),),
    )


@pytest.fixture(scope="module")
def counties() -> "Iterator[Store]":
    with open_store() as memory:
        office = "东川县人民政府办公室"
        memory.put_all([of_county("云溪县", year) for year in (2024, 2025)])
        memory.put_all([of_county("东川县", year, office) for year in (2024, 2025)])
        yield memory


@pytest.mark.parametrize(
    ("title", "issuer", "places"),
    [
        ("云溪县2025年要点", "", ("云溪县",)),
        ("2025年要点", "汕尾市公安局", ("汕尾市",)),
        ("要点", "云州市城南区人民政府", ("云州市", "城南区")),
        ("要点", "云岭苗族自治州人民政府", ("云岭苗族自治州",)),
        ("老旧小区改造任务分解表", "", ()),
        ("优化市场环境任务分解表", "", ()),
        ("全县重点任务分解表", "", ()),
        ("城市更新任务分解表", "", ()),
    ],
)
def test_places_stand_at_the_head_of_issuers_and_titles(
    title: str, issuer: str, places: tuple[str, ...]
) -> None:
    assert places_of([Known("x:p", title, issuer, "2025")]) == tuple(sorted(places))


def test_places_of_a_kind_are_no_places() -> None:
    assert [words for words in ("红河县", "各县", "老旧小区", "县", "河") if is_place(words)] == [
        "红河县"
    ]


@pytest.mark.parametrize(
    ("words", "name", "given"),
    [
        ("云溪县2025年的分工方案里谁最忙", "unit-load", {"plan": "云溪县2025年"}),
        ("云溪2025年谁最忙", "unit-load", {"plan": "云溪县2025年"}),
        ("云溪县今年谁最忙", "unit-load", {"plan": "云溪县2025年"}),
        ("云溪县谁最忙", "unit-load", {"plan": "云溪县各方案"}),
        ("2025年谁最忙", "unit-load", {"plan": "2025年各方案"}),
        ("东川县人民政府办公室2025年谁最忙", "unit-load", {"plan": "东川县人民政府办公室2025年"}),
        ("who is busiest in 云溪县 2025", "unit-load", {"plan": "云溪县2025年"}),
        ("云溪县每年有多少项要求", "requirements-by-year", {"plan": "云溪县各方案"}),
        (
            "云溪县财政局2025年负责什么",
            "unit-requirements",
            {"plan": "云溪县2025年", "unit": "县财政局"},
        ),
        (
            "云溪县2024年和2025年相比新增了哪些要求",
            "requirements-new",
            {"plan": "云溪县2025年", "earlier": "云溪县2024年"},
        ),
        (
            "云溪县今年新增了哪些要求",
            "requirements-new",
            {"plan": "云溪县2025年", "earlier": "云溪县2024年"},
        ),
    ],
)
def test_a_place_and_a_year_narrow_the_plans(
    words: str, name: str, given: dict[str, str], counties: "Store"
) -> None:
    found = understand(counties, words, TODAY)
    assert (found.question.name, found.parameters, found.unheeded) == (name, given, ())
    assert len(answer(counties, found.question, bound(counties, found.question, given)))


def test_each_plan_is_meant_in_the_language_of_the_asker(counties: "Store") -> None:
    speak("en")
    found = understand(counties, "who is busiest in 云溪县", TODAY)
    assert found.parameters == {"plan": "all 云溪县"}
    assert len(answer(counties, found.question, bound(counties, found.question, found.parameters)))


@pytest.mark.parametrize(
    "words",
    [
        "红河县2025年谁最忙",
        "红河县财政局负责什么",
        "红河县有多少项要求",
        "who is busiest in 红河县",
    ],
)
def test_a_place_without_plans_is_told_and_not_passed_over(words: str, counties: "Store") -> None:
    with pytest.raises(QueryError) as caught:
        understand(counties, words, TODAY)
    assert caught.value.key == "questions.no-place"
    assert "红河县" in caught.value.sentence("zh")
    assert "东川县、云溪县" in caught.value.sentence("en")


def test_a_year_without_plans_is_told_and_not_passed_over(counties: "Store") -> None:
    found = understand(counties, "云溪县2019年谁最忙", TODAY)
    with pytest.raises(QueryError, match="云溪县2024年重点任务分工方案"):
        bound(counties, found.question, found.parameters)


def test_a_second_place_is_told_to_narrow_nothing(counties: "Store") -> None:
    assert understand(counties, "云溪县和东川县谁最忙", TODAY).unheeded == ("东川县",)
