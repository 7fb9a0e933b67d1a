"""The catalogue is whole in both languages; parameters mean what they say, or an error says why."""

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.errors import QueryError
from dutygraph.graph.plan import Assignment, Basis, Plan, Requirement, Role, Row, Source
from dutygraph.graph.questions import (
    GROUPS,
    Question,
    ask,
    catalogue,
    code_words,
    labelled,
    question,
)
from dutygraph.graph.span import Span
from dutygraph.graph.store import open_store
from dutygraph.graph.store.query_guard import guarded
from dutygraph.ontology.files import CODES_TTL, ontology_text
from dutygraph.ontology.messages import say
from dutygraph.ontology.terms import CODE

if TYPE_CHECKING:
    from dutygraph.graph.store import Store

QUESTIONS = catalogue()
KINDS = {
    *("unit", "requirement", "regulation", "plan", "section"),
    *("text", "number", "role", "date"),
}


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.name)
def test_a_question_is_described_in_both_languages(asked: Question) -> None:
    assert asked.about in GROUPS
    for described in (asked.title, *(each.label for each in (*asked.parameters, *asked.columns))):
        assert set(described) == {"zh", "en"}
        assert all(described.values())
    assert {each.kind for each in asked.parameters} <= KINDS
    assert all(each.example for each in asked.parameters)


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.name)
def test_a_query_needs_no_prefix_of_ours_and_uses_every_required_parameter(asked: Question) -> None:
    assert guarded(asked.query).prefixes == ()
    for parameter in asked.parameters:
        assert f"${parameter.name}" in asked.query or not parameter.required
        assert parameter.name not in {column.name for column in asked.columns}


def test_the_columns_of_an_answer_are_those_of_the_header(two_plans: "Store") -> None:
    for asked in QUESTIONS:
        given = {each.name: each.example for each in asked.parameters if each.required}
        if "section" in given:
            given["plan"] = "2022"
        assert ask(two_plans, asked.name, **given).columns == tuple(c.name for c in asked.columns)


def test_there_are_questions_of_every_group() -> None:
    assert len(QUESTIONS) >= 38
    assert {asked.about for asked in QUESTIONS} == set(GROUPS)
    assert all(say(f"questions.group-{group}", "en") for group in GROUPS)


def test_people_read_labels_and_words_not_names_and_codes(two_plans: "Store") -> None:
    asked = question("unit-requirements")
    table = ask(two_plans, asked.name, unit="宣传科", plan="2023")
    assert labelled(asked, table, "zh").texts()[0][:2] == ("1", "配合")
    assert labelled(asked, table, "en").columns == ("number", "role", "text", "plan")


def test_code_words_are_known_for_every_coded_column() -> None:
    for asked in QUESTIONS:
        for column in asked.columns:
            if column.codes:
                assert code_words(column.codes)


def test_code_words_agree_with_the_published_code_lists() -> None:
    from rdflib import Graph, URIRef
    from rdflib.namespace import SKOS

    graph = Graph().parse(data=ontology_text(CODES_TTL), format="turtle")
    published = {
        (str(code).removeprefix(CODE), label.language): str(label)
        for code, label in graph.subject_objects(SKOS.prefLabel)
        if isinstance(code, URIRef)
    }
    schemes = {column.codes for asked in QUESTIONS for column in asked.columns if column.codes}
    for scheme in schemes - {"participant-kind", "timing-kind"}:
        for code, words in code_words(scheme).items():
            assert words == {lang: published[f"{scheme}/{code}", lang] for lang in ("zh", "en")}


@pytest.mark.parametrize(
    ("words", "rows"),
    [("宣传科", 11), ("宣 传 科", 11), ("汕尾市公安局/宣传科", 11), ("汕尾市公安局的宣传科", 11)],
)
def test_a_unit_is_found_by_name_and_by_issuer_and_name(
    words: str, rows: int, two_plans: "Store"
) -> None:
    assert len(ask(two_plans, "unit-requirements", unit=words, plan="2022")) == rows


@pytest.mark.parametrize("words", ["7", "r7", "第7项", "７"])
def test_a_requirement_is_found_by_number_or_id(words: str, store: "Store") -> None:
    assert ask(store, "requirement-units", requirement=words).column("unitName")[0].text == (
        "局直相关单位"
    )


@pytest.mark.parametrize(
    "words", ["重大行政决策程序暂行条例", "《重大行政决策程序暂行条例》", "决策程序"]
)
def test_a_regulation_is_found_by_its_title_or_a_part_that_only_it_has(
    words: str, store: "Store"
) -> None:
    assert len(ask(store, "regulation-duties", regulation=words)) == 3


@pytest.mark.parametrize("words", ["国办公开办函〔2021〕30号", "国办公开办函[2021]30号"])
def test_a_regulation_is_found_by_its_number(words: str, store: "Store") -> None:
    if "[" in words:
        with pytest.raises(QueryError, match="国办公开办函〔2021〕30号"):
            ask(store, "regulation-duties", regulation=words)
    else:
        assert len(ask(store, "regulation-duties", regulation=words)) == 2


@pytest.mark.parametrize("words", ["2023-09-16", "2023年9月16日", "2023.9.16"])
def test_a_date_is_read_in_the_ways_people_write_it(words: str, two_plans: "Store") -> None:
    assert len(ask(two_plans, "overdue", date=words)) == 2


ERRORS = [
    ("unit-leads", {"unit": "宣传处"}, "questions.near-unit", "宣传科"),
    ("unit-leads", {"unit": "公开办"}, "questions.near-unit", "政务公开办"),
    ("unit-leads", {"unit": "zzz"}, "questions.no-unit", "zzz"),
    ("unit-leads", {}, "questions.missing", "unit=宣传科"),
    ("unit-leads", {"unit": "  "}, "questions.missing", "unit"),
    ("unit-leads", {"unit": "宣传科", "colour": "red"}, "questions.no-parameter", "colour"),
    ("unit-lead", {}, "questions.unknown", "unit-leads"),
    ("requirement-units", {"requirement": "99"}, "questions.no-requirement", "99"),
    ("requirement-units", {"requirement": "1"}, "questions.several-requirement", "plan="),
    ("regulation-duties", {"regulation": "制度办法条例xyz"}, "questions.no-regulation", "xyz"),
    ("section-units", {"section": "九"}, "questions.no-section", "九"),
    ("section-units", {"section": "一"}, "questions.several-section", "一、"),
    ("unit-leads", {"unit": "宣传科", "plan": "1999"}, "questions.no-plan", "1999"),
    ("unit-leads", {"unit": "宣传科", "plan": "汕尾市"}, "questions.several-plan", "2023"),
    ("unit-requirements", {"unit": "宣传科", "role": "主演"}, "questions.no-role", "牵头"),
    ("many-units", {"least": "多"}, "questions.no-number", "多"),
    ("overdue", {"date": "2023-02-30"}, "questions.no-date", "2023-02-30"),
    ("unit-leads", {"unit": "http://x y"}, "questions.bad-iri", "http://x y"),
]


@pytest.mark.parametrize(("name", "given", "key", "said"), ERRORS)
def test_what_cannot_be_meant_is_said_in_a_sentence(
    name: str, given: dict[str, str], key: str, said: str, two_plans: "Store"
) -> None:
    with pytest.raises(QueryError) as caught:
        ask(two_plans, name, **given)
    assert caught.value.key == key
    assert said in caught.value.sentence("zh")
    assert said in caught.value.sentence("en")


def test_a_unit_name_that_two_issuers_use_asks_which(plan: Plan) -> None:
    at = Span(0, 3, table=1, row=2, column=4)
    other = Plan(
        "另一方案",
        Source("other.docx", "3" * 64, "docx"),
        issuer="某县公安局",
        year=2022,
        rows=(
            Row(
                "row1",
                ("r1",),
                (Assignment("宣传科", Role.LEAD, Basis.COLUMN_HEADING, at, 1),),
                at,
            ),
        ),
        requirements=(Requirement("r1", "1", "做好宣传。", "row1", at),),
    )
    with open_store() as both:
        both.put_all([plan, other])
        with pytest.raises(QueryError) as caught:
            ask(both, "unit-leads", unit="宣传科")
        assert caught.value.key == "questions.several-unit"
        assert "某县公安局/宣传科" in caught.value.sentence("en")
        assert len(ask(both, "unit-leads", unit="某县公安局/宣传科")) == 1
        assert len(ask(both, "unit-leads", unit="宣传科", plan="另一方案")) == 1


@pytest.mark.parametrize("title", ["云溪县2025年要点", "云溪县 2025 年要点"])
def test_a_unit_of_a_plan_without_issuer_is_told_apart_by_the_plan(title: str, plan: Plan) -> None:
    at = Span(0, 3, table=1, row=2, column=4)
    led = (Assignment("宣传科", Role.LEAD, Basis.COLUMN_HEADING, at, 1),)
    other = Plan(
        title,
        Source("other.docx", "4" * 64, "docx"),
        year=2025,
        rows=(Row("row1", ("r1",), led, at),),
        requirements=(Requirement("r1", "1", "做好宣传。", "row1", at),),
    )
    with open_store() as both:
        both.put_all([plan, other])
        with pytest.raises(QueryError) as caught:
            ask(both, "unit-leads", unit="宣传科")
        assert f"{title}/宣传科；汕尾市公安局/宣传科" in caught.value.sentence("zh")
        assert len(ask(both, "unit-leads", unit=f"{title}/宣传科")) == 1


OF_EVERY_KIND = (
    *("requirement-units", "requirements-about", "unit-requirements", "section-units"),
    *("joint-requirements", "many-units", "overdue", "regulation-duties", "units-new"),
)
HOSTILE = [
    '"',
    "'",
    "\\",
    '宣传科"@zh } ; DROP ALL #',
    "宣传科> . ?s ?p ?o . <",
    "} UNION { ?s ?p ?o",
    "（）《》〔〕[](){}",
    "宣传科\u3000",
    "\u202e科传宣",
    "a\u0000b",
    "\ud800",
    "$unit ?unit",
    "x" * 20_000,
    "\n\r\t",
    "http://a/>{}",
    "%s {words} {{",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("name", OF_EVERY_KIND)
def test_hostile_words_give_an_answer_or_a_sentence(
    name: str, words: str, two_plans: "Store"
) -> None:
    asked = question(name)
    given = {each.name: words for each in asked.parameters}
    before = len(two_plans.plans())
    with suppress(QueryError):
        assert ask(two_plans, name, **given).columns == tuple(c.name for c in asked.columns)
    assert len(two_plans.plans()) == before


def test_the_questions_asked_with_hostile_words_take_every_kind_of_parameter() -> None:
    kinds = {each.kind for name in OF_EVERY_KIND for each in question(name).parameters}
    assert kinds == KINDS


def test_hostile_words_are_searched_for_as_they_stand(two_plans: "Store") -> None:
    assert len(ask(two_plans, "requirements-about", words="“双随机、一公开”")) == 5
    assert len(ask(two_plans, "requirements-about", words='" || true || "')) == 0
