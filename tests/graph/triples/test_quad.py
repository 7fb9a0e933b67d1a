"""Terms are encoded as N-Quads demands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, parse

from dutygraph.graph.triples import quad
from dutygraph.ontology.terms import DUTY, XSD


def decoded(term: str) -> Literal:
    (triple,) = parse(f"<http://s> <http://p> {term} .", format=RdfFormat.N_TRIPLES)
    assert isinstance(triple.object, Literal)
    return triple.object


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives(words):
    assert decoded(quad.text(words)).value == words
    assert decoded(quad.chinese(words)) == Literal(words, language="zh")


def test_half_a_surrogate_pair_does_not_break_a_file():
    assert quad.text("甲\ud83d乙") == '"甲\ufffd乙"'
    assert decoded(quad.text("甲\ud83d乙")).value == "甲\ufffd乙"


@given(st.integers(0, 10_000).map(lambda n: n / 10_000))
def test_a_decimal_gives_its_number_back_without_an_exponent(number):
    found = decoded(quad.decimal(number))
    assert float(found.value) == number
    assert "e" not in found.value.lower()
    assert found.datatype.value == XSD.decimal


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022", "2022-12-31"),
        ("2024-02", "2024-02-29"),
        ("2022-11", "2022-11-30"),
        ("2022-06-30", "2022-06-30"),
    ],
)
def test_a_date_means_its_last_day(written, day):
    assert quad.last_day(written) == f'"{day}"^^<{XSD.date}>'


@pytest.mark.parametrize("written", ["2022-13", "2022-02-30", "", "年底", "2022-1-1-1"])
def test_what_is_no_date_is_none(written):
    assert quad.last_day(written) is None


def test_weeks_become_days():
    assert quad.duration("P2W") == f'"P14D"^^<{XSD.duration}>'
    assert quad.duration("P1Y") == f'"P1Y"^^<{XSD.duration}>'


def test_a_mistyped_term_is_an_error_in_encoded_form_too():
    duty = quad.Encoded(DUTY)
    assert duty.Plan == f"<{DUTY.Plan}>"
    with pytest.raises(AttributeError):
        _ = duty.Plam
