"""What a plan holds, as lines that a person reads on a terminal."""

from typing import TYPE_CHECKING

from ..ontology.messages import say

if TYPE_CHECKING:
    from ..graph.plan import Doubt, Plan


def plan_summary(plan: "Plan") -> str:
    """Give the title, the counts, the units by load and the doubtful places of a plan."""
    lines = [plan.title, _origin(plan), _counts(plan), _units(plan), *_doubts(plan)]
    return "\n".join(line for line in lines if line)


def doubt_sentence(doubt: "Doubt") -> str:
    """Say a doubt in the language in use, its place first."""
    sentence = say(doubt.code, None, **dict(doubt.values))
    place = doubt.span.describe() if doubt.span else ""
    return say("cli.doubt", place=place, sentence=sentence) if place else sentence


def _origin(plan: "Plan") -> str:
    return say(
        "cli.summary-origin",
        issuer=plan.issuer or say("cli.unknown"),
        year=plan.year or say("cli.unknown"),
        format=plan.source.format,
        layout=plan.source.layout or "–",
        score=round(plan.source.layout_score, 2),
    )


def _counts(plan: "Plan") -> str:
    return say(
        "cli.summary-counts",
        sections=len(plan.sections),
        tasks=len(plan.tasks),
        requirements=len(plan.requirements),
        rows=len(plan.rows),
        names=len(plan.names),
        collectives=len(_collectives(plan)),
        pairs=sum(1 for _ in plan.pairs()),
    )


def _collectives(plan: "Plan") -> set[str]:
    return {a.name for row in plan.rows for a in row.assignments if a.collective}


def _units(plan: "Plan") -> str:
    load: dict[str, set[str]] = {name: set() for name in plan.names}
    for requirement, assignment in plan.pairs():
        if not assignment.person:
            load[assignment.name].add(requirement.id)
    ranked = sorted(load.items(), key=lambda item: -len(item[1]))
    shown = say("cli.joint").join(f"{name} {len(held)}" for name, held in ranked)
    return say("cli.summary-units", units=shown) if shown else ""


def _doubts(plan: "Plan") -> list[str]:
    if not plan.doubts:
        return [say("cli.summary-no-doubts")] if plan.requirements else []
    sentences = [f"  · {doubt_sentence(doubt)}" for doubt in plan.doubts]
    return [say("cli.summary-doubts", n=len(sentences)), *sentences]
