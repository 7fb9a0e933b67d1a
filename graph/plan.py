"""The values of a division-of-labour plan: frozen, ordered, each with its place in the source.

A plan has *requirements*, the finest obligations to which units are assigned. One unit cell (or
one bracket) is a *row*; a row states its assignments once and may cover several requirements.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from .codes import OWNING_ROLES, Basis, CitationKind, RegulationKind, Role, TimingKind
from .span import Span

__all__ = [
    "OWNING_ROLES",
    "Actor",
    "Assignment",
    "Basis",
    "Citation",
    "CitationKind",
    "DocumentNumber",
    "Doubt",
    "Implied",
    "Plan",
    "RegulationKind",
    "Requirement",
    "Role",
    "Row",
    "Section",
    "Source",
    "Task",
    "Timing",
    "TimingKind",
]


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a plan was read from."""

    path: str
    """As the user named it; only its last part is written into a graph."""
    sha256: str
    format: str
    """`txt`, `docx`, `doc`, `wps`, `xlsx`, `xls`, `html`, `pdf`, `csv`, `md`."""
    layout: str = ""
    """`table`, `flattened-table`, `prose`, `labelled-lines`, … ; empty before reading."""
    layout_score: float = 1.0
    """0 to 1: how well the document fits that layout."""
    reader: str = ""
    """Which route opened the file when there are several (`piece-table`, `libreoffice`)."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """One name in a unit cell or bracket, with its role."""

    unit: str
    """The name as printed."""
    role: Role
    basis: Basis
    span: Span
    position: int
    """From 1, in the order of the row."""
    collective: bool = False
    full_name: str | None = None
    """The name with an elided prefix given back, when that differs."""
    person: bool = False
    confidence: float = 1.0

    @property
    def name(self) -> str:
        """The name to know the unit by: the full one where a prefix was elided."""
        return self.full_name or self.unit


@dataclass(frozen=True, slots=True)
class Timing:
    """A demand about time, in the words of the source and as far as possible for a machine."""

    kind: TimingKind
    raw: str
    span: Span
    period: str | None = None
    """ISO 8601 duration: of the recurrence, or over which `count` is counted."""
    count: int | None = None
    """The least number of times in each period."""
    duration: str | None = None
    """ISO 8601 duration of a minimum period."""
    date: str | None = None
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the last day, month or year."""
    hedge: str | None = None
    """A softening word such as 一般."""
    activity: str | None = None
    """What the demand applies to, verbatim."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A 文号 in its parts: 国办公开办函〔2021〕30号, 财政部公告2025年第12号."""

    agency: str
    serial: int
    year: int | None = None
    """`None` in the form 省政府令第257号."""

    def __str__(self) -> str:
        if self.year is None:
            return f"{self.agency}第{self.serial}号"
        if self.agency.endswith(("令", "公告", "通告")):
            return f"{self.agency}{self.year}年第{self.serial}号"
        return f"{self.agency}〔{self.year}〕{self.serial}号"


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that a requirement refers to."""

    raw: str
    kind: CitationKind
    span: Span
    title: str | None = None
    """Without the outer 《》."""
    number: DocumentNumber | None = None
    cue: str | None = None
    """The words that gave the kind: 严格落实."""
    regulation_kind: RegulationKind = RegulationKind.UNKNOWN


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone named only in the wording, who is no owner."""

    name: str
    role: Role
    span: Span
    post: bool = False
    """A post (局主要领导), not a body."""


@dataclass(frozen=True, slots=True)
class Section:
    """A first level of the outline, printed once or repeated after page breaks."""

    id: str
    number: str
    title: str
    """The heading as printed, its number included."""
    span: Span


@dataclass(frozen=True, slots=True)
class Task:
    """A second level of the outline."""

    id: str
    number: str
    title: str
    """The heading as printed, its number included."""
    section: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """One unit cell or bracket: what it assigns, once, for the requirements that share it."""

    id: str
    requirements: tuple[str, ...]
    assignments: tuple[Assignment, ...]
    span: Span
    open: bool = False
    """The list ends in 等: the plan itself says that more units take part."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """The finest obligation to which units are assigned."""

    id: str
    """Unique in the plan: `r3`, `s2.r1`; never the printed number itself."""
    number: str
    """As printed, without its dot; empty when the source prints none."""
    text: str
    """Verbatim, without the printed number and without the assignment's own bracket."""
    row: str
    span: Span
    section: str | None = None
    task: str | None = None
    part: int | None = None
    """From 1, when one numbered item has several brackets, each for its own sentences."""
    timing: tuple[Timing, ...] = ()
    citations: tuple[Citation, ...] = ()
    actors: tuple[Actor, ...] = ()
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Implied:
    """A unit that the document adds once to all later items."""

    unit: str
    role: Role
    start: str
    """The id of the first requirement that it applies to."""
    span: Span
    collective: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was doubtful in reading, where, and why."""

    code: str
    """The name of a message in `messages/reading.toml` or `messages/documents.toml`."""
    span: Span | None = None
    values: tuple[tuple[str, str], ...] = ()
    """What fills the message's places."""


@dataclass(frozen=True)
class Plan:
    """A whole plan. Sections, tasks, rows and requirements stand in document order."""

    title: str
    source: Source
    issuer: str | None = None
    year: int | None = None
    document_number: DocumentNumber | None = None
    date: str | None = None
    """`YYYY-MM-DD`, the day of signature."""
    addressees: tuple[str, ...] = ()
    ownership_heading: str | None = None
    """The heading of the unit column (or label) as printed: 牵头落实单位."""
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    rows: tuple[Row, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    implied: tuple[Implied, ...] = ()
    citations: tuple[Citation, ...] = ()
    """Of the preamble."""
    doubts: tuple[Doubt, ...] = field(default=())

    @cached_property
    def row_by_id(self) -> dict[str, Row]:
        """Rows by their id."""
        return {row.id: row for row in self.rows}

    @cached_property
    def section_by_id(self) -> dict[str, Section]:
        """Sections by their id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def task_by_id(self) -> dict[str, Task]:
        """Tasks by their id."""
        return {task.id: task for task in self.tasks}

    def assignments(self, requirement: Requirement) -> tuple[Assignment, ...]:
        """Give what the requirement's row assigns, in the order of the cell."""
        return self.row_by_id[requirement.row].assignments

    def is_shared(self, requirement: Requirement) -> bool:
        """Tell whether the requirement shares its unit cell with another."""
        return len(self.row_by_id[requirement.row].requirements) > 1

    def pairs(self) -> Iterator[tuple[Requirement, Assignment]]:
        """Give every requirement with each of its assignments, in document order."""
        for requirement in self.requirements:
            for assignment in self.assignments(requirement):
                yield requirement, assignment

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of units and collectives in unit cells, in the order of their first mention."""
        mentions = (a for row in self.rows for a in row.assignments if not a.person)
        return tuple(dict.fromkeys(a.name for a in mentions))
