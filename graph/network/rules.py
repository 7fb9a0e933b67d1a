"""The rules of under-ownership: SPARQL files with a header, shipped or a user's own.

A header line is `# key: value`. Needed are `code`, `severity` (red, amber, note) and, each with
`.zh` and `.en`, `title`, `message` and `suggestion`. The query gives `?requirement`; its other
columns fill the places of the message (lines of a value are listed), beside `{units}` (all names
in the cell), `{holders}` (its owners) and `{number}`. `keep` narrows what the query finds: `units
with B1` keeps rows whose `?unit` has that reading, `top 0.1 of score` the tenth with the highest
`?score`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal, get_args

from ... import ontology
from ...ontology.language import LANGUAGES, Language
from ..errors import QueryError

Severity = Literal["red", "amber", "note"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
HEADER = re.compile(r"#\s*([a-z.]+):\s*(.*)")
KEEP = re.compile(r"units with (?P<reading>B[1-4])|top (?P<top>0?\.\d+) of (?P<column>\w+)")
SPOKEN = ("title", "message", "suggestion")


@dataclass(frozen=True, slots=True)
class Keep:
    """What of a rule's answers is kept."""

    reading: str | None = None
    """Only rows whose `?unit` has this reading of a bottleneck."""
    top: float = 1.0
    """Only this share of rows, the highest of `column`; equal ones are kept together."""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of under-ownership."""

    code: str
    severity: Severity
    title: Mapping[Language, str]
    message: Mapping[Language, str]
    suggestion: Mapping[Language, str]
    keep: Keep
    query: str


def shipped_rules() -> tuple[Rule, ...]:
    """Give the rules U0 to U7, by code."""
    folder = files(ontology) / "ownership"
    texts = ((file.name, file.read_text(encoding="utf-8")) for file in folder.iterdir())
    return _sorted(read_rule(text, name) for name, text in texts if name.endswith(".rq"))


def rules_in(folder: Path) -> tuple[Rule, ...]:
    """Read a user's own rules from a folder, by code. Raises `QueryError` for a broken one."""
    paths = sorted(folder.glob("*.rq"))
    if not paths:
        raise QueryError("network.no-rules", path=folder)
    return _sorted(read_rule(path.read_text(encoding="utf-8-sig"), path.name) for path in paths)


def read_rule(text: str, name: str) -> Rule:
    """Read one rule. Raises `QueryError` naming the file and the line of its header at fault."""
    header = dict(_header(text))
    needed = ["code", "severity", *(f"{key}.{lang}" for key in SPOKEN for lang in LANGUAGES)]
    for key in needed:
        if not header.get(key):
            raise QueryError("network.rule-lacks", path=name, key=key)
    severity = next((each for each in SEVERITIES if each == header["severity"]), None)
    if severity is None:
        raise QueryError("network.rule-severity", path=name, value=header["severity"])
    title, message, suggestion = (
        {lang: header[f"{key}.{lang}"] for lang in LANGUAGES} for key in SPOKEN
    )
    keep = _keep(header.get("keep", ""), name)
    return Rule(header["code"], severity, title, message, suggestion, keep, text)


def _header(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        if not line.startswith("#"):
            return
        if found := HEADER.match(line):
            yield found[1], found[2].strip()


def _keep(wish: str, name: str) -> Keep:
    if not wish:
        return Keep()
    found = KEEP.fullmatch(wish)
    if found is None:
        raise QueryError("network.rule-keep", path=name, value=wish)
    if found["reading"]:
        return Keep(reading=found["reading"])
    return Keep(top=float(found["top"]), column=found["column"])


def _sorted(rules: Iterator[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted(rules, key=lambda rule: (rule.code, rule.query)))
