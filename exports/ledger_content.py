"""What the ledger's sheets hold: the whole ledger, the units, the gaps, the pairs, the doubts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ..graph.codes import Role
from ..ontology.language import Language
from ..ontology.messages import say
from .findings import findings
from .ledger_parts import HANDLING, LEVELS, Part, Words
from .ledger_sheets import Column, Sheet, Value, trimmed
from .ledger_units import pairs_sheet, unit_sheet, units_sheet
from .lens import Evidence, Lens
from .schedule import first_due

if TYPE_CHECKING:
    from ..graph.network.diagnosis import Diagnosis
    from ..graph.network.ownership import Ownership
    from ..graph.plan import Plan

UNIT_SHEETS = 200
"""So many units get a sheet of their own, the most heavily loaded first."""


def sheets(
    plans: "Sequence[Plan]",
    diagnoses: "Mapping[str, Diagnosis]",
    ownership: "Ownership",
    lang: Language,
) -> tuple[Sheet, ...]:
    """Give all the sheets of a ledger, the whole ledger first."""
    evidence = Evidence(diagnoses, ownership)
    parts = tuple(Part(Lens(plan, evidence), lang) for plan in plans)
    words = Words(lang, several=len(plans) > 1)
    by_load = sorted(
        ((part, unit) for part in parts for unit in part.units),
        key=lambda held: (held[1].collective, -held[1].load),
    )
    return (
        _whole(parts, words),
        units_sheet(parts, words, {part.key(unit) for part, unit in by_load[:UNIT_SHEETS]}),
        _attention(parts, words),
        pairs_sheet(parts, words),
        _doubts(parts, words),
        _notes(parts, words, cut=len(by_load) > UNIT_SHEETS),
        *(unit_sheet(part, unit, words) for part, unit in by_load[:UNIT_SHEETS]),
    )


def _whole(parts: Sequence[Part], words: Words) -> Sheet:
    roles = [role for role in Role if any(part.has(role) for part in parts)]
    columns = (
        *words.plan_column(),
        words.column("number", 6, centred=True),
        words.column("section", 18, optional=True),
        words.column("task", 20, optional=True),
        words.column("requirement", 60),
        *(Column(say(f"codes.role-{role.value}", words.lang), 18) for role in roles),
        words.column("timing", 22),
        words.due_column(),
        words.column("cited", 22, optional=True),
        words.column("attention", 16),
        words.progress_column(),
        words.column("remark", 18),
        words.column("place", 18),
    )
    rows = tuple(
        (
            *words.plan_value(part),
            part.lens.number(requirement.id),
            *part.heading(requirement),
            requirement.text,
            *(part.in_role(requirement, role) for role in roles),
            part.timing(requirement),
            first_due(requirement),
            part.cited(requirement),
            part.attention(requirement),
            "",
            requirement.remark or "",
            part.place(requirement),
        )
        for part in parts
        for requirement in part.plan.requirements
    )
    title = words.say("title-several", n=len(parts)) if words.several else parts[0].title
    sheet = Sheet(
        words.say("sheet-whole"),
        words.say("title-whole", title=title, n=len(rows)),
        columns,
        rows,
        key="whole",
        frozen=2 if words.several else 1,
    )
    return trimmed(sheet)


def _attention(parts: Sequence[Part], words: Words) -> Sheet:
    columns = (
        *words.plan_column(),
        words.choice("level", LEVELS),
        words.column("code", 6, centred=True),
        words.column("number", 8, centred=True),
        words.column("requirement", 52),
        words.column("units", 28),
        words.column("why", 42),
        words.column("advice", 36),
        words.column("place", 18),
        words.choice("handling", HANDLING),
    )
    rows = [row for part in parts for row in (*_habit_rows(part, words), *_gap_rows(part, words))]
    return Sheet(words.say("sheet-attention"), words.say("title-attention"), columns, tuple(rows))


def _habit_rows(part: Part, words: Words) -> Iterator[tuple[Value, ...]]:
    for finding in findings(part.lens):
        if finding.kind == "habit":
            said = (words.say("choice-note"), finding.code, words.say("everywhere"), "", "")
            yield (*words.plan_value(part), *said, finding.title[part.lang], "", "", "")


def _gap_rows(part: Part, words: Words) -> Iterator[tuple[Value, ...]]:
    found = [
        (gap, requirement)
        for requirement, held in part.gaps.items()
        for gap in held
        if not part.lens.is_habit(gap)
    ]
    grave = [level for level, _ in LEVELS]
    found.sort(key=lambda pair: grave.index(pair[0].severity))
    for gap, identity in found:
        requirement = part.requirements[identity]
        yield (
            *words.plan_value(part),
            words.say(f"choice-{gap.severity}"),
            gap.code,
            part.lens.number(identity),
            requirement.text,
            part.joined(gap.units),
            gap.why[part.lang],
            gap.suggestion[part.lang],
            part.place(requirement),
            words.say("choice-open"),
        )


def _doubts(parts: Sequence[Part], words: Words) -> Sheet:
    columns = (
        *words.plan_column(),
        words.column("doubt", 80),
        words.column("place", 30),
        words.column("file", 30),
        words.choice("handling", HANDLING),
    )
    rows = tuple(
        (
            *words.plan_value(part),
            say(doubt.code, part.lang, **dict(doubt.values)),
            doubt.span.describe(part.lang) if doubt.span else "",
            part.file,
            words.say("choice-open"),
        )
        for part in parts
        for doubt in part.plan.doubts
    )
    title = words.say("title-doubts" if rows else "title-no-doubts")
    return Sheet(words.say("sheet-doubts"), title, columns, rows, wide=False)


def _notes(parts: Sequence[Part], words: Words, *, cut: bool) -> Sheet:
    columns = (words.column("subject", 22), words.column("note", 100))
    names = ("whole", "units", "attention", "pairs", "doubts", "roles", "split", "readings", "text")
    rows: list[tuple[Value, ...]] = [
        (words.say(f"subject-{name}"), words.say(f"note-{name}")) for name in names
    ]
    if cut:
        rows.append((words.say("subject-cut"), words.say("note-cut", n=UNIT_SHEETS)))
    rows.extend((words.say("subject-source"), _origin(part)) for part in parts)
    return Sheet(
        words.say("sheet-notes"),
        words.say("title-notes"),
        columns,
        tuple(rows),
        wide=False,
        filtered=False,
    )


def _origin(part: Part) -> str:
    return f"{part.title}\n{part.file}\nSHA-256 {part.plan.source.sha256}"
