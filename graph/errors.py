"""What can go wrong, as one tree.

DutygraphError                 exit code 1
├── UsageError                 2  the request itself makes no sense
├── DocumentError              3  a document cannot be opened
├── NoPlanError                4  it was opened but holds no plan
├── InvalidGraphError          5  the graph breaks its shapes
├── QueryError                 6  a question or query cannot be answered
├── StoreError                 1  a store cannot be opened, read or written
├── ClusterError               1  a cluster cannot be reached or used
├── MissingExtraError          1  an optional package is not installed
└── OutputError                1  a file cannot be written

DutygraphWarning               something in a document is doubtful
"""

import errno
from typing import ClassVar

from ..ontology.language import Language
from ..ontology.messages import say

SYSTEM_FAULTS: tuple[tuple[type[Exception], str], ...] = (
    (FileNotFoundError, "missing"),
    (PermissionError, "denied"),
    (IsADirectoryError, "folder"),
    (NotADirectoryError, "no-folder"),
    (FileExistsError, "exists"),
    (UnicodeError, "encoding"),
)
"""What can be wrong with a file, by exception, and the message that says it."""
SYSTEM_CODES = {
    errno.ENOSPC: "full",
    errno.EROFS: "read-only",
    errno.ENAMETOOLONG: "long-name",
    errno.EADDRINUSE: "port-taken",
}
"""The same where only the error number tells."""


class DutygraphError(Exception):
    """The root of every error that the program raises on purpose.

    It is made from a message key and its values, so the same error speaks both languages:
    `DocumentError("documents.missing", path="plan.docx")`.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def sentence(self, lang: Language | None = None) -> str:
        """Say what is wrong, where, and what to do next."""
        said = {name: _said(value, lang) for name, value in self.values.items()}
        return say(self.key, lang, **said)

    def __str__(self) -> str:
        return self.sentence()


def _said(value: object, lang: Language | None) -> object:
    """Give what the system says is wrong with a file in our own words; other values as they are."""
    for kind, name in SYSTEM_FAULTS:
        if isinstance(value, kind):
            return say(f"system.{name}", lang)
    if not isinstance(value, OSError):
        return value
    name = SYSTEM_CODES.get(value.errno or 0, "")
    return say(f"system.{name}", lang) if name else value.strerror or value


class UsageError(DutygraphError):
    """The request itself makes no sense."""

    exit_code = 2


class DocumentError(DutygraphError):
    """A document cannot be opened."""

    exit_code = 3


class NoPlanError(DutygraphError):
    """A document was opened but holds no plan."""

    exit_code = 4


class InvalidGraphError(DutygraphError):
    """A graph breaks its shapes."""

    exit_code = 5


class QueryError(DutygraphError):
    """A question or query cannot be answered."""

    exit_code = 6


class StoreError(DutygraphError):
    """A store cannot be opened, read or written."""


class ClusterError(DutygraphError):
    """A cluster cannot be reached or used."""


class MissingExtraError(DutygraphError):
    """An optional package is needed and not installed."""


class OutputError(DutygraphError):
    """A file cannot be written."""


class DutygraphWarning(UserWarning):
    """Something in a document is doubtful."""
