"""A query that cannot be parsed is answered with its place, not with the parser's tokens."""

import pytest

from dutygraph.graph.errors import QueryError
from dutygraph.graph.store import Store


@pytest.mark.parametrize(
    ("query", "key", "words"),
    [
        ("SELECT ?s WHERE { ?s ?p ?o", "query.syntax-end", "第1行第27个字符"),
        ("SELECT * WHERE { ?s ?p }", "query.syntax-before", "主语、谓语和宾语"),
        ("SELECT *\nWHERE ; { ?s ?p ?o }", "query.syntax-near", "“; { ?s ?p ?o }”之前"),
    ],
)
def test_the_place_is_named(store: Store, query: str, key: str, words: str) -> None:
    with pytest.raises(QueryError) as caught:
        store.select(query)
    assert caught.value.key == key
    assert words in caught.value.sentence("zh")
    assert "expected" not in caught.value.sentence("en")
