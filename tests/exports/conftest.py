"""What the tests of the exports share: the example, diagnosed."""

import pytest

from dutygraph.graph.network.apart import diagnose_each
from dutygraph.graph.network.gathering import incidence_in
from dutygraph.graph.network.ownership import ownership_in


@pytest.fixture(scope="session")
def diagnosis(store):
    return diagnose_each(incidence_in(store))


@pytest.fixture(scope="session")
def ownership(store):
    return ownership_in(store)
