"""The cue words of a question, and what is left of it when all that is understood is gone."""

import re
from functools import cache
from typing import NamedTuple

from ..reading.lexicon import lexicon
from .things import GONE, blank

NOTHING = "nothing"
"""The cue of words that show nothing, though they hold a word that would."""
ENGLISH = re.compile(r"[a-z][a-z'’-]*")


class Cue(NamedTuple):
    """A word that shows what is asked."""

    word: str
    ideas: frozenset[str]
    """The cues that the word can show, by name."""
    start: int
    end: int


class Run(NamedTuple):
    """Characters that nothing explains."""

    words: str
    start: int
    end: int


class Heard(NamedTuple):
    """What the words around the things of a question say."""

    cues: tuple[Cue, ...]
    left: tuple[Run, ...]

    @property
    def ideas(self) -> frozenset[str]:
        """All cues that were heard, by name."""
        return frozenset().union(*(cue.ideas for cue in self.cues))

    @property
    def unexplained(self) -> float:
        """How much is left: a point a character, two an English word."""
        return sum(weight(run.words) for run in self.left)

    @property
    def understood(self) -> float:
        """How much the cue words explain, in the same points."""
        return sum(weight(cue.word) for cue in self.cues)


def weight(words: str) -> float:
    """Give the points of some words: one a character, two an English word."""
    return 2.0 * len(ENGLISH.findall(words)) + len(re.sub(r"\s", "", ENGLISH.sub("", words)))


def hear(rest: str) -> Heard:
    """Find the cue words in what remains of a question; the longest word counts at each place.

    Words that tell nothing are dropped at the edges of what is left, not inside of it, where
    they may belong to a longer word.
    """
    pattern, ideas = _cue_pattern()
    cues = []
    for idea, phrase in _phrases():
        for found in phrase.finditer(rest):
            cues.append(Cue(found[0].replace(GONE, ""), frozenset({idea}), *found.span()))
            rest = blank(rest, *found.span())
    for found in pattern.finditer(rest):
        if shown := ideas[_key(found[0])] - {NOTHING}:
            cues.append(Cue(found[0], shown, *found.span()))
        rest = blank(rest, *found.span())
    runs = re.finditer(rf"[a-z'’-]+|[^{GONE}\W_a-z]+", rest)
    trimmed = (_trimmed(Run(found[0], *found.span())) for found in runs)
    return Heard(tuple(cues), tuple(run for run in trimmed if run.words))


def _trimmed(run: Run) -> Run:
    before, after = _ignored()
    start = _length(before, run.words)
    words = run.words[start:]
    end = _length(after, words[::-1])
    return Run(words[: len(words) - end], run.start + start, run.end - end)


def _length(pattern: re.Pattern[str], words: str) -> int:
    found = pattern.match(words)
    return found.end() if found else 0


def cue_words() -> frozenset[str]:
    """Give all words that are cues."""
    return frozenset(_cue_pattern()[1])


@cache
def _cue_pattern() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    ideas: dict[str, frozenset[str]] = {}
    for idea, listed in lexicon("asking")["cues"].items():
        for word in listed.split():
            ideas[word] = ideas.get(word, frozenset()) | {idea}
    longest = sorted(ideas, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(_pattern, longest))), ideas


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the turns of phrase that show a cue by where the things of a question stand."""
    listed = lexicon("asking")["phrases"].items()
    return tuple((idea, re.compile(words.replace("{thing}", f"{GONE}+"))) for idea, words in listed)


@cache
def _ignored() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = [word for listed in lexicon("asking")["ignored"].values() for word in listed.split()]
    longest = sorted(words, key=lambda word: (-len(word), word))
    before = "|".join(map(_pattern, longest))
    after = "|".join(re.escape(word[::-1]) for word in longest if not word.isascii())
    english = "|".join(rf"{re.escape(w[::-1])}(?![a-z])" for w in longest if w.isascii())
    return re.compile(f"(?:{before})*"), re.compile(f"(?:{after}|{english})*")


def _key(word: str) -> str:
    """Give an English phrase with its spaces as hyphens, as the word list writes it."""
    return re.sub(r"\s+", "-", word) if word[0].isascii() else word


def _pattern(word: str) -> str:
    if not word[0].isascii():
        return re.escape(word)
    return rf"(?<![a-z]){re.escape(word).replace(chr(92) + '-', r'[ -]')}(?![a-z])"
