"""Queries of unknown cost end with an answer or a clear error; the process lives on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dutygraph.graph.errors import QueryError
from dutygraph.graph.store import Store, open_store
from dutygraph.graph.store.engine import Change
from dutygraph.graph.store.limits import Limits

PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LIMITS = Limits(seconds=20, rows=50)
QUICK = Limits(seconds=0.2, rows=50)
REFUSALS = {
    "query.died",
    "query.timeout",
    "query.failed",
    "query.syntax",
    "query.syntax-near",
    "query.syntax-before",
    "query.syntax-end",
}


def numbered(count: int) -> str:
    line = "<x:s{n}> <x:p> <x:s{m}> <x:g> .\n"
    return "".join(line.format(n=n, m=n + 1) for n in range(count))


@pytest.fixture(params=["memory", "folder"])
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with open_store(None if request.param == "memory" else tmp_path / "db") as store:
        store.engine.apply(Change(numbered(300)))
        yield store


def test_within_the_limits_the_answer_is_the_same(filled: Store) -> None:
    query = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?s LIMIT 20"
    assert filled.select(query, None, LIMITS) == filled.select(query)
    assert filled.ask_boolean("ASK { <x:s1> ?p ?o }", None, LIMITS)
    construct = "CONSTRUCT WHERE { <x:s1> ?p ?o }"
    assert filled.construct(construct, "ntriples", None, LIMITS) == filled.construct(
        construct, "ntriples"
    )


def test_rows_beyond_the_limit_are_cut_and_said_to_be(filled: Store) -> None:
    table = filled.select("SELECT * { ?s ?p ?o }", None, LIMITS)
    assert len(table) == 50
    assert table.truncated
    assert "50" in (table.notice("en") or "")


def test_half_a_graph_is_never_given_for_the_whole(filled: Store) -> None:
    with pytest.raises(QueryError, match="50"):
        filled.construct("CONSTRUCT WHERE { ?s ?p ?o }", "turtle", None, LIMITS)
    assert filled.construct("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 50", "turtle", None, LIMITS)


def test_exactly_as_many_rows_as_allowed_are_not_cut(filled: Store) -> None:
    assert not filled.select("SELECT * { ?s ?p ?o } LIMIT 50", None, LIMITS).truncated


def test_an_exploding_query_is_stopped_and_the_store_lives_on(filled: Store) -> None:
    with pytest.raises(QueryError, match=r"0\.2"):
        filled.select(PRODUCT, None, QUICK)
    assert len(filled.select("SELECT * { <x:s1> ?p ?o }", None, LIMITS)) == 1


def test_a_deep_path_is_stopped_or_answered(filled: Store) -> None:
    paths = "SELECT (COUNT(*) AS ?n) { ?a (<x:p>|^<x:p>)* ?b . ?b (<x:p>|!<x:q>)* ?c }"
    with pytest.raises(QueryError, match=r"0\.2"):
        filled.select(paths, None, QUICK)


@pytest.mark.parametrize(
    "condition",
    ["?o" + " || ?o" * 50_000, "!" * 100_000 + "?o", "-" * 100_000 + "1", "1" + "+1" * 100_000],
    ids=["or", "not", "minus", "plus"],
)
def test_a_query_that_breaks_the_engine_breaks_only_the_worker(condition: str) -> None:
    filled = open_store()
    try:
        filled.select(f"SELECT * {{ ?s ?p ?o FILTER({condition}) }}", None, Limits(2, 5))
    except QueryError as error:
        assert error.key in REFUSALS  # noqa: PT017 — either outcome is right
    assert not filled.ask_boolean("ASK { ?s ?p ?o }", None, LIMITS)
    filled.close()


def test_errors_of_a_worker_are_those_of_the_store(filled: Store) -> None:
    with pytest.raises(QueryError, match="写法有误"):
        filled.select("SELECT * { ?s ?p }", None, LIMITS)


def test_a_worker_sees_what_was_written_last(filled: Store) -> None:
    query = "ASK { <x:new> ?p ?o }"
    assert not filled.ask_boolean(query, None, LIMITS)
    filled.engine.apply(Change("<x:new> <x:p> <x:o> <x:g> .\n"))
    assert filled.ask_boolean(query, None, LIMITS)
