"""Loads and pairs are counted from the plan alone."""

from itertools import combinations

from specimens import plan_of

from dutygraph.exports.standing import shared, standings
from dutygraph.graph.codes import Role

LEAD, HELP = Role.LEAD, Role.SUPPORT


def test_units_stand_by_load_and_collectives_last():
    plan = plan_of(
        [
            [("各局", LEAD), ("甲", HELP)],
            [("各局", LEAD), ("乙", LEAD)],
            [("乙", HELP), ("各局", HELP)],
        ]
    )
    units = standings(plan)
    assert [(unit.name, unit.load, unit.collective) for unit in units] == [
        ("乙", 2, False),
        ("甲", 1, False),
        ("各局", 3, True),
    ]
    assert units[0].owned == ("r2",)
    assert units[0].in_role(HELP) == ("r3",)


def test_a_name_twice_in_a_cell_counts_once():
    plan = plan_of([[("甲", LEAD), ("甲", HELP)]])
    assert standings(plan)[0].held == (("r1", LEAD),)


def test_pairs_of_the_example_agree_with_counting_cell_by_cell(plan):
    counted = {}
    for requirement in plan.requirements:
        names = {held.name for held in plan.assignments(requirement)}
        for pair in combinations(sorted(names), 2):
            counted.setdefault(pair, []).append(requirement.id)
    found = shared(standings(plan))
    assert {tuple(sorted(pair)): list(both) for pair, both in found.items()} == counted
    assert len(found[next(iter(found))]) == max(map(len, counted.values()))
