"""`dutygraph sparql`: free SPARQL over documents or a store, read-only and within limits."""

import sys
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

from ..graph.errors import UsageError
from ..ontology.messages import say
from .answers import (
    TABLE_FORMATS,
    Command,
    Delivery,
    delivery_options,
    give_bytes,
    give_table,
    limit_options,
)
from .command import spoken_command
from .options import PLAN, STORE, option, reading_options
from .sources import opened
from .speaking import note

if TYPE_CHECKING:
    from ..graph.intake import Intake
    from ..graph.store.limits import Limits

GRAPH_FORMATS = ("turtle", "jsonld", "ntriples", "rdfxml")


def query_option(command: Command) -> Command:
    """Add `-e` and `-f`, given to the command as one `query`."""

    @wraps(command)
    def gathered(*args: object, query: str | None, file: str | None, **rest: object) -> object:
        return command(*args, query=query_text(query, file), **rest)

    from_file = option("-f", "file", key="query-file", metavar="FILE")(gathered)
    return option("-e", "query", key="query", metavar="QUERY")(from_file)  # type: ignore[return-value]


@spoken_command("sparql")
@query_option
@STORE
@PLAN
@delivery_options(*TABLE_FORMATS, *GRAPH_FORMATS)
@limit_options
@reading_options
def command(
    query: str,
    store: str | None,
    plans: tuple[str, ...],
    delivery: Delivery,
    limits: "Limits",
    intake: "Intake",
    quiet: bool,
) -> None:
    """Answer a query of the user's own."""
    from ..exports.term_check import term_warnings
    from ..graph.store.query_guard import guarded

    form = guarded(query).form
    delivery = replace(delivery, kind=format_for(form, delivery.kind))
    for warning in term_warnings(query):
        note(warning, quiet=quiet)
    with opened(plans, store, intake, quiet=quiet) as graph:
        if form == "SELECT":
            table = graph.select(query, None, limits)
            give_table(table, delivery, quiet=quiet)
            if not len(table):
                note(say("questions.nothing-found"), quiet=quiet)
        elif form == "ASK":
            give_bytes(_truth(graph.ask_boolean(query, None, limits), delivery), delivery)
        else:
            data = graph.construct(query, str(delivery.kind), None, limits)
            give_bytes(data, delivery, quiet=quiet)


def query_text(query: str | None, file: str | None) -> str:
    """Give the query from the command line, a file, or standard input for `-`.

    Raises `UsageError` unless exactly one is named and can be read.
    """
    if (query is None) == (file is None):
        raise UsageError("cli.one-query")
    if query is not None:
        return query
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(str(file)).read_bytes()
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("cli.query-unreadable", path=file, detail=error) from error


def format_for(form: str, kind: str | None) -> str:
    """Give the format of an answer; raises `UsageError` when form and format do not agree."""
    graph = form in {"CONSTRUCT", "DESCRIBE"}
    known = GRAPH_FORMATS if graph else TABLE_FORMATS
    if kind is None:
        return known[0]
    if kind not in known or (form == "ASK" and kind not in {"table", "json"}):
        raise UsageError("cli.format-of-form", form=form, format=kind)
    return kind


def _truth(truth: bool, delivery: Delivery) -> bytes:
    if delivery.kind == "table":
        return f"{str(truth).lower()}\n".encode()
    from ..exports.results import json_results

    return json_results(truth) + b"\n"
