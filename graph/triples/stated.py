"""The stated graph of a plan: what a reader can point at in the source, and its shortcuts."""

from collections.abc import Iterator

from ...ontology.terms import DCTERMS, DUTY, RDF
from ..plan import Plan, Requirement, Row, Section, Task
from .iris import Iris
from .mentions import mention, place
from .participations import assignment, blanket, involvement
from .quad import Encoded, Triple, boolean, chinese, decimal, integer, iri, last_day, text, year
from .registration import Registration
from .wording import citation, timing

duty, dcterms = Encoded(DUTY), Encoded(DCTERMS)
A = iri(RDF.type)


def stated(plan: Plan, iris: Iris, registry: Registration) -> Iterator[Triple]:
    """Give the triples of a plan's stated graph; the registry learns the shared nodes."""
    yield from _plan(plan, iris, registry)
    yield from _file(plan, iris)
    for ordinal, section in enumerate(plan.sections, 1):
        yield from _heading(section, ordinal, iris)
    for ordinal, task in enumerate(plan.tasks, 1):
        yield from _heading(task, ordinal, iris)
    for ordinal, row in enumerate(plan.rows, 1):
        yield from _row(plan, row, ordinal, iris, registry)
    for ordinal, requirement in enumerate(plan.requirements, 1):
        yield from _requirement(requirement, ordinal, iris, registry)
    for position, implied in enumerate(plan.implied, 1):
        yield from blanket(implied, position, iris, registry)
    for position, found in enumerate(plan.citations, 1):
        yield from citation(found, position, iri(iris.plan), iris, registry)


def _plan(plan: Plan, iris: Iris, registry: Registration) -> Iterator[Triple]:
    node = iri(iris.plan)
    yield node, A, duty.Plan
    yield node, dcterms.title, chinese(plan.title)
    yield node, duty.fromFile, iri(iris.file)
    if plan.issuer:
        yield node, duty.issuedBy, registry.unit(plan.issuer)
        yield node, duty.issuerName, chinese(plan.issuer)
    if plan.year is not None:
        yield node, duty.planYear, year(plan.year)
    if plan.document_number:
        yield node, duty.docNumber, text(str(plan.document_number))
    if plan.date and (day := last_day(plan.date)):
        yield node, dcterms.issued, day
    if plan.ownership_heading is not None:
        yield node, duty.ownershipHeading, chinese(plan.ownership_heading)
    for position, name in enumerate(plan.addressees, 1):
        addressee = iri(f"{iris.plan}/addressee/{position}")
        yield addressee, A, duty.Addressee
        yield addressee, duty.inPlan, node
        yield addressee, duty.position, integer(position)
        yield addressee, duty.verbatimText, chinese(name)


def _file(plan: Plan, iris: Iris) -> Iterator[Triple]:
    node, source = iri(iris.file), plan.source
    yield node, A, duty.SourceFile
    yield node, duty.fileName, text(source.path.replace("\\", "/").rpartition("/")[2])
    yield node, duty.sha256, text(source.sha256)
    yield node, dcterms.format, text(source.format)
    yield node, duty.layoutScore, decimal(source.layout_score)
    if source.layout:
        yield node, duty.layout, text(source.layout)
    if source.reader:
        yield node, duty.readerRoute, text(source.reader)


def _element(
    node: str, kind: str, element: Section | Task | Row | Requirement, ordinal: int, iris: Iris
) -> Iterator[Triple]:
    yield node, A, duty.PlanElement
    yield node, A, kind
    yield node, duty.inPlan, iri(iris.plan)
    yield node, duty.ordinal, integer(ordinal)
    yield node, duty.localId, text(element.id)
    yield node, duty.place, place(element.span)
    yield from mention(node, iri(iris.file), element.span)


def _heading(heading: Section | Task, ordinal: int, iris: Iris) -> Iterator[Triple]:
    if isinstance(heading, Task):
        node, kind = iri(iris.element("task", heading.id)), duty.Task
        if heading.section is not None:
            yield node, duty.parentElement, iri(iris.element("section", heading.section))
    else:
        node, kind = iri(iris.element("section", heading.id)), duty.Section
    yield from _element(node, kind, heading, ordinal, iris)
    yield node, duty.verbatimText, chinese(heading.title)
    if heading.number:
        yield node, duty.printedNumber, text(heading.number)


def _row(
    plan: Plan, row: Row, ordinal: int, iris: Iris, registry: Registration
) -> Iterator[Triple]:
    node = iri(iris.element("row", row.id))
    yield from _element(node, duty.Row, row, ordinal, iris)
    yield node, duty.shareCount, integer(len(row.requirements))
    if row.open:
        yield node, duty.openList, boolean(value=True)
    for index, found in enumerate(row.assignments, 1):
        yield from assignment(found, index, row, iris, registry)


def _requirement(
    requirement: Requirement, ordinal: int, iris: Iris, registry: Registration
) -> Iterator[Triple]:
    node = iri(iris.element("requirement", requirement.id))
    yield from _element(node, duty.Requirement, requirement, ordinal, iris)
    yield node, duty.verbatimText, chinese(requirement.text)
    yield node, duty.inRow, iri(iris.element("row", requirement.row))
    yield from _outline(node, requirement, iris)
    if requirement.number:
        yield node, duty.printedNumber, text(requirement.number)
    if requirement.part is not None:
        yield node, duty.part, integer(requirement.part)
    if requirement.remark is not None:
        yield node, duty.remark, chinese(requirement.remark)
    yield from _wording(node, requirement, iris, registry)


def _outline(node: str, requirement: Requirement, iris: Iris) -> Iterator[Triple]:
    section = requirement.section and iri(iris.element("section", requirement.section))
    task = requirement.task and iri(iris.element("task", requirement.task))
    if section:
        yield node, duty.inSection, section
    if parent := task or section:
        yield node, duty.parentElement, parent


def _wording(
    node: str, requirement: Requirement, iris: Iris, registry: Registration
) -> Iterator[Triple]:
    for position, found in enumerate(requirement.timing, 1):
        yield from timing(found, position, node, iris)
    for position, cited in enumerate(requirement.citations, 1):
        yield from citation(cited, position, node, iris, registry)
    for position, actor in enumerate(requirement.actors, 1):
        yield from involvement(actor, position, node, iris, registry)
