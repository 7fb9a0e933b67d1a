"""Ownership findings as a page to read: the gravest first, habits once, each with its source."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..ontology.language import language
from ..ontology.messages import say
from .citing import cite, head_titles

if TYPE_CHECKING:
    from ..graph.network.omissions import Omission
    from ..graph.network.ownership import Finding, Gap, Ownership

TEXT = 60
"""Characters of a requirement that are quoted."""
EACH = 5
"""A code with more gaps than this is told in one line with its requirements."""


def gaps_page(ownership: "Ownership", omitted: "Sequence[Omission]" = ()) -> str:
    """Write the page in the language in use; `omitted` are items that name no unit at all."""
    lines = [*head_titles(dict(ownership.incidence.titles))]
    lines.append(_counts(ownership))
    if omitted:
        lines.append(_omitted(omitted))
    for severity in ("red", "amber", "note"):
        gaps = [gap for gap in ownership.gaps if gap.severity == severity]
        if gaps:
            lines += ["", say(f"diagnosis.severity-{severity}")]
            lines += [f"  {line}" for line in _told(gaps, ownership)]
    if ownership.habits:
        lines += ["", say("diagnosis.habits")]
        lines += [f"  {habit.message[language()]}" for habit in ownership.habits]
    return "\n".join(
        [*lines, "", say("diagnosis.audit"), *(f"  {each}" for each in _audit(ownership))]
    )


def _omitted(omitted: "Sequence[Omission]") -> str:
    from ..graph.network.omissions import omissions_line

    return omissions_line(omitted)


def _audit(ownership: "Ownership") -> Iterator[str]:
    from ..graph.network.audit import audit
    from ..graph.network.coverage import coverage

    incidence = ownership.incidence
    down, titles = audit(incidence).down, dict(incidence.titles)
    yield say("diagnosis.audit-no-lead", None, n=len(down.no_lead))
    for key, refs in (("several-leads", down.several_leads), ("lead-alone", down.lead_alone)):
        if refs:
            yield say(f"diagnosis.audit-{key}", None, n=len(refs), items=cite(refs, titles))
    if unowned := coverage(incidence).unowned:
        rules = say("cli.joint").join(f"《{each.regulation}》" for each in unowned[:EACH])
        yield say("diagnosis.audit-rules", None, n=len(unowned), rules=rules)


def _counts(ownership: "Ownership") -> str:
    total = len(ownership.incidence.duties)
    if not ownership.gaps:
        key = "diagnosis.gaps-only-habits" if ownership.habits else "diagnosis.gaps-none"
        return say(key, None, requirements=total)
    held = Counter(gap.severity for gap in ownership.gaps)
    told = [
        say(
            "diagnosis.severity-count",
            None,
            severity=say(f"diagnosis.severity-{each}"),
            n=held[each],
        )
        for each in ("red", "amber", "note")
        if held[each]
    ]
    return say(
        "diagnosis.gaps-counts",
        None,
        requirements=total,
        gaps=len(ownership.gaps),
        told=say("cli.joint").join(told),
    )


def _told(gaps: "list[Gap]", ownership: "Ownership") -> Iterator[str]:
    """Tell gaps one by one, those that share the same reasons together when they are many."""
    kinds: dict[tuple[str, ...], list[Gap]] = {}
    for gap in gaps:
        kinds.setdefault(tuple(finding.code for finding in gap.findings), []).append(gap)
    for alike in kinds.values():
        if len(alike) > EACH:
            yield from _together(alike, ownership)
        else:
            for gap in alike:
                yield from _one(gap, dict(ownership.incidence.titles))


def _together(gaps: "list[Gap]", ownership: "Ownership") -> Iterator[str]:
    lang = language()
    items = cite((gap.ref for gap in gaps), dict(ownership.incidence.titles))
    titles = [finding.title[lang] for finding in gaps[0].findings]
    codes = say("cli.joint").join(finding.code for finding in gaps[0].findings)
    yield say("diagnosis.same", None, title=say("cli.joint").join(titles), code=codes, items=items)
    suggestions = {gap.findings[0].suggestion[lang] for gap in gaps}
    if len(suggestions) == 1:
        yield "    " + say("diagnosis.suggestion", None, suggestion=suggestions.pop())


def _one(gap: "Gap", titles: dict[str, str]) -> Iterator[str]:
    lang = language()
    first: Finding = gap.findings[0]
    text = first.text if len(first.text) <= TEXT else f"{first.text[:TEXT]}……"
    codes = say("cli.joint").join(finding.code for finding in gap.findings)
    named = {"number": gap.ref.number, "title": titles.get(gap.ref.plan, "")}
    key = "diagnosis.gap" if len(titles) < 2 else "diagnosis.gap-in-plan"
    yield say(key, None, codes=codes, text=text, **named)
    units = say("cli.joint").join(first.units) or say("diagnosis.gap-nobody")
    place = first.span.describe() if first.span else ""
    yield "    " + say("diagnosis.gap-units", None, units=units, place=place)
    for finding in gap.findings:
        yield "    " + finding.why[lang]
    yield "    " + say("diagnosis.suggestion", None, suggestion=first.suggestion[lang])
