"""`dutygraph export`: the graph or a network in one format."""

from typing import TYPE_CHECKING

import click

from ..graph.intake import Intake
from .command import spoken_command
from .handing import hand_over, plans_of, refuse_misleading
from .options import FORCE, OUTPUT_OR_STDOUT, PATHS, STORE, reading_options
from .sources import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..graph.store import Store

RDF_FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")
NETWORK_FORMATS = ("graphml", "gexf", "graphml-units", "gexf-units")
"""Names and requirements; with `-units`, who shares rows with whom."""
FORMATS = (*RDF_FORMATS, *NETWORK_FORMATS, "csv", "ics")


@spoken_command("export")
@click.argument("kind", type=click.Choice(FORMATS), metavar="FORMAT")
@PATHS
@STORE
@OUTPUT_OR_STDOUT
@FORCE
@reading_options
def command(
    kind: str,
    paths: tuple[str, ...],
    store: str | None,
    output: str,
    force: bool,
    intake: Intake,
    quiet: bool,
) -> None:
    """Write the graph of documents or of a store in one format."""
    refuse_misleading(output, kind.removesuffix("-units"))
    with opened(paths, store, intake, quiet=quiet) as graph:
        content = exporter(kind)(graph)
    hand_over(content, output, force=force, quiet=quiet)


def exporter(kind: str) -> "Callable[[Store], bytes]":
    """Give the function that turns a store into the bytes of a format."""
    if kind in RDF_FORMATS:
        return lambda store: _rdf(store, kind)
    if kind in NETWORK_FORMATS:
        return lambda store: _network(store, kind)
    return _calendar if kind == "ics" else _responsibilities


def _rdf(store: "Store", kind: str) -> bytes:
    from ..exports.rdf import rdf_bytes

    return rdf_bytes(store, kind)


def _network(store: "Store", kind: str) -> bytes:
    from ..exports import networks
    from ..graph.network.gathering import incidence_in

    name, _, units = kind.partition("-")
    write = networks.graphml if name == "graphml" else networks.gexf
    return write(incidence_in(store), "units" if units else "two-mode")


def _calendar(store: "Store") -> bytes:
    from ..exports.calendar import calendar_bytes

    return calendar_bytes(plans_of(store))


def _responsibilities(store: "Store") -> bytes:
    from ..exports.responsibilities import responsibilities
    from ..exports.tables import table_bytes

    return table_bytes(responsibilities(plans_of(store)), "csv")
