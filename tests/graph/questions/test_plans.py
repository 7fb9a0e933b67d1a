"""A question can be kept to one plan or to several: by title, by year, by place, by both."""

from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.errors import QueryError
from dutygraph.graph.plan import Assignment, Basis, Plan, Requirement, Role, Row, Source
from dutygraph.graph.questions import Question, answer, ask, bound, catalogue
from dutygraph.graph.span import Span
from dutygraph.graph.store import open_store
from dutygraph.graph.table import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dutygraph.graph.store import Store

TAKING = [
    asked
    for asked in catalogue()
    if any(each.name == "plan" and not each.required for each in asked.parameters)
]


def of_county(place: str, year: int, *, issuer: str | None = None) -> Plan:
    at = Span(0, 3, table=1, row=2, column=4)
    led = (Assignment("县财政局", Role.LEAD, Basis.COLUMN_HEADING, at, 1),)
    return Plan(
        f"{place}{year}年重点任务分工方案",
        Source(f"{place}{year}.docx", f"{year}{len(place)}".ljust(64, "0"), "docx"),
        issuer=issuer,
        year=year,
        rows=(Row("row1", ("r1",), led, at),),
        requirements=(Requirement("r1", "1", f"办好{place}{year}年的事。", "row1", at),),
    )


@pytest.fixture(scope="module")
def counties() -> "Iterator[Store]":
    """云溪县 in two years without an issuer, 东川县 in one with an issuer."""
    with open_store() as memory:
        plans = [of_county("云溪县", 2024), of_county("云溪县", 2025)]
        memory.put_all([*plans, of_county("东川县", 2025, issuer="东川县人民政府办公室")])
        yield memory


def years_of(store: "Store", words: str) -> list[tuple[str, str]]:
    records = ask(store, "plan-overview", plan=words).records()
    return [(str(record["planTitle"])[:3], str(record["year"])) for record in records]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("云溪县2025", [("云溪县", "2025")]),
        ("2024年", [("云溪县", "2024")]),
        ("2025年云溪县", [("云溪县", "2025")]),
        ("东川县", [("东川县", "2025")]),
        ("东川县人民政府办公室2025年", [("东川县", "2025")]),
        ("2025年各方案", [("东川县", "2025"), ("云溪县", "2025")]),
        ("all 2025", [("东川县", "2025"), ("云溪县", "2025")]),
        ("云溪县的各方案", [("云溪县", "2024"), ("云溪县", "2025")]),
        ("东川县各方案", [("东川县", "2025")]),
    ],
)
def test_plans_are_known_by_place_and_year(
    words: str, found: list[tuple[str, str]], counties: "Store"
) -> None:
    assert sorted(years_of(counties, words)) == sorted(found)


@pytest.mark.parametrize(
    ("name", "words", "key", "said"),
    [
        ("unit-load", "2025", "questions.several-plan", "2025各方案"),
        ("unit-load", "云溪县2019年", "questions.near-plan", "云溪县2024年重点任务分工方案"),
        ("unit-load", "红河县各方案", "questions.no-plan", "红河县"),
        ("requirements-new", "2025年各方案", "questions.several-one-plan", "东川县2025年"),
        ("requirements-new", "2025", "questions.several-one-plan", "地名和年份"),
    ],
)
def test_what_is_no_one_plan_is_told(
    name: str, words: str, key: str, said: str, counties: "Store"
) -> None:
    given = {"plan": words} | ({"earlier": "2024"} if name == "requirements-new" else {})
    with pytest.raises(QueryError) as caught:
        ask(counties, name, **given)
    assert caught.value.key == key
    assert said in caught.value.sentence("zh")


def test_units_and_requirements_are_looked_for_in_the_plans_that_are_named(
    counties: "Store",
) -> None:
    with pytest.raises(QueryError, match="2 个单位") as caught:
        ask(counties, "unit-leads", unit="县财政局", plan="2025年各方案")
    assert "云溪县2024年" not in caught.value.sentence("zh")
    with pytest.raises(QueryError, match="有 2 项要求"):
        ask(counties, "requirement-units", requirement="1", plan="云溪县各方案")


def test_units_of_one_name_are_told_apart_by_issuer_or_plan(counties: "Store") -> None:
    told = [str(row["issuerName"]) for row in ask(counties, "unit-load").records()]
    assert sorted(told) == [
        "东川县人民政府办公室",
        "云溪县2024年重点任务分工方案",
        "云溪县2025年重点任务分工方案",
    ]


@pytest.mark.parametrize("asked", TAKING, ids=lambda asked: asked.name)
def test_keeping_to_some_plans_is_keeping_to_each(asked: Question, two_plans: "Store") -> None:
    """Kept to one plan of two, an answer is that of the plan; kept to both, it is that of all."""
    given = {each.name: each.example for each in asked.parameters if each.required}
    terms = bound(two_plans, asked, {**given, "plan": "2022"})
    one = terms.pop("plan")
    assert isinstance(one, Value)
    kept = answer(two_plans, asked, {**terms, "plan": (one,)})
    assert kept.texts() == answer(two_plans, asked, {**terms, "plan": one}).texts()
    both = tuple(Value.iri(plan.iri) for plan in two_plans.plans())
    every = answer(two_plans, asked, {**terms, "plan": both})
    assert every.texts() == answer(two_plans, asked, terms).texts()
