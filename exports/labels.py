"""How plans and requirements are called where they are listed."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..graph.network.incidence import bare_number

if TYPE_CHECKING:
    from ..graph.plan import Plan, Requirement


def file_of(plan: "Plan") -> str:
    """Give the name of the file that a plan was read from, without its folders."""
    return plan.source.path.replace("\\", "/").rpartition("/")[2]


def title_of(plan: "Plan") -> str:
    """Give the title of a plan, the name of its file where no title was found."""
    return plan.title or file_of(plan)


def labels(plan: "Plan") -> dict[str, str]:
    """Give each requirement's short name, by id; no two of a plan are equal.

    It is the printed number (its place in the plan where none is printed), with the part behind
    it: `3`, `3-2`. Where numbers start again, the section's number stands before it: `二.3`;
    where that does not tell them apart either, the place in the plan stands behind it: `二.3#17`.
    """
    places = {requirement.id: place for place, requirement in enumerate(plan.requirements, 1)}
    numbered = {one.id: _number(one, places[one.id]) for one in plan.requirements}
    sectioned = {one.id: _under_section(plan, one, numbered[one.id]) for one in plan.requirements}
    chosen = _where_repeated(numbered, sectioned)
    final = {identity: f"{label}#{places[identity]}" for identity, label in chosen.items()}
    return _where_repeated(chosen, final)


def _number(requirement: "Requirement", place: int) -> str:
    number = bare_number(requirement.number) or str(place)
    return f"{number}-{requirement.part}" if requirement.part else number


def _under_section(plan: "Plan", requirement: "Requirement", number: str) -> str:
    section = plan.section_by_id.get(requirement.section or "")
    return f"{section.number}.{number}" if section and section.number else number


def _where_repeated(short: Mapping[str, str], long: Mapping[str, str]) -> dict[str, str]:
    often = Counter(short.values())
    return {key: long[key] if often[label] > 1 else label for key, label in short.items()}
