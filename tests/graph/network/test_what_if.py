"""Changes thought through: removed, merged, split and overloaded units."""

from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.errors import UsageError
from dutygraph.graph.network.changes import apply, read_change
from dutygraph.graph.network.plan_incidence import incidence_of
from dutygraph.graph.network.record import outcome_record
from dutygraph.graph.network.what_if import what_if

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutygraph.graph.network.incidence import Incidence
    from dutygraph.graph.plan import Plan


def test_a_removed_unit_leaves_what_it_held_alone(shanwei: "Plan") -> None:
    """Eight that only it holds, and six that stay with a collective."""
    found = what_if(incidence_of(shanwei), [read_change("remove:政务公开办")])
    assert [ref.number for ref in found.orphaned] == (
        ["4", "5", "8", "9", "10", "11", "14", "25", "26", "27", "31", "37", "38", "40"]
    )
    assert set(found.cut_off) == {"交警支队", "局保密办", "指挥中心", "政治处", "警保支队"}
    assert found.pieces == (1, 7)


def test_merged_units_share_their_requirements_once(
    make_incidence: "Callable[..., Incidence]",
) -> None:
    """Where both stood, one tie is left, with the stronger role."""
    found = apply(
        read_change("merge:甲+乙=丁"), make_incidence([["!甲", "~乙"], ["乙", "丙"], ["丙"]])
    )
    assert [(t.requirement, t.unit, str(t.role)) for t in found.ties if t.unit == "丁"] == [
        ("r1", "丁", "lead"),
        ("r2", "丁", "responsible"),
    ]


def test_a_split_deals_all_work_once(make_incidence: "Callable[..., Incidence]") -> None:
    before = make_incidence([["甲", "乙"]] * 5)
    found = apply(read_change("split:甲=东+西"), before)
    shares = {name: sum(t.unit == name for t in found.ties) for name in ("东", "西", "甲")}
    assert shares == {"东": 3, "西": 2, "甲": 0}


def test_an_overloaded_unit_keeps_what_nobody_shares(
    make_incidence: "Callable[..., Incidence]",
) -> None:
    """With a collective it stands alone still."""
    found = what_if(
        make_incidence([["甲", "乙"], ["甲"], ["甲", "*各单位"], ["乙", "丙"]]),
        [read_change("overload:甲")],
    )
    assert [ref.number for ref in found.waiting] == ["2", "3"]
    assert found.orphaned == ()
    assert {s.unit: (s.before, s.after) for s in found.shifts} == {
        "甲": (2.5, 2.0),
        "乙": (1.0, 1.5),
    }


def test_changes_follow_each_other(make_incidence: "Callable[..., Incidence]") -> None:
    found = what_if(
        make_incidence([["甲"], ["乙"], ["丙"]]),
        [read_change("merge:甲+乙=丁"), read_change("remove:丁")],
    )
    assert [ref.number for ref in found.orphaned] == ["1", "2"]


def test_a_change_reaches_over_several_plans(make_plan: "Callable[..., Plan]") -> None:
    """One issuer's unit is one unit in all its plans."""
    plans = [make_plan([["甲"], ["甲", "乙"]], title=title) for title in ("一", "二")]
    found = what_if(incidence_of(*plans), [read_change("remove:甲")])
    assert len(found.orphaned) == 2
    assert sorted(outcome_record(found)["orphaned"]) == ["一 1", "二 1"]


@pytest.mark.parametrize(
    "word",
    ["remove", "remove:", "merge:甲=乙", "merge:甲+乙", "split:甲=乙", "drop:甲", "merge:+=甲"],
)
def test_a_change_of_the_wrong_form_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match=r"remove|merge"):
        read_change(word)


def test_an_unknown_unit_is_refused_with_its_neighbour(shanwei: "Plan") -> None:
    with pytest.raises(UsageError, match="宣传科"):
        apply(read_change("remove:宣传处"), incidence_of(shanwei))
