"""`dutygraph report`: the main job, from documents to a folder of answers."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..graph.intake import Intake
from ..ontology.language import language
from ..ontology.messages import say
from .command import spoken_command
from .options import FORCE, REQUIRED_PATHS, option, reading_options
from .sources import read_given
from .summary import plan_summary

if TYPE_CHECKING:
    from ..graph.network.diagnosis import Diagnosis
    from ..graph.network.ownership import Ownership
    from ..graph.plan import Plan
    from ..graph.store import Store


@spoken_command("report")
@REQUIRED_PATHS
@option("-o", "--output", "folder", key="directory", metavar="DIR", type=Path)
@FORCE
@reading_options
def command(
    paths: tuple[str, ...], folder: Path | None, force: bool, intake: Intake, quiet: bool
) -> None:
    """Read, build, diagnose, and write the page, the ledger, the graph and the findings."""
    plans = read_given(paths, intake, quiet=quiet)
    target = folder or Path(f"{Path(plans[0].source.path).stem}-dutygraph")
    written = write_report(plans, target, force=force)
    if not quiet:
        click.echo("\n\n".join(plan_summary(plan) for plan in plans))
        click.echo()
        click.echo(say("cli.written"))
    for path, what in written:
        click.echo(f"  {path}  {say(f'cli.file-{what}')}" if not quiet else str(path))


def write_report(
    plans: "tuple[Plan, ...]", folder: Path, *, force: bool = False
) -> list[tuple[Path, str]]:
    """Write everything about the plans into a folder; give the files and what each is.

    Raises `OutputError` before anything is written when a file stands in the way.
    """
    from ..exports.writing import write_files
    from ..graph.network.apart import diagnose_each
    from ..graph.network.gathering import incidence_in
    from ..graph.network.ownership import ownership_in
    from ..graph.store import open_store

    with open_store() as store:
        store.put_all(plans)
        diagnoses = diagnose_each(incidence_in(store))
        ownership = ownership_in(store)
        made = dict(_contents(plans, store, diagnoses, ownership))
    files = {folder / name: content for (name, _), content in made.items()}
    write_files(files, force=force)
    return [(folder / name, what) for name, what in made]


Content = tuple[tuple[str, str], bytes]


def _contents(
    plans: "tuple[Plan, ...]",
    store: "Store",
    diagnoses: "Mapping[str, Diagnosis]",
    ownership: "Ownership",
) -> Iterator[Content]:
    from ..exports.atlas.page import render_page
    from ..exports.ledger import ledger_bytes
    from ..exports.networks import graphml
    from ..exports.rdf import rdf_bytes
    from ..exports.report import render_report
    from ..graph.network.gathering import incidence_in

    lang = language()
    makers: tuple[tuple[str, str, Callable[[], str | bytes]], ...] = (
        ("page.html", "page", lambda: render_page(plans, diagnoses, ownership, lang)),
        ("findings.md", "findings", lambda: render_report(plans, diagnoses, ownership, lang)),
        ("ledger.xlsx", "ledger", lambda: ledger_bytes(plans, diagnoses, ownership, lang)),
        ("graph.ttl", "turtle", lambda: rdf_bytes(store, "turtle")),
        ("graph.jsonld", "jsonld", lambda: rdf_bytes(store, "jsonld")),
        ("network.graphml", "graphml", lambda: graphml(incidence_in(store))),
    )
    for name, what, make in makers:
        content = make()
        yield (name, what), content.encode("utf-8") if isinstance(content, str) else content
