"""A path becomes plans: opening and reading in one step."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import DutygraphError, NoPlanError
from .plan import Plan

if TYPE_CHECKING:
    from .registry import Register


@dataclass(frozen=True, slots=True)
class Intake:
    """How documents are to be opened and read."""

    encoding: str | None = None
    """Of plain texts, when the guess is wrong."""
    via: str | None = None
    """`libreoffice` to convert a document before reading it."""
    register: "Register | None" = None
    """Known names of units."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read, and why."""

    path: str
    error: DutygraphError


def read_plans(path: str | Path, intake: Intake | None = None) -> tuple[Plan, ...]:
    """Read all the plans of a document; a notice without tasks gives one without requirements.

    Raises `DocumentError` when it cannot be opened and `NoPlanError` when it holds no text.
    """
    from .documents.opening import open_document
    from .reading.plans import read_document

    wish = intake or Intake()
    document = open_document(path, encoding=wish.encoding, via=wish.via)
    plans = read_document(document)
    if wish.register is None:
        return plans
    from .registry import applied

    return tuple(applied(plan, wish.register) for plan in plans)


def read_plan(path: str | Path, intake: Intake | None = None) -> Plan:
    """Read the plan of a document; of several, the one with the most requirements.

    Raises `NoPlanError` when no requirement is found, and what `read_plans` raises.
    """
    plan = max(read_plans(path, intake), key=lambda found: len(found.requirements))
    if not plan.requirements:
        raise NoPlanError("intake.no-plan", path=path)
    return plan


def read_all(
    paths: tuple[Path, ...], intake: Intake | None = None
) -> tuple[tuple[Plan, ...], tuple[Failure, ...]]:
    """Read many documents; one that fails does not stop the rest. Gives plans and failures."""
    plans: list[Plan] = []
    failures: list[Failure] = []
    for path in paths:
        try:
            plans.extend(read_plans(path, intake))
        except DutygraphError as error:
            failures.append(Failure(str(path), error))
    return tuple(plans), tuple(failures)
