"""One file made from plans, handed over to a path or to standard output."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..graph.errors import NoPlanError, UsageError
from ..ontology.language import Language, language
from ..ontology.messages import say
from .speaking import note

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..graph.network.diagnosis import Diagnosis
    from ..graph.network.ownership import Ownership
    from ..graph.plan import Plan
    from ..graph.store import Store

    Writer = Callable[[tuple[Plan, ...], Mapping[str, Diagnosis], Ownership, Language], bytes]


def plans_of(store: "Store") -> "tuple[Plan, ...]":
    """Give the plans of a store as people list them: by issuer, then year, then title.

    A plan without an issuer stands by its title. Raises `StoreError`.
    """
    from ..graph.recollection import plans_in

    return tuple(
        sorted(
            plans_in(store),
            key=lambda plan: (plan.issuer or plan.title, plan.year or 0, plan.title),
        )
    )


def made_of(store: "Store", write: "Writer") -> bytes:
    """Diagnose each plan of a store and write them with an export.

    Raises `NoPlanError` when the store holds none, and `StoreError`.
    """
    from ..graph.network.apart import diagnose_each
    from ..graph.network.gathering import incidence_in
    from ..graph.network.ownership import ownership_in

    plans = plans_of(store)
    if not any(plan.requirements for plan in plans):
        raise NoPlanError("writing.no-plan")
    return write(plans, diagnose_each(incidence_in(store)), ownership_in(store), language())


def require_ending(output: str, *endings: str) -> None:
    """Refuse a file name that promises another format than the one written.

    Raises `UsageError`; a name without an ending, and `-`, promise nothing.
    """
    ending = Path(output).suffix.lower()
    if ending and ending not in endings:
        raise UsageError("cli.wrong-ending", path=output, ending=ending, written=endings[0])


ENDINGS = {
    "turtle": (".ttl",),
    "trig": (".trig",),
    "nquads": (".nq",),
    "ntriples": (".nt",),
    "jsonld": (".jsonld", ".json"),
    "rdfxml": (".rdf", ".xml", ".owl"),
    "graphml": (".graphml", ".xml"),
    "gexf": (".gexf", ".xml"),
    "csv": (".csv",),
    "ics": (".ics",),
}
"""The endings of each exported format, the usual one first."""
OTHER_ENDINGS = {".xlsx", ".xls", ".docx", ".doc", ".pdf", ".html", ".htm", ".zip"}


def refuse_misleading(output: str, kind: str) -> None:
    """Refuse a file name whose ending is that of another format; unknown endings promise nothing.

    Raises `UsageError`.
    """
    ending = Path(output).suffix.lower()
    known = OTHER_ENDINGS.union(*ENDINGS.values())
    if ending in known and ending not in ENDINGS[kind]:
        written = ENDINGS[kind][0]
        raise UsageError("cli.wrong-ending", path=output, ending=ending, written=written)


def hand_over(content: bytes, output: str, *, force: bool, quiet: bool) -> None:
    """Write to a file, or to standard output for `-`, and say so. Raises `OutputError`."""
    if output == "-":
        sys.stdout.buffer.write(content)
        return
    from ..exports.writing import write_file

    write_file(Path(output), content, force=force)
    note(say("cli.wrote", path=output), quiet=quiet)
