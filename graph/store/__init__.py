"""The one door to a dataset: in memory, in a folder, or behind a SPARQL 1.1 endpoint."""

from .store import Store, open_store

__all__ = ["Store", "open_store"]
