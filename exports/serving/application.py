"""The web application: the endpoint, the page, the shipped questions. On this machine only.

The `Host` header must name this machine, so that no foreign name can be pointed at it; requests
of other pages are refused unless asked for.
"""

from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ...graph.errors import DutygraphError
from ...ontology.language import LANGUAGES, Language, language, speak
from .page import page_html, query_note, question_query, question_understood
from .protocol import CUT, TEXT, Refusal, Reply, Request, reply_to

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.requests import Request as WebRequest
    from starlette.responses import Response

    from ...graph.store import Store
    from ...graph.store.limits import Limits

    Handler = Callable[[WebRequest], Awaitable[Response]]

LARGEST = 2_000_000
"""Bytes of a request body."""
AT_ONCE = 2
"""Queries that run at the same time; more wait."""
ASSETS = {
    "page.js": "text/javascript",
    "page.css": "text/css",
    "codemirror.js": "text/javascript",
    "codemirror.css": "text/css",
    "sparql-mode.js": "text/javascript",
}
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")
"""All are answered, so that the sentence of a refusal is ours."""
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def application(store: "Store", limits: "Limits", *, cors: bool = False) -> "Starlette":
    """Make the application over a store; `cors` lets pages of any origin read its answers."""
    from anyio import CapacityLimiter
    from anyio.to_thread import run_sync
    from starlette.applications import Starlette
    from starlette.responses import Response
    from starlette.routing import Route

    turns = CapacityLimiter(AT_ONCE)
    spoken = language()

    def handled(make: Callable[["WebRequest", bytes], Reply]) -> "Handler":
        async def handler(request: "WebRequest") -> "Response":
            reply = await _reply(request, make)
            return Response(reply.body, reply.status, {**HEADERS, **reply.headers}, reply.media)

        return handler

    async def _reply(request: "WebRequest", make: Callable[["WebRequest", bytes], Reply]) -> Reply:
        speak(_language_of(request) or spoken)
        try:
            _check_origin(request, cors=cors)
            body = await _body(request)
        except Refusal as refusal:
            return refusal.reply
        return await run_sync(make, request, body, limiter=turns)

    def sparql(request: "WebRequest", body: bytes) -> Reply:
        return reply_to(_asked(request, body), store, limits)

    def question(request: "WebRequest", _body: bytes) -> Reply:
        return _question(request, store)

    def understood(request: "WebRequest", _body: bytes) -> Reply:
        words = request.query_params.get("words", "")
        return Reply(200, "application/json", question_understood(store, words))

    routes = [
        Route("/", handled(lambda _request, _body: _page())),
        Route("/sparql", handled(sparql), methods=list(METHODS)),
        Route("/questions/{name}", handled(question)),
        Route("/understood", handled(understood)),
        Route("/checked", handled(_checked), methods=["POST"]),
        *(Route(f"/{name}", handled(_asset(name))) for name in ASSETS),
    ]
    unknown = handled(lambda request, _body: Refusal(404, "no-page", path=request.url.path).reply)
    return Starlette(
        routes=[*routes, Route("/{path:path}", unknown, methods=list(METHODS))],
        middleware=_middleware(cors=cors),
    )


def _middleware(*, cors: bool) -> "list[Middleware]":
    from starlette.middleware import Middleware
    from starlette.middleware.cors import CORSMiddleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware

    own = Middleware(TrustedHostMiddleware, ["127.0.0.1", "localhost"])
    settings: dict[str, Any] = {"allow_origins": ["*"], "allow_methods": ["GET", "POST"]}
    any_page = Middleware(CORSMiddleware, expose_headers=[CUT], **settings)
    return [own, any_page] if cors else [own]


def _question(request: "WebRequest", store: "Store") -> Reply:
    name, given = request.path_params["name"], dict(request.query_params)
    given.pop("lang", None)
    try:
        return Reply(200, "application/json", question_query(store, name, given))
    except DutygraphError as error:
        return Reply(400, TEXT, error.sentence().encode())


def _checked(_request: "WebRequest", body: bytes) -> Reply:
    return Reply(200, TEXT, query_note(body.decode("utf-8", "replace")).encode())


def _page() -> Reply:
    return Reply(200, "text/html; charset=utf-8", page_html().encode())


def _asset(name: str) -> Callable[["WebRequest", bytes], Reply]:
    media = f"{ASSETS[name]}; charset=utf-8"
    return lambda _request, _body: Reply(200, media, (files(__package__) / name).read_bytes())


def _asked(request: "WebRequest", body: bytes) -> Request:
    return Request(
        request.method,
        str(request.url.replace(query="", fragment="")),
        request.url.query,
        request.headers.get("content-type", ""),
        request.headers.get("accept", ""),
        body,
    )


async def _body(request: "WebRequest") -> bytes:
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size > LARGEST:
            raise Refusal(413, "too-large", limit=LARGEST)
        pieces.append(piece)
    return b"".join(pieces)


def _check_origin(request: "WebRequest", *, cors: bool) -> None:
    """Refuse what another page sends: it could not read the answer, but it could keep us busy."""
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    if origin is not None and origin != own and not cors:
        raise Refusal(403, "origin")


def _language_of(request: "WebRequest") -> Language | None:
    asked = request.query_params.get("lang")
    return next((known for known in LANGUAGES if known == asked), None)
