"""Terms and tables are plain values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.store.query_tokens import tokens
from dutygraph.graph.table import Cut, Table, Value

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
def test_a_literal_is_one_token_whatever_it_holds(text: str) -> None:
    """So a parameter can never end its own quotation and become part of the query."""
    written = Value.literal(text).n3()
    assert [(token.kind, token.text) for token in tokens(written)] == [("text", written)]


@given(TEXTS)
def test_an_iri_is_one_token_or_refused(text: str) -> None:
    try:
        written = Value.iri(text).n3()
    except ValueError:
        return
    assert [token.kind for token in tokens(written)] == ["iri"]


@given(TEXTS)
def test_the_engine_reads_back_what_was_written(text: str) -> None:
    from pyoxigraph import Store

    (row,) = Store().query(f"SELECT ({Value.literal(text).n3()} AS ?x) {{}}")
    assert row["x"].value == text


@pytest.mark.parametrize("value", [0, -3, 2.5, True, False, "文字"])
def test_python_values_come_back(value: object) -> None:
    assert Value.literal(value).python == value


def test_a_table_gives_rows_columns_and_records() -> None:
    table = Table(("u", "n"), ((Value.literal("甲"), Value.literal(2)), (None, Value.literal(3))))
    assert len(table) == 2
    assert table.column("n") == (Value.literal(2), Value.literal(3))
    assert table.records() == ({"u": "甲", "n": 2}, {"u": None, "n": 3})
    assert table.texts() == (("甲", "2"), ("", "3"))
    assert str(table) == "u\tn\n甲\t2\n\t3"


def test_a_cut_table_says_so_in_both_languages() -> None:
    whole, cut = Table(("x",), ()), Table(("x",), (), Cut("rows", 5))
    assert not whole.truncated
    assert whole.notice() is None
    assert cut.truncated
    assert "5" in (cut.notice("zh") or "")
    assert "first 5 rows" in (cut.notice("en") or "")
