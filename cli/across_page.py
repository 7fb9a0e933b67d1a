"""What several plans show together, as lines to read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..ontology.messages import say

if TYPE_CHECKING:
    from ..graph.network.across import Corpus, Division, Standing
    from ..graph.network.likeness import Likeness

MOST = 10
"""Longer lists are cut, and said to be."""
ALIKE = 3


def across_page(corpus: "Corpus") -> str:
    """Write the page in the language in use."""
    head = say("diagnosis.across", None, n=len(corpus.divisions))
    return "\n".join([head, *(f"  {line}" for line in _lines(corpus))])


def _lines(corpus: "Corpus") -> Iterator[str]:
    yield from map(_division, corpus.divisions[:MOST])
    if len(corpus.divisions) > MOST:
        yield say("diagnosis.more", None, n=len(corpus.divisions) - MOST)
    several = [each for each in corpus.standings if len(each.plans) > 1]
    yield from map(_standing, several[:MOST])
    yield from map(_likeness, corpus.likenesses[:ALIKE])


def _division(division: "Division") -> str:
    return say(
        "diagnosis.division",
        None,
        plan=division.plan,
        requirements=division.requirements,
        units=division.units,
        bus=say("cli.joint").join(division.coordinators) or say("diagnosis.none"),
        no_lead=round(100 * division.no_lead),
        collectives=round(100 * division.collectives),
    )


def _standing(standing: "Standing") -> str:
    return say(
        "diagnosis.standing",
        None,
        unit=standing.unit,
        plans=len(standing.plans),
        central=len(standing.coordinates_in),
        narrow=len(standing.bottleneck_in),
    )


def _likeness(likeness: "Likeness") -> str:
    return say(
        "diagnosis.likeness",
        None,
        one=likeness.one,
        other=likeness.other,
        cosine=f"{likeness.cosine:.2f}",
        shared=len(likeness.shared),
    )
