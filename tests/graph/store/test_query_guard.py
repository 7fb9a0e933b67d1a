"""Queries are checked before they run, and parameters are bound as terms."""

from collections import deque
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.errors import QueryError
from dutygraph.graph.store import Store, open_store
from dutygraph.graph.store.query_binding import bind
from dutygraph.graph.store.query_guard import guarded
from dutygraph.graph.store.query_tokens import tokens
from dutygraph.graph.table import Value

REFUSED = {
    "INSERT DATA { <a:a> <a:b> 1 }": "INSERT",
    "PREFIX a: <b> DELETE WHERE { ?s ?p ?o }": "DELETE",
    "LOAD <http://example.org/x>": "LOAD",
    "SELECT * { } ; CLEAR ALL": "CLEAR",
    "drop graph <a:a>": "DROP",
    "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }": "SERVICE",
    "SELECT * { service silent ?where { ?s ?p ?o } }": "SERVICE",
    "SELECT * { #\nSERVICE\n<http://example.org/> { } }": "SERVICE",
    'SELECT * { ?s ?p "#" SERVICE <http://example.org/> { } }': "SERVICE",
    "SELECT * { ?s ?p 1e5SERVICE <http://example.org/> { } }": "SERVICE",
    "SELECT * { ?s ?p .5SERVICE <http://example.org/> { } }": "SERVICE",
    "SELECT * { ?s ?p trueSERVICE <http://example.org/> { } }": "SERVICE",
    "SELECT * { ?s ?p <a:a>SERVICE<http://example.org/>{ } }": "SERVICE",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }": "FROM",
    "SELECT * FROM NAMED <http://example.org/x.ttl> { GRAPH ?g { ?s ?p ?o } }": "FROM",
    "PREFIX e: <http://example.org/> SELECT * FROM e:x { ?s ?p ?o }": "FROM",
    "DESCRIBE <a:a> FROM <http://example.org/x.ttl>": "FROM",
    "SELECT * { \\u0053ERVICE <a:a> {} }": "转义",
    "": "SELECT",
    "hello": "SELECT",
    "SELECT * {" + "{" * 200 + "}" * 201: "层",
    "SELECT * { ?s ?p ?o } #" + "x" * 1_000_001: "太长",
    "SELECT * { ?s unknown:p ?o }": "unknown",
    "SELECT * { ?s ?p }": "写法有误",
}


OF_REGISTRY = """
PREFIX g: <https://w3id.org/dutygraph/id/graph/>
SELECT DISTINCT ?type FROM g:registry { ?s a ?type }
"""


@pytest.mark.parametrize("query", REFUSED, ids=range(len(REFUSED)))
def test_what_may_not_run_is_refused_in_a_sentence(query: str) -> None:
    with open_store() as store:
        ask = store.construct if query.startswith("DESCRIBE") else store.select
        with pytest.raises(QueryError, match=REFUSED[query]):
            ask(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s duty:service ?service . ?s duty:load 'SERVICE' } # INSERT",
        'SELECT * { ?s ?p """ a " SERVICE \\" "" b""" , "INSERT"@en }',
        "SELECT * { <http://example.org/SERVICE> ?INSERT ?o . ?x duty:a.LOAD ?y }",
        "ASK { ?a ?b ?c FILTER(?a<?b&&?c>3) FILTER(?a < 5) }",
        "PREFIX : <x:> PREFIX a.b: <y:> SELECT * { :s a.b:p :o, :, a.b:c%20d , :e\\~f }",
    ],
)
def test_words_in_names_texts_and_comments_are_no_keywords(query: str) -> None:
    assert guarded(query).form in {"SELECT", "ASK"}


def test_graphs_of_the_store_may_be_asked_by_from(store: Store) -> None:
    some = store.select(OF_REGISTRY)
    everything = store.select("SELECT DISTINCT ?type { ?s a ?type }")
    assert set(some.rows) < set(everything.rows)


PIECES = (
    *("true", "1", "1e5", ".5", "?s", "<a:a>", "'x'", '"x"@en', "_:b", "a", "duty:x", "."),
    *("*", "+", "?", "/", "^", "(", ")", "{", "}", "[", "]", " ", "#", "\n", "<", "&", "!"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=4).map("".join))
def test_no_spelling_of_service_reaches_the_engine(pieces: str) -> None:
    """Whatever stands before the word, the query is refused or is no SPARQL; it never runs.

    As part of a name or a variable (`true.5?SERVICE`) it may: any other word would do there.
    """
    query = f"SELECT * {{ ?s ?p {pieces}SERVICE <http://127.0.0.1:9/> {{ ?a ?b ?c }} }}"
    with open_store() as store:
        refused = ""
        try:
            store.select(query)
        except QueryError as error:
            refused = error.key
        assert refused != "query.failed"
        if not refused:
            store.select(query.replace("SERVICE", "ANYWORD"))


SLOW = ["a.", "a-", "<a", '"a', "'" * 3 + "a", ":a.", "_:a.", "1.", "@a-", "\\"]


@pytest.mark.parametrize("piece", SLOW)
def test_no_text_makes_the_guard_slow(piece: str) -> None:
    """Four times the text takes some four times the time, and never the square of it."""

    def cost(length: int) -> float:
        start = process_time()
        deque(tokens(piece * length), maxlen=0)
        return process_time() - start

    assert cost(20_000) < 10 * max(cost(5_000), 0.005)


@given(st.text())
def test_the_tokens_of_any_text_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokens(text)) == text


HOSTILE = [
    '" } ; DROP ALL #',
    "x> . ?s ?p ?o } #",
    "引号“”'\"\\",
    "括号（）[]{}<>",
    "全角　空格",
    "从右\u202e到左\u200f",
    "行\n尾\r\t\0\x7f",
    "?u $u <a:a> \\u0022",
    "'''\"\"\"",
]
FORMS = (
    "SELECT ?u { VALUES ?x { 1 } }",
    "SELECT ?x { BIND(?u AS ?x) }",
    "SELECT ?x { { SELECT ?x ?u { BIND(STR(?u) AS ?x) } } }",
    "SELECT ?u (COUNT(*) AS ?n) { BIND(1 AS ?y) } GROUP BY ?u ORDER BY ?u",
    "SELECT (?u AS ?x) { FILTER(?u = $u) }",
    "SELECT ?x { { SELECT ?y { VALUES ?y { 1 2 } } ORDER BY $u } BIND(STR($u) AS ?x) } LIMIT 1",
    "SELECT (SAMPLE(?u) AS ?x) {} HAVING (COUNT(?u) > 0)",
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("query", FORMS)
def test_a_parameter_is_a_term_and_nothing_else(query: str, text: str) -> None:
    with open_store() as store:
        table = store.select(query, {"u": Value.literal(text)})
    assert [row[0].text for row in table.rows if row[0]] == [text]


def test_an_assigned_variable_cannot_be_bound_as_well() -> None:
    for query in ("SELECT ?u { BIND(1 AS ?u) }", "SELECT ?u { VALUES ?u { 1 } }"):
        with pytest.raises(QueryError, match="已经给定"):
            bind(query, {"u": Value.literal("x")})


def test_only_whole_variables_are_bound() -> None:
    query = "SELECT ?unit { ?unit ?u_2 '?u' # ?u\n}"
    assert bind(query, {"u": Value.literal("x")}) == query


GLUED = {
    'SELECT * { ?s ?p ""?u """ SERVICE <a:a> { } """ }': "x",
    'SELECT * { ?s ?p " ?u \n}': "SERVICE <a:a> { }",
    "SELECT * { ?s ?p ' ?u \n}": "' SERVICE <a:a> { } '",
}


@pytest.mark.parametrize("query", GLUED)
def test_a_term_that_runs_into_a_quote_uncovers_nothing(query: str) -> None:
    with open_store() as store, pytest.raises(QueryError, match="SERVICE"):
        store.select(query, {"u": Value.literal(GLUED[query])})


def test_a_query_asked_again_with_other_terms_is_bound_anew() -> None:
    query = "SELECT ?x { BIND(STRLEN(?u) AS ?x) }"
    with open_store() as store:
        tables = [store.select(query, {"u": Value.literal("x" * n)}) for n in (1, 2, 20_000)]
    assert [table.rows[0][0].text for table in tables if table.rows[0][0]] == ["1", "2", "20000"]
