"""The cue words of a question, and what is left of it when all that is understood is gone."""

import re
from functools import cache
from typing import NamedTuple

from ..lexicon.words import lexicon
from .segments import segmented
from .things import EARLIER, GONE, LATER, THING, blank

NOTHING = "nothing"
"""The cue of words that show nothing, though they hold a word that would."""
MARKED = re.compile(f"[{GONE}{EARLIER}{LATER}]")
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
    excused: tuple[Run, ...] = ()
    """What nothing explains, but what belongs to the words that are searched for."""

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
    ideas, cues = _ideas(), []
    for idea, phrase in _phrases():
        for found in phrase.finditer(rest):
            cues.append(Cue(MARKED.sub("", found[0]), frozenset({idea}), *found.span()))
            rest = blank(rest, *found.span())
    for start, end in _places(rest):
        if shown := ideas[_key(rest[start:end])] - {NOTHING}:
            cues.append(Cue(rest[start:end], shown, start, end))
        rest = blank(rest, start, end)
    cues.sort(key=lambda cue: cue.start)
    runs = re.finditer(rf"[a-z'’-]+|[^{GONE}\W_a-z]+", rest)
    trimmed = (_trimmed(Run(found[0], *found.span())) for found in runs)
    return Heard(tuple(cues), tuple(run for run in trimmed if run.words))


def _places(rest: str) -> list[tuple[int, int]]:
    """Give where the cue words stand: English ones by the longest, Chinese by the least left."""
    english, chinese = _english(), _chinese()
    found = [each.span() for each in english.finditer(rest)]
    for start, end in found:
        rest = blank(rest, start, end)
    return found + list(segmented(rest, chinese, _passing()))


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
    return frozenset(_ideas())


@cache
def _ideas() -> dict[str, frozenset[str]]:
    ideas: dict[str, frozenset[str]] = {}
    for idea, listed in lexicon("asking")["cues"].items():
        for word in listed.split():
            ideas[word] = ideas.get(word, frozenset()) | {idea}
    return ideas


@cache
def _english() -> re.Pattern[str]:
    words = sorted(filter(str.isascii, _ideas()), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(_pattern, words)))


@cache
def _chinese() -> frozenset[str]:
    return frozenset(word for word in _ideas() if not word.isascii())


@cache
def _passing() -> frozenset[str]:
    return frozenset(lexicon("asking")["ignored"]["zh"].split())


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the turns of phrase that show a cue by where the things of a question stand."""
    listed = lexicon("asking")["phrases"].items()
    return tuple((idea, re.compile(_marked(words))) for idea, words in listed)


def _marked(words: str) -> str:
    """Give a turn of phrase with `{thing}`, `{earlier}` and `{later}` as what stands for them."""
    marks = {"{thing}": THING, "{earlier}": f"{EARLIER}+", "{later}": f"{LATER}+"}
    for mark, pattern in marks.items():
        words = words.replace(mark, pattern)
    return words


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
