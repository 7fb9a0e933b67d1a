"""The terms that dutygraph writes and asks for, as plain strings.

A namespace is closed: `DUTY.Plan` is an IRI, and a mistyped `DUTY.Plam` is an `AttributeError`.
The tests hold these names against the Turtle files.
"""

from collections.abc import Iterator

HOME = "https://w3id.org/dutygraph/"


class Terms:
    """The closed set of names of one namespace.

    >>> DUTY.Plan
    'https://w3id.org/dutygraph/ontology#Plan'
    """

    def __init__(self, namespace: str, names: str) -> None:
        self._namespace = namespace
        self._names = frozenset(names.split())
        for name in self._names:
            setattr(self, name, f"{namespace}{name}")

    def __getattr__(self, name: str) -> str:
        raise AttributeError(f"{name} is no term of {self._namespace}", name=name, obj=self)

    def __str__(self) -> str:
        return self._namespace

    def __iter__(self) -> Iterator[str]:
        """Give the names, sorted."""
        return iter(sorted(self._names))

    def __contains__(self, name: str) -> bool:
        return name in self._names


DUTY = Terms(
    f"{HOME}ontology#",
    """
    Plan SourceFile Addressee
    PlanElement Section Task Requirement Row
    Participation Assignment Involvement BlanketAssignment
    Guess GuessedAssignment GuessedKind
    Unit UnitGroup Post Regulation Citation
    Timing Deadline Recurrence MinimumFrequency MinimumPeriod OngoingTiming VagueTiming
    Mention AmbiguityNote

    planYear issuedBy issuerName docNumber fromFile ownershipHeading
    sha256 fileName layout layoutScore readerRoute
    inPlan parentElement inSection inRow ordinal localId printedNumber verbatimText remark part
    place mention position
    shareCount openList ownerCount namedOwnerCount leadCount
    ambiguity ambiguityKind doubtCode doubtValues
    concerns participant statedInRow role roleBasis distribution claimStatus confidence fullName
    appliesFrom expandedFrom inferredBy about unitKind
    nameScope groupQuantifier memberListStatus
    docNumberAgency docNumberYear docNumberSerial regulationKind
    citingElement citedRegulation citedTitle citationKind cueText
    timing period minCount minDuration dueDate hedge regulatedActivity
    statedPeriod statedDuration statedDate
    tableIndex rowIndex columnIndex paragraphIndex pageNumber sheetName lineNumber
    carriedBy ledBy ownedBy supportedBy supervisedBy cites coordinatesWith
    """,
)

RDF = Terms("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type")
SKOS = Terms("http://www.w3.org/2004/02/skos/core#", "prefLabel altLabel notation")
DCTERMS = Terms("http://purl.org/dc/terms/", "title issued format")
OA = Terms("http://www.w3.org/ns/oa#", "hasSource exact start end")
ORG = Terms("http://www.w3.org/ns/org#", "subOrganizationOf")
XSD = Terms(
    "http://www.w3.org/2001/XMLSchema#", "integer decimal boolean date gYear duration string"
)

CODE = f"{HOME}code/"
"""Codes are `CODE + list + "/" + code`: `…/code/role/lead`."""

DATA = f"{HOME}id/"
"""Where the IRIs of plans, units and graphs begin unless the user names another base."""

PREFIXES = {
    "duty": str(DUTY),
    "code": CODE,
    "role": f"{CODE}role/",
    "basis": f"{CODE}role-basis/",
    "claim": f"{CODE}claim/",
    "ambiguity": f"{CODE}ambiguity/",
    "rule": f"{CODE}rule/",
    "plan": f"{DATA}plan/",
    "unit": f"{DATA}unit/",
    "group": f"{DATA}group/",
    "post": f"{DATA}post/",
    "regulation": f"{DATA}regulation/",
    "skos": str(SKOS),
    "dcterms": str(DCTERMS),
    "oa": str(OA),
    "org": str(ORG),
    "rdf": str(RDF),
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": str(XSD),
}
"""The prefixes of every query and of every file that people read."""
