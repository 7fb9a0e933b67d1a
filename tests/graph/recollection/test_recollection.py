"""Plans come back out of a store as they went in."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutygraph.graph.errors import StoreError
from dutygraph.graph.intake import read_plans
from dutygraph.graph.plan import DocumentNumber, Plan
from dutygraph.graph.recollection import plan_in, plans_in
from dutygraph.graph.recollection.plans import document_number
from dutygraph.graph.store import open_store
from dutygraph.graph.triples.plan_quads import nquads
from dutygraph.graph.validation import validate

PLANS = Path(__file__).resolve().parents[2] / "plans"
LABELLED = sorted(
    found
    for golden in PLANS.glob("[0-9]*.json")
    for found in PLANS.glob(f"{golden.stem}.*")
    if found.suffix not in {".json", ".note", ".doc", ".wps", ".pdf"}
)
"""Documents that need no optional program to be opened."""


def without_folder(plan: Plan) -> Plan:
    name = plan.source.path.replace("\\", "/").rpartition("/")[2]
    return replace(plan, source=replace(plan.source, path=name))


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_plan_comes_back_equal(random_plans, data):
    plan = data.draw(random_plans)
    with open_store() as store:
        store.put(plan)
        assert plans_in(store) == (without_folder(plan),)


def test_the_real_plan_comes_back_equal(plan):
    with open_store() as store:
        store.put(plan)
        assert plans_in(store) == (without_folder(plan),)


def test_plans_of_one_issuer_do_not_mix(small_plan):
    next_year = replace(small_plan, year=2023, requirements=small_plan.requirements[:2])
    next_year = replace(next_year, rows=small_plan.rows[:1])
    with open_store() as store:
        store.put(small_plan)
        store.put(next_year)
        found = plans_in(store)
    assert set(found) == {without_folder(small_plan), without_folder(next_year)}


def test_one_plan_is_found_by_its_iri(small_plan):
    with open_store() as store:
        store.put(small_plan)
        (held,) = store.plans()
        assert plan_in(store, held.iri) == without_folder(small_plan)


def test_a_damaged_plan_is_an_error_that_names_it(small_plan):
    quads = "".join(
        line for line in nquads(small_plan).splitlines(keepends=True) if "#inRow>" not in line
    )
    with open_store() as store:
        store.put_quads(quads)
        with pytest.raises(StoreError, match="plan/"):
            plans_in(store)


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.stem)
def test_every_labelled_document_comes_back_equal_and_sound(path):
    for plan in read_plans(path):
        with open_store() as store:
            store.put(plan)
            assert plans_in(store) == (without_folder(plan),)
            assert validate(store).violations == ()


@pytest.mark.parametrize(
    "number",
    [
        DocumentNumber("云政办发", 8, 2026),
        DocumentNumber("省政府令", 257),
        DocumentNumber("省人民政府令", 5, 2026),
        DocumentNumber("财政部、税务总局公告", 12, 2026),
    ],
)
def test_a_document_number_comes_back_with_its_parts(number):
    assert document_number(str(number)) == number
