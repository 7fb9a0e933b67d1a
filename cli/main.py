"""The command `dutygraph`: finds the asked command, says errors in one sentence.

Exit codes: 0 done, 1 failed, 2 usage, 3 a document cannot be opened, 4 it holds no plan,
5 invalid graph, 6 bad query, 7 findings (only where asked for), 130 interrupted.
"""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

import click

from ..graph.errors import DutygraphError
from ..ontology.language import LANGUAGES, Language, speak
from ..ontology.messages import say
from .command import CONTEXT, Spoken
from .speaking import complain, usage_sentence

COMMANDS = (
    "report",
    "read",
    "build",
    "ask",
    "sparql",
    "diagnose",
    "gaps",
    "what-if",
    "draw",
    "ledger",
    "export",
    "units",
    "validate",
    "evaluate",
    "serve",
)
INTERRUPTED = 130


class Commands(Spoken, click.Group):
    """The commands by name; a command's module is imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and give its `command`."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".{cmd_name.replace('-', '_')}", __package__)
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command asked for; an unknown name raises with its nearest neighbours."""
        if args and args[0] not in COMMANDS:
            raise click.exceptions.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by their one-line help, without importing any."""
        with formatter.section(say("cli.commands")):
            formatter.write_dl([(name, say(f"cli.short-{name}")) for name in COMMANDS])

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language in use, which is known only now."""
        self.help = say("cli.help")
        super().format_help(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


def _version(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        click.echo(f"dutygraph {version('dutygraph')}")
        ctx.exit()


@click.group(cls=Commands, context_settings=CONTEXT)
@click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False, help="中文 | English")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version)
def dutygraph() -> None:
    """Answer who is responsible for what."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _steady_streams()
    speak(asked_language(given))
    sys.exit(
        run(lambda: dutygraph.main(given, prog_name="dutygraph", standalone_mode=False), given)
    )


def run(action: Callable[[], object], given: Sequence[str] = ()) -> int:
    """Do an action, say what went wrong in one sentence, and give the exit code."""
    try:
        code = action()
    except DutygraphError as error:
        complain(error.sentence(), code=error.key, as_json="--json" in given)
        return error.exit_code
    except click.UsageError as error:
        _complain_of_usage(error, as_json="--json" in given)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output left; the interpreter must not try to flush into it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("DUTYGRAPH_DEBUG"):
            raise
        complain(say("cli.fault", kind=type(error).__name__, detail=error), code="fault")
        return 1
    return code if isinstance(code, int) else 0


def _complain_of_usage(error: click.UsageError, *, as_json: bool) -> None:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
    else:
        complain(usage_sentence(error), code="usage", as_json=as_json)


def asked_language(given: Sequence[str]) -> Language | None:
    """Find `--lang` before the arguments are parsed, since help texts need it."""
    for index, word in enumerate(given):
        value = word[7:] if word.startswith("--lang=") else None
        if word == "--lang" and index + 1 < len(given):
            value = given[index + 1]
        for known in LANGUAGES:
            if value == known:
                return known
    return None


def _steady_streams() -> None:
    """Make output survive any console: UTF-8 into files and pipes, no crash on a terminal."""
    for stream in (sys.stdout, sys.stderr):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")  # type: ignore[union-attr]
