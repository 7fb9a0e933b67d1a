"""`dutygraph ledger`: the supervision ledger as .xlsx."""

from ..graph.intake import Intake
from .command import spoken_command
from .handing import hand_over, made_of, require_ending
from .options import FORCE, OUTPUT, PATHS, STORE, reading_options
from .sources import opened


@spoken_command("ledger")
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
    """Write the ledger of documents or of a store."""
    from ..exports.ledger import ledger_bytes

    require_ending(output, ".xlsx")
    with opened(paths, store, intake, quiet=quiet) as graph:
        content = made_of(graph, ledger_bytes)
    hand_over(content, output, force=force, quiet=quiet)
