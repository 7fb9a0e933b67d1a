"""Options that several commands share, defined once."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from ..ontology.language import LANGUAGES
from ..ontology.messages import say
from .sources import intake_of

Command = TypeVar("Command", bound=Callable[..., Any])


def option(*names: str, key: str, **settings: Any) -> Callable[[Command], Command]:
    """Make a click option whose help is the message `cli.option-<key>`."""
    return click.option(*names, help=say(f"cli.option-{key}"), **settings)


PATHS = click.argument("paths", nargs=-1, type=str)
REQUIRED_PATHS = click.argument("paths", nargs=-1, type=str, required=True)
STORE = option("--store", key="store", metavar="DIR|URL")
PLAN = option("--plan", "plans", key="plan", metavar="PATH", multiple=True)
OUTPUT = option("-o", "--output", key="output", metavar="FILE", required=True)
OUTPUT_OR_STDOUT = option("-o", "--output", key="output-or-stdout", metavar="FILE", default="-")
FORCE = option("--force", key="force", is_flag=True)
JSON = option("--json", "as_json", key="json", is_flag=True)
QUIET = option("-q", "--quiet", key="quiet", is_flag=True)
ENCODING = option("--encoding", key="encoding", metavar="NAME")
VIA = option("--via", key="via", type=click.Choice(["libreoffice"]))
REGISTER = option("--register", key="register", metavar="FILE", type=Path)
LANG = click.option(
    "--lang", type=click.Choice(LANGUAGES), expose_value=False, help=say("cli.option-lang")
)


def reading_options(command: Command) -> Command:
    """Add the options of every command that opens documents, given to it as one `intake`."""

    @wraps(command)
    def with_intake(
        *args: object, encoding: str | None, via: str | None, register: Path | None, **rest: object
    ) -> object:
        return command(*args, intake=intake_of(encoding, via, register), **rest)

    wrapped: Any = with_intake
    for add in (LANG, QUIET, REGISTER, VIA, ENCODING):
        wrapped = add(wrapped)
    return wrapped  # type: ignore[no-any-return]
