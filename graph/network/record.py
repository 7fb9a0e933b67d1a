"""The JSON contract of a diagnosis and of ownership findings, as plain dicts."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ...ontology.language import Language, language
from ...ontology.messages import say
from .incidence import Ref

if TYPE_CHECKING:
    from .across import Corpus
    from .audit import Across, Down
    from .clusters import Cluster
    from .diagnosis import Diagnosis, Pair, UnitDiagnosis
    from .incidence import Incidence
    from .ownership import Gap, Ownership
    from .what_if import Outcome

Name = Callable[[Ref], str]
DIGITS = 6


def names_of(refs: Iterable[Ref], titles: tuple[tuple[str, str], ...]) -> Name:
    """Give how to name a requirement: its printed number, its id where numbers repeat.

    With several plans the title of the plan stands before it.
    """
    held = set(refs)
    often = Counter((ref.plan, ref.number) for ref in held)
    title = dict(titles)

    def name(ref: Ref) -> str:
        own = ref.number if often[ref.plan, ref.number] < 2 else ref.id
        return own if len(title) < 2 else f"{title[ref.plan]} {own}"

    return name


def diagnosis_record(diagnosis: "Diagnosis") -> dict[str, Any]:
    """Give a diagnosis as the JSON contract says it; figures are rounded to six digits."""
    name = names_of(
        (ref for unit in diagnosis.units for ref in unit.load.requirements), diagnosis.titles
    )
    plain = diagnosis.with_coordinators
    settings = diagnosis.settings
    return {
        "units": [_unit(unit, name) for unit in diagnosis.units],
        "coordinators": [
            {"unit": each.unit, "share": _round(each.share), "reach": _round(each.reach)}
            for each in diagnosis.coordinators
        ],
        "clusters": [_cluster(cluster, name) for cluster in diagnosis.clusters],
        "apart": list(diagnosis.grouping.apart),
        "pairs": [_pair(pair, name) for pair in diagnosis.pairs],
        "modularity": _round(diagnosis.modularity),
        "stability": _round(diagnosis.stability),
        "with_coordinators": {
            "clusters": [_cluster(cluster, name) for cluster in plain.clusters],
            "modularity": _round(plain.modularity),
            "stability": _round(plain.stability),
        },
        "overlapping": [list(members) for members in diagnosis.overlapping],
        "single_points": [
            {
                "section": each.section,
                "unit": each.unit,
                "requirements": [name(ref) for ref in each.requirements],
                "share": _round(each.share),
            }
            for each in diagnosis.single_points
        ],
        "settings": {field: getattr(settings, field) for field in settings.__slots__},
    }


def corpus_record(corpus: "Corpus") -> dict[str, Any]:
    """Give what many plans show together."""
    return {
        "units": [asdict(each) for each in corpus.standings],
        "plans": [asdict(each) for each in corpus.divisions],
        "likeness": [asdict(each) for each in corpus.likenesses],
    }


def audit_record(incidence: "Incidence") -> dict[str, Any]:
    """Give the RACI audit and the coverage of rules."""
    from .audit import audit
    from .coverage import coverage

    found, rules = audit(incidence), coverage(incidence)
    name = names_of((duty.ref for duty in incidence.duties), incidence.titles)
    down = {key: list(map(name, refs)) for key, refs in _fields(found.down)}
    across = [
        {key: value if key == "unit" else list(map(name, value)) for key, value in _fields(each)}
        for each in found.across
    ]
    unowned = [
        {"regulation": each.regulation, "requirements": list(map(name, each.requirements))}
        for each in rules.unowned
    ]
    return {
        "down": down,
        "across": across,
        "rules_without_owner": unowned,
        "requirements_without_rule": list(map(name, rules.uncited)),
    }


def _fields(value: "Down | Across") -> list[tuple[str, Any]]:
    """Give the fields of a frozen value by name."""
    return [(key, getattr(value, key)) for key in value.__slots__]


def outcome_record(outcome: "Outcome") -> dict[str, Any]:
    """Give the outcome of a change: what is lost, and before and after side by side."""
    before, after = outcome.before, outcome.after
    known = (ref for unit in before.units for ref in unit.load.requirements)
    name = names_of(known, before.titles)
    return {
        "changes": [str(change) for change in outcome.changes],
        "orphaned": [name(ref) for ref in outcome.orphaned],
        "waiting": [name(ref) for ref in outcome.waiting],
        "pieces": {"before": outcome.pieces[0], "after": outcome.pieces[1]},
        "cut_off": list(outcome.cut_off),
        "loads": [
            {"unit": each.unit, "before": _round(each.before), "after": _round(each.after)}
            for each in outcome.shifts
        ],
        "before": _side(before),
        "after": _side(after),
    }


def _side(diagnosis: "Diagnosis") -> dict[str, Any]:
    return {
        "coordinators": [each.unit for each in diagnosis.coordinators],
        "bottlenecks": [unit.unit for unit in diagnosis.bottlenecks],
        "clusters": [[member.unit for member in each.members] for each in diagnosis.clusters],
    }


def _unit(unit: "UnitDiagnosis", name: Name) -> dict[str, Any]:
    load, position = unit.load, unit.position
    return {
        "unit": unit.unit,
        "kind": unit.kind,
        "requirements": len(load.requirements),
        "fractional_load": _round(load.fractional),
        "exclusive": len(load.alone),
        "betweenness": _round(position.betweenness),
        "constraint": None if position.constraint is None else _round(position.constraint),
        "partners": position.partners,
        "expected_partners": _round(position.expected_partners),
        "excess": _round(position.excess),
        "cut_unit": position.removal.pieces > 1,
        "orphans_if_removed": [name(ref) for ref in load.orphans],
        "coordinator": unit.coordinator,
        "bottleneck": list(unit.codes),
        "is_bottleneck": unit.bottleneck,
        "led": load.led,
        "supported": load.supported,
        "rank": list(load.rank),
        "readings": {
            reading.code: {key: _round(value) for key, value in reading.parts}
            | {"rows": [row.id for row in reading.rows]}
            for reading in unit.readings
        },
        "rows": _rows(load.rows),
    }


def _cluster(cluster: "Cluster", name: Name) -> dict[str, Any]:
    return {
        "members": [
            {"unit": member.unit, "share": _round(member.share), "core": member.core}
            for member in cluster.members
        ],
        "inner_weight": _round(cluster.inner_weight),
        "outer_weight": _round(cluster.outer_weight),
        "requirements": [name(ref) for ref in cluster.requirements],
        "inside": [name(ref) for ref in cluster.inside],
        "crossing": [name(ref) for ref in cluster.crossing],
        "rows": _rows(cluster.rows),
        "label": cluster.label,
    }


def _pair(pair: "Pair", name: Name) -> dict[str, Any]:
    return {
        "a": pair.a,
        "b": pair.b,
        "together": pair.together,
        "expected": _round(pair.expected),
        "z": _round(pair.z),
        "p": _round(pair.p),
        "q": _round(pair.q),
        "significant": pair.significant,
        "requirements": [name(ref) for ref in pair.requirements],
        "rows": _rows(pair.rows),
    }


def _rows(rows: Iterable[Ref]) -> list[str]:
    return [row.id for row in rows]


def _round(value: float) -> float:
    return round(value, DIGITS) + 0.0


def ownership_record(ownership: "Ownership", lang: Language | None = None) -> dict[str, Any]:
    """Give the findings as the JSON contract says it, sentences in one language."""
    spoken = lang or language()
    titles = ownership.incidence.titles
    name = names_of((duty.ref for duty in ownership.incidence.duties), titles)
    return {
        "plan": say("network.joint", spoken).join(title for _, title in titles),
        "summary": ownership.summary,
        "summary_of_rows": ownership.summary_of_rows,
        "audit": audit_record(ownership.incidence),
        "gaps": [_gap_record(gap, name(gap.ref), spoken) for gap in ownership.gaps],
        "habits": [
            {
                "code": habit.code,
                "share": round(habit.share, 2),
                "requirements": habit.requirements,
                "rows": habit.rows,
                "message": habit.message[spoken],
            }
            for habit in ownership.habits
        ],
    }


def _gap_record(gap: "Gap", number: str, lang: Language) -> dict[str, Any]:
    first = gap.findings[0]
    return {
        "requirement": number,
        "id": gap.ref.id,
        "text": first.text,
        "codes": list(gap.codes),
        "severity": gap.severity,
        "units": list(first.units),
        "why": say("network.next", lang).join(each.why[lang] for each in gap.findings),
        "suggestion": first.suggestion[lang],
        "place": first.span.place if first.span else "",
        "row": first.row,
    }
