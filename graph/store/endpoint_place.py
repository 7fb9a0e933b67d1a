"""Where the services of a SPARQL endpoint are, worked out from its one address."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote, urlsplit, urlunsplit

from ..errors import StoreError


class Services(NamedTuple):
    """Paths of a kind of server, as a pattern and what it expands to."""

    given: str
    query: str
    update: str
    graphs: str


KNOWN = (
    Services(r"/?", "/query", "/update", "/store"),  # Oxigraph, by its root
    Services(r"(.*)/query", r"\1/query", r"\1/update", r"\1/store"),  # Oxigraph
    Services(r"/sparql", "/sparql", "/sparql-auth", "/sparql-graph-crud-auth"),  # Virtuoso
    Services(r"(.+)/sparql", r"\1/sparql", r"\1/update", r"\1/data"),  # Fuseki
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The addresses of an endpoint and what to show it as credentials."""

    query: str
    update: str
    graphs: str
    user: str | None = None
    password: str = ""
    token: str | None = None

    @property
    def credentials(self) -> bool:
        """Whether there is a user or a token to show."""
        return self.user is not None or self.token is not None


def endpoint_at(url: str, environment: Mapping[str, str] | None = None) -> Endpoint:
    """Work out an endpoint from an address; credentials stand in it or in the environment.

    `DUTYGRAPH_USER` with `DUTYGRAPH_PASSWORD`, or `DUTYGRAPH_TOKEN`, give credentials;
    `DUTYGRAPH_UPDATE` and `DUTYGRAPH_GRAPHS` give addresses that cannot be worked out.

    >>> endpoint_at("http://127.0.0.1:7878", {}).graphs
    'http://127.0.0.1:7878/store'
    >>> endpoint_at("http://me:secret@localhost:8890/sparql", {}).update
    'http://localhost:8890/sparql-auth'

    Raises `StoreError` for what is no address.
    """
    told = os.environ if environment is None else environment
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise StoreError("endpoint.address", url=url)
    root = (parts.scheme, parts.netloc.rpartition("@")[2])

    def address(path: str) -> str:
        return urlunsplit((*root, path, "", ""))

    user = parts.username or told.get("DUTYGRAPH_USER")
    query, update, graphs = _paths(parts.path)
    return Endpoint(
        address(query),
        told.get("DUTYGRAPH_UPDATE") or address(update),
        told.get("DUTYGRAPH_GRAPHS") or address(graphs),
        unquote(user) if user else None,
        unquote(parts.password or told.get("DUTYGRAPH_PASSWORD", "")),
        told.get("DUTYGRAPH_TOKEN"),
    )


def _paths(given: str) -> tuple[str, str, str]:
    for services in KNOWN:
        if found := re.fullmatch(services.given, given):
            query, update, graphs = (found.expand(path) for path in services[1:])
            return query, update, graphs
    return given, given, given
