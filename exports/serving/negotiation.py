"""Which format a client wants, and how an answer is written in it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from ..results import csv_results, json_results, tsv_results, xml_results

if TYPE_CHECKING:
    from ...graph.table import Table

TABLES: "Mapping[str, Callable[[Table], bytes]]" = {
    "application/sparql-results+json": json_results,
    "application/sparql-results+xml": xml_results,
    "text/csv": csv_results,
    "text/tab-separated-values": tsv_results,
    "application/json": json_results,
    "application/xml": xml_results,
}
TRUTHS: "Mapping[str, Callable[[bool], bytes]]" = {
    "application/sparql-results+json": json_results,
    "application/sparql-results+xml": xml_results,
    "application/json": json_results,
    "application/xml": xml_results,
}
GRAPHS: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "text/plain": "ntriples",
    "application/xml": "rdfxml",
}


def preferred(accept: str, offered: Mapping[str, object]) -> str | None:
    """Give the best media type on offer for an `Accept` header; `None` when none is accepted.

    Among equals the order of the offer decides.

    >>> preferred("text/html, */*;q=0.1", {"text/turtle": 1})
    'text/turtle'
    >>> preferred("image/png", {"text/turtle": 1}) is None
    True
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    best, weight = None, 0.0
    for media in offered:
        quality = _quality(media, ranges)
        if quality > weight:
            best, weight = media, quality
    return best


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip() for piece in part.lower().split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return media, float(value)
            except ValueError:
                return media, 0.0
    return media, 1.0


def _quality(media: str, ranges: list[tuple[str, float]]) -> float:
    """Give the weight of the most specific range that holds the media type."""
    for pattern in (media, f"{media.partition('/')[0]}/*", "*/*"):
        found = [quality for name, quality in ranges if name == pattern]
        if found:
            return max(found)
    return 0.0
