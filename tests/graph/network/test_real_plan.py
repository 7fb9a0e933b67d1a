"""The real plan, as the reader gives it, diagnosed."""

from typing import TYPE_CHECKING

from dutygraph.graph.network.diagnosis import diagnose
from dutygraph.graph.network.gathering import incidence_in
from dutygraph.graph.network.ownership import ownership_in
from dutygraph.graph.network.plan_incidence import incidence_of

if TYPE_CHECKING:
    from dutygraph.graph.plan import Plan
    from dutygraph.graph.store import Store


def test_the_reader_gives_the_cells_copied_by_hand(plan: "Plan", shanwei: "Plan") -> None:
    """Names, places in the cell and shared rows agree with the cells copied out by hand."""
    read, copied = incidence_of(plan), incidence_of(shanwei)
    assert [(t.requirement, t.unit, t.position) for t in read.ties] == [
        (t.requirement, t.unit, t.position) for t in copied.ties
    ]
    assert [len(held) for held in read.by_row.values()] == [
        len(held) for held in copied.by_row.values()
    ]


def test_the_store_and_the_plan_agree(plan: "Plan", store: "Store") -> None:
    assert incidence_in(store) == incidence_of(plan)


def test_the_findings_of_the_real_plan(store: "Store") -> None:
    """Requirement 7 hangs on a collective; 37 names a body that its cell does not."""
    found = ownership_in(store)
    rows = found.summary_of_rows
    assert (rows["U1"], rows["U2"], rows["U3"]) == (1, 25, 15)
    codes = {gap.ref.number: gap.codes for gap in found.gaps}
    assert [number for number, held in codes.items() if "U1" in held] == ["7"]
    assert "U5" in codes["37"]
    assert {number for number, held in codes.items() if "U7" in held} == {"16", "24"}


def test_a_cluster_is_named_by_its_headings(plan: "Plan") -> None:
    found = diagnose(incidence_of(plan))
    assert [cluster.label for cluster in found.clusters] == [
        "持续推进政务公开标准化规范化",
        "推动重大政策解读提质增效，优化政策咨询服务",
    ]
