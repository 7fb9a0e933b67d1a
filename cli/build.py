"""`dutygraph build`: documents, folders and globs into a store, or into files of N-Quads."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..ontology.messages import say
from .command import spoken_command
from .options import REQUIRED_PATHS, STORE, option, reading_options
from .sources import documents_given, store_place
from .speaking import note

if TYPE_CHECKING:
    from ..graph.corpus import Progress
    from ..graph.intake import Intake

On = tuple[int, str | None]
"""How many processes read, and the cluster that they belong to, if any."""


@spoken_command("build")
@REQUIRED_PATHS
@STORE
@option("--jobs", key="jobs", type=click.IntRange(1), default=os.cpu_count() or 1)
@option("--on", "cluster", key="on", metavar="dask:ADDRESS")
@option("--quads", "folder", key="quads", metavar="DIR", type=Path)
@reading_options
def command(
    paths: tuple[str, ...],
    store: str | None,
    jobs: int,
    cluster: str | None,
    folder: Path | None,
    intake: "Intake",
    quiet: bool,
) -> int:
    """Build; tell what was read, skipped and refused."""
    found = documents_given(paths, quiet=quiet)
    with shown(len(found), quiet=quiet) as tell:
        if folder is None:
            place = store_place(store)
            progress = into_store(place, found, intake, (jobs, cluster), tell)
        else:
            place = str(folder)
            progress = into_files(folder, found, intake, (jobs, cluster), tell)
    for failure in progress.failures:
        note(failure.error.sentence())
    for path in progress.empty:
        note(say("intake.no-plan", path=path), quiet=quiet)
    if not quiet:
        click.echo(_summary("built" if folder is None else "sharded", progress, place))
    return max((failure.error.exit_code for failure in progress.failures), default=0)


def into_store(
    place: str, found: Sequence[Path], intake: "Intake", on: On, tell: Callable[[int], None]
) -> "Progress":
    """Build a store in a folder or behind an endpoint."""
    from ..graph.corpus import build
    from ..graph.corpus_ledger import Ledger
    from ..graph.remote_ledger import RemoteLedger
    from ..graph.store import open_store

    jobs, cluster = on
    with open_store(place) as store:
        remote = place.startswith(("http://", "https://"))
        ledger = RemoteLedger(store) if remote else Ledger(Path(place))
        return build(store, found, intake, jobs=jobs, cluster=cluster, ledger=ledger, tell=tell)


def into_files(
    folder: Path, found: Sequence[Path], intake: "Intake", on: On, tell: Callable[[int], None]
) -> "Progress":
    """Write the N-Quads of each document into a file of its own, named by the document's bytes."""
    from ..exports.writing import write_file
    from ..graph.corpus import Progress, mapping

    progress = Progress()
    missing = [path for path in found if not _shard(folder, path).exists()]
    there = sorted(set(found) - set(missing))
    progress.unchanged = len(there)
    progress.empty += [path for path in there if not _shard(folder, path).stat().st_size]
    tell(progress.unchanged)
    with mapping(intake, *on) as mapped:
        for document in mapped(missing):
            tell(1)
            if document.failure:
                progress.failures.append(document.failure)
                continue
            progress.read += 1
            progress.plans += len(document.plans)
            progress.empty += [] if document.plans else [document.path]
            data = "".join(document.quads).encode()
            write_file(_shard(folder, document.path), data, force=True)
    return progress


@contextmanager
def shown(total: int, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Show a bar on stderr, on a terminal only; gives the function that moves it."""
    if quiet or not sys.stderr.isatty():
        yield lambda done: None
        return
    with click.progressbar(length=total, label=say("corpus.progress"), file=sys.stderr) as bar:
        yield bar.update


def _shard(folder: Path, path: Path) -> Path:
    from ..graph.corpus_ledger import sha256_of

    try:
        return folder / f"{path.stem}-{sha256_of(path)[:12]}.nq"
    except OSError:
        return folder / f"{path.stem}.nq"


def _summary(key: str, progress: "Progress", place: str) -> str:
    return say(
        f"corpus.{key}",
        None,
        read=progress.read,
        plans=progress.plans,
        unchanged=progress.unchanged,
        empty=len(progress.empty),
        failures=len(progress.failures),
        place=place,
    )
