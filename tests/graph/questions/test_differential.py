"""Every shipped question gives the same rows on four engines.

rdflib in memory is the reference; embedded Oxigraph, Oxigraph's server and Virtuoso 7 are what
people use. The real plan and a made-up one with what it lacks are asked.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.questions import Question, answer, bound, catalogue
from dutygraph.graph.store import Store, open_store
from dutygraph.graph.store.query_binding import bind
from dutygraph.graph.table import Table, Value

if TYPE_CHECKING:
    from rdflib import Dataset

# rdflib warns of its own use of names that it has renamed.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset.:DeprecationWarning")

QUESTIONS = catalogue()
KEEPING = [
    asked
    for asked in QUESTIONS
    if any(each.name == "plan" and not each.required for each in asked.parameters)
]


@pytest.fixture(scope="module")
def quads(two_plans: Store) -> str:
    return two_plans.dump("nquads").decode()


@pytest.fixture(scope="module")
def embedded(quads: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("differential") / "db") as store:
        store.put_quads(quads)
        yield store


@pytest.fixture(scope="module")
def reference(quads: str) -> "Dataset":
    """The same quads in rdflib's own store."""
    from rdflib import Dataset

    dataset = Dataset(default_union=True)
    dataset.parse(data=quads, format="nquads")
    return dataset


@pytest.fixture(scope="module", params=["oxigraph_url", "virtuoso_url"])
def remote(request: pytest.FixtureRequest, quads: str, embedded: Store) -> Iterator[Store]:
    store = open_store(request.getfixturevalue(request.param))
    store.put_quads(quads)
    yield store
    for held in embedded.plans():
        store.drop(held.iri)


def terms_of(store: Store, asked: Question) -> dict[str, Value]:
    """Bind the required parameters to their examples; section 一 stands in both plans."""
    given = {each.name: each.example for each in asked.parameters if each.required}
    if "section" in given:
        given["plan"] = "2022"
    return bound(store, asked, given)


def by_rdflib(dataset: "Dataset", asked: Question, terms: Mapping[str, Value]) -> Table:
    """Ask rdflib without ORDER BY, by which it cannot sort expressions over grouped rows."""
    used = {name: term for name, term in terms.items() if f"${name}" in asked.query}
    unordered = asked.query.rpartition("ORDER BY")[0]
    assert "LIMIT" not in asked.query, "what is cut depends on the order"
    result = dataset.query(bind(unordered, used))
    cells = (
        tuple(None if term is None else Value("literal", str(term)) for term in row)
        for row in result
    )
    return Table(tuple(map(str, result.vars)), tuple(cells))


def rows(table: Table) -> list[tuple[str, ...]]:
    """Give the rows as texts, in the order that the question asked for."""
    return list(table.texts())


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.name)
def test_embedded_oxigraph_answers_as_rdflib_does(
    asked: Question, embedded: Store, reference: "Dataset"
) -> None:
    terms = terms_of(embedded, asked)
    expected = by_rdflib(reference, asked, terms)
    given = answer(embedded, asked, terms)
    assert given.columns == expected.columns
    assert sorted(rows(given)) == sorted(rows(expected))


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked.name)
def test_a_remote_server_answers_as_embedded_oxigraph_does(
    asked: Question, embedded: Store, remote: Store
) -> None:
    terms = terms_of(embedded, asked)
    assert rows(answer(remote, asked, terms)) == rows(answer(embedded, asked, terms))


@pytest.mark.parametrize("asked", KEEPING, ids=lambda asked: asked.name)
def test_a_remote_server_keeps_to_several_plans_as_embedded_oxigraph_does(
    asked: Question, embedded: Store, remote: Store
) -> None:
    plans = tuple(Value.iri(plan.iri) for plan in embedded.plans())
    terms = {**terms_of(embedded, asked), "plan": plans}
    assert rows(answer(remote, asked, terms)) == rows(answer(embedded, asked, terms))


def test_most_questions_have_something_to_answer(embedded: Store) -> None:
    """Otherwise equal answers would prove little."""
    filled = [
        asked.name for asked in QUESTIONS if answer(embedded, asked, terms_of(embedded, asked))
    ]
    assert len(filled) > len(QUESTIONS) * 0.7
