"""The answers on the real plan, stored in `expected/` and read against the printed plan by eye.

What was read: the names in each cell (so the owners, the single owners, the collectives and their
places), the five shared cells, the sections and tasks, the timing of 16, 24, 37 and 38, and the
six citations. The counts are made a second time from the values of the plan in `test_counts.py`.
"""

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.questions import Question, ask, catalogue

if TYPE_CHECKING:
    from dutygraph.graph.store import Store

FOLDER = Path(__file__).parent / "expected"
LEFT_OUT = {"text", "sha256"}
"""Columns that only repeat what the plan says at length."""
OTHER = {
    *("graph-sizes", "units-new", "units-gone"),
    *("requirements-new", "requirements-gone", "requirements-kept", "owner-changes"),
}
"""Questions whose answer is no matter of this one plan."""
STORED = [asked for asked in catalogue() if asked.name not in OTHER]


def rows(store: "Store", asked: Question) -> list[dict[str, str]]:
    given = {each.name: each.example for each in asked.parameters if each.required}
    table = ask(store, asked.name, **given)
    kept = [place for place, name in enumerate(table.columns) if name not in LEFT_OUT]
    return [{table.columns[place]: row[place] for place in kept} for row in table.texts()]


@pytest.mark.parametrize("asked", STORED, ids=lambda asked: asked.name)
def test_a_question_gives_the_stored_answer_on_the_real_plan(
    asked: Question, store: "Store"
) -> None:
    with (FOLDER / f"{asked.name}.csv").open(encoding="utf-8", newline="") as file:
        assert rows(store, asked) == list(csv.DictReader(file))


def test_every_stored_answer_has_its_question() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {asked.name for asked in STORED}
