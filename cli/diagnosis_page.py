"""A diagnosis as a page to read: short sentences, each with the requirements that it rests on."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ..ontology.messages import say
from .citing import cite, head_titles

if TYPE_CHECKING:
    from ..graph.network.bottlenecks import Reading
    from ..graph.network.clusters import Cluster, Grouping
    from ..graph.network.coordinators import Coordinator
    from ..graph.network.diagnosis import Diagnosis, Pair, UnitDiagnosis

MOST = 10
"""Longer lists are cut, and said to be."""


def diagnosis_page(diagnosis: "Diagnosis") -> str:
    """Write the page in the language in use."""
    lines = [*_head(diagnosis)]
    sections = (_coordinators, _clusters, _bottlenecks, _pairs)
    for number, section in enumerate(sections, 1):
        title = say(f"diagnosis.title{section.__name__.replace('_', '-')}")
        lines += ["", say("diagnosis.heading", None, number=_ordinal(number), title=title)]
        lines += [f"  {line}" for line in section(diagnosis)]
    return "\n".join([*lines, "", say("diagnosis.caution")])


def _ordinal(number: int) -> str:
    return say("diagnosis.ordinals").split()[number - 1]


def _join(names: "Iterator[str] | list[str] | tuple[str, ...]") -> str:
    return say("cli.joint").join(names)


def _head(diagnosis: "Diagnosis") -> Iterator[str]:
    yield from head_titles(dict(diagnosis.titles))
    yield say(
        "diagnosis.counts",
        None,
        requirements=diagnosis.requirements,
        rows=diagnosis.rows,
        units=len(diagnosis.units),
    )


def _cut(lines: list[str]) -> Iterator[str]:
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield say("diagnosis.more", None, n=len(lines) - MOST)


def _coordinators(diagnosis: "Diagnosis") -> Iterator[str]:
    if not diagnosis.coordinators:
        yield say("diagnosis.no-coordinator")
        return
    held = {unit.unit: unit for unit in diagnosis.units}
    yield from _cut(
        [_coordinator(each, held[each.unit], diagnosis) for each in diagnosis.coordinators]
    )
    whole = diagnosis.with_coordinators.clusters
    if whole:
        yield say(
            "diagnosis.not-aside",
            None,
            groups=len(whole),
            largest=max(len(cluster.members) for cluster in whole),
        )


def _coordinator(each: "Coordinator", unit: "UnitDiagnosis", diagnosis: "Diagnosis") -> str:
    alone = "coordinator" if len(diagnosis.titles) < 2 else "coordinator-of-one"
    return say(
        f"diagnosis.{alone if each.plans == 1 else 'coordinator-plans'}",
        None,
        unit=each.unit,
        n=len(unit.load.requirements),
        requirements=diagnosis.requirements,
        share=round(100 * each.share),
        reach=round(100 * each.reach),
        plans=each.plans,
    )


def _clusters(diagnosis: "Diagnosis") -> Iterator[str]:
    found: Grouping = diagnosis.grouping
    if not found.clusters:
        yield say("diagnosis.no-cluster")
    titles = dict(diagnosis.titles)
    lines = [
        line
        for number, cluster in enumerate(found.clusters, 1)
        for line in _cluster(number, cluster, titles)
    ]
    yield from lines[: 2 * MOST]
    if len(found.clusters) > MOST:
        yield say("diagnosis.more", None, n=len(found.clusters) - MOST)
    for members in diagnosis.overlapping[:MOST]:
        yield say("diagnosis.overlapping", None, units=_join(members))
    if found.apart:
        shown = found.apart[: 2 * MOST]
        key = "diagnosis.apart" if len(shown) == len(found.apart) else "diagnosis.apart-many"
        yield say(key, None, units=_join(shown), n=len(found.apart))
    if found.clusters:
        yield say(
            "diagnosis.certainty",
            None,
            runs=found.runs,
            stability=f"{found.stability:.2f}",
            modularity=f"{found.modularity:.2f}",
        )


def _cluster(number: int, cluster: "Cluster", titles: dict[str, str]) -> Iterator[str]:
    loose = say("diagnosis.loose")
    members = [m.unit if m.core else f"{m.unit}{loose}" for m in cluster.members]
    label = cluster.label or say("diagnosis.unlabelled")
    yield say("diagnosis.cluster", None, number=number, label=label, units=_join(members))
    crossing = ""
    if cluster.crossing:
        crossing = say("diagnosis.crossing", None, items=cite(cluster.crossing, titles))
    yield "   " + say("diagnosis.basis", None, items=cite(cluster.requirements, titles)) + crossing


def _bottlenecks(diagnosis: "Diagnosis") -> Iterator[str]:
    titles = dict(diagnosis.titles)
    if not diagnosis.bottlenecks:
        yield say("diagnosis.no-bottleneck")
    for unit in diagnosis.bottlenecks[:MOST]:
        yield unit.unit
        for reading in unit.readings:
            yield f"  · {_reading(unit, reading, titles)}"
    for point in diagnosis.single_points[:MOST]:
        yield say(
            "diagnosis.single-point",
            None,
            section=point.section,
            unit=point.unit,
            n=len(point.requirements),
            share=round(100 * point.share),
            items=cite(point.requirements, titles),
        )
    others = [unit for unit in diagnosis.units if unit.readings and not unit.bottleneck]
    if others:
        yield say("diagnosis.others")
        yield from _cut([_other(unit, titles) for unit in others])


def _other(unit: "UnitDiagnosis", titles: dict[str, str]) -> str:
    told = say("diagnosis.and").join(_reading(unit, each, titles) for each in unit.readings)
    return "  " + say("diagnosis.of-unit", None, unit=unit.unit, told=told)


def _reading(unit: "UnitDiagnosis", reading: "Reading", titles: dict[str, str]) -> str:
    writers: dict[str, Callable[[], str]] = {
        "B1": lambda: say(
            "diagnosis.b1",
            None,
            load=f"{unit.load.fractional:.1f}",
            median=f"{dict(reading.parts)['median']:.1f}",
            n=len(unit.load.requirements),
            items=cite(unit.load.requirements, titles),
            rank=_rank(unit),
        ),
        "B2": lambda: say(
            "diagnosis.b2", None, n=len(unit.load.alone), items=cite(unit.load.alone, titles)
        ),
        "B3": lambda: say(
            "diagnosis.b3-cut" if unit.position.removal.pieces > 1 else "diagnosis.b3-between",
            None,
            pieces=unit.position.removal.pieces,
            cut_off=unit.position.removal.cut_off,
            betweenness=f"{unit.position.betweenness:.2f}",
            items=cite(unit.load.requirements, titles),
        ),
        "B4": lambda: _removal(unit, titles),
    }
    return writers[reading.code]()


def _rank(unit: "UnitDiagnosis") -> str:
    best, worst = unit.load.rank
    key = "diagnosis.rank" if best == worst else "diagnosis.rank-range"
    return say(key, None, best=best, worst=worst)


def _removal(unit: "UnitDiagnosis", titles: dict[str, str]) -> str:
    if not unit.load.orphans:
        return say("diagnosis.b4-cut", None, n=unit.position.removal.cut_off)
    items = cite(unit.load.orphans, titles)
    return say("diagnosis.b4", None, n=len(unit.load.orphans), items=items)


def _pairs(diagnosis: "Diagnosis") -> Iterator[str]:
    titles = dict(diagnosis.titles)
    strong = [pair for pair in diagnosis.pairs if pair.significant]
    if strong:
        yield from _cut([_pair(pair, titles) for pair in strong])
        return
    if not diagnosis.pairs:
        yield say("diagnosis.no-pair")
        return
    yield say("diagnosis.no-strong-pair", None, rows=diagnosis.rows)
    most = max(diagnosis.pairs, key=lambda pair: pair.together)
    yield say("diagnosis.most-often", None, told=_pair(most, titles))


def _pair(pair: "Pair", titles: dict[str, str]) -> str:
    return say(
        "diagnosis.pair",
        None,
        a=pair.a,
        b=pair.b,
        together=pair.together,
        expected=f"{pair.expected:.1f}",
        items=cite(pair.requirements, titles),
    )
