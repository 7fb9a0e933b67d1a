"""Where a command finds its plans: documents on the command line, or a store."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..exports.wording import JOINTS
from ..graph.errors import DocumentError, NoPlanError, UsageError
from ..graph.intake import Failure, Intake, read_all
from ..ontology.language import language
from ..ontology.messages import say
from .speaking import note

if TYPE_CHECKING:
    from ..graph.plan import Plan
    from ..graph.store import Store

DEFAULT_STORE = "dutygraph.db"
SHOWN = 6
"""So many files are named at most."""


ADDRESS = re.compile(r"(?!https?://)[a-z][a-z0-9+.-]*://", re.IGNORECASE)
"""What begins like an address, but is none that a store answers at."""


def store_place(given: str | None) -> str:
    """Give the store to use: the one named, else `$DUTYGRAPH_STORE`, else `./dutygraph.db`.

    Raises `UsageError` for an address that is not one of HTTP.
    """
    place = given or os.environ.get("DUTYGRAPH_STORE") or DEFAULT_STORE
    if ADDRESS.match(place):
        raise UsageError("cli.store-address", place=place)
    return place


def intake_of(encoding: str | None, via: str | None, register: Path | None) -> Intake:
    """Gather the reading options of a command; opens the register of units when one is named."""
    if register is None:
        return Intake(encoding, via)
    from ..graph.registry import read_register

    return Intake(encoding, via, read_register(register))


def documents_given(paths: Sequence[str], *, quiet: bool = False) -> tuple[Path, ...]:
    """Give the documents that paths stand for, without what dutygraph wrote into their folders.

    A file that is named is taken whatever it is. Raises `DocumentError` as `find_documents` does,
    and when nothing else is there.
    """
    from ..exports.own import is_own
    from ..graph.documents.finding import find_documents

    found = find_documents(paths)
    named = set(map(Path, paths))
    own = [path for path in found if path not in named and is_own(path)]
    if own:
        shown = JOINTS[language()].join(map(str, own[:SHOWN])) + ("…" if len(own) > SHOWN else "")
        if len(own) == len(found):
            raise DocumentError("cli.only-own", n=len(own), shown=shown)
        note(say("cli.own", n=len(own), shown=shown), quiet=quiet)
    return tuple(path for path in found if path not in set(own))


def read_given(paths: Sequence[str], intake: Intake, *, quiet: bool = False) -> "tuple[Plan, ...]":
    """Read the documents named; say which failed, raise the first failure if none could be read.

    Raises `NoPlanError` when documents were read but hold no requirement at all.
    """
    found = documents_given(paths, quiet=quiet)
    plans, failures = read_all(found, intake)
    _tell(failures, bool(plans))
    filled = tuple(plan for plan in plans if plan.requirements)
    for plan in plans:
        if not plan.requirements:
            note(say("intake.no-plan", path=plan.source.path), quiet=quiet)
    if not filled:
        raise NoPlanError("cli.no-plan-at-all", n=len(found))
    return filled


def _tell(failures: Sequence[Failure], others_read: bool) -> None:
    if failures and not others_read:
        for failure in failures[1:]:
            note(failure.error.sentence())
        raise failures[0].error
    for failure in failures:
        note(failure.error.sentence())


@contextmanager
def opened(
    paths: Sequence[str], store: str | None, intake: Intake, *, quiet: bool = False
) -> "Iterator[Store]":
    """Open what a command asks about: a store in memory over its documents, or a stored one.

    Raises `UsageError` when both are named.
    """
    from ..graph.store import open_store

    if paths and store:
        raise UsageError("cli.paths-and-store")
    if not paths:
        with open_store(store_place(store)) as stored:
            yield stored
        return
    with open_store() as memory:
        for plan in read_given(paths, intake, quiet=quiet):
            memory.put(plan)
        yield memory
