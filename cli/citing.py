"""How requirements are pointed at in a sentence: 第4、8–9条."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from ..ontology.messages import say

if TYPE_CHECKING:
    from ..graph.network.incidence import Ref


MOST_TITLES = 10
"""So many titles stand at the head of a page."""


def head_titles(titles: Mapping[str, str]) -> Iterator[str]:
    """Name the plans that a page is about, by title; of many the first, and how many there are."""
    yield from sorted(titles.values())[:MOST_TITLES]
    if len(titles) > MOST_TITLES:
        yield say("diagnosis.plans-in-all", None, n=len(titles))


def cite(refs: "Iterable[Ref]", titles: Mapping[str, str]) -> str:
    """Point at requirements by their printed numbers; with several, plans are named by title.

    Numbers that follow each other are drawn together.
    """
    by_plan = groupby(
        sorted(refs, key=lambda ref: (titles.get(ref.plan, ""), ref)), key=lambda ref: ref.plan
    )
    parts = []
    for plan, found in by_plan:
        numbers = say("diagnosis.items", None, numbers=_numbers(list(found)))
        parts.append(
            numbers
            if len(titles) < 2
            else say("diagnosis.in-plan", None, title=titles[plan], numbers=numbers)
        )
    return say("diagnosis.next-plan").join(parts)


def _numbers(refs: "list[Ref]") -> str:
    runs: list[list[Ref]] = []
    for ref in refs:
        if runs and ref.ordinal == runs[-1][-1].ordinal + 1:
            runs[-1].append(ref)
        else:
            runs.append([ref])
    shown = dict.fromkeys(number for run in runs for number in _run(run))
    return say("cli.joint").join(shown)


def _run(refs: "list[Ref]") -> list[str]:
    """Draw three or more numbers that follow each other together."""
    numbers = list(dict.fromkeys(_bare(ref.number) for ref in refs))
    return [f"{numbers[0]}–{numbers[-1]}"] if len(numbers) > 2 else numbers


def _bare(number: str) -> str:
    """Take 第 and 条 off, which stand around the list already."""
    return number.removeprefix("第").removesuffix("条")
