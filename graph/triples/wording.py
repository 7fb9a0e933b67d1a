"""What the wording of a requirement demands about time, and what it refers to."""

from collections.abc import Iterator

from ...ontology.terms import DUTY, RDF
from ..plan import Citation, Timing, TimingKind
from .iris import Iris
from .mentions import mention
from .quad import Encoded, Triple, chinese, code, duration, integer, iri, last_day, text
from .registration import Registration

duty = Encoded(DUTY)
A = iri(RDF.type)

TIMING_CLASSES = {
    TimingKind.DEADLINE: duty.Deadline,
    TimingKind.RECURRENCE: duty.Recurrence,
    TimingKind.MINIMUM_FREQUENCY: duty.MinimumFrequency,
    TimingKind.MINIMUM_PERIOD: duty.MinimumPeriod,
    TimingKind.ONGOING: duty.OngoingTiming,
    TimingKind.VAGUE: duty.VagueTiming,
}


def timing(found: Timing, position: int, requirement: str, iris: Iris) -> Iterator[Triple]:
    """Give a demand about time."""
    node = f"{requirement[:-1]}/t{position}>"
    yield requirement, duty.timing, node
    yield node, A, duty.Timing
    yield node, A, TIMING_CLASSES[found.kind]
    yield node, duty.inPlan, iri(iris.plan)
    yield node, duty.position, integer(position)
    yield node, duty.verbatimText, chinese(found.raw)
    yield from _measure(node, found)
    yield from mention(node, iri(iris.file), found.span, found.raw)


def _measure(node: str, found: Timing) -> Iterator[Triple]:
    if found.period is not None:
        yield node, duty.period, duration(found.period)
        yield node, duty.statedPeriod, text(found.period)
    if found.count is not None:
        yield node, duty.minCount, integer(found.count)
    if found.duration is not None:
        yield node, duty.minDuration, duration(found.duration)
        yield node, duty.statedDuration, text(found.duration)
    if found.date is not None:
        yield node, duty.statedDate, text(found.date)
        if day := last_day(found.date):
            yield node, duty.dueDate, day
    if found.hedge is not None:
        yield node, duty.hedge, chinese(found.hedge)
    if found.activity is not None:
        yield node, duty.regulatedActivity, chinese(found.activity)


def citation(
    found: Citation, position: int, citing: str, iris: Iris, registry: Registration
) -> Iterator[Triple]:
    """Give a reference to a document by a requirement or by the plan's preamble."""
    node, regulation = f"{citing[:-1]}/c{position}>", registry.regulation(found)
    yield node, A, duty.Citation
    yield node, duty.inPlan, iri(iris.plan)
    yield node, duty.citingElement, citing
    yield node, duty.citedRegulation, regulation
    yield citing, duty.cites, regulation
    yield node, duty.citationKind, code("citation-kind", found.kind)
    yield node, duty.regulationKind, code("regulation-kind", found.regulation_kind)
    yield node, duty.position, integer(position)
    yield node, duty.verbatimText, chinese(found.raw)
    if found.title is not None:
        yield node, duty.citedTitle, chinese(found.title)
    if found.number is not None:
        yield node, duty.docNumber, text(str(found.number))
    if found.cue is not None:
        yield node, duty.cueText, chinese(found.cue)
    yield from mention(node, iri(iris.file), found.span, found.raw)
