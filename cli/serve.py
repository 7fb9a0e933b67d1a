"""`dutygraph serve`: the query page and the SPARQL endpoint, on this machine only."""

import socket
from typing import TYPE_CHECKING

import click

from ..graph.errors import MissingExtraError, UsageError
from ..ontology.messages import say
from .answers import limit_options
from .command import spoken_command
from .options import PATHS, STORE, option, reading_options
from .sources import opened
from .speaking import note

if TYPE_CHECKING:
    from ..graph.intake import Intake
    from ..graph.store import Store
    from ..graph.store.limits import Limits

HOST = "127.0.0.1"
PORT = 7879


@spoken_command("serve")
@PATHS
@STORE
@option("--port", key="port", type=click.IntRange(0, 65535), default=PORT, show_default=True)
@option("--cors", key="cors", is_flag=True)
@limit_options
@reading_options
def command(
    paths: tuple[str, ...],
    store: str | None,
    port: int,
    cors: bool,
    limits: "Limits",
    intake: "Intake",
    quiet: bool,
) -> None:
    """Serve until interrupted."""
    _require_extra()
    with opened(paths, store, intake, quiet=quiet) as graph, listening(port) as place:
        graph.plans()  # a store that cannot be read is told now, not by the first question
        note(say("serve.ready", url=f"http://{HOST}:{place.getsockname()[1]}/"))
        serve(graph, limits, place, cors=cors)


def serve(graph: "Store", limits: "Limits", place: socket.socket, *, cors: bool = False) -> None:
    """Answer requests on a bound socket until the process is interrupted."""
    import uvicorn

    from ..exports.serving.application import application

    config = uvicorn.Config(
        application(graph, limits, cors=cors),
        log_level="error",
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=1,
    )
    uvicorn.Server(config).run([place])


def listening(port: int) -> socket.socket:
    """Bind a port of this machine's loopback; 0 takes a free one.

    Raises `UsageError` when the port is taken.
    """
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        raise UsageError("serve.port", port=port, detail=error) from error


def _require_extra() -> None:
    try:
        import starlette
        import uvicorn  # noqa: F401 — only whether it is there
    except ImportError as error:
        raise MissingExtraError("serve.missing-extra") from error
    del starlette
