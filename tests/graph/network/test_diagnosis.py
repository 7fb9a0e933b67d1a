"""The whole diagnosis: the real plan, and the same bytes whatever the order or hash seed."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.network.diagnosis import Diagnosis, diagnose
from dutygraph.graph.network.incidence import Incidence
from dutygraph.graph.network.plan_incidence import incidence_of
from dutygraph.graph.network.record import diagnosis_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from dutygraph.graph.plan import Plan


@pytest.fixture(scope="module")
def shanwei_diagnosis(shanwei: "Plan") -> Diagnosis:
    return diagnose(incidence_of(shanwei))


def test_the_coordinator_of_the_real_plan(shanwei_diagnosis: Diagnosis) -> None:
    """政务公开办 holds 36 of 40 requirements, in 30 of 34 rows."""
    (found,) = shanwei_diagnosis.coordinators
    assert found.unit == "政务公开办"
    assert found.share == 30 / 34
    assert len(shanwei_diagnosis.units[0].load.requirements) == 36


def test_without_the_coordinator_clusters_remain(shanwei_diagnosis: Diagnosis) -> None:
    """Two groups, read off the rows by hand, and five units that meet nobody else."""
    groups = [{m.unit for m in cluster.members} for cluster in shanwei_diagnosis.clusters]
    assert groups == [
        {"治巡支队", "法制支队", "禁毒支队", "科信支队", "网警支队"},
        {"“平安厅”局长信箱工作专班", "宣传科", "市局防控办"},
    ]
    assert len(shanwei_diagnosis.grouping.apart) == 5
    with_hub = shanwei_diagnosis.with_coordinators.clusters
    assert any("政务公开办" in {m.unit for m in each.members} for each in with_hub)


def test_the_record_keeps_the_contract(shanwei_diagnosis: Diagnosis) -> None:
    record = diagnosis_record(shanwei_diagnosis)
    assert {"units", "clusters", "pairs", "modularity", "stability", "settings"} <= set(record)
    hub = record["units"][0]
    assert (hub["unit"], hub["requirements"], hub["coordinator"]) == ("政务公开办", 36, True)
    assert hub["orphans_if_removed"][:3] == ["4", "5", "8"]
    assert hub["cut_unit"] is True
    assert hub["bottleneck"] == ["B1", "B2", "B3", "B4"]
    pair = next(p for p in record["pairs"] if {p["a"], p["b"]} == {"政务公开办", "宣传科"})
    assert (pair["together"], len(pair["requirements"])) == (9, 11)


def shuffled(incidence: Incidence, seed: int) -> Incidence:
    random = Random(seed)  # noqa: S311
    duties, ties = list(incidence.duties), list(incidence.ties)
    random.shuffle(duties)
    random.shuffle(ties)
    return Incidence.of(duties, ties, incidence.titles)


def test_the_order_of_the_input_changes_nothing(shanwei: "Plan") -> None:
    found = incidence_of(shanwei)
    expected = diagnose(found)
    assert all(diagnose(shuffled(found, seed)) == expected for seed in range(3))


SCRIPT = """
import json, sys
from dutygraph.graph.codes import Role
from dutygraph.graph.network.diagnosis import diagnose
from dutygraph.graph.network.incidence import Duty, Incidence, Tie
from dutygraph.graph.network.record import diagnosis_record
rows = json.load(sys.stdin)
duties = {Duty("p", n, f"r{n}", str(n), f"row{n}", "x") for n in range(len(rows))}
ties = {
    Tie("p", f"row{n}", f"r{n}", unit, Role.RESPONSIBLE, at)
    for n, names in enumerate(rows) for at, unit in enumerate(names)
}
print(json.dumps(diagnosis_record(diagnose(Incidence.of(duties, ties))), ensure_ascii=False))
"""


def test_the_same_bytes_under_five_hash_seeds() -> None:
    random = Random(7)  # noqa: S311
    rows = [random.sample([f"单位{n}" for n in range(24)], random.randint(1, 4)) for _ in range(60)]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            input=json.dumps(rows),
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in range(1, 6)
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["clusters"]


def renamed(incidence: Incidence, names: dict[str, str]) -> Incidence:
    ties = [replace(tie, unit=names[tie.unit]) for tie in incidence.ties]
    return Incidence.of(incidence.duties, ties, incidence.titles)


def test_new_names_change_no_figure(shanwei: "Plan") -> None:
    """Loads, positions and pairs follow the units under any renaming."""
    found = incidence_of(shanwei)
    order = sorted(found.names, key=lambda name: name[::-1])
    names = {name: f"单位{place}" for place, name in enumerate(order)}
    one, other = diagnose(found), diagnose(renamed(found, names))
    figures = {
        names[u.unit]: (round(u.load.fractional, 9), u.position.removal, u.codes) for u in one.units
    }
    assert figures == {
        u.unit: (round(u.load.fractional, 9), u.position.removal, u.codes) for u in other.units
    }
    groups = {frozenset(names[m.unit] for m in c.members) for c in one.clusters}
    assert groups == {frozenset(m.unit for m in c.members) for c in other.clusters}


@pytest.mark.parametrize(
    "rows", [[], [[]], [["*各单位"]], [["甲"]], [["甲"], ["乙"]], [["甲", "乙"]]]
)
def test_the_smallest_plans_are_diagnosed(
    rows: list[list[str]], make_incidence: "Callable[..., Incidence]"
) -> None:
    """No plan is too small to be answered."""
    found = diagnose(make_incidence(rows))
    assert found.requirements == len(rows)
    assert json.dumps(diagnosis_record(found), allow_nan=False)
