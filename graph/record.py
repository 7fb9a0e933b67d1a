"""The JSON contract of a plan: plain dictionaries, the same keys always."""

from typing import Any

from ..ontology.messages import say
from .plan import Actor, Assignment, Citation, Doubt, Plan, Requirement, Timing
from .span import Span

Record = dict[str, Any]


def plan_record(plan: Plan) -> Record:
    """Give a plan as plain values for JSON: numbers, strings, lists and dictionaries."""
    return {
        "title": plan.title,
        "issuer": plan.issuer,
        "year": plan.year,
        "document_number": _text(plan.document_number),
        "date": plan.date,
        "addressees": list(plan.addressees),
        "source": _source(plan),
        "ownership_heading": plan.ownership_heading,
        "counts": counts(plan),
        "sections": [_section(plan, index) for index in range(len(plan.sections))],
        "requirements": [_requirement(plan, requirement) for requirement in plan.requirements],
        "implied": [
            {
                "unit": implied.unit,
                "role": implied.role.value,
                "from": implied.start,
                "collective": implied.collective,
                "span": _span(implied.span),
            }
            for implied in plan.implied
        ],
        "citations": [_citation(citation) for citation in plan.citations],
        "warnings": [_warning(doubt) for doubt in plan.doubts],
    }


def counts(plan: Plan) -> dict[str, int]:
    """Count what a plan holds. A mention is one name in one unit cell."""
    collectives = {
        assignment.name
        for row in plan.rows
        for assignment in row.assignments
        if assignment.collective
    }
    return {
        "sections": len(plan.sections),
        "tasks": len(plan.tasks),
        "requirements": len(plan.requirements),
        "rows": len(plan.rows),
        "mentions": sum(len(row.assignments) for row in plan.rows),
        "pairs": sum(1 for _ in plan.pairs()),
        "names": len(plan.names),
        "collectives": len(collectives),
    }


def _source(plan: Plan) -> Record:
    source = plan.source
    return {
        "path": source.path,
        "sha256": source.sha256,
        "format": source.format,
        "layout": source.layout,
        "layout_score": source.layout_score,
    }


def _section(plan: Plan, index: int) -> Record:
    section = plan.sections[index]
    tasks = [
        {"id": task.id, "number": task.number, "title": task.title, "span": _span(task.span)}
        for task in plan.tasks
        if task.section == section.id
    ]
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "tasks": tasks,
        "span": _span(section.span),
    }


def _requirement(plan: Plan, requirement: Requirement) -> Record:
    row = plan.row_by_id[requirement.row]
    section = plan.section_by_id.get(requirement.section or "")
    task = plan.task_by_id.get(requirement.task or "")
    shared = len(row.requirements) > 1
    record: Record = {
        "id": requirement.id,
        "number": requirement.number,
        "section": section.title if section else None,
        "task": task.title if task else None,
        "text": requirement.text,
        "row": requirement.row,
        "open": row.open,
        "assignments": [_assignment(assignment, shared) for assignment in row.assignments],
        "timing": [_timing(timing) for timing in requirement.timing],
        "citations": [_citation(citation) for citation in requirement.citations],
        "actors": [_actor(actor) for actor in requirement.actors],
        "span": _span(requirement.span),
    }
    if requirement.part is not None:
        record["part"] = requirement.part
    if requirement.remark is not None:
        record["remark"] = requirement.remark
    return record


def _assignment(assignment: Assignment, shared: bool) -> Record:
    record: Record = {
        "unit": assignment.unit,
        "role": assignment.role.value,
        "basis": assignment.basis.value,
        "collective": assignment.collective,
        "position": assignment.position,
        "shared": shared,
        "confidence": assignment.confidence,
        "span": _span(assignment.span),
    }
    if assignment.full_name is not None:
        record["full_name"] = assignment.full_name
    if assignment.person:
        record["person"] = True
    return record


_TIMING_FACTS = ("period", "count", "duration", "date", "hedge", "activity")


def _timing(timing: Timing) -> Record:
    facts = {name: getattr(timing, name) for name in _TIMING_FACTS}
    return {
        "kind": timing.kind.value,
        "raw": timing.raw,
        **{name: value for name, value in facts.items() if value is not None},
        "span": _span(timing.span),
    }


def _citation(citation: Citation) -> Record:
    return {
        "raw": citation.raw,
        "title": citation.title,
        "number": _text(citation.number),
        "kind": citation.kind.value,
        "cue": citation.cue,
        "regulation_kind": citation.regulation_kind.value,
        "span": _span(citation.span),
    }


def _actor(actor: Actor) -> Record:
    return {
        "name": actor.name,
        "role": actor.role.value,
        "post": actor.post,
        "span": _span(actor.span),
    }


def _warning(doubt: Doubt) -> Record:
    return {
        "code": doubt.code.rpartition(".")[2],
        "message": say(doubt.code, None, **dict(doubt.values)),
        "place": doubt.span.place if doubt.span else None,
    }


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end, "place": span.place}


def _text(value: object) -> str | None:
    return None if value is None else str(value)
