"""What must hold of any plan: names, order of rows and order in a row change no figure."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from dutygraph.graph.codes import Role
from dutygraph.graph.network.diagnosis import Diagnosis, diagnose
from dutygraph.graph.network.incidence import Duty, Incidence, Tie
from dutygraph.graph.network.settings import Settings

NAMES = [f"单位{n}" for n in range(9)]
plans = st.lists(st.lists(st.sampled_from(NAMES), max_size=4, unique=True), min_size=1, max_size=14)
QUICK = Settings(seeds=10)


def incidence(rows: Sequence[Sequence[str]]) -> Incidence:
    duties = [Duty("p", n, f"r{n}", str(n), f"row{n}", "做好。") for n in range(len(rows))]
    ties = [
        Tie("p", f"row{n}", f"r{n}", name, Role.RESPONSIBLE, place)
        for n, names in enumerate(rows)
        for place, name in enumerate(names, 1)
    ]
    return Incidence.of(duties, ties)


def figures(found: Diagnosis, names: dict[str, str] | None = None) -> tuple[object, ...]:
    """Give every figure of units and pairs under their names, free of rows and order."""
    called = names or {name: name for name in NAMES}
    units = {
        called[u.unit]: (
            round(u.load.fractional, 9),
            len(u.load.alone),
            len(u.load.orphans),
            u.load.rank,
            round(u.position.betweenness, 9),
            u.position.constraint and round(u.position.constraint, 9),
            u.position.removal,
            u.position.partners,
            round(u.position.expected_partners, 6),
            u.codes,
            u.coordinator,
        )
        for u in found.units
    }
    pairs = {
        frozenset((called[p.a], called[p.b])): (p.together, round(p.weight, 9), round(p.p, 6))
        for p in found.pairs
    }
    return units, pairs


@settings(deadline=None, max_examples=60)
@given(plans, st.randoms(use_true_random=False))
def test_order_changes_no_figure(rows: list[list[str]], random) -> None:
    """Rows in any order, names in any order within a row."""
    moved = [random.sample(names, len(names)) for names in random.sample(rows, len(rows))]
    assert figures(diagnose(incidence(rows), QUICK)) == figures(diagnose(incidence(moved), QUICK))


@settings(deadline=None, max_examples=60)
@given(plans, st.permutations(NAMES))
def test_names_change_no_figure(rows: list[list[str]], order: list[str]) -> None:
    names = dict(zip(NAMES, order, strict=True))
    renamed = [[names[name] for name in row] for row in rows]
    first = figures(diagnose(incidence(rows), QUICK), names)
    assert first == figures(diagnose(incidence(renamed), QUICK))


@settings(deadline=None, max_examples=60)
@given(plans)
def test_what_must_hold_of_any_diagnosis(rows: list[list[str]]) -> None:
    """Loads add up, shares lie between 0 and 1, every claim has its rows, ranks hold the rank."""
    found = diagnose(incidence(rows), QUICK)
    total = sum(u.load.fractional for u in found.units)
    assert abs(total - sum(bool(row) for row in rows)) < 1e-9
    for place, unit in enumerate(found.units, 1):
        assert unit.load.rank[0] <= place <= unit.load.rank[1]
        assert 0 <= unit.position.betweenness <= 1
        assert all(reading.rows for reading in unit.readings)
    for cluster in found.clusters:
        assert len(cluster.members) > 1
        assert all(0.5 <= member.share <= 1 for member in cluster.members)
        assert cluster.requirements
    for pair in found.pairs:
        assert 0 <= pair.p <= pair.q <= 1
        assert pair.rows
