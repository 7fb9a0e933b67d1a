"""`dutygraph validate`: broken data, and apart from it what the plans leave open."""

import json
from itertools import groupby
from typing import TYPE_CHECKING

import click

from ..graph.errors import InvalidGraphError, NoPlanError
from ..graph.intake import Intake
from ..ontology.language import LANGUAGES
from ..ontology.messages import say
from .command import spoken_command
from .options import JSON, PATHS, STORE, reading_options
from .sources import opened, store_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..graph.validation import Report, Result


@spoken_command("validate")
@PATHS
@STORE
@JSON
@reading_options
def command(
    paths: tuple[str, ...], store: str | None, as_json: bool, intake: Intake, quiet: bool
) -> None:
    """Check documents or a store; broken data ends with exit code 5."""
    from ..graph.validation import validate

    with opened(paths, store, intake, quiet=quiet) as graph:
        if not graph.plans():
            raise NoPlanError("validation.empty", place=store_place(store))
        report = validate(graph)
    click.echo(_json(report) if as_json else "\n".join(_lines(report)))
    if not report.conforms:
        raise InvalidGraphError("validation.invalid", n=len(report.violations))


def _lines(report: "Report") -> "Iterator[str]":
    broken, found = report.violations, report.findings
    yield say("validation.broken", n=len(broken)) if broken else say("validation.sound")
    yield from _by_plan(broken)
    warnings = sum(result.severity == "warning" for result in found)
    counts = {"n": len(found), "warnings": warnings, "infos": len(found) - warnings}
    yield say("validation.findings", **counts) if found else say("validation.none")
    yield from _by_plan(found)


def _by_plan(results: "Iterable[Result]") -> "Iterator[str]":
    for plan, group in groupby(results, key=lambda result: result.subject.plan):
        yield ""
        yield say("validation.plan", title=plan) if plan else say("validation.shared")
        yield from _by_shape(group)


def _by_shape(results: "Iterable[Result]") -> "Iterator[str]":
    """Say each sentence once, the gravest first, with all that it is about."""
    ordered = sorted(results, key=lambda result: (_RANK[result.severity], result.shape))
    for (severity, _), group in groupby(ordered, key=lambda r: (r.severity, r.shape)):
        found = list(group)
        level = say(f"validation.{severity}")
        yield say("validation.line", level=level, n=len(found), message=found[0].sentence())
        yield from (f"    {what}" for what in dict.fromkeys(r.subject.describe() for r in found))


_RANK = {"violation": 0, "warning": 1, "info": 2}


def _json(report: "Report") -> str:
    record = {
        "conforms": report.conforms,
        "engine": report.engine,
        "violations": [_record(result) for result in report.violations],
        "findings": [_record(result) for result in report.findings],
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


def _record(result: "Result") -> dict[str, object]:
    subject = result.subject
    return {
        "severity": str(result.severity),
        "shape": result.shape,
        "node": subject.iri,
        "plan": subject.plan,
        "place": subject.span.place if subject.span else None,
        "value": result.value,
        "subject": {lang: subject.describe(lang) for lang in LANGUAGES},
        "message": {lang: result.sentence(lang) for lang in LANGUAGES},
    }
