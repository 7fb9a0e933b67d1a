"""`dutygraph read`: documents become plans, shown as a summary or as JSON."""

import json
from typing import TYPE_CHECKING

import click

from ..graph.errors import DocumentError, NoPlanError
from ..graph.intake import Failure, Intake, read_all
from ..ontology.messages import say
from .command import spoken_command
from .options import JSON, REQUIRED_PATHS, option, reading_options
from .sources import documents_given
from .speaking import complain, note
from .summary import plan_summary

if TYPE_CHECKING:
    from ..graph.plan import Plan


@spoken_command("read")
@REQUIRED_PATHS
@JSON
@option("--strict", key="strict", is_flag=True)
@option("--allow-empty", key="allow-empty", is_flag=True)
@reading_options
def command(
    paths: tuple[str, ...],
    as_json: bool,
    strict: bool,
    allow_empty: bool,
    intake: Intake,
    quiet: bool,
) -> int:
    """Read plans and show what they hold and what was doubtful."""
    found = documents_given(paths, quiet=quiet)
    plans, failures = read_all(found, intake)
    if as_json:
        _print_json(plans, single=len(found) == 1)
    else:
        click.echo("\n\n".join(plan_summary(plan) for plan in plans))
    for failure in failures:
        complain(failure.error.sentence(), code=failure.error.key, as_json=as_json)
    return _exit_code(plans, failures, strict=strict, allow_empty=allow_empty, quiet=quiet)


def _print_json(plans: "tuple[Plan, ...]", *, single: bool) -> None:
    from ..graph.record import plan_record

    records = [plan_record(plan) for plan in plans]
    value = records[0] if single and len(records) == 1 else records
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _exit_code(
    plans: "tuple[Plan, ...]",
    failures: tuple[Failure, ...],
    *,
    strict: bool,
    allow_empty: bool,
    quiet: bool,
) -> int:
    if failures:
        return max(failure.error.exit_code for failure in failures)
    empty = [plan for plan in plans if not plan.requirements]
    if empty and not allow_empty:
        for plan in empty:
            note(say("intake.no-plan", path=plan.source.path), quiet=quiet)
        return NoPlanError.exit_code
    doubts = sum(len(plan.doubts) for plan in plans)
    if strict and doubts:
        raise DocumentError("cli.doubts", n=doubts)
    return 0
