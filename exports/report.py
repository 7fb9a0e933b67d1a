"""The findings on one page of Markdown, each claim with its rows: what a supervisor would sign."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ..graph.codes import OWNING_ROLES, TimingKind
from ..graph.network.omissions import omissions_line, omissions_of
from ..ontology.language import Language, language
from ..ontology.messages import say
from .findings import Finding, Kind, findings, surprising_pairs
from .labels import file_of, title_of
from .lens import Evidence, Lens
from .own import COMMENT
from .schedule import due_days
from .standing import standings
from .wording import JOINTS, clipped

if TYPE_CHECKING:
    from ..graph.network.diagnosis import Diagnosis
    from ..graph.network.ownership import Ownership
    from ..graph.plan import Plan, Requirement

DETAILED = 20
"""So many plans are reported in full; of more, the table says the main figures."""
LISTED = 20
"""So many requirements are listed by number before the rest is only counted."""
QUOTED = 10
"""So many grave gaps of one plan are quoted."""
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render_report(
    plans: "Sequence[Plan]",
    diagnoses: "Mapping[str, Diagnosis]",
    ownership: "Ownership",
    lang: Language | None = None,
) -> str:
    """Give the findings about one or more plans as Markdown; the same input, the same text."""
    chosen = lang or language()
    writer = _Writer(Evidence(diagnoses, ownership), chosen, several=len(plans) > 1)
    return "\n".join(writer.pages(plans)).rstrip() + f"\n\n{COMMENT}\n"


def escaped(text: str) -> str:
    """Give a text of a document in one line, its signs saying nothing to Markdown."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


class _Writer:
    """Writes plans one after another in one language."""

    def __init__(self, evidence: Evidence, lang: Language, *, several: bool) -> None:
        self.evidence = evidence
        self.lang = lang
        self.several = several

    def say(self, name: str, **values: object) -> str:
        """Give a message of the report."""
        return say(f"report.{name}", self.lang, **values)

    def pages(self, plans: "Sequence[Plan]") -> Iterator[str]:
        if self.several:
            yield from self.overview(plans)
        for plan in plans[:DETAILED]:
            yield from self.page(plan)
        yield f"## {self.say('method')}\n"
        for name in ("method-load", "method-bottleneck", "method-cluster", "method-gaps"):
            yield f"- {self.say(name)}"

    def overview(self, plans: "Sequence[Plan]") -> Iterator[str]:
        yield f"# {self.say('overview', n=len(plans))}\n"
        yield self.say("overview-head")
        yield "|---|--:|--:|--:|--:|"
        for plan in plans:
            found = findings(Lens(plan, self.evidence))
            red = sum(finding.level == "red" for finding in found)
            units = sum(not unit.collective for unit in standings(plan))
            title = escaped(title_of(plan))
            counts = (len(plan.requirements), units, red, len(plan.doubts))
            yield f"| {title} | {' | '.join(map(str, counts))} |"
        if len(plans) > DETAILED:
            yield f"\n{self.say('overview-cut', n=DETAILED)}"
        yield ""

    def page(self, plan: "Plan") -> Iterator[str]:
        lens = Lens(plan, self.evidence)
        found = findings(lens)
        by_kind: dict[Kind, list[Finding]] = {}
        for finding in found:
            by_kind.setdefault(finding.kind, []).append(finding)
        yield f"# {self.say('title', title=escaped(title_of(plan)))}\n"
        yield self.counts(plan) + "\n"
        yield from self.gaps(lens, by_kind)
        yield from self.due(lens)
        yield from self.listed(lens, by_kind, "coordinator", "bottleneck")
        yield from self.pairs(lens, by_kind)
        yield from self.doubts(by_kind)

    def counts(self, plan: "Plan") -> str:
        units = standings(plan)
        collectives = sum(unit.collective for unit in units)
        cited = {
            citation.title or citation.raw for r in plan.requirements for citation in r.citations
        }
        timed = [one for one in plan.requirements if one.timing]
        return self.say(
            "counts",
            file=escaped(file_of(plan)),
            sections=len(plan.sections),
            tasks=len(plan.tasks),
            requirements=len(plan.requirements),
            rows=len(plan.rows),
            units=len(units) - collectives,
            collectives=collectives,
            timed=len(timed),
            vague=sum(all(t.kind is TimingKind.VAGUE for t in one.timing) for one in timed),
            cited=len(cited),
        )

    def gaps(self, lens: Lens, by_kind: dict[Kind, list[Finding]]) -> Iterator[str]:
        yield f"## {self.say('gaps')}\n"
        red = [finding for finding in by_kind.get("gap", ()) if finding.level == "red"]
        lesser = [finding for finding in by_kind.get("gap", ()) if finding.level != "red"]
        for finding in red[:QUOTED]:
            yield from self.quoted(lens.plan, finding)
        if len(red) > QUOTED:
            yield self.say("more-red", n=len(red) - QUOTED) + "\n"
        if not red:
            yield self.say("no-red") + "\n"
        for finding in lesser:
            yield f"- {self.line(lens, finding)}"
        for finding in by_kind.get("habit", ()):
            yield f"- {escaped(finding.title[self.lang])}"
        if omitted := omissions_of(lens.plan):
            yield f"- {escaped(omissions_line(omitted, self.lang))}"
        yield ""

    def due(self, lens: Lens) -> Iterator[str]:
        days = due_days(lens.plan)
        if not days:
            return
        yield f"## {self.say('due')}\n"
        for day in list(days)[:LISTED]:
            told = JOINTS[self.lang].join(self.owned(lens, one) for one in days[day])
            yield f"- {self.say('item', title=day, detail=told)}"
        if len(days) > LISTED:
            yield f"- {self.say('more-due', n=len(days) - LISTED)}"
        yield ""

    def owned(self, lens: Lens, requirement: "Requirement") -> str:
        held = lens.plan.assignments(requirement)
        owners = dict.fromkeys(a.name for a in held if a.role in OWNING_ROLES)
        names = JOINTS[self.lang].join(map(escaped, owners)) or self.say("nobody")
        return self.say("owned", number=escaped(lens.number(requirement.id)), units=names)

    def quoted(self, plan: "Plan", finding: Finding) -> Iterator[str]:
        requirement = _requirement(plan, finding.requirements[0])
        yield f"**{escaped(finding.title[self.lang])}**\n"
        yield f"> {escaped(clipped(requirement.text, 240))}"
        yield f"> — {requirement.span.describe(self.lang)}\n"
        for words in (finding.detail, finding.advice):
            if words:
                yield escaped(words[self.lang])
        yield ""

    def line(self, lens: Lens, finding: Finding) -> str:
        title = escaped(finding.title[self.lang])
        detail = finding.detail[self.lang] if finding.detail else ""
        if len(finding.requirements) > LISTED:
            detail = self.numbers(lens, finding.requirements)
        return self.say("item", title=title, detail=escaped(detail))

    def numbers(self, lens: Lens, requirements: Sequence[str]) -> str:
        shown = JOINTS[self.lang].join(lens.number(one) for one in requirements[:LISTED])
        name = "numbers-more" if len(requirements) > LISTED else "numbers"
        return self.say(name, numbers=shown, n=len(requirements))

    def listed(self, lens: Lens, by_kind: dict[Kind, list[Finding]], *kinds: Kind) -> Iterator[str]:
        for kind in kinds:
            yield f"## {self.say(kind)}\n"
            if kind not in by_kind:
                yield self.say(f"no-{kind}")
            for finding in by_kind.get(kind, ()):
                numbers = self.numbers(lens, finding.requirements)
                detail = f"{finding.detail[self.lang] if finding.detail else ''}{numbers}"
                title = escaped(finding.title[self.lang])
                yield f"- {self.say('item', title=title, detail=escaped(detail))}"
            yield ""

    def pairs(self, lens: Lens, by_kind: dict[Kind, list[Finding]]) -> Iterator[str]:
        yield from self.listed(lens, by_kind, "cluster")
        found = surprising_pairs(lens)
        for one, other, pair in found[:LISTED]:
            names = JOINTS[self.lang].join((escaped(one), escaped(other)))
            expected = f"{pair.expected:.1f}"
            yield f"- {self.say('pair', names=names, n=pair.together, expected=expected)}"
        if not found:
            yield self.say("no-pair")
        yield ""

    def doubts(self, by_kind: dict[Kind, list[Finding]]) -> Iterator[str]:
        yield f"## {self.say('doubts')}\n"
        for finding in by_kind.get("doubt", ()):
            where = finding.detail[self.lang] if finding.detail else ""
            yield f"- {self.say('item', title=escaped(finding.title[self.lang]), detail=where)}"
        if "doubt" not in by_kind:
            yield self.say("no-doubts")
        yield ""


def _requirement(plan: "Plan", identity: str) -> "Requirement":
    return next(one for one in plan.requirements if one.id == identity)
