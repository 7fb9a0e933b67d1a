"""The words to search for: what is left of a question and stands in some requirement."""

from typing import TYPE_CHECKING, NamedTuple

from ..table import Value
from .cues import Heard, Run
from .things import Seen, Thing

if TYPE_CHECKING:
    from ..store import Store

SHORTEST = 3
"""The least characters of a part of a run that is searched for."""
RUNS = 3
"""So many of the longest runs are searched for."""
PARTS = 12
"""So many parts of a run are looked up at most, and no more of it than they cover."""
HOLDS = """
ASK {
  ?requirement duty:verbatimText ?text ; duty:ownerCount ?owners .
  FILTER(CONTAINS(STR(?text), $words))
}
"""
HOLDING = """
SELECT ?text WHERE {
  ?requirement duty:verbatimText ?text ; duty:ownerCount ?owners .
  FILTER(%s)
}
ORDER BY ?text LIMIT 1000
"""


MOST = 0.5
"""The share of a run that requirements must hold, part by part, to excuse the rest of it."""


class Topic(NamedTuple):
    """Words to search for."""

    words: Thing
    run: Run
    """The run that they are a part of."""
    held: float
    """The share of the run that some requirement holds."""

    def excusing(self, heard: Heard) -> Heard:
        """Give what was heard with the rest of a run that is mostly held set apart."""
        if self.held < MOST:
            return heard
        rest = [r for r in heard.left if self.run.start <= r.start and r.end <= self.run.end]
        left = tuple(run for run in heard.left if run not in rest)
        return heard._replace(left=left, excused=tuple(rest))


def topic_of(store: "Store", seen: Seen, heard: Heard) -> Topic | None:
    """Give the longest unexplained run that some requirement holds, or else a part of one.

    Cue words that touch it belong to it when the longer words are held too.
    """
    if any(thing.kind == "text" for thing in seen.things):
        return None
    longest = sorted(heard.left, key=lambda each: (-len(each.words), each.start))
    for run in longest[:RUNS]:
        whole = len(run.words) > 1 and _holds(store, run.words)
        found, held = (run, 1.0) if whole else _part(store, run)
        if found:
            return Topic(_widened(store, seen, heard, found), run, held)
    return None


def _part(store: "Store", run: Run) -> tuple[Run | None, float]:
    """Give the part of a run that the fewest requirements hold, and the share that any holds.

    Of equals, the longest part counts, then the first.
    """
    words = run.words[: PARTS + SHORTEST - 1]
    if words.isascii() or len(words) <= SHORTEST:
        return None, 0
    pieces = [words[at : at + SHORTEST] for at in range(len(words) - SHORTEST + 1)]
    terms = {f"part{n}": Value.literal(each) for n, each in enumerate(pieces)}
    test = " || ".join(f"CONTAINS(STR(?text), ${name})" for name in terms)
    texts = [row[0] for row in store.select(HOLDING % test, terms).texts()]
    held = _held(words, texts)
    if not held:
        return None, 0
    covered = {place for at, part in held for place in range(at, at + len(part))}
    _, length, at = min((sum(p in text for text in texts), -len(p), at) for at, p in held)
    part = Run(words[at : at - length], run.start + at, run.start + at - length)
    return part, len(covered) / len(run.words)


def _held(words: str, texts: list[str]) -> list[tuple[int, str]]:
    """Give the parts that some text holds and that cannot be made longer, with their places."""
    found: list[tuple[int, str]] = []
    reached = 0
    for at in range(len(words) - SHORTEST + 1):
        ends = range(len(words), max(at + SHORTEST, reached + 1) - 1, -1)
        end = next((e for e in ends if any(words[at:e] in text for text in texts)), 0)
        if end:
            found.append((at, words[at:end]))
            reached = end
    return found


def _widened(store: "Store", seen: Seen, heard: Heard, run: Run) -> Thing:
    """Take in what touches a run when the longer words are held too.

    These are cue words, and characters that tell nothing by themselves: 查 of 保密审查.
    """
    start, end = run.start, run.end
    for cue in (*reversed(heard.cues), *heard.cues):
        if cue.end == start and _holds(store, seen.words[cue.start : end]):
            start = cue.start
        if cue.start == end and _holds(store, seen.words[start : cue.end]):
            end = cue.end
    cued = {place for cue in heard.cues for place in range(cue.start, cue.end)}
    free = [each.isalnum() and at not in cued for at, each in enumerate(seen.rest)]
    while end < len(free) and free[end] and _holds(store, seen.words[start : end + 1]):
        end += 1
    while start > 0 and free[start - 1] and _holds(store, seen.words[start - 1 : end]):
        start -= 1
    return Thing("text", seen.words[start:end], start, end)


def _holds(store: "Store", words: str) -> bool:
    return store.ask_boolean(HOLDS, {"words": Value.literal(words)})
