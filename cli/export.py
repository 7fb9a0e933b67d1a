"""`dutygraph export`: the graph or a network in one format."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..graph.intake import Intake
from ..ontology.messages import say
from .command import spoken_command
from .options import FORCE, OUTPUT, PATHS, STORE, reading_options
from .sources import opened
from .speaking import note

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..graph.store import Store

RDF_FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml")
NETWORK_FORMATS = ("graphml", "gexf")
TABLE_FORMATS = ("csv",)
FORMATS = (*RDF_FORMATS, *NETWORK_FORMATS, *TABLE_FORMATS)


@spoken_command("export")
@click.argument("kind", type=click.Choice(FORMATS), metavar="FORMAT")
@PATHS
@STORE
@OUTPUT
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
    with opened(paths, store, intake, quiet=quiet) as graph:
        content = exporter(kind)(graph)
    if output == "-":
        sys.stdout.buffer.write(content)
        return
    from ..exports.writing import write_file

    write_file(Path(output), content, force=force)
    note(say("cli.wrote", path=output), quiet=quiet)


def exporter(kind: str) -> "Callable[[Store], bytes]":
    """Give the function that turns a store into the bytes of a format."""
    if kind in RDF_FORMATS:
        return lambda store: _rdf(store, kind)
    if kind in NETWORK_FORMATS:
        return lambda store: _network(store, kind)
    return _responsibilities


def _rdf(store: "Store", kind: str) -> bytes:
    from ..exports.rdf import rdf_bytes

    return rdf_bytes(store, kind)


def _network(store: "Store", kind: str) -> bytes:
    from ..exports import networks
    from ..graph.network.incidence import incidence_in

    write = networks.graphml if kind == "graphml" else networks.gexf
    return write(incidence_in(store))


def _responsibilities(store: "Store") -> bytes:
    from ..exports.tables import table_bytes
    from ..graph.questions import ask

    return table_bytes(ask(store, "responsibilities"), "csv")
