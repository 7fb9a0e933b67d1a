"""`dutygraph ask`: a shipped question by its name, or asked in plain Chinese or English."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from ..graph.errors import UsageError
from ..ontology.language import language
from ..ontology.messages import say
from .answers import TABLE_FORMATS, Delivery, delivery_options, give_table
from .command import spoken_command
from .options import PLAN, STORE, option, reading_options
from .question_list import question_list
from .sources import opened
from .speaking import note

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..graph.asking.understanding import Understood
    from ..graph.intake import Intake
    from ..graph.questions import Question
    from ..graph.store import Store
    from ..graph.store.query_binding import Binding
    from ..graph.table import Table, Value

DURATION = "http://www.w3.org/2001/XMLSchema#duration"
NAME = re.compile(r"[a-z]+(-[a-z]+)*")
GIVEN = re.compile(r"([a-z]+)=(.*)", re.DOTALL)


@spoken_command("ask")
@click.argument("words", nargs=-1, type=str, metavar="[QUESTION|NAME] [KEY=VALUE]...")
@option("--list", "listed", key="list", metavar="WORD", default="")
@option("--show-query", key="show-query", is_flag=True)
@STORE
@PLAN
@delivery_options(*TABLE_FORMATS)
@reading_options
def command(  # noqa: PLR0913 — click gives each option by its name
    words: tuple[str, ...],
    listed: str,
    show_query: bool,
    store: str | None,
    plans: tuple[str, ...],
    delivery: Delivery,
    intake: "Intake",
    quiet: bool,
) -> None:
    """Answer a question; without words, list all questions."""
    from ..exports.wording import not_counted, remarks
    from ..graph.questions import answer, bound, labelled

    if not words:
        click.echo(question_list(listed))
        return
    if listed:
        raise UsageError("questions.list-or-ask", words=" ".join(words))
    with opened(plans, store, intake, quiet=quiet) as graph:
        asked, given, understood = meant(graph, words)
        note(caption(asked, given), quiet=quiet)
        for remark in remarks(understood, language()) if understood else ():
            note(remark, quiet=quiet)
        terms = bound(graph, asked, given)
        if show_query:
            note(shown_query(asked, terms))
        table = answer(graph, asked, terms)
        for told in not_counted(graph, asked, terms, language()):
            note(told, quiet=quiet)
    raw = delivery.kind in {"json", "tsv"}
    shown = table if raw else with_durations_told(labelled(asked, table))
    give_table(shown, delivery, quiet=quiet)
    if not len(table):
        note(say("questions.nothing-found"), quiet=quiet)


def with_durations_told(table: "Table") -> "Table":
    """Give a table for people: a duration such as `P3M` is said as 3 个月, 3 months."""
    from ..exports.schedule import duration_words

    def told(cell: "Value | None") -> "Value | None":
        if cell is None or cell.datatype != DURATION:
            return cell
        return cell._replace(text=duration_words(cell.text, language()).strip(), datatype=None)

    return replace(table, rows=tuple(tuple(map(told, row)) for row in table.rows))


def meant(
    store: "Store", words: tuple[str, ...]
) -> "tuple[Question, Mapping[str, str], Understood | None]":
    """Give the question that the words mean, its parameters, and how plain words were understood.

    The first word is a question's name, or the words are a question in plain language; words
    of the form `key=value` are parameters. Raises `QueryError` for what cannot be understood and
    `UsageError` for parameters without a question.
    """
    from ..graph.questions import question

    given = {found[1]: found[2] for word in words if (found := GIVEN.fullmatch(word))}
    plain = [word for word in words if not GIVEN.fullmatch(word)]
    if not plain:
        raise UsageError("questions.no-question", words=" ".join(words))
    if len(plain) == 1 and NAME.fullmatch(plain[0]):
        return question(plain[0]), given, None
    from ..graph.asking.understanding import understand

    understood = understand(store, " ".join(plain))
    return understood.question, {**understood.parameters, **given}, understood


def caption(asked: "Question", given: "Mapping[str, str]") -> str:
    """Say which question is answered, with which parameters."""
    spoken = language()
    labels = {each.name: each.label[spoken] for each in asked.parameters}
    shown = "".join(
        say("questions.parameter", label=labels.get(name, name), value=value)
        for name, value in given.items()
    )
    return say("questions.caption", title=asked.title[spoken], name=asked.name, parameters=shown)


def shown_query(asked: "Question", terms: "Mapping[str, Binding]") -> str:
    """Give the SPARQL of a question with its parameters in place, ready to be run anywhere."""
    from ..graph.store.query_binding import bind

    used = {name: term for name, term in terms.items() if f"${name}" in asked.query}
    return bind(asked.query, used).strip()
