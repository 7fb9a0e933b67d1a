"""Stand-ins for the reader of a document, in a module that every process can import."""

import os
from pathlib import Path

from dutygraph.graph.corpus import Mapped


def dies_on_bad(path: Path) -> Mapped:
    """Stand for a reader whose process is killed by one document."""
    if path.name == "bad":
        os._exit(9)
    return Mapped(path)
