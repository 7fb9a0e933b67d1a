"""Under-owned requirements: what the rules find, said once where it is a habit of the plan."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ...ontology.language import LANGUAGES, Language
from ...ontology.messages import say
from ..errors import QueryError
from ..span import Span
from .apart import own_plans
from .gathering import incidence_in
from .incidence import Duty, Incidence, Ref
from .rules import SEVERITIES, Keep, Rule, Severity, shipped_rules

if TYPE_CHECKING:
    from ..store import Store
    from ..table import Plain

HABIT = 0.5
FEWEST = 3
"""A habit needs this many findings, so that a plan of two requirements has none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one requirement."""

    code: str
    severity: Severity
    ref: Ref
    row: str
    text: str
    """The requirement, verbatim."""
    units: tuple[str, ...]
    """Names in its cell, in their order."""
    span: Span | None
    title: Mapping[Language, str]
    why: Mapping[Language, str]
    suggestion: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Habit:
    """A finding that holds for more than half of a plan."""

    plan: str
    code: str
    severity: Severity
    requirements: int
    rows: int
    share: float
    """Share of the plan's requirements."""
    message: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement with all that the rules say of it."""

    ref: Ref
    severity: Severity
    findings: tuple[Finding, ...]
    """Those that are no habit of the plan, the most severe first."""
    codes: tuple[str, ...]
    """The codes of all findings, habits too, sorted."""


@dataclass(frozen=True)
class Ownership:
    """All findings of one or more plans."""

    findings: tuple[Finding, ...]
    """In the order of the plan."""
    habits: tuple[Habit, ...]
    rules: tuple[Rule, ...]
    incidence: Incidence

    @cached_property
    def summary(self) -> dict[str, int]:
        """Requirements by code."""
        return dict(sorted(Counter(finding.code for finding in self.findings).items()))

    @cached_property
    def summary_of_rows(self) -> dict[str, int]:
        """Rows by code."""
        held = {(finding.code, finding.ref.plan, finding.row) for finding in self.findings}
        return dict(sorted(Counter(code for code, *_ in held).items()))

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Requirements with a finding that is no habit, the most severe first."""
        habits = {(habit.plan, habit.code) for habit in self.habits}
        by_ref: dict[Ref, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            by_ref[finding.ref].append(finding)
        gaps = [
            _gap(ref, special, found)
            for ref, found in by_ref.items()
            if (special := [each for each in found if (ref.plan, each.code) not in habits])
        ]
        return tuple(sorted(gaps, key=lambda gap: (SEVERITIES.index(gap.severity), gap.ref)))

    def is_habit(self, finding: Finding) -> bool:
        """Tell whether a finding is one of a habit."""
        return any(
            (habit.plan, habit.code) == (finding.ref.plan, finding.code) for habit in self.habits
        )


def ownership_in(store: "Store", rules: Sequence[Rule] | None = None) -> Ownership:
    """Run the rules over a store: those shipped, or the ones given.

    Raises `QueryError` for a rule that cannot be run and `StoreError` for a store that cannot
    be read.
    """
    incidence = incidence_in(store)
    chosen = tuple(rules) if rules is not None else shipped_rules()
    duty_of = {(duty.plan, duty.id): duty for duty in incidence.duties}
    findings = [
        _finding(rule, duty_of[place], incidence, answer)
        for rule in chosen
        for place, answer in _answers(rule, store, incidence)
        if place in duty_of
    ]
    findings.sort(key=lambda finding: (finding.ref, finding.code))
    return Ownership(tuple(findings), _habits(findings, incidence, chosen), chosen, incidence)


def _answers(
    rule: Rule, store: "Store", incidence: Incidence
) -> "list[tuple[tuple[str, str], dict[str, Plain | None]]]":
    records = list(store.select(rule.query).records())
    if records and "requirement" not in records[0]:
        raise QueryError("network.rule-column", code=rule.code)
    kept = _kept(records, rule.keep, incidence)
    keyed = [(_place(str(record["requirement"])), record) for record in kept]
    return sorted(keyed, key=lambda each: (each[0], str(sorted(map(str, each[1].values())))))


def _place(iri: str) -> tuple[str, str]:
    """Split `…/plan/<key>/requirement/<id>` into key and id."""
    from urllib.parse import unquote

    start, _, local = iri.rpartition("/requirement/")
    return start.rpartition("/")[2], unquote(local)


def _kept(
    records: "list[dict[str, Plain | None]]", keep: Keep, incidence: Incidence
) -> "list[dict[str, Plain | None]]":
    """Keep what a rule keeps of each plan: its units with a reading, or its highest scores."""
    if keep.reading:
        from .diagnosis import units_of

        held = {
            (key, unit.unit)
            for key, plan in own_plans(incidence)
            for unit in units_of(plan)
            if keep.reading in unit.codes
        }
        return [each for each in records if (_plan_of(each), each.get("unit")) in held]
    if keep.top < 1:
        scores: dict[str, list[float]] = defaultdict(list)
        for each in records:
            scores[_plan_of(each)].append(float(each[keep.column] or 0))
        least = {plan: _least(of, keep.top) for plan, of in scores.items()}
        return [each for each in records if float(each[keep.column] or 0) >= least[_plan_of(each)]]
    return records


def _least(scores: list[float], share: float) -> float:
    """Give the least of the highest scores, a share of all and at least one."""
    return sorted(scores, reverse=True)[max(int(len(scores) * share) - 1, 0)]


def _plan_of(record: "dict[str, Plain | None]") -> str:
    return _place(str(record["requirement"]))[0]


def _finding(
    rule: Rule, duty: Duty, incidence: Incidence, answer: "dict[str, Plain | None]"
) -> Finding:
    ties = incidence.by_requirement[duty.plan, duty.id]
    units = tuple(tie.unit for tie in ties)
    names = [tie.own_name for tie in ties]
    owners = [tie.own_name for tie in ties if tie.owns]
    joints: dict[Language, str] = {lang: say("network.joint", lang) for lang in LANGUAGES}

    def fill(templates: Mapping[Language, str]) -> dict[Language, str]:
        return {
            lang: template.format_map(
                {
                    "number": duty.ref.number,
                    **{
                        name: _shown(value, lang)
                        for name, value in answer.items()
                        if value is not None
                    },
                    "units": joints[lang].join(names),
                    "holders": joints[lang].join(owners) or say("network.no-holder", lang),
                }
            )
            for lang, template in templates.items()
        }

    try:
        why, suggestion = fill(rule.message), fill(rule.suggestion)
    except (KeyError, ValueError, IndexError) as error:
        raise QueryError("network.rule-place", code=rule.code, place=error) from error
    return Finding(
        code=rule.code,
        severity=rule.severity,
        ref=duty.ref,
        row=duty.row,
        text=duty.text,
        units=units,
        span=duty.span,
        title=rule.title,
        why=why,
        suggestion=suggestion,
    )


def _shown(value: "Plain", lang: Language) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return say("network.joint", lang).join(str(value).split("\n"))


def _habits(
    findings: Iterable[Finding], incidence: Incidence, rules: Iterable[Rule]
) -> tuple[Habit, ...]:
    total = Counter(duty.plan for duty in incidence.duties)
    held: dict[tuple[str, str], set[tuple[Ref, str]]] = defaultdict(set)
    for finding in findings:
        held[finding.ref.plan, finding.code].add((finding.ref, finding.row))
    by_code = {rule.code: rule for rule in rules}
    habits = []
    for (plan, code), found in sorted(held.items()):
        count, rule = len(found), by_code[code]
        # What is red is never said only in passing.
        if rule.severity == "red" or count < FEWEST or count <= HABIT * total[plan]:
            continue
        rows = len({row for _, row in found})
        habits.append(_habit(rule, plan, count, rows, total[plan]))
    return tuple(habits)


def _habit(rule: Rule, plan: str, count: int, rows: int, total: int) -> Habit:
    message: dict[Language, str] = {
        lang: say("network.habit", lang, total=total, n=count, rows=rows, title=rule.title[lang])
        for lang in LANGUAGES
    }
    return Habit(plan, rule.code, rule.severity, count, rows, count / total, message)


def _gap(ref: Ref, special: list[Finding], found: list[Finding]) -> Gap:
    def order(finding: Finding) -> tuple[int, str]:
        return SEVERITIES.index(finding.severity), finding.code

    special = sorted(special, key=order)
    return Gap(
        ref, special[0].severity, tuple(special), tuple(sorted({each.code for each in found}))
    )
