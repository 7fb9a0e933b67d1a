"""From plain words to a shipped question and its parameters, or to the nearest questions."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ...ontology.language import language
from ..errors import QueryError
from ..lexicon.words import lexicon
from ..questions import Question, answer, bound, catalogue, question
from ..questions.unclear import SHOWN
from .cues import Cue, Heard, cue_words, hear
from .names import Names, names_in
from .places import each_of
from .refusals import either, elsewhere, longer, misspelt, turned, two_at_once
from .scoring import GROUP, PLACE, Fit, fit
from .things import Seen, Thing, blank, see
from .topics import SHORTEST, topic_of

if TYPE_CHECKING:
    from ..store import Store

LEAST = 2.0
"""The least score of an answer."""
FAR = -5.0
"""At fewer points questions are all alike far from what was asked."""
OFFERED = 3
TEXTS = ("requirements-about", "topic-units-in-role")
ELSE = {"unit-supports-whom": "unit-partners"}
"""Where a unit supports nobody in the plans, whom it works with is meant."""
NEARLY = 1.0
"""Questions that fit so many points worse than the best fit nearly as well."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What plain words were taken to ask."""

    question: Question
    parameters: dict[str, str]
    score: float
    unheeded: tuple[str, ...]
    """Words of the asker by which the answer is not narrowed."""
    nearly: tuple[Question, ...]
    """The questions that fit nearly as well."""


def understand(store: "Store", words: str, today: date | None = None) -> Understood:
    """Find the shipped question that plain words ask, and its parameters.

    Words such as 下个月 are read by today's date, or the one given. Raises `QueryError` when no
    shipped question answers them, with the nearest ones, when one sentence holds two questions,
    and when a unit is meant that the store does not hold, with the nearest names.
    """
    names = names_in(store)
    seen = see(words, names, cue_words(), today)
    heard = hear(seen.rest)
    ranked = rank(store, seen, heard, names)
    best = _answering(store, ranked, names)
    if either(seen):
        raise QueryError("questions.either", words=words)
    if two_at_once(seen):
        raise QueryError("questions.two-at-once", words=words)
    if place := elsewhere(seen, heard, best, names):
        raise QueryError("questions.no-place", words=place, known="、".join(names.places[:SHOWN]))
    searched = "words" in best.parameters
    meant = None if searched else longer(seen, heard, names) or misspelt(heard, names)
    fitting = best.whole and best.score >= LEAST and best.enough
    if fitting and not meant and not turned(best):
        given = dict(best.parameters)
        return Understood(best.question, given, best.score, best.unheeded, _nearly(best, ranked))
    if meant := meant or misspelt(heard, names):
        raise QueryError("questions.near-unit", words=meant[0], near=meant[1])
    offered = [each.question for each in sorted(ranked, key=_nearness)[:OFFERED]]
    foreign = any(run.words.isascii() and len(run.words) > SHORTEST for run in heard.left)
    raise NoAnswerError(words, offered, foreign=foreign)


def _nearness(each: Fit) -> tuple[float, int]:
    """Give the order in which questions are offered: by score, then those that people ask first."""
    first = lexicon("asking")["first"]["questions"].split()
    name = each.question.name
    return -max(each.score, FAR), first.index(name) if name in first else len(first)


def _nearly(best: Fit, ranked: list[Fit]) -> tuple[Question, ...]:
    """Give the others that would have been answered and are hardly worse."""
    return tuple(
        each.question
        for each in ranked
        if each.question.name != best.question.name
        and each.whole
        and each.enough
        and each.score >= max(best.score - NEARLY, LEAST)
        and not turned(each)
    )[:OFFERED]


def _answering(store: "Store", ranked: list[Fit], names: Names) -> Fit:
    """Give the best fit, or the question that stands in for it where its answer is empty."""
    best = _of_each(ranked[0], names)
    instead = ELSE.get(best.question.name)
    if instead and best.whole:
        terms = bound(store, best.question, best.parameters)
        if not len(answer(store, best.question, terms)):
            return best._replace(question=question(instead))
    return best


def _of_each(best: Fit, names: Names) -> Fit:
    """Mean each plan of a year or place, where a question need not keep to one."""
    plan = next((each for each in best.question.parameters if each.name == "plan"), None)
    if plan is None or plan.required or "plan" not in best.parameters:
        return best
    plans = each_of(names.known, best.parameters["plan"])
    return best._replace(parameters={**best.parameters, "plan": plans})


def rank(store: "Store", seen: Seen, heard: Heard, names: Names) -> list[Fit]:
    """Give all questions, the best fitting first; of equals, the first of the catalogue."""
    without_units = _with_collectives(seen, heard, names)
    places = [each.words for each in seen.things if each.kind == PLACE]
    years = names.years_of(next(iter(places), None))
    fits = {}
    for asked in catalogue():
        taking = any(parameter.kind == "unit" for parameter in asked.parameters)
        said = (heard, seen.things) if taking else without_units
        fits[asked.name] = fit(asked, *said, years)
    if topic := topic_of(store, seen, heard):
        rest = hear(blank(seen.rest, topic.words.start, topic.words.end))
        things = (*seen.things, topic.words)
        fits |= {n: fit(question(n), topic.excusing(rest), things, years) for n in TEXTS}
    return sorted(fits.values(), key=lambda each: (not (each.whole and each.enough), -each.score))


def _with_collectives(seen: Seen, heard: Heard, names: Names) -> tuple[Heard, tuple[Thing, ...]]:
    """Hear the names of collectives as a cue for them, as questions that take no unit do."""
    named = {each for each in seen.things if each.kind == "unit" and each.words in names.groups}
    cues = (Cue(each.words, frozenset({"collective"}), each.start, each.end) for each in named)
    things = tuple(_without_units(each, names) for each in seen.things)
    return heard._replace(cues=(*heard.cues, *cues)), things


def _without_units(thing: Thing, names: Names) -> Thing:
    if thing.kind == "unit" and thing.words in names.groups:
        return thing._replace(kind=GROUP)
    issuing = thing.kind == "unit" and thing.words in names.issuers
    return thing._replace(kind=PLACE) if issuing else thing


class NoAnswerError(QueryError):
    """No shipped question answers what was asked."""

    def __init__(self, words: str, offered: list[Question], *, foreign: bool = False) -> None:
        near = "\n".join(f"  {each.title[language()]}（{each.name}）" for each in offered)
        key = "questions.unanswerable-foreign" if foreign else "questions.unanswerable"
        super().__init__(key, words=words, near=near)
        self.offered = tuple(offered)
