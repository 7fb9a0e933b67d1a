"""N-Triples are read as engines write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from dutygraph.graph.table import Value
from dutygraph.graph.triples.ntriples import statements

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def written(term) -> bytes:
    triple = Triple(NamedNode("http://s"), NamedNode("http://p"), term)
    return serialize([triple], format=RdfFormat.N_TRIPLES) or b""


@given(TEXTS)
def test_any_literal_is_read_as_it_was_written(words):
    (plain,) = statements(written(Literal(words)))
    (tagged,) = statements(written(Literal(words, language="zh-hans")))
    assert plain.value == Value("literal", words)
    assert tagged.value == Value("literal", words, None, "zh-hans")
    assert plain.text == words


@pytest.mark.parametrize("gap", [" ", "\t", " \t "])
def test_any_gap_between_terms_is_allowed(gap):
    (found,) = statements(f'<http://s>{gap}<http://p>{gap}"甲"@zh .\n'.encode())
    assert (found.subject, found.predicate) == ("http://s", "http://p")
    assert found.value == Value("literal", "甲", None, "zh")


def test_blank_nodes_numbers_and_iris_are_told_apart():
    (iri,) = statements(written(NamedNode("http://o")))
    (blank,) = statements(written(BlankNode("b0")))
    (number,) = statements(written(Literal(3)))
    assert iri.value == Value("iri", "http://o")
    assert blank.value == Value("blank", "b0")
    assert number.value.python == 3
    assert [found.subject for found in statements(b'_:b1 <http://p> "x" .\n')] == ["_:b1"]
