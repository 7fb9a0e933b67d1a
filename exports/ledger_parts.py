"""One plan, and the ledger's words, as every sheet of the ledger needs them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..graph.codes import Role
from ..ontology.language import Language
from ..ontology.messages import say
from .findings import gaps
from .labels import file_of, title_of
from .ledger_sheets import Column
from .lens import Lens
from .schedule import meaning
from .standing import Standing, shared, standings
from .wording import JOINTS

if TYPE_CHECKING:
    from ..graph.network.diagnosis import UnitDiagnosis
    from ..graph.network.ownership import Finding as Gap
    from ..graph.plan import Plan, Requirement

PROGRESS = (("todo", ""), ("doing", "blue"), ("done", "green"), ("late", "red"), ("held", "amber"))
HANDLING = (("open", ""), ("settled", "green"), ("kept", ""))
LEVELS = (("red", "red"), ("amber", "amber"), ("note", ""))
"""The words of each drop-down with the colour that they give their cell."""


@dataclass(frozen=True)
class Words:
    """The ledger's words in one language."""

    lang: Language
    several: bool

    def say(self, name: str, **values: object) -> str:
        """Give a message of the ledger."""
        return say(f"ledger.{name}", self.lang, **values)

    def column(self, name: str, width: int, **settings: object) -> Column:
        """Give a column with its title."""
        return Column(self.say(f"column-{name}"), width, **settings)  # type: ignore[arg-type]

    def progress_column(self) -> Column:
        """Give the column that people fill in: it starts blank, for a plan tells of no progress."""
        return replace(self.choice("progress", PROGRESS), closing=self.say("choice-done"))

    def choice(self, name: str, options: tuple[tuple[str, str], ...], width: int = 10) -> Column:
        """Give a column with a drop-down and its colours."""
        words = [(self.say(f"choice-{option}"), tint) for option, tint in options]
        tints = tuple((word, tint) for word, tint in words if tint)
        return self.column(
            name, width, centred=True, choices=tuple(word for word, _ in words), tints=tints
        )

    def due_column(self) -> Column:
        """Give the column of the days on which something is due."""
        return self.column("due", 13, centred=True, kind="due", optional=True)

    def plan_column(self) -> tuple[Column, ...]:
        """Give the column of the plan's title, when there are several plans."""
        return (self.column("plan", 24),) if self.several else ()

    def plan_value(self, part: "Part") -> tuple[str, ...]:
        """Give what stands in that column."""
        return (part.title,) if self.several else ()


@dataclass(frozen=True)
class Part:
    """One plan with what the ledger says of it."""

    lens: Lens
    lang: Language

    @property
    def plan(self) -> "Plan":
        """The plan itself."""
        return self.lens.plan

    @cached_property
    def units(self) -> tuple[Standing, ...]:
        """The plan's units, the heaviest first, collectives last."""
        return standings(self.plan)

    @cached_property
    def pairs(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """What each pair of names shares."""
        return shared(self.units)

    @cached_property
    def partners(self) -> dict[str, int]:
        """How many names stand beside each."""
        met: dict[str, int] = dict.fromkeys((unit.name for unit in self.units), 0)
        for pair in self.pairs:
            for name in pair:
                met[name] += 1
        return met

    @cached_property
    def requirements(self) -> "dict[str, Requirement]":
        """Requirements by id."""
        return {requirement.id: requirement for requirement in self.plan.requirements}

    @cached_property
    def gaps(self) -> "dict[str, list[Gap]]":
        """What the rules say, by requirement."""
        return gaps(self.lens)

    @cached_property
    def figures(self) -> "dict[str, UnitDiagnosis]":
        """What the diagnosis says, by the plan's own names."""
        named = ((self.lens.name(unit.unit), unit) for unit in self.lens.units)
        return {name: unit for name, unit in named if name is not None}

    def key(self, unit: Standing) -> str:
        """Give what links call the sheet of a unit."""
        return f"{self.lens.key} {unit.name}"

    @property
    def file(self) -> str:
        """The name of the source file."""
        return file_of(self.plan)

    @property
    def title(self) -> str:
        """The title of the plan, or of its file."""
        return title_of(self.plan)

    def in_order(self, requirements: Iterable[str]) -> list[str]:
        """Put ids of requirements in the order of the document."""
        wanted = set(requirements)
        return [one for one in self.requirements if one in wanted]

    def joined(self, parts: Iterable[str]) -> str:
        """List names, each once."""
        return JOINTS[self.lang].join(dict.fromkeys(parts))

    def has(self, role: Role) -> bool:
        """Tell whether anyone holds a requirement in a role."""
        return any(assignment.role is role for _, assignment in self.plan.pairs())

    def in_role(self, requirement: "Requirement", role: Role) -> str:
        """List who holds a requirement in a role."""
        return self.joined([a.name for a in self.plan.assignments(requirement) if a.role is role])

    def heading(self, requirement: "Requirement") -> tuple[str, str]:
        """Give the section and the task above a requirement."""
        section = self.plan.section_by_id.get(requirement.section or "")
        task = self.plan.task_by_id.get(requirement.task or "")
        return (section.title if section else "", task.title if task else "")

    def timing(self, requirement: "Requirement") -> str:
        """Say what a requirement demands about time."""
        told = (f"{t.raw}（{meaning(t)[self.lang]}）" for t in requirement.timing)
        return "\n".join(dict.fromkeys(told))

    def cited(self, requirement: "Requirement") -> str:
        """List what a requirement cites."""
        return "\n".join(dict.fromkeys(citation.raw for citation in requirement.citations))

    def place(self, requirement: "Requirement") -> str:
        """Say where a requirement stands."""
        return requirement.span.describe(self.lang)

    def attention(self, requirement: "Requirement") -> str:
        """Say what the rules find, habits aside, and whether the list of units is open."""
        held = self.gaps.get(requirement.id, ())
        said = [gap.title[self.lang] for gap in held if not self.lens.is_habit(gap)]
        if self.plan.row_by_id[requirement.row].open:
            said.append(say("ledger.open", self.lang))
        return "\n".join(said)
