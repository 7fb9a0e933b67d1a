"""A plan behind an endpoint is the plan that was put there, and is checked as it is at home."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dutygraph.graph.recollection import plan_in
from dutygraph.graph.store import Store, open_store
from dutygraph.graph.triples.iris import plan_iri
from dutygraph.graph.triples.plan_quads import nquads
from dutygraph.graph.validation import validate


@pytest.fixture(params=["oxigraph_url", "virtuoso_url"])
def remote(request: pytest.FixtureRequest, plan) -> Iterator[Store]:
    with open_store(request.getfixturevalue(request.param)) as store:
        store.put(plan)
        yield store
        store.drop(plan_iri(plan))


def test_the_real_plan_comes_back_equal_and_sound(remote, plan, store):
    here = replace(plan, source=replace(plan.source, path=plan.source.path.rpartition("/")[2]))
    assert plan_in(remote, plan_iri(plan)) == here
    there = validate(remote)
    assert there.violations == ()
    own = [r for r in there.results if r.subject.plan == plan.title]
    assert own == list(validate(store).results)


def test_a_dump_is_whole_although_the_endpoint_cuts_its_answers(remote, plan):
    held = set(remote.dump("nquads").decode().splitlines())
    lost = [line for line in nquads(plan).splitlines() if line not in held]
    assert lost == []
