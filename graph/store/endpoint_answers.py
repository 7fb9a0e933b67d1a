"""What an endpoint answered, read with care: an answer is whole, or an error says why not."""

import json
import re

from ..errors import QueryError, StoreError
from ..table import XSD, XSD_STRING, Cell, Table, Value
from .endpoint_http import Response

DURATION = f"{XSD}duration"
NUMERIC = re.compile(rf'"([0-9.e+]+)"\^\^<{re.escape(DURATION)}>'.encode())


def answered(response: Response, url: str) -> Response:
    """Give a response that can be read.

    Raises `StoreError` when access is refused, `QueryError` for a fault or a partial answer.
    """
    if response.status in {401, 403}:
        raise StoreError("endpoint.forbidden", url=url)
    if response.status == 400:
        raise QueryError("query.syntax", detail=excerpt(response))
    if response.status != 200:
        raise QueryError(
            "endpoint.refused", url=url, status=response.status, detail=excerpt(response)
        )
    if "x-sql-state" in response.headers:
        raise QueryError("endpoint.partial", detail=response.headers["x-sql-state"])
    return response


def decoded(response: Response) -> dict[str, object]:
    """Read JSON. Raises `QueryError` when it is broken off, as a cancelled query leaves it."""
    try:
        answer = json.loads(response.body)
        return answer if isinstance(answer, dict) else {}
    except ValueError as error:
        raise QueryError("endpoint.broken", detail=excerpt(response, last=True)) from error


def truth_in(answer: dict[str, object]) -> bool:
    """Read the answer to ASK; Virtuoso gives a table whose only cell is 1."""
    if "boolean" in answer:
        return answer["boolean"] is True
    return any(cell and cell.text == "1" for row in table_in(answer) for cell in row)


def excerpt(response: Response, *, last: bool = False) -> str:
    """Give the first or the last words of a response, for a message."""
    text = " ".join(response.body.decode("utf-8", "replace").split())
    return (text[-200:] if last else text[:200]) or str(response.status)


def table_in(answer: dict[str, object]) -> Table:
    """Read SPARQL 1.1 JSON results. Raises `QueryError` for anything else."""
    try:
        columns = tuple(answer["head"]["vars"])  # type: ignore[index]
        bindings = answer["results"]["bindings"]  # type: ignore[index]
        return Table(columns, tuple(tuple(_cell(row.get(c)) for c in columns) for row in bindings))
    except (KeyError, TypeError, AttributeError) as error:
        raise QueryError("endpoint.broken", detail=error) from error


def _cell(term: dict[str, str] | None) -> Cell:
    if term is None:
        return None
    if term["type"] == "uri":
        return Value("iri", term["value"])
    if term["type"] == "bnode":
        return Value("blank", term["value"])
    datatype = term.get("datatype")
    kept = None if datatype == XSD_STRING else datatype
    text = duration(term["value"]) if datatype == DURATION else term["value"]
    return Value("literal", text, kept, term.get("xml:lang"))


def mended(triples: bytes) -> bytes:
    """Give N-Triples whose durations are written as XML Schema says."""
    return NUMERIC.sub(
        lambda found: f'"{duration(found.group(1).decode())}"^^<{DURATION}>'.encode(), triples
    )


def duration(text: str) -> str:
    """Give a duration as ISO 8601; Virtuoso keeps months as `3` and seconds as `86400.0`.

    >>> duration("P3M"), duration("3"), duration("12"), duration("2.592e+06"), duration("86400.0")
    ('P3M', 'P3M', 'P1Y', 'P30D', 'P1D')
    """
    if not re.fullmatch(r"[0-9.e+]+", text):
        return text
    if text.isdigit():
        years, months = divmod(int(text), 12)
        return f"P{years}Y" * bool(years) + f"{'P' * (not years)}{months}M" * bool(months) or "P0M"
    days, seconds = divmod(round(float(text)), 86_400)
    return f"P{days}D" if not seconds else f"PT{days * 86_400 + seconds}S"
