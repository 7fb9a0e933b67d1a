"""From proposals to a register: the list that a person edits, and what was confirmed in it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...ontology.messages import say
from ..errors import DocumentError
from .entries import Entry, Register
from .files import COLUMNS, Row, checked, entry_of, names_in, read_register, read_rows, table_csv
from .suggestions import NameUse, Reason, Suggestion, suggestions

if TYPE_CHECKING:
    from ..store import Store

CONFIRMED = "确认为"
EVERYWHERE = "*"
"""Stands in the list for: these names hold in the plans of every issuer."""
_SHOWN = ("承担要求数", "建议", CONFIRMED)
_KNOWN = ("aliases", "parent", "kind", "since", "until", "before")

USES = """
SELECT ?name ?issuer (COUNT(DISTINCT ?requirement) AS ?requirements)
WHERE {
  ?unit a duty:Unit ; skos:prefLabel ?name .
  ?assignment a duty:Assignment ; duty:participant ?unit ; duty:concerns ?requirement ;
    duty:inPlan ?plan .
  OPTIONAL { ?plan duty:issuerName ?issuer }
}
GROUP BY ?name ?issuer ORDER BY ?issuer ?name
"""


def uses_in(store: "Store") -> tuple[NameUse, ...]:
    """Give the names of units that a store holds, by issuer, each with its requirements."""
    return tuple(
        NameUse(name, issuer, int(number)) for name, issuer, number in store.select(USES).texts()
    )


def editable_csv(uses: tuple[NameUse, ...]) -> bytes:
    """Write the list of units that a person edits.

    Who agrees that a name is another's writes the name to know both by into the column 确认为;
    parents, kinds, years and former names go into theirs. Rows left alone say nothing.
    """
    proposed: dict[tuple[str, str], list[str]] = {}
    for suggestion in suggestions(uses):
        key = suggestion.issuer, suggestion.name
        proposed.setdefault(key, []).append(sentence(suggestion))
    rows = []
    for use in uses:
        hints = "；".join(proposed.get((use.issuer, use.name), ()))
        blank = [""] * (len(COLUMNS) - 3)
        rows.append([use.name, "", use.issuer, *blank, use.requirements, hints, ""])
    return table_csv((*COLUMNS.values(), *_SHOWN), rows)


def sentence(suggestion: Suggestion) -> str:
    """Say why two names may be one unit, or how one became the other."""
    return say(
        f"registry.{suggestion.reason}",
        None,
        name=suggestion.name,
        into=suggestion.into,
        year=suggestion.year,
    )


def confirmed(path: Path, known: Register | None = None) -> Register:
    """Give a register of what a person confirmed in an edited list, added to a known register.

    Raises `DocumentError` as `read_register` does, also where the list contradicts the register,
    and where a confirmed row leaves open in whose plans it holds.
    """
    entries = [*(known.entries if known else ())]
    for entry in _entries(path):
        at = next((i for i, e in enumerate(entries) if _same(e, entry)), None)
        if at is None:
            entries.append(entry)
        else:
            entries[at] = _joined(entries[at], entry)
    return checked(tuple(entries), path)


def known_register(path: Path) -> Register | None:
    """Give the register of a file that may not exist yet."""
    return read_register(path) if path.exists() else None


def _entries(path: Path) -> Iterator[Entry]:
    for line, row in enumerate(read_rows(path), 2):
        if CONFIRMED not in row:
            yield entry_of(row, path, line)
        elif (into := str(row[CONFIRMED] or "").strip()) or _says_something(row):
            yield _confirmed_entry(row, into, path, line)


def _confirmed_entry(row: Row, into: str, path: Path, line: int) -> Entry:
    entry = entry_of(row, path, line)
    if entry.scope is None:
        raise DocumentError("registry.no-scope", path=path, line=line, name=entry.name)
    if entry.scope == EVERYWHERE:
        entry = replace(entry, scope=None)
    if not into or into == entry.name:
        return entry
    return replace(entry, name=into, aliases=(entry.name, *entry.aliases))


def _says_something(row: Row) -> bool:
    return any(names_in(row.get(field)) for field in _KNOWN)


def _same(one: Entry, other: Entry) -> bool:
    return (one.name, one.scope, one.since, one.until) == (
        other.name,
        other.scope,
        other.since,
        other.until,
    )


def _joined(one: Entry, other: Entry) -> Entry:
    return replace(
        one,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        parent=other.parent or one.parent,
        kind=other.kind or one.kind,
        before=tuple(dict.fromkeys((*one.before, *other.before))),
    )


__all__ = ["Reason", "confirmed", "editable_csv", "known_register", "sentence", "uses_in"]
