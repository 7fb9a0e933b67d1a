"""`dutygraph units`: list the units, propose merges, export, import what was confirmed."""

import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..graph.errors import UsageError
from ..graph.intake import Intake
from ..ontology.messages import say
from .command import spoken_command
from .handing import refuse_misleading
from .options import FORCE, STORE, option, reading_options
from .sources import opened
from .speaking import note

if TYPE_CHECKING:
    from ..graph.registry import Register
    from ..graph.registry.suggestions import NameUse

ACTIONS = ("list", "suggest", "export", "import")


@spoken_command("units")
@click.argument("words", nargs=-1, metavar="[list|suggest|export|import] [PATHS]...")
@STORE
@option("-o", "--output", key="output", type=Path, metavar="FILE")
@FORCE
@reading_options
def command(
    words: tuple[str, ...],
    store: str | None,
    output: Path | None,
    force: bool,
    intake: Intake,
    quiet: bool,
) -> None:
    """List the units of documents or of a store, propose merges, export, import."""
    action, paths = (words[0], words[1:]) if words[:1] and words[0] in ACTIONS else ("", words)
    if action == "import":
        _import(paths, store, output, quiet=quiet)
        return
    from ..graph.registry.confirmed import uses_in

    with opened(paths, store, intake, quiet=quiet) as graph:
        uses = uses_in(graph)
    if action == "export":
        _export(uses, output, force=force, quiet=quiet)
    elif action == "suggest":
        _suggest(uses, quiet=quiet)
    else:
        _list(uses)


def _list(uses: "tuple[NameUse, ...]") -> None:
    for issuer, held in groupby(uses, key=lambda use: use.issuer):
        click.echo(_issuer(issuer))
        for use in sorted(held, key=lambda use: (-use.requirements, use.name)):
            click.echo(say("registry.use", n=use.requirements, name=use.name))


def _suggest(uses: "tuple[NameUse, ...]", *, quiet: bool) -> None:
    from ..graph.registry.confirmed import sentence
    from ..graph.registry.suggestions import suggestions

    found = suggestions(uses)
    for issuer, held in groupby(found, key=lambda suggestion: suggestion.issuer):
        click.echo(_issuer(issuer))
        for suggestion in held:
            click.echo(say("registry.suggestion", sentence=sentence(suggestion)))
    note(say("registry.not-merged" if found else "registry.none"), quiet=quiet)
    if unknown := sum(not use.issuer for use in uses):
        note(say("registry.not-compared", n=unknown), quiet=quiet)


def _issuer(name: str) -> str:
    return say("registry.issuer", issuer=name or say("registry.unknown-issuer"))


def _export(uses: "tuple[NameUse, ...]", output: Path | None, *, force: bool, quiet: bool) -> None:
    from ..exports.writing import write_file
    from ..graph.registry.confirmed import editable_csv

    if output is None:
        raise UsageError("registry.export-where")
    refuse_misleading(str(output), "csv")
    if str(output) == "-":
        sys.stdout.buffer.write(editable_csv(uses))
        return
    write_file(output, editable_csv(uses), force=force)
    note(say("registry.exported", path=output, n=len(uses)), quiet=quiet)


def _import(paths: tuple[str, ...], store: str | None, output: Path | None, *, quiet: bool) -> None:
    from ..exports.writing import write_file
    from ..graph.registry import register_csv
    from ..graph.registry.confirmed import confirmed, known_register

    if len(paths) != 1:
        raise UsageError("registry.import-one")
    if output is None and store is None:
        raise UsageError("registry.import-where")
    register = confirmed(Path(paths[0]), known_register(output) if output else None)
    if output is not None:
        # The register grows with each import: what it held is in what is written.
        write_file(output, register_csv(register), force=True)
        note(say("registry.imported", path=output, n=len(register.entries)), quiet=quiet)
    if store is not None:
        _curate(store, register, quiet=quiet)


def _curate(where: str, register: "Register", *, quiet: bool) -> None:
    from ..graph.registry.curated import curate
    from ..graph.store import open_store

    with open_store(where) as store:
        count = curate(store, register)
    note(say("registry.curated", store=where, n=count), quiet=quiet)
