"""`dutygraph gaps`: the requirements whose ownership is doubtful, with reasons."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..graph.intake import Intake
from .command import spoken_command
from .options import JSON, PATHS, STORE, option, reading_options
from .sources import opened

if TYPE_CHECKING:
    from ..graph.network.ownership import Ownership

FOUND = 7
"""The exit code for findings, where it was asked for."""


@spoken_command("gaps")
@PATHS
@STORE
@JSON
@option("--fail-on", key="fail-on", type=click.Choice(["red", "amber"]))
@option("--rules", "folder", key="rules", metavar="DIR", type=Path)
@reading_options
def command(
    paths: tuple[str, ...],
    store: str | None,
    as_json: bool,
    fail_on: str | None,
    folder: Path | None,
    intake: Intake,
    quiet: bool,
) -> int:
    """Show what nobody answers for."""
    from ..graph.network.omissions import omissions_in
    from ..graph.network.ownership import ownership_in
    from ..graph.network.rules import rules_in, shipped_rules

    rules = (*shipped_rules(), *(rules_in(folder) if folder else ()))
    with opened(paths, store, intake, quiet=quiet) as graph:
        found, omitted = ownership_in(graph, rules), omissions_in(graph)
    if as_json:
        from ..graph.network.record import ownership_record

        click.echo(json.dumps(ownership_record(found), ensure_ascii=False, indent=2))
    else:
        from .gaps_page import gaps_page

        click.echo(gaps_page(found, omitted))
    return FOUND if fail_on and _fails(found, fail_on) else 0


def _fails(found: "Ownership", severity: str) -> bool:
    counted = {"red"} if severity == "red" else {"red", "amber"}
    return any(finding.severity in counted for finding in found.findings)
