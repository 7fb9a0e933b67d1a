"""Entries become a Plan: one node for each heading, ids, roles, timing, citations, doubts."""

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain

from ..plan import Implied, Plan, Requirement, Role, Row, Section, Source, Task, Timing
from ..span import Span
from .drafts import Drafted, drafted
from .front.citations import citations, grounds
from .front.frontmatter import FrontMatter
from .layout import Entry, Item, Reading
from .lists.assignments import assignments
from .lists.list_doubts import list_doubts
from .lists.listing import Listing
from .lists.units import read_list
from .names.actors import actors
from .names.lead_rules import LeadRule
from .names.remarks import added_units
from .text.numbering import printed_number, without_number
from .text.pieces import Piece
from .text.wrapped import over_lines
from .times.demands import timings
from .times.told import told_timings


class Outline:
    """Sections and tasks, each once, however often they are printed."""

    def __init__(self) -> None:
        self.sections: dict[str, Section] = {}
        self.tasks: dict[tuple[str | None, str], Task] = {}

    def section(self, piece: Piece | None) -> str | None:
        """Give the id of a section, made at its first printing."""
        if piece is None:
            return None
        key = _key(piece)
        if key not in self.sections:
            place = f"s{len(self.sections) + 1}"
            self.sections[key] = Section(place, _number(piece), _title(piece), piece.span)
        return self.sections[key].id

    def task(self, piece: Piece | None, section: str | None) -> str | None:
        """Give the id of a task in its section, made at its first printing."""
        if piece is None:
            return None
        key = (section, _key(piece))
        if key not in self.tasks:
            count = 1 + sum(task.section == section for task in self.tasks.values())
            place = f"{section}.t{count}" if section else f"t{count}"
            self.tasks[key] = Task(place, _number(piece), _title(piece), section, piece.span)
        return self.tasks[key].id


def assemble(reading: Reading, front: FrontMatter, source: Source, rule: LeadRule | None) -> Plan:
    """Make the plan of what a layout read."""
    outline = Outline()
    drafts, told = drafted(reading.entries)
    numbers = [item.number for draft in drafts for e in draft.entries for item in e.items]
    plain = len(set(numbers)) == len(numbers) and all(n.isdecimal() for n in numbers)
    rows: list[Row] = []
    requirements: list[Requirement] = []
    for draft in drafts:
        row_id = f"row{len(rows) + 1}"
        made: list[Requirement] = []
        for entry in draft.entries:
            section = outline.section(entry.section)
            task = outline.task(entry.task, section)
            for item in entry.items:
                order = len(requirements) + len(made) + 1
                local = f"r{int(item.number)}" if plain else f"r{order}"
                made.append(
                    _requirement(item, entry, draft.listing, (local, row_id, section, task), front)
                )
        requirements += made
        rows.append(
            Row(
                id=row_id,
                requirements=tuple(r.id for r in made),
                assignments=assignments(draft.listing, rule, draft.entries[0].columns),
                span=_row_span(draft),
                open=draft.listing.open,
            )
        )
    return Plan(
        title=front.title,
        source=source,
        issuer=front.issuer,
        year=front.year,
        document_number=front.number,
        date=front.date,
        addressees=front.addressees,
        ownership_heading=reading.ownership_heading,
        sections=tuple(outline.sections.values()),
        tasks=tuple(outline.tasks.values()),
        rows=tuple(rows),
        requirements=tuple(requirements),
        implied=tuple(_implied(drafts, rows, requirements)),
        citations=front.citations,
        doubts=(*reading.doubts, *told, *list_doubts([draft.listing for draft in drafts])),
    )


def _implied(
    drafts: Sequence[Drafted], rows: Sequence[Row], requirements: Sequence[Requirement]
) -> Iterator[Implied]:
    """Give the units that a remark adds once to every requirement after its own row."""
    order = {requirement.id: at for at, requirement in enumerate(requirements)}
    for draft, row in zip(drafts, rows, strict=True):
        after = order[row.requirements[-1]] + 1
        for remark in draft.listing.remarks:
            added = added_units(remark)
            start = order[row.requirements[0]] if added and added.from_here else after
            if added is None or start >= len(requirements):
                continue
            leads = any(a.role in {Role.LEAD, Role.SUPPORT} for a in row.assignments)
            supports = leads or "配合" in added.verb or "参与" in added.verb
            for assignment in assignments(read_list(added.units)):
                yield Implied(
                    assignment.unit,
                    Role.SUPPORT if supports else Role.RESPONSIBLE,
                    requirements[start].id,
                    assignment.span,
                    assignment.collective,
                )


def _row_span(draft: Drafted) -> Span:
    entry = draft.entries[0]
    return entry.owners[0].piece.span if entry.owners else entry.items[0].pieces[0].span


Ids = tuple[str, str, str | None, str | None]


def _requirement(
    item: Item, entry: Entry, listing: Listing, ids: Ids, front: FrontMatter
) -> Requirement:
    local, row, section, task = ids
    return Requirement(
        id=local,
        number=item.number,
        text="\n".join([p.text for p in item.pieces if p.text]).replace("\u2028", "\n"),
        row=row,
        span=item.pieces[0].span,
        section=section,
        task=task,
        part=item.part,
        timing=_timing(item, entry, listing, front.year),
        citations=(
            *over_lines(item.pieces, citations),
            *chain.from_iterable(map(grounds, entry.grounds)),
        ),
        actors=tuple(chain.from_iterable(map(actors, item.pieces))),
        remark="\n".join([remark.text for remark in entry.remarks]) or None,
    )


def _timing(item: Item, entry: Entry, listing: Listing, year: int | None) -> tuple[Timing, ...]:
    pieces = (*item.pieces[:1], *map(without_number, item.pieces[1:]))
    found = [*over_lines(pieces, partial(timings, year=year))]
    for piece in (*entry.times, *listing.times):
        found += [told for told in told_timings(piece, year) if not _is_told(told, found)]
    return tuple(found)


def _is_told(timing: Timing, found: Sequence[Timing]) -> bool:
    """Tell whether a time is told already: in the text itself, or as the same day in its words."""
    return any(
        timing.span._replace(end=0) == one.span._replace(end=0) or _is_same_day(timing, one)
        for one in found
    )


def _is_same_day(one: Timing, other: Timing) -> bool:
    """Tell whether two deadlines are one, 12月底前 and 12月底前完成, one's words in the other's."""
    if one.date is None or one.date != other.date:
        return False
    return one.raw in other.raw or other.raw in one.raw


@lru_cache(maxsize=256)
def _key(piece: Piece) -> str:
    """Give a heading without white space; it is asked for at every item below it."""
    return "".join(piece.folded.split())


def _title(piece: Piece) -> str:
    return "".join(piece.text.splitlines()).strip()


def _number(piece: Piece) -> str:
    printed = printed_number(piece.folded)
    return printed.number if printed else ""
