"""Answers in the W3C's result formats, for programs: SPARQL 1.1 JSON, XML, CSV and TSV."""

import csv
import json
import re
from html import escape
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..graph.table import Cell, Table, Value

NAMESPACE = "http://www.w3.org/2005/sparql-results#"
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def json_results(answer: "Table | bool") -> bytes:
    """Write an answer as SPARQL 1.1 Query Results JSON, in UTF-8."""
    return json.dumps(_json(answer), ensure_ascii=False).encode("utf-8", "surrogatepass")


def xml_results(answer: "Table | bool") -> bytes:
    """Write an answer as SPARQL Query Results XML; what XML cannot hold becomes U+FFFD."""
    if isinstance(answer, bool):
        head, body = "<head/>", f"<boolean>{str(answer).lower()}</boolean>"
    else:
        columns = "".join(f"<variable name='{escape(name)}'/>" for name in answer.columns)
        rows = "".join(_xml_row(answer.columns, row) for row in answer.rows)
        head, body = f"<head>{columns}</head>", f"<results>{rows}</results>"
    return f'<?xml version="1.0"?>\n<sparql xmlns="{NAMESPACE}">{head}{body}</sparql>\n'.encode()


def csv_results(table: "Table") -> bytes:
    """Write an answer as SPARQL 1.1 CSV: lexical forms, lines that end in CR LF."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(table.columns)
    writer.writerows(table.texts())
    return stream.getvalue().encode("utf-8", "surrogatepass")


def tsv_results(table: "Table") -> bytes:
    """Write an answer as SPARQL 1.1 TSV: whole terms, so nothing is lost."""
    lines = ["\t".join(f"?{name}" for name in table.columns)]
    lines += ["\t".join("" if cell is None else cell.n3() for cell in row) for row in table.rows]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")


def _json(answer: "Table | bool") -> dict[str, object]:
    if isinstance(answer, bool):
        return {"head": {}, "boolean": answer}
    bindings = [
        {name: _term(cell) for name, cell in zip(answer.columns, row, strict=True) if cell}
        for row in answer.rows
    ]
    return {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}


def _term(value: "Value") -> dict[str, str]:
    kind = {"iri": "uri", "blank": "bnode"}.get(value.kind, "literal")
    term = {"type": kind, "value": value.text}
    if value.language:
        term["xml:lang"] = value.language
    elif value.datatype:
        term["datatype"] = value.datatype
    return term


def _xml_row(columns: tuple[str, ...], row: "tuple[Cell, ...]") -> str:
    cells = (
        f"<binding name='{escape(name)}'>{_xml_term(cell)}</binding>"
        for name, cell in zip(columns, row, strict=True)
        if cell
    )
    return f"<result>{''.join(cells)}</result>"


def _xml_term(value: "Value") -> str:
    text = escape(NOT_XML.sub("\ufffd", value.text)).replace("\r", "&#13;")
    if value.kind != "literal":
        name = "uri" if value.kind == "iri" else "bnode"
        return f"<{name}>{text}</{name}>"
    kind = f" xml:lang='{escape(value.language)}'" if value.language else ""
    if value.datatype:
        kind = f" datatype='{escape(value.datatype)}'"
    return f"<literal{kind}>{text}</literal>"
