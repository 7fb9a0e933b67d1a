"""The query part of the SPARQL 1.1 Protocol: a request becomes a reply. No web framework here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from ...graph.errors import DutygraphError, QueryError
from ...graph.store.query_guard import Scope, guarded
from ...ontology.messages import say
from .description import service_description
from .negotiation import GRAPHS, TABLES, TRUTHS, preferred

if TYPE_CHECKING:
    from ...graph.store import Store
    from ...graph.store.limits import Limits

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
TEXT = "text/plain; charset=utf-8"
CUT = "X-Dutygraph-Cut"
"""The header of an answer that a limit has cut: `rows 10000` or `time 30`."""
STATUS = {"query.update": 403, "query.service": 403, "query.dataset": 403, "query.timeout": 503}


@dataclass(frozen=True, slots=True)
class Request:
    """A request to the endpoint, as far as the protocol looks at it."""

    method: str
    url: str
    """The endpoint's own address, without what follows `?`."""
    search: str = ""
    """What follows `?`."""
    content_type: str = ""
    accept: str = ""
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back."""

    status: int
    media: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


class Refusal(Exception):  # noqa: N818 — a reply, raised where it is known
    """A request that the protocol does not allow."""

    def __init__(self, status: int, key: str, **values: object) -> None:
        super().__init__(key)
        self.reply = Reply(status, TEXT, say(f"serve.{key}", None, **values).encode())


def reply_to(request: Request, store: "Store", limits: "Limits") -> Reply:
    """Answer a request within the limits; every fault is a reply with a sentence."""
    try:
        fields = _fields(request)
        if request.method == "GET" and not fields:
            return _described(request)
        return _answer(_query(fields), _scope(fields), request.accept, store, limits)
    except Refusal as refusal:
        return refusal.reply
    except QueryError as error:
        return Reply(STATUS.get(error.key, 400), TEXT, error.sentence().encode())
    except DutygraphError as error:
        return Reply(500, TEXT, error.sentence().encode())


def _fields(request: Request) -> list[tuple[str, str]]:
    """Give all parameters of a request; a direct query counts as the parameter `query`."""
    if request.method not in {"GET", "HEAD", "POST"}:
        raise Refusal(405, "method", method=request.method)
    fields = _decoded(request.search)
    if request.method != "POST":
        return fields
    media, _, rest = request.content_type.lower().partition(";")
    if "charset" in rest and "utf-8" not in rest and "utf8" not in rest:
        raise Refusal(415, "charset", charset=rest.partition("=")[2])
    if media.strip() == UPDATE:
        raise Refusal(403, "read-only")
    try:
        text = request.body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(400, "charset", charset="?") from error
    if media.strip() == DIRECT:
        return [*fields, ("query", text)]
    if media.strip() == FORM:
        return [*fields, *_decoded(text)]
    raise Refusal(415, "media", media=media or "–", form=FORM, direct=DIRECT)


def _decoded(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise Refusal(400, "charset", charset="?") from error


def _query(fields: list[tuple[str, str]]) -> str:
    if any(name == "update" for name, _ in fields):
        raise Refusal(403, "read-only")
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        raise Refusal(400, "one-query", n=len(queries))
    return queries[0]


def _scope(fields: list[tuple[str, str]]) -> Scope | None:
    default = tuple(value for name, value in fields if name == "default-graph-uri")
    named = tuple(value for name, value in fields if name == "named-graph-uri")
    return Scope(default, named) if default or named else None


def _answer(text: str, scope: Scope | None, accept: str, store: "Store", limits: "Limits") -> Reply:
    form = guarded(text).form
    if form == "SELECT":
        media = _accepted(accept, TABLES)
        table = store.select(text, None, limits, scope)
        cut = {CUT: f"{table.cut.reason} {table.cut.limit:g}"} if table.cut else {}
        return Reply(200, _with_charset(media), TABLES[media](table), cut)
    if form == "ASK":
        media = _accepted(accept, TRUTHS)
        return Reply(200, media, TRUTHS[media](store.ask_boolean(text, None, limits, scope)))
    media = _accepted(accept, GRAPHS)
    data = store.construct(text, GRAPHS[media], None, limits, scope)
    return Reply(200, _with_charset(media), data)


def _described(request: Request) -> Reply:
    media = _accepted(request.accept, GRAPHS)
    return Reply(200, _with_charset(media), service_description(request.url, GRAPHS[media]))


def _accepted(accept: str, offered: Mapping[str, object]) -> str:
    media = preferred(accept, offered)
    if media is None:
        raise Refusal(406, "accept", accept=accept, known=", ".join(offered))
    return media


def _with_charset(media: str) -> str:
    return f"{media}; charset=utf-8" if media.startswith("text/") else media
