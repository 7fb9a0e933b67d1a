"""`dutygraph diagnose`: coordination clusters and bottleneck units."""

import json

import click

from ..graph.intake import Intake
from .command import spoken_command
from .options import JSON, PATHS, STORE, reading_options
from .sources import opened


@spoken_command("diagnose")
@PATHS
@STORE
@JSON
@reading_options
def command(
    paths: tuple[str, ...], store: str | None, as_json: bool, intake: Intake, quiet: bool
) -> None:
    """Show who must work together and whose delay would stop others."""
    from ..graph.network.diagnosis import diagnose
    from ..graph.network.incidence import incidence_in

    with opened(paths, store, intake, quiet=quiet) as graph:
        found = diagnose(incidence_in(graph))
    if as_json:
        from ..graph.network.record import diagnosis_record

        click.echo(json.dumps(diagnosis_record(found), ensure_ascii=False, indent=2))
        return
    from .diagnosis_page import diagnosis_page

    click.echo(diagnosis_page(found))
