"""How an answer leaves the command line: drawn on the terminal, or as the bytes of a format."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..graph.errors import UsageError
from ..graph.store.limits import Limits
from ..ontology.messages import say
from .options import FORCE, option
from .speaking import note

if TYPE_CHECKING:
    from ..graph.table import Table

TABLE_FORMATS = ("table", "json", "csv", "tsv", "xlsx", "md")
ENDINGS = {
    ".json": ("json", "jsonld"),
    ".csv": ("csv",),
    ".tsv": ("tsv",),
    ".xlsx": ("xlsx",),
    ".md": ("md",),
    ".ttl": ("turtle",),
    ".jsonld": ("jsonld",),
    ".nt": ("ntriples",),
    ".rdf": ("rdfxml",),
}
"""The formats that the ending of a file promises, the likeliest first."""
FREE = Limits()
Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Delivery:
    """In which format an answer leaves, and where to."""

    kind: str | None = None
    output: str | None = None
    force: bool = False


def delivery_options(*formats: str) -> Callable[[Command], Command]:
    """Add `--format`, `-o` and `--force`, given to the command as one `delivery`."""

    def add(command: Command) -> Command:
        @wraps(command)
        def gathered(
            *args: object, kind: str | None, output: str | None, force: bool, **rest: object
        ) -> object:
            promised = promised_format(kind, output, formats)
            return command(*args, delivery=Delivery(promised, output, force), **rest)

        choice = click.Choice(formats)
        place = option("-o", "--output", key="output", metavar="FILE")
        return option("--format", "kind", key="format", type=choice)(place(FORCE(gathered)))  # type: ignore[return-value]

    return add


def promised_format(kind: str | None, output: str | None, formats: tuple[str, ...]) -> str | None:
    """Give the format of an answer: the one named, else the one that the file's ending promises.

    Raises `UsageError` when they disagree: a spreadsheet refuses JSON that is called .xlsx.
    """
    ending = Path(output or "").suffix.lower()
    promised = [each for each in ENDINGS.get(ending, ()) if each in formats]
    if kind is None or not promised:
        return promised[0] if promised else kind
    if kind not in promised and kind != "table":
        raise UsageError("cli.ending-of-format", path=output, ending=ending, format=kind)
    return kind


def limit_options(command: Command) -> Command:
    """Add `--limit` and `--timeout`, given to the command as one `limits`."""

    @wraps(command)
    def gathered(*args: object, limit: int, timeout: float, **rest: object) -> object:
        return command(*args, limits=Limits(timeout, limit), **rest)

    rows = {"type": click.IntRange(1), "default": FREE.rows}
    seconds = {"type": click.FloatRange(0.001), "default": FREE.seconds}
    limited = option("--timeout", key="timeout", show_default=True, **seconds)(gathered)
    return option("--limit", key="limit", show_default=True, **rows)(limited)  # type: ignore[return-value]


def give_table(table: "Table", delivery: Delivery, *, quiet: bool = False) -> None:
    """Print a table or write it to a file; say on stderr when a limit has cut it.

    Raises `UsageError` for a format and a place that do not go together.
    """
    if delivery.kind not in {None, "table"}:
        from ..exports.tables import table_bytes

        give_bytes(table_bytes(table, str(delivery.kind)), delivery, quiet=quiet)
    elif delivery.output in {None, "-"}:
        click.echo(drawn(table))
    else:
        raise UsageError("cli.table-to-file", path=delivery.output)
    cut = table.notice()
    if cut:
        note(cut)


def give_bytes(data: bytes, delivery: Delivery, *, quiet: bool = False) -> None:
    """Write bytes to a file, or to standard output, but never a workbook onto a terminal."""
    if delivery.output and delivery.output != "-":
        from ..exports.writing import write_file

        write_file(delivery.output, data, force=delivery.force)
        note(say("cli.wrote", path=delivery.output), quiet=quiet)
        return
    if delivery.kind == "xlsx" and sys.stdout.isatty():
        raise UsageError("cli.xlsx-to-terminal")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def drawn(table: "Table") -> str:
    """Draw a table as wide as the terminal; where there is none, no line is folded."""
    from ..exports.tables import terminal_text

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return terminal_text(table, width, ascii_only=not _draws_lines())


def _draws_lines() -> bool:
    try:
        "─".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
