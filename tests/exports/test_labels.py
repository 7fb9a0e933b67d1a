"""Requirements are named by their printed numbers, and never two alike."""

from dataclasses import replace

from specimens import plan_of

from dutygraph.exports.labels import labels, title_of
from dutygraph.graph.codes import Role

CELL = [("甲局", Role.LEAD)]


def renumbered(plan, numbers, parts=None):
    changed = [
        replace(one, number=number, part=parts[place] if parts else None)
        for place, (one, number) in enumerate(zip(plan.requirements, numbers, strict=True))
    ]
    return replace(plan, requirements=tuple(changed))


def test_the_example_keeps_its_numbers(plan):
    assert list(labels(plan).values()) == [one.number for one in plan.requirements]


def test_numbers_that_start_again_bear_their_section():
    plan = renumbered(plan_of([CELL] * 4, sections=2), ["1", "2", "1", "3"])
    assert list(labels(plan).values()) == ["1.1", "2", "2.1", "3"]


def test_parts_and_missing_numbers_are_told_apart():
    plan = renumbered(plan_of([CELL] * 3), ["1", "1", ""], [1, 2, None])
    assert list(labels(plan).values()) == ["1-1", "1-2", "3"]


def test_no_two_are_ever_alike():
    plan = renumbered(plan_of([CELL] * 3), ["1", "1", "1"])
    assert list(labels(plan).values()) == ["1.1#1", "1.1#2", "1.1#3"]


def test_brackets_around_a_number_are_left_out():
    plan = renumbered(plan_of([CELL] * 2), ["（七）", "8."])
    assert list(labels(plan).values()) == ["七", "8"]


def test_a_plan_without_a_title_is_called_by_its_file():
    plan = plan_of([CELL], title="")
    assert title_of(replace(plan, source=replace(plan.source, path="a\\b/甲.txt"))) == "甲.txt"
