"""Requests to an endpoint: HTTP with its time limit and whatever proof of identity is asked for.

Basic, digest (RFC 7616) and bearer are answered. Redirects are not followed and nothing is sent
to any other host. A large body goes out only once the server's challenge is known, since servers
hang up on a body that they refuse.
"""

import base64
import hashlib
import os
import re
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from time import monotonic
from urllib.parse import urlsplit

from ..errors import StoreError
from .endpoint_place import Endpoint

LARGE = 16_000
"""Bytes of a body from which the challenge is asked for beforehand."""
PATIENCE = 600.0
"""Seconds for a request that has no limit of its own."""
HASHES = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    """With names in small letters."""
    body: bytes


class TimedOut(Exception):  # noqa: N818 — caught at once by who set the limit
    """The answer was not complete within its time."""


class Client:
    """Sends requests to the services of one endpoint."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self._challenge: str | None = None
        self._count = 0

    def send(
        self,
        method: str,
        url: str,
        body: bytes = b"",
        headers: dict[str, str] | None = None,
        seconds: float | None = None,
    ) -> Response:
        """Send a request and give the answer, whatever its status.

        Raises `StoreError` when the server cannot be reached, `TimedOut` when it is too slow.
        """
        headers, limit = headers or {}, seconds or PATIENCE
        if self.endpoint.user and self._challenge is None and len(body) > LARGE:
            # An empty POST adds nothing to a graph, and its refusal carries the challenge.
            self._learn(self._once("POST", url, b"", headers, limit))
        response = self._once(method, url, body, headers, limit)
        if response.status == 401 and self.endpoint.user:
            self._learn(response)
            response = self._once(method, url, body, headers, limit)
        return response

    def _learn(self, response: Response) -> None:
        if response.status == 401:
            self._challenge = response.headers.get("www-authenticate", "Basic")

    def _once(
        self, method: str, url: str, body: bytes, headers: dict[str, str], limit: float
    ) -> Response:
        parts = urlsplit(url)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=limit)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        proof = self._proof(method, target)
        try:
            connection.request(
                method, target, body, {**headers, **proof, "User-Agent": "dutygraph"}
            )
            answer = connection.getresponse()
            data = _read(answer, monotonic() + limit)
        except TimeoutError as error:
            raise TimedOut from error
        except (OSError, HTTPException, ValueError) as error:
            raise StoreError("endpoint.unreachable", url=url, detail=error) from error
        finally:
            connection.close()
        return Response(answer.status, {k.lower(): v for k, v in answer.getheaders()}, data)

    def _proof(self, method: str, target: str) -> dict[str, str]:
        if self.endpoint.token:
            return {"Authorization": f"Bearer {self.endpoint.token}"}
        if self.endpoint.user is None or self._challenge is None:
            return {}
        if self._challenge.lower().startswith("digest"):
            return {"Authorization": self._digest(method, target)}
        pair = f"{self.endpoint.user}:{self.endpoint.password}".encode()
        return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}

    def _digest(self, method: str, target: str) -> str:
        """Answer a digest challenge (RFC 7616, quality of protection `auth` or none)."""
        asked = dict(re.findall(r'(\w+)="?([^",]+)"?', self._challenge or ""))
        algorithm = asked.get("algorithm", "MD5").upper()
        if algorithm not in HASHES:
            raise StoreError("endpoint.digest", algorithm=algorithm)
        realm, nonce = asked.get("realm", ""), asked.get("nonce", "")

        def hashed(*words: str) -> str:
            return HASHES[algorithm](":".join(words).encode()).hexdigest()

        who = hashed(str(self.endpoint.user), realm, self.endpoint.password)
        what = hashed(method, target)
        said = {"username": self.endpoint.user, "realm": realm, "nonce": nonce, "uri": target}
        if "qop" in asked:
            self._count += 1
            count, own = f"{self._count:08x}", os.urandom(8).hex()
            said |= {"cnonce": own, "response": hashed(who, nonce, count, own, "auth", what)}
            tail = f", qop=auth, nc={count}"
        else:
            said["response"], tail = hashed(who, nonce, what), ""
        said |= {key: asked[key] for key in ("opaque",) if key in asked}
        words = ", ".join(f'{key}="{value}"' for key, value in said.items())
        return f"Digest {words}{tail}, algorithm={algorithm}"


def _read(answer: object, end: float) -> bytes:
    pieces = []
    while piece := answer.read1(1 << 20):  # type: ignore[attr-defined]
        pieces.append(piece)
        if monotonic() > end:
            raise TimedOut
    return b"".join(pieces)
