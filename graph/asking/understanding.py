"""From plain words to a shipped question and its parameters, or to the nearest questions."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...ontology.language import language
from ..errors import QueryError
from ..questions import Question, answer, bound, catalogue, question
from ..questions.nearness import nearest
from ..table import Value
from .cues import Heard, Run, cue_words, hear
from .names import Names, names_in
from .scoring import Fit, fit
from .things import GONE, Seen, Thing, blank, see

if TYPE_CHECKING:
    from ..store import Store

LEAST = 2.0
"""The least score of an answer."""
OFFERED = 3
SHORTEST = 3
"""The least characters of a part of a run that is searched for."""
RUNS = 3
"""So many of the longest runs are searched for."""
TEXTS = ("requirements-about", "topic-units-in-role")
ELSE = {"unit-supports-whom": "unit-partners"}
"""Where a unit supports nobody in the plans, whom it works with is meant."""
REFUSED = frozenset({"none", "except", "idle"})
"""Cues that turn a question round: without them the answer would be another one."""
EITHER = re.compile(rf"{GONE}\s*(?:或者?|还是|or)\s*{GONE}")
HOLDS = """
ASK {
  ?requirement duty:verbatimText ?text ; duty:ownerCount ?owners .
  FILTER(CONTAINS(STR(?text), $words))
}
"""
HOLD_ENDS = """
SELECT ?text WHERE {
  ?requirement duty:verbatimText ?text ; duty:ownerCount ?owners .
  FILTER(CONTAINS(STR(?text), $first) || CONTAINS(STR(?text), $last))
}
ORDER BY ?text LIMIT 1000
"""


@dataclass(frozen=True, slots=True)
class Understood:
    """What plain words were taken to ask."""

    question: Question
    parameters: dict[str, str]
    score: float
    unheeded: tuple[str, ...]
    """Words of the asker by which the answer is not narrowed."""
    others: tuple[Question, ...]
    """The questions that came next."""


def understand(store: "Store", words: str) -> Understood:
    """Find the shipped question that plain words ask, and its parameters.

    Raises `QueryError` when no shipped question answers them, with the nearest ones, and when a
    unit is meant that the store does not hold, with the nearest names.
    """
    names = names_in(store)
    seen = see(words, names, cue_words())
    heard = hear(seen.rest)
    ranked = rank(store, seen, heard)
    best = _answering(store, ranked)
    if EITHER.search(seen.rest):
        raise QueryError("questions.either", words=words)
    meant = None if "words" in best.parameters else _misspelt(heard, names)
    turned = any(cue.ideas & REFUSED for cue in best.puzzling)
    if best.whole and best.score >= LEAST and best.enough and not meant and not turned:
        others = tuple(each.question for each in ranked[1 : OFFERED + 1])
        return Understood(best.question, dict(best.parameters), best.score, best.unheeded, others)
    if meant := meant or _misspelt(heard, names):
        raise QueryError("questions.near-unit", words=meant[0], near=meant[1])
    by_score = sorted(ranked, key=lambda each: -each.score)
    offered = [each.question for each in by_score[:OFFERED]]
    foreign = any(run.words.isascii() and len(run.words) > SHORTEST for run in heard.left)
    raise NoAnswerError(words, offered, foreign=foreign)


def _answering(store: "Store", ranked: list[Fit]) -> Fit:
    """Give the best fit, or the question that stands in for it where its answer is empty."""
    best = ranked[0]
    instead = ELSE.get(best.question.name)
    if instead and best.whole:
        terms = bound(store, best.question, best.parameters)
        if not len(answer(store, best.question, terms)):
            return best._replace(question=question(instead))
    return best


def rank(store: "Store", seen: Seen, heard: Heard) -> list[Fit]:
    """Give all questions, the best fitting first; of equals, the first of the catalogue."""
    fits = {asked.name: fit(asked, heard, seen.things) for asked in catalogue()}
    if topic := _topic(store, seen, heard):
        without = hear(blank(seen.rest, topic.start, topic.end))
        fits |= {name: fit(question(name), without, (*seen.things, topic)) for name in TEXTS}
    return sorted(fits.values(), key=lambda each: (not (each.whole and each.enough), -each.score))


def _topic(store: "Store", seen: Seen, heard: Heard) -> Thing | None:
    """Give the longest unexplained run that some requirement holds, as words to search for.

    Cue words that touch it belong to it when the longer words are held too.
    """
    if any(thing.kind == "text" for thing in seen.things):
        return None
    longest = sorted(heard.left, key=lambda each: (-len(each.words), each.start))
    for run in longest[:RUNS]:
        found = run if len(run.words) > 1 and _holds(store, run.words) else _part(store, run)
        if found:
            return _widened(store, seen, heard, found)
    return None


def _part(store: "Store", run: Run) -> Run | None:
    """Give the longest beginning or end of a run that some requirement holds."""
    words, start, end = run
    if words.isascii() or len(words) <= SHORTEST:
        return None
    ends = {"first": words[:SHORTEST], "last": words[-SHORTEST:]}
    table = store.select(HOLD_ENDS, {name: Value.literal(each) for name, each in ends.items()})
    texts = "\n".join(row[0] for row in table.texts())
    for cut in range(len(words) - 1, SHORTEST - 1, -1):
        if words[:cut] in texts:
            return Run(words[:cut], start, start + cut)
        if words[-cut:] in texts:
            return Run(words[-cut:], end - cut, end)
    return None


def _widened(store: "Store", seen: Seen, heard: Heard, run: Run) -> Thing:
    """Take in the cue words that touch a run when the longer words are held too."""
    start, end = run.start, run.end
    for cue in (*reversed(heard.cues), *heard.cues):
        if cue.end == start and _holds(store, seen.words[cue.start : end]):
            start = cue.start
        if cue.start == end and _holds(store, seen.words[start : cue.end]):
            end = cue.end
    return Thing("text", seen.words[start:end], start, end)


def _holds(store: "Store", words: str) -> bool:
    return store.ask_boolean(HOLDS, {"words": Value.literal(words)})


def _misspelt(heard: Heard, names: Names) -> tuple[str, str] | None:
    """Give a run that is nearly the name of a unit, and the names that it is near."""
    for run in heard.left:
        near = [
            name for name in nearest(run.words, names.units) if 2 < len(run.words) <= len(name) + 2
        ]
        if near:
            return run.words, "、".join(near)
    return None


class NoAnswerError(QueryError):
    """No shipped question answers what was asked."""

    def __init__(self, words: str, offered: list[Question], *, foreign: bool = False) -> None:
        near = "\n".join(f"  {each.title[language()]}（{each.name}）" for each in offered)
        key = "questions.unanswerable-foreign" if foreign else "questions.unanswerable"
        super().__init__(key, words=words, near=near)
        self.offered = tuple(offered)
