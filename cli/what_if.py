"""`dutygraph what-if`: what a reorganisation would do to the work."""

import json

import click

from ..graph.errors import UsageError
from ..graph.intake import Intake
from .command import spoken_command
from .options import JSON, STORE, reading_options
from .sources import opened


@spoken_command("what-if")
@click.argument("words", nargs=-1, required=True, metavar="CHANGE... [PATHS]...")
@STORE
@JSON
@reading_options
def command(
    words: tuple[str, ...], store: str | None, as_json: bool, intake: Intake, quiet: bool
) -> None:
    """Show what would be orphaned, cut off or overloaded."""
    from ..graph.network.changes import is_change, read_change
    from ..graph.network.gathering import incidence_in
    from ..graph.network.what_if import what_if

    changes = [read_change(word) for word in words if is_change(word)]
    if not changes:
        raise UsageError("network.change-form", change=words[0])
    paths = [word for word in words if not is_change(word)]
    with opened(paths, store, intake, quiet=quiet) as graph:
        outcome = what_if(incidence_in(graph), changes)
    if as_json:
        from ..graph.network.record import outcome_record

        click.echo(json.dumps(outcome_record(outcome), ensure_ascii=False, indent=2))
        return
    from .what_if_page import what_if_page

    click.echo(what_if_page(outcome))
