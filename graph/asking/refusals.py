"""What keeps a question from being answered, though its words would fit one."""

import re
from collections.abc import Iterator
from functools import cache

from ..lexicon.words import lexicon
from ..questions.nearness import nearest
from .cues import Heard
from .names import PLACES, Names
from .places import is_place
from .scoring import GENERAL, OWN, Fit
from .things import GONE, Seen

TURNING = frozenset({"none", "except", "idle", "never", "beyond"})
"""Cues that turn a question round, or ask for what no plan holds: without them the answer would
be one to another question.
"""
EITHER = re.compile(rf"{GONE}\s*(?:或者?|还是|or)\s*{GONE}")
CLAUSE = re.compile(
    r"[，,；;。？?！!]|(?<![a-z])and (?=(?:who|whom|what|which|when|where|how|why)(?![a-z]))"
)
ENDING = 4
"""The most characters after a name that may make it another, longer one."""


def turned(best: Fit) -> bool:
    """Tell whether a cue that a question cannot honour turns it round, or says what is not.

    Beside a negation every cue counts: documents without a number are not those that none cites.
    """
    denied = "none" in best.way.cues
    return any(cue.ideas & TURNING or (denied and not cue.ideas & GENERAL) for cue in best.puzzling)


def either(seen: Seen) -> bool:
    """Tell whether one or the other is asked."""
    return EITHER.search(seen.rest) is not None


def two_at_once(seen: Seen) -> bool:
    """Tell whether two clauses ask, each about a thing of its own."""
    asking = [
        any(start <= thing.start < end and thing.kind in OWN for thing in seen.things)
        and _interrogative().search(seen.rest[start:end]) is not None
        for start, end in _clauses(seen.rest)
    ]
    return sum(asking) > 1


def misspelt(heard: Heard, names: Names) -> tuple[str, str] | None:
    """Give a run that is nearly the name of a unit, and the names that it is near."""
    for run in heard.left:
        near = [
            name for name in nearest(run.words, names.units) if 2 < len(run.words) <= len(name) + 2
        ]
        if near:
            return run.words, "、".join(near)
    return None


def longer(seen: Seen, heard: Heard, names: Names) -> tuple[str, str] | None:
    """Give a name that begins with a known one and goes on as names of units do, and the known.

    政务公开办公室 is not 政务公开办, though it begins so.
    """
    for run in heard.left:
        for thing in seen.things:
            after = run.start == thing.end and thing.kind == "unit"
            if after and len(run.words) <= ENDING and run.words.endswith(_endings()):
                words = seen.words[thing.start : run.end]
                near = {thing.words: None} | dict.fromkeys(nearest(words, names.units))
                return words, "、".join(near)
    return None


def elsewhere(seen: Seen, heard: Heard, best: Fit, names: Names) -> str | None:
    """Give a place that a question names and no plan is of, where the places of plans are known.

    It may share its last character with the unit behind it: 红河县财政局.
    """
    if not names.places:
        return None
    behind = {thing.start: thing.words[0] for thing in seen.things if thing.kind == "unit"}
    for run in heard.left:
        shared = behind.get(run.end, "")
        words = run.words + (shared if shared in PLACES else "")
        if run.words in best.unheeded and is_place(words):
            return words
    return None


def _clauses(rest: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in CLAUSE.finditer(rest):
        yield start, found.start()
        start = found.end()
    yield start, len(rest)


@cache
def _interrogative() -> re.Pattern[str]:
    words = sorted(lexicon("asking")["interrogative"]["words"].split(), key=len, reverse=True)
    return re.compile(
        "|".join(rf"(?<![a-z]){w}(?![a-z])" if w.isascii() else re.escape(w) for w in words)
    )


@cache
def _endings() -> tuple[str, ...]:
    kinds = lexicon("unit-kinds").values()
    return tuple(sorted({ending for kind in kinds for ending in kind["endings"]}))
