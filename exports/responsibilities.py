"""Who holds which requirement, as one table: a line for each name on each requirement."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..graph.table import Table, Value
from ..ontology.language import Language, language
from ..ontology.messages import say
from .labels import file_of, labels, title_of
from .schedule import first_due
from .wording import JOINTS

if TYPE_CHECKING:
    from ..graph.plan import Assignment, Plan, Requirement

COLUMNS = (
    "plan",
    "number",
    "section",
    "task",
    "requirement",
    "unit",
    "role",
    "kind",
    "timing",
    "due",
    "cited",
    "place",
    "file",
)


def responsibilities(plans: "Sequence[Plan]", lang: Language | None = None) -> Table:
    """Give the table of some plans, in their order; a requirement that nobody holds has a line.

    Columns and roles are named in the language; texts of the plan stand as printed.
    """
    chosen = lang or language()
    titles = columns(chosen)
    rows = (row for plan in plans for row in _rows(plan, chosen))
    return Table(titles, tuple(tuple(Value.literal(text) for text in row) for row in rows))


def columns(lang: Language) -> tuple[str, ...]:
    """Give the titles of the columns in a language."""
    return tuple(say(f"ledger.column-{name}", lang) for name in COLUMNS)


def _rows(plan: "Plan", lang: Language) -> Iterator[tuple[str, ...]]:
    named = labels(plan)
    for requirement in plan.requirements:
        before = (title_of(plan), named[requirement.id], *_headings(plan, requirement))
        after = (*_details(requirement, lang), file_of(plan))
        for held in plan.assignments(requirement) or (None,):
            yield (*before, requirement.text, *_holder(held, lang), *after)


def _headings(plan: "Plan", requirement: "Requirement") -> tuple[str, str]:
    section = plan.section_by_id.get(requirement.section or "")
    task = plan.task_by_id.get(requirement.task or "")
    return section.title if section else "", task.title if task else ""


def _holder(held: "Assignment | None", lang: Language) -> tuple[str, str, str]:
    if held is None:
        return "", "", ""
    kind = "person" if held.person else "collective" if held.collective else "unit"
    return held.name, say(f"codes.role-{held.role.value}", lang), say(f"ledger.{kind}", lang)


def _details(requirement: "Requirement", lang: Language) -> tuple[str, ...]:
    timing = JOINTS[lang].join(timing.raw for timing in requirement.timing)
    cited = JOINTS[lang].join(citation.raw for citation in requirement.citations)
    due = first_due(requirement)
    return timing, due.isoformat() if due else "", cited, requirement.span.describe(lang)
