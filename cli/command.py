"""Commands whose help speaks the language in use, headings and all."""

from collections.abc import Callable
from typing import Any

import click

from ..ontology.messages import say

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Spoken(click.Command):
    """A command whose usage line and headings are messages of ours, not click's."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{say('cli.usage')} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under their heading."""
        found = (parameter.get_help_record(ctx) for parameter in self.get_params(ctx))
        with formatter.section(say("cli.options")):
            formatter.write_dl([record for record in found if record is not None])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the help option, its help in the language in use."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = say("cli.option-help")
        return found


def spoken_command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a command with its help from the messages: `cli.short-<name>`, `cli.example-<name>`."""
    text = f"{say(f'cli.short-{name}')}\n\n\b\n{say(f'cli.example-{name}')}"
    return click.command(
        name, cls=Spoken, help=text, short_help=say(f"cli.short-{name}"), context_settings=CONTEXT
    )
