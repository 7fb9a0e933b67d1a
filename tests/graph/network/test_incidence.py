"""The incidence of plans and of a store with them."""

from typing import TYPE_CHECKING

from dutygraph.graph.network.gathering import incidence_in
from dutygraph.graph.network.incidence import Incidence
from dutygraph.graph.network.plan_incidence import incidence_of
from dutygraph.graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutygraph.graph.plan import Plan


def stored(*plans: "Plan") -> Incidence:
    with open_store() as store:
        store.put_all(plans)
        return incidence_in(store)


def test_a_store_and_the_values_give_the_same(shanwei: "Plan") -> None:
    """One plan, its collectives and shared cells included."""
    found = incidence_of(shanwei)
    assert stored(shanwei) == found
    assert [duty.span for duty in stored(shanwei).duties] == [duty.span for duty in found.duties]


def test_roles_persons_and_empty_cells_survive_the_store(make_plan: "Callable[..., Plan]") -> None:
    """A requirement that nobody holds is kept, without ties."""
    plan = make_plan([["!甲", "~乙", "^分管领导"], [], (2, ["*各单位"])], issuer=None)
    assert stored(plan) == incidence_of(plan)
    assert incidence_of(plan).by_requirement[incidence_of(plan).titles[0][0], "r2"] == ()


def test_the_real_plan_counts_as_issue_tells(shanwei: "Plan") -> None:
    """40 requirements in 34 rows, 87 pairs, 16 names of which 2 are collectives."""
    found = incidence_of(shanwei)
    assert (len(found.duties), len(found.by_row), len(found.ties)) == (40, 34, 87)
    assert (len(found.names), len(found.units)) == (16, 14)


def test_one_short_name_under_two_issuers_stays_two_units(
    make_plan: "Callable[..., Plan]",
) -> None:
    """办公室 of 甲市 is not 办公室 of 乙市."""
    plans = [
        make_plan([["办公室", name]], title=title, issuer=issuer)
        for name, title, issuer in (("财务科", "甲方案", "甲市"), ("人事科", "乙方案", "乙市"))
    ]
    found = incidence_of(*plans)
    assert found.units == ("人事科", "办公室（乙市）", "办公室（甲市）", "财务科")
    assert stored(*plans) == found


def test_the_order_of_plans_does_not_matter(make_plan: "Callable[..., Plan]") -> None:
    """The same plans in another order give an equal value."""
    one = make_plan([["甲", "乙"], ["乙"]], title="一")
    two = make_plan([["乙", "丙"]], title="二")
    assert incidence_of(one, two) == incidence_of(two, one)
