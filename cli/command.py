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
        pieces = pieces.replace("[OPTIONS]", say("cli.usage-options"))
        pieces = pieces.replace("COMMAND [ARGS]...", say("cli.usage-command"))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{say('cli.usage')} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under their heading."""
        options = (one for one in self.get_params(ctx) if isinstance(one, click.Option))
        found = (_record(option, ctx) for option in options)
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


def _record(option: click.Option, ctx: click.Context) -> tuple[str, str] | None:
    record = option.get_help_record(ctx)
    if record is None:
        return None
    extra = option.get_help_extra(ctx)
    told = [
        *([say("cli.help-default", value=extra["default"])] if "default" in extra else ()),
        *([extra["range"]] if "range" in extra else ()),
        *([say("cli.help-required")] if "required" in extra else ()),
    ]
    marks = f"  [{'; '.join(told)}]" if told else ""
    return record[0], f"{option.help or ''}{marks}"
