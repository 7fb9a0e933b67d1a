"""What the command line says beside its results, always on stderr."""

import sys

import click

from ..ontology.messages import say

SPOKEN_ARGUMENTS = {"paths", "kind", "words"}
"""The arguments that `cli.missing-…` names in words."""


def note(sentence: str, *, quiet: bool = False) -> None:
    """Say a sentence on stderr, unless asked to be quiet."""
    if not quiet:
        click.echo(sentence, err=True)


def complain(sentence: str, *, code: str, as_json: bool = False) -> None:
    """Say what went wrong on stderr, as JSON where the results are JSON."""
    if as_json:
        import json

        error = {"error": {"code": code, "message": sentence}}
        sys.stderr.write(json.dumps(error, ensure_ascii=False) + "\n")
    else:
        click.echo(say("cli.error", sentence=sentence), err=True)


def usage_sentence(error: click.UsageError) -> str:
    """Say a fault in the arguments in the language in use, with the nearest right word."""
    where = error.ctx.command_path if error.ctx else "dutygraph"
    return f"{_fault(error)} {say('cli.see-help', command=where)}"


def _fault(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return say("cli.no-such-option", name=error.option_name) + _nearest(error.possibilities)
    if isinstance(error, click.MissingParameter):
        return say("cli.missing-parameter", name=_missing(error))
    if isinstance(error, click.BadParameter):
        return say("cli.bad-parameter", name=_parameter_name(error), detail=_wanted(error))
    if isinstance(error, click.exceptions.NoSuchCommand):
        return say("cli.no-such-command", name=error.command_name) + _nearest(error.possibilities)
    return _other_fault(error)


def _other_fault(error: click.UsageError) -> str:
    if isinstance(error, click.BadOptionUsage):
        return say("cli.option-without-value", name=error.option_name)
    if error.message.startswith("Got unexpected extra argument"):
        return say("cli.extra-arguments")
    return error.format_message()


def _wanted(error: click.BadParameter) -> str:
    """Say what a parameter takes, by its type."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return say("cli.not-one-of", known=say("cli.joint").join(map(str, kind.choices)))
    if isinstance(kind, click.IntRange | click.FloatRange):
        return say("cli.not-in-range", range=_range(kind))
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return say("cli.not-a-number")
    return error.message


def _range(kind: click.IntRange | click.FloatRange) -> str:
    return "–".join("" if end is None else f"{end:g}" for end in (kind.min, kind.max))


def _nearest(words: object) -> str:
    found = list(words) if isinstance(words, list | tuple) else []
    return say("cli.did-you-mean", words=say("cli.or").join(found)) if found else ""


def _missing(error: click.MissingParameter) -> str:
    """Name what is missing in words where there are words for it, else as the usage line does."""
    name = error.param.name if error.param else None
    if name in SPOKEN_ARGUMENTS:
        return say(f"cli.missing-{name}")
    return _parameter_name(error).replace("'", "")


def _parameter_name(error: click.BadParameter) -> str:
    if error.param_hint:
        return str(error.param_hint)
    return error.param.get_error_hint(error.ctx) if error.param and error.ctx else "?"
