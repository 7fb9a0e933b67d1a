"""Each plan of an incidence by itself."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from .incidence import Duty, Incidence, Tie

if TYPE_CHECKING:
    from .diagnosis import Diagnosis
    from .settings import Settings


def plans_of(incidence: Incidence) -> Iterator[tuple[str, Incidence]]:
    """Give the incidence of each plan by itself, with its key; names stay as they are."""
    duties: dict[str, list[Duty]] = defaultdict(list)
    for duty in incidence.duties:
        duties[duty.plan].append(duty)
    ties: dict[str, list[Tie]] = defaultdict(list)
    for tie in incidence.ties:
        ties[tie.plan].append(tie)
    preamble: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in incidence.preamble:
        preamble[each[0]].append(each)
    for key, title in incidence.titles:
        yield (
            key,
            replace(
                incidence,
                duties=tuple(duties[key]),
                ties=tuple(ties[key]),
                titles=((key, title),),
                preamble=tuple(preamble[key]),
            ),
        )


def own_plans(incidence: Incidence) -> Iterator[tuple[str, Incidence]]:
    """Give the incidence of each plan as if it were the only one: with its own short names."""
    for key, plan in plans_of(incidence):
        ties = tuple(sorted(replace(tie, unit=tie.own_name) for tie in plan.ties))
        yield key, replace(plan, ties=ties)


def diagnose_each(
    incidence: Incidence, settings: "Settings | None" = None
) -> "dict[str, Diagnosis]":
    """Diagnose each plan by itself, by its key: the figures are those of the plan alone."""
    from .diagnosis import diagnose

    return {key: diagnose(plan, settings) for key, plan in own_plans(incidence)}
