"""The closed lists of codes that a plan uses; `ontology/codes.ttl` says them in RDF."""

from enum import StrEnum


class Role(StrEnum):
    """What a unit is to a requirement."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    """An owner whom the source does not tell apart from the others."""
    SUPPORT = "support"
    SUPERVISE = "supervise"
    ACTOR = "actor"
    """Acts in the wording only; never an owner."""
    APPROVER = "approver"
    """Approves or hears in the wording only; never an owner."""


OWNING_ROLES = frozenset({Role.LEAD, Role.RESPONSIBLE})


class Basis(StrEnum):
    """What in the source gave a role."""

    COLUMN_HEADING = "column-heading"
    INLINE_MARKER = "inline-marker"
    """A verb beside the names: 甲局牵头，乙局配合."""
    LABEL = "label"
    """A label before the names: 责任单位：甲局."""
    DOCUMENT_RULE = "document-rule"
    """A rule that the document states for all of it: 列第一位的为牵头单位."""
    BARE_LIST = "bare-list"
    """Only names, no word of a role."""
    BODY_TEXT = "body-text"


class TimingKind(StrEnum):
    """What kind of demand about time a requirement makes."""

    DEADLINE = "deadline"
    RECURRENCE = "recurrence"
    MINIMUM_FREQUENCY = "minimum-frequency"
    MINIMUM_PERIOD = "minimum-period"
    ONGOING = "ongoing"
    VAGUE = "vague"


class CitationKind(StrEnum):
    """In what way a requirement refers to a document."""

    ACCORDING_TO = "according-to"
    IMPLEMENTS = "implements"
    OBSERVES = "observes"
    KEEPS_FORM = "keeps-form"
    AMENDS = "amends"
    REPEALS = "repeals"
    MENTIONS = "mentions"


class RegulationKind(StrEnum):
    """What kind of document is cited, as far as its name tells."""

    UNKNOWN = "unknown"
    REGULATION_OR_RULE = "regulation-or-rule"
    NORMATIVE_DOCUMENT = "normative-document"
    OFFICIAL_LETTER = "official-letter"
    INTERNAL_RULE = "internal-rule"
    FORM = "form"
