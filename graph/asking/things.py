"""The things that a question names: units, documents, requirements, sections, dates, plans."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache, partial
from itertools import zip_longest
from typing import NamedTuple

from ..lexicon.folding import fold
from ..lexicon.words import lexicon
from .limits import limits
from .names import PLACES, Names
from .places import placed
from .relative import SHIFTS, either_of, relative_limits

COUNTED = "一二三四五六七八九十"
NUMERAL = r"(?:[0-9]+|[一二三四五六七八九十百〇]+)"
GONE = "\0"
"""What stands, one for one, in place of characters that are understood."""
EARLIER, LATER = "\1", "\2"
"""What stands in place of the earlier and the later of two years."""
THING = f"[{GONE}{EARLIER}{LATER}]+"

FULL_DATE = r"20[0-9]{2}(?:年[0-9]{1,2}月[0-9]{1,2}|[/.-][0-9]{1,2})"
QUOTED = re.compile(r"[“\"‘'「]([^“”\"‘’'「」]{1,80})[”\"’'」]")
TITLED = re.compile(r"《([^《》]{1,120})》")


class Thing(NamedTuple):
    """A thing that was found in a question."""

    kind: str
    """`unit`, `regulation`, `requirement`, `section`, `date`, `until`, `from`, `year`, `plan`,
    `place`, `text`, `least`.
    """
    words: str
    """What to look it up by."""
    start: int
    end: int


class Seen(NamedTuple):
    """The words of a question, folded, and the things found in them."""

    words: str
    things: tuple[Thing, ...]
    rest: str
    """The words with every found thing blanked out, place by place."""


def see(
    words: str, names: Names, cue_words: Collection[str] = (), today: date | None = None
) -> Seen:
    """Find the things that a question names; where names overlap, the longest counts.

    Quoted words are words to search for, unless they are cue words themselves. Words such as
    本月 and 去年 are read by today's date, or the one given.
    """
    folded = lower(fold(words))
    day = today or date.today()
    rest, things = folded, []
    for search in (
        _named_plans,
        _titled,
        _named_regulations,
        _named_units,
        _named_places,
        _quoted,
        _limited,
        partial(_relative, day),
        _patterned,
        partial(_years, day),
    ):
        for thing in search(rest, words, names):
            things.append(thing)
            rest = blank(rest, thing.start, thing.end)
    for quoted in [each for each in things if each.kind == "text"]:
        printed = folded[quoted.start : quoted.end]
        if not {quoted.words, printed}.isdisjoint(cue_words):
            things.remove(quoted)
            rest = rest[: quoted.start] + printed + rest[quoted.end :]
    return Seen(folded, tuple(sorted(things, key=lambda each: each.start)), _ordered(rest, things))


def _ordered(rest: str, things: list[Thing]) -> str:
    """Mark which of two years is the earlier."""
    years = sorted({thing.words for thing in things if thing.kind == "year"})
    if len(years) != 2:
        return rest
    for thing in things:
        if thing.kind == "year":
            mark = EARLIER if thing.words == years[0] else LATER
            rest = rest[: thing.start] + mark * (thing.end - thing.start) + rest[thing.end :]
    return rest


def lower(words: str) -> str:
    """Give the words in small letters, each in its place."""
    return "".join(small if len(small := each.lower()) == 1 else each for each in words)


def blank(words: str, start: int, end: int) -> str:
    """Give the words with a part blanked out."""
    return words[:start] + GONE * (end - start) + words[end:]


def _named_plans(rest: str, _words: str, names: Names) -> Iterator[Thing]:
    yield from _longest(rest, names.plans, "plan")


def _titled(rest: str, words: str, _names: Names) -> Iterator[Thing]:
    for found in TITLED.finditer(rest):
        yield Thing("regulation", words[slice(*found.span(1))], *found.span())


def _named_regulations(rest: str, _words: str, names: Names) -> Iterator[Thing]:
    yield from _longest(rest, names.regulations, "regulation")


def _named_units(rest: str, _words: str, names: Names) -> Iterator[Thing]:
    aliases = dict(names.aliases)
    found = [
        thing._replace(words=aliases.get(thing.words, thing.words))
        for thing in _longest(rest, {*names.units, *names.issuers, *aliases}, "unit")
        if thing.words not in aliases or rest[thing.start - 1 : thing.start] not in PLACES
    ]
    issuers = {lower(fold(name)) for name in names.issuers}
    joined = False
    for thing, after in zip_longest(found, found[1:]):
        if joined:
            joined = False
            continue
        gap = rest[thing.end : after.start] if after else None
        if after and thing.words in issuers and gap in {"", "的"}:
            joined = True
            yield Thing("unit", f"{thing.words}/{after.words}", thing.start, after.end)
        else:
            yield thing


def _named_places(rest: str, words: str, names: Names) -> Iterator[Thing]:
    for place, start, end in placed(rest, lower(fold(words)), names.places, GONE):
        yield Thing("place", place, start, end)


def _quoted(rest: str, words: str, _names: Names) -> Iterator[Thing]:
    for found in QUOTED.finditer(rest):
        if GONE not in found[1]:
            yield Thing("text", words[slice(*found.span(1))], *found.span())


def _limited(rest: str, _words: str, names: Names) -> Iterator[Thing]:
    said = re.search(r"20[0-9]{2}", rest)
    year = said[0] if said else max(names.years, default=None)
    if re.search(FULL_DATE, rest):
        return
    for limit in limits(rest, year):
        yield Thing("until", limit.last, limit.start, limit.end)
        if limit.first:
            yield Thing("from", limit.first, limit.start, limit.end)


def _relative(today: date, rest: str, _words: str, _names: Names) -> Iterator[Thing]:
    for limit in relative_limits(rest, today):
        yield Thing("until", limit.last, limit.start, limit.end)
        if limit.first:
            yield Thing("from", limit.first, limit.start, limit.end)


def _years(today: date, rest: str, _words: str, names: Names) -> Iterator[Thing]:
    """Give the years that 今年, 去年 and 明年 mean, if the store holds plans of them."""
    now = str(today.year) if str(today.year) in names.years else max(names.years, default="")
    for name, shift in SHIFTS.items():
        meant = str(int(now) + shift) if now.isdigit() else ""
        for found in _year(name).finditer(rest):
            if meant in names.years:
                yield Thing("year", meant, *found.span())


def _patterned(rest: str, _words: str, _names: Names) -> Iterator[Thing]:
    taken: list[tuple[int, int]] = []
    for kind, pattern in _patterns():
        for found in pattern.finditer(rest):
            start, end = found.span()
            if all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
                yield Thing(kind, _said(kind, found), start, end)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = lexicon("asking")["things"]
    return tuple(
        (kind, re.compile(pattern.replace("{numeral}", NUMERAL)))
        for kind, patterns in listed.items()
        for pattern in patterns
    )


@cache
def _year(name: str) -> re.Pattern[str]:
    """Match the words for this, the next or the last year, with those for a plan behind them."""
    said = lexicon("asking")["years"]
    return re.compile(f"(?:{either_of(said[name])})(?:的?(?:{either_of(said['plan'])}))?")


def _said(kind: str, found: re.Match[str]) -> str:
    words = found[found.lastindex or 0]
    numeral = kind in {"requirement", "least"} and words[0] in f"{COUNTED}百"
    return str(number(words)) if numeral else words


def number(words: str) -> int:
    """Read a number in Chinese words, below a thousand.

    >>> number("二十四"), number("十"), number("一百〇一")
    (24, 10, 101)
    """
    total, digit = 0, 0
    for each in words:
        if each in "十百":
            total += max(digit, 1) * (10 if each == "十" else 100)
            digit = 0
        else:
            digit = COUNTED.find(each) + 1
    return total + digit


def _longest(rest: str, known: Iterable[str], kind: str) -> Iterator[Thing]:
    """Give where the names stand, left to right, the longest at each place."""
    by_folded = {lower(fold(name)): name for name in known}
    present = [name for name in by_folded if len(name) > 1 and name in rest]
    if not present:
        return
    either = "|".join(re.escape(name) for name in sorted(present, key=lambda n: (-len(n), n)))
    for found in re.finditer(either, rest):
        yield Thing(kind, by_folded[found[0]], *found.span())
