"""`dutygraph diagnose`: coordination clusters and bottleneck units."""

import json
from pathlib import Path

import click

from ..graph.intake import Intake
from .command import spoken_command
from .options import JSON, PATHS, STORE, option, reading_options
from .sources import opened


@spoken_command("diagnose")
@PATHS
@STORE
@JSON
@option("--collectives", key="collectives", is_flag=True)
@option("--roster", key="roster", metavar="FILE", type=Path)
@option("--overlapping", key="overlapping", is_flag=True)
@reading_options
def command(  # noqa: PLR0913 — click gives each option by its name
    paths: tuple[str, ...],
    store: str | None,
    as_json: bool,
    collectives: bool,
    roster: Path | None,
    overlapping: bool,
    intake: Intake,
    quiet: bool,
) -> None:
    """Show who must work together and whose delay would stop others."""
    from ..graph.network.across import across
    from ..graph.network.diagnosis import diagnose
    from ..graph.network.gathering import incidence_in
    from ..graph.network.rosters import expanded, read_roster
    from ..graph.network.settings import Settings

    with opened(paths, store, intake, quiet=quiet) as graph:
        incidence = incidence_in(graph)
    if roster:
        incidence = expanded(incidence, read_roster(roster))
    settings = Settings(collectives=collectives, overlapping=overlapping)
    found = diagnose(incidence, settings)
    corpus = across(incidence, settings) if len(incidence.titles) > 1 else None
    if as_json:
        from ..graph.network.record import corpus_record, diagnosis_record

        record = diagnosis_record(found)
        if corpus:
            record["across"] = corpus_record(corpus)
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    from .across_page import across_page
    from .diagnosis_page import diagnosis_page

    click.echo("\n\n".join([diagnosis_page(found), *([across_page(corpus)] if corpus else [])]))
