"""What the network says about a plan, laid over the plan's content on the page."""

from typing import TYPE_CHECKING

from ..findings import Finding, findings, gaps, surprising_pairs
from ..lens import Lens

if TYPE_CHECKING:
    from ...graph.network.ownership import Finding as Gap
    from .content import Content


def with_insight(content: "Content", lens: Lens) -> "Content":
    """Add findings, the figures of each unit, and the pairs' tests to the content of a plan."""
    units = {unit["name"]: place for place, unit in enumerate(content["units"])}
    requirements = {one["id"]: place for place, one in enumerate(content["requirements"])}
    figures = _figures(lens, requirements)
    clusters = _clusters(lens)
    nothing: Content = dict.fromkeys(("fractional", "betweenness", "orphans"))
    for unit in content["units"]:
        unit.update(nothing | {"readings": [], "coordinator": False})
        unit.update(figures.get(unit["name"], {}))
        unit["cluster"] = clusters.get(unit["name"])
    said = gaps(lens)
    for requirement in content["requirements"]:
        held = said.get(requirement["id"], [])
        requirement["gaps"] = [_gap(gap, lens.is_habit(gap)) for gap in held]
    pairs = _pairs(lens, units)
    found = findings(lens)
    return content | {
        "findings": [_finding(finding, units, requirements) for finding in found],
        "pairs": pairs,
        "surprising": sorted(key for key, pair in pairs.items() if pair["surprising"]),
    }


def _figures(lens: Lens, requirements: dict[str, int]) -> "dict[str, Content]":
    return {
        name: {
            "fractional": round(unit.load.fractional, 3),
            "betweenness": round(unit.position.betweenness, 4),
            "orphans": [requirements[one] for one in lens.ids(unit.load.orphans)],
            "readings": list(unit.codes),
            "coordinator": unit.coordinator,
        }
        for unit in lens.units
        if (name := lens.name(unit.unit))
    }


def _clusters(lens: Lens) -> dict[str, int]:
    return {
        name: number
        for number, cluster in enumerate(lens.clusters)
        for name in lens.names(member.unit for member in cluster.members)
    }


def _pairs(lens: Lens, units: dict[str, int]) -> "dict[str, Content]":
    surprising = {(a, b) for a, b, _ in surprising_pairs(lens)}
    told = {}
    for pair in lens.pairs:
        if not (pair.a in units and pair.b in units):
            continue
        low, high = sorted((units[pair.a], units[pair.b]))
        told[f"{low}-{high}"] = {
            "together": pair.together,
            "expected": f"{pair.expected:.1f}",
            "surprising": (pair.a, pair.b) in surprising,
        }
    return told


def _gap(gap: "Gap", habit: bool) -> "Content":
    return {
        "level": gap.severity,
        "code": gap.code,
        "title": dict(gap.title),
        "why": dict(gap.why),
        "advice": dict(gap.suggestion),
        "habit": habit,
    }


def _finding(finding: Finding, units: dict[str, int], requirements: dict[str, int]) -> "Content":
    return {
        "kind": finding.kind,
        "level": finding.level,
        "code": finding.code,
        "title": finding.title,
        "detail": finding.detail,
        "advice": finding.advice,
        "units": [units[name] for name in finding.units if name in units],
        "requirements": [requirements[one] for one in finding.requirements],
    }
