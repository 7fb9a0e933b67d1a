"""A plan as the page holds it: plain values, references by place in a list, texts verbatim."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..labels import file_of, labels, title_of
from ..schedule import meaning
from ..standing import Standing, standings

if TYPE_CHECKING:
    from ...graph.plan import Plan, Requirement, Timing
    from ...graph.span import Span

Content = dict[str, Any]


def plan_content(plan: "Plan") -> Content:
    """Give the content of one plan. Sections, tasks, units, requirements are known by place."""
    units = standings(plan)
    places = {unit.name: place for place, unit in enumerate(units)}
    sections = {section.id: place for place, section in enumerate(plan.sections)}
    named = labels(plan)
    tasks = {task.id: place for place, task in enumerate(plan.tasks)}
    return {
        "title": title_of(plan),
        "issuer": plan.issuer,
        "year": plan.year,
        "file": file_of(plan),
        "heading": plan.ownership_heading,
        "sections": [section.title for section in plan.sections],
        "tasks": [task.title for task in plan.tasks],
        "units": [_unit(unit) for unit in units],
        "requirements": [
            _requirement(plan, requirement, places)
            | {
                "label": named[requirement.id],
                "section": sections.get(requirement.section or ""),
                "task": tasks.get(requirement.task or ""),
            }
            for requirement in plan.requirements
        ],
    }


def _unit(unit: Standing) -> Content:
    return {"name": unit.name, "collective": unit.collective, "load": unit.load}


def _requirement(plan: "Plan", requirement: "Requirement", places: Mapping[str, int]) -> Content:
    assignments = plan.assignments(requirement)
    units: dict[int, list[Any]] = {}
    for held in assignments:
        if not held.person:
            place = places[held.name]
            units.setdefault(place, [place, held.role.value, held.basis.value, held.confidence])
    return {
        "id": requirement.id,
        "number": requirement.number,
        "part": requirement.part,
        "text": requirement.text,
        "units": [entry[:2] for entry in units.values()],
        "bases": sorted({entry[2] for entry in units.values()}),
        "persons": [held.unit for held in assignments if held.person],
        "open": plan.row_by_id[requirement.row].open,
        "shared": _shared(plan, requirement),
        "place": _place(requirement.span),
        "cell": _place(plan.row_by_id[requirement.row].span),
        "timing": [_timing(timing) for timing in requirement.timing],
        "citations": [
            {"raw": citation.raw, "kind": citation.kind.value} for citation in requirement.citations
        ],
        "actors": [{"name": actor.name, "role": actor.role.value} for actor in requirement.actors],
        "remark": requirement.remark,
    }


def _shared(plan: "Plan", requirement: "Requirement") -> list[str]:
    row = plan.row_by_id[requirement.row]
    return [other for other in row.requirements if other != requirement.id]


def _place(span: "Span") -> Content:
    return {lang: span.describe(lang) for lang in ("zh", "en")}


def _timing(timing: "Timing") -> Content:
    return {"raw": timing.raw, "kind": timing.kind.value, "meaning": meaning(timing)}
