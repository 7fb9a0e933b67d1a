"""`dutygraph draw`: the interactive page, which opens offline."""

from ..graph.intake import Intake
from .command import spoken_command
from .handing import hand_over, made_of, require_ending
from .options import FORCE, OUTPUT, PATHS, STORE, reading_options
from .sources import opened


@spoken_command("draw")
@PATHS
@STORE
@OUTPUT
@FORCE
@reading_options
def command(
    paths: tuple[str, ...],
    store: str | None,
    output: str,
    force: bool,
    intake: Intake,
    quiet: bool,
) -> None:
    """Write the page of documents or of a store."""
    from ..exports.atlas.page import render_page

    require_ending(output, ".html", ".htm")
    with opened(paths, store, intake, quiet=quiet) as graph:
        content = made_of(graph, lambda *given: render_page(*given).encode("utf-8"))
    hand_over(content, output, force=force, quiet=quiet)
