"""What a supervisor should look at in a plan, each finding with its requirements and units."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .lens import Lens
from .wording import Words, both, joined

if TYPE_CHECKING:
    from ..graph.network.diagnosis import Pair, UnitDiagnosis
    from ..graph.network.ownership import Finding as Gap
    from ..graph.plan import Doubt, Plan

Kind = Literal["gap", "habit", "coordinator", "bottleneck", "cluster", "doubt"]
Level = Literal["red", "amber", "note"]
LEVELS: tuple[Level, ...] = ("red", "amber", "note")
KINDS: tuple[Kind, ...] = ("gap", "habit", "coordinator", "bottleneck", "cluster", "doubt")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at, in both languages."""

    kind: Kind
    level: Level
    code: str
    """U0 … of a gap or habit, B1+B2 of a bottleneck, the message of a doubt; else the kind."""
    title: Words
    detail: Words | None = None
    advice: Words | None = None
    requirements: tuple[str, ...] = ()
    """Ids in the plan, in document order."""
    units: tuple[str, ...] = ()
    """Names as the plan knows them."""


def findings(lens: Lens) -> tuple[Finding, ...]:
    """Give what there is to look at in a plan: gaps first, the gravest first; doubts last."""
    found = [
        *_red_gaps(lens),
        *_lesser_gaps(lens),
        *_habits(lens),
        *_implied(lens),
        *_coordinators(lens),
        *_bottlenecks(lens),
        *_clusters(lens),
        *_doubts(lens),
    ]
    return tuple(sorted(found, key=lambda finding: KINDS.index(finding.kind)))


def gaps(lens: Lens) -> "dict[str, list[Gap]]":
    """Give what the rules say of each requirement of a plan, by its id, the gravest first."""
    found: dict[str, list[Gap]] = {}
    for gap in lens.gaps:
        for requirement in lens.ids([gap.ref]):
            found.setdefault(requirement, []).append(gap)
    for held in found.values():
        held.sort(key=lambda gap: (LEVELS.index(gap.severity), gap.code))
    return found


def _red_gaps(lens: Lens) -> Iterator[Finding]:
    for requirement, held in gaps(lens).items():
        for gap in held:
            if gap.severity == "red":
                yield Finding(
                    "gap",
                    "red",
                    gap.code,
                    both("findings.gap", title=gap.title, number=lens.number(requirement)),
                    dict(gap.why),
                    dict(gap.suggestion),
                    requirements=(requirement,),
                    units=lens.names(gap.units),
                )


def _lesser_gaps(lens: Lens) -> Iterator[Finding]:
    """Say amber findings and notes once a rule, with all their requirements."""
    by_code: dict[str, list[Gap]] = {}
    for gap in lens.gaps:
        if gap.severity != "red" and not lens.is_habit(gap) and lens.ids([gap.ref]):
            by_code.setdefault(gap.code, []).append(gap)
    for code, held in sorted(
        by_code.items(), key=lambda item: (LEVELS.index(item[1][0].severity), item[0])
    ):
        requirements = lens.ids(gap.ref for gap in held)
        several = len(requirements) > 1
        title = {
            lang: f"{words}{both('findings.tally', n=len(requirements))[lang]}"
            for lang, words in held[0].title.items()
        }
        yield Finding(
            "gap",
            held[0].severity,
            code,
            title
            if several
            else both("findings.gap", title=held[0].title, number=lens.number(requirements[0])),
            _numbers(lens, requirements) if several else dict(held[0].why),
            None if several else dict(held[0].suggestion),
            requirements=requirements,
        )


def _numbers(lens: Lens, requirements: Iterable[str]) -> Words:
    return joined("findings.numbers", "numbers", [lens.number(one) for one in requirements])


def _habits(lens: Lens) -> Iterator[Finding]:
    for habit in lens.habits:
        held = (gap.ref for gap in lens.gaps if gap.code == habit.code)
        yield Finding("habit", "note", habit.code, dict(habit.message), requirements=lens.ids(held))


def _implied(lens: Lens) -> Iterator[Finding]:
    """Say what the document adds once to all later requirements, which name it no more."""
    order = [requirement.id for requirement in lens.plan.requirements]
    for added in lens.plan.implied:
        yield Finding(
            "habit",
            "note",
            "implied",
            both(
                "findings.implied",
                number=lens.number(added.start),
                unit=added.unit,
                role=both(f"codes.role-{added.role.value}"),
            ),
            {"zh": added.span.describe("zh"), "en": added.span.describe("en")},
            requirements=tuple(order[order.index(added.start) :]),
            units=lens.names([added.unit]),
        )


def _coordinators(lens: Lens) -> Iterator[Finding]:
    for unit in lens.units:
        held = lens.ids(unit.load.requirements)
        name = lens.name(unit.unit)
        if unit.coordinator and name and held:
            total = len(lens.plan.requirements)
            yield Finding(
                "coordinator",
                "note",
                "coordinator",
                both("findings.coordinator", unit=name, n=len(held), total=total),
                both("findings.coordinator-detail"),
                requirements=held,
                units=(name,),
            )


def _bottlenecks(lens: Lens) -> Iterator[Finding]:
    for unit in lens.units:
        name = lens.name(unit.unit)
        held = lens.ids(unit.load.requirements)
        if unit.bottleneck and name and held:
            yield Finding(
                "bottleneck",
                "amber",
                "+".join(unit.codes),
                both("findings.bottleneck", unit=name),
                _reasons(unit),
                requirements=lens.ids(unit.load.orphans) or held,
                units=(name,),
            )


def _reasons(unit: "UnitDiagnosis") -> Words:
    load, position = unit.load, unit.position
    values: dict[str, dict[str, object]] = {
        "B1": {"load": f"{load.fractional:.1f}", "n": len(load.requirements)},
        "B2": {"n": len(load.alone)},
        "B3": {"pieces": position.removal.pieces, "betweenness": f"{position.betweenness:.2g}"},
        "B4": {"n": len(load.orphans), "cut": position.removal.cut_off},
    }
    cut = "-cut" if position.removal.pieces > 1 else ""
    sentences = [
        both(f"findings.reason-{code}{cut if code in {'B3', 'B4'} else ''}", **values[code])
        for code in unit.codes
    ]
    joint = both("findings.reason-joint")
    end = both("findings.reason-end")
    return {
        "zh": joint["zh"].join(one["zh"] for one in sentences) + end["zh"],
        "en": _capital(joint["en"].join(one["en"] for one in sentences)) + end["en"],
    }


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _clusters(lens: Lens) -> Iterator[Finding]:
    for number, cluster in enumerate(lens.clusters):
        names = lens.names(member.unit for member in cluster.members)
        held = lens.ids(cluster.requirements)
        if len(names) > 1 and held:
            share = min(member.share for member in cluster.members)
            yield Finding(
                "cluster",
                "note",
                f"cluster-{number + 1}",
                joined("findings.cluster", "units", names, label=cluster.label),
                _cluster_detail(len(held), len(lens.ids(cluster.crossing)), share),
                requirements=held,
                units=names,
            )


def _cluster_detail(held: int, crossing: int, share: float) -> Words:
    parts = (
        both("findings.cluster-held", n=held),
        both("findings.cluster-crossing" if crossing else "findings.cluster-closed", n=crossing),
        both(
            "findings.cluster-steady" if share > 0.995 else "findings.cluster-share",
            share=f"{share:.0%}",
        ),
    )
    return {
        "zh": "".join(part["zh"] for part in parts),
        "en": "".join(part["en"] for part in parts),
    }


def surprising_pairs(lens: Lens) -> "list[tuple[str, str, Pair]]":
    """Give the pairs of a plan whose test was significant, by the plan's own names."""
    return [
        (a, b, pair)
        for pair in lens.pairs
        if pair.significant and (a := lens.name(pair.a)) and (b := lens.name(pair.b))
    ]


def _doubts(lens: Lens) -> Iterator[Finding]:
    for doubt in lens.plan.doubts:
        yield Finding(
            "doubt",
            "note",
            doubt.code,
            both(doubt.code, **dict(doubt.values)),
            _where(doubt),
            requirements=_at(lens.plan, doubt),
        )


def _where(doubt: "Doubt") -> Words | None:
    span = doubt.span
    return {"zh": span.describe("zh"), "en": span.describe("en")} if span else None


def _at(plan: "Plan", doubt: "Doubt") -> tuple[str, ...]:
    if doubt.span is None:
        return ()
    here = (doubt.span.sheet, doubt.span.table, doubt.span.row, doubt.span.paragraph)
    spans = (
        (requirement, span)
        for requirement in plan.requirements
        for span in (requirement.span, plan.row_by_id[requirement.row].span)
    )
    held = (r.id for r, span in spans if (span.sheet, span.table, span.row, span.paragraph) == here)
    return tuple(dict.fromkeys(held))
