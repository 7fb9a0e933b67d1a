"""How well the text of a cell fits what a column holds: the evidence behind every alignment."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from ...lexicon.folding import fold
from ...lexicon.headings import Column, Holds
from ...lexicon.roles import Slot
from ...lexicon.words import one_of, words
from ..lists.blanks import names_officer
from ..lists.stretches import stretches
from ..names.names import is_institution, looks_like_unit, says_nothing, tells_task
from ..names.officers import staffed
from ..names.roles import verb_slots
from ..text.brackets import hide
from ..text.numbering import printed_number
from ..times.patterns import begins_pattern
from ..times.whole import is_time, whole_pattern
from .measures import is_measure

_NUMBER = re.compile(r"[（(]?[0-9一二三四五六七八九十百]{1,4}[）)]?[.、．]?")
_DOTTED = re.compile("[0-9]{1,2}(?:[.．-][0-9]{1,2}){1,2}|20[0-9]{5,8}")
"""A number below another one, 1.2, or behind a year, 2026001; only where numbers stand."""
_LETTERED = re.compile("[A-Z]{1,4}-?[0-9]{1,4}")
"""A number of an office's own list, AQ-01; only where numbers stand."""
_DIGITS = re.compile(r"[0-9][0-9\-—－\s、，/]{4,}")
_PERSON = r"(?:[\u4e00-\u9fff·]{2,4}|[\u4e00-\u9fff]\s+[\u4e00-\u9fff])"
_PERSONS = re.compile(rf"{_PERSON}(?:[\s、，,]*{_PERSON})*(?:[（(].*[)）])?")
_SENTENCE = re.compile("[。；！]")
_SEPARATORS = re.compile(r"[、，；\s]+")
_LONG = 26

_OUTLINE_SCORES = {
    "part": {Holds.SECTION: 2.5, Holds.TASK: 1.0, Holds.REQUIREMENT: 0.5},
    "first": {Holds.SECTION: 2.5, Holds.TASK: 1.0, Holds.REQUIREMENT: 0.5},
    "second": {Holds.SECTION: 1.0, Holds.TASK: 2.5, Holds.REQUIREMENT: 1.0},
    "third": {Holds.SECTION: 0.0, Holds.TASK: 1.5, Holds.REQUIREMENT: 2.5},
}
_SCORES: dict[str, dict[Holds, float]] = {
    "number": {Holds.SERIAL: 3.0, Holds.REQUIREMENT: -1.5, Holds.REMARK: 0.0},
    "measure": {Holds.REQUIREMENT: 1.0, Holds.TASK: 0.2, Holds.SECTION: -0.5, Holds.REMARK: 1.0},
    "digits": {Holds.REMARK: 2.0},
    "time": {Holds.DEADLINE: 3.0, Holds.REMARK: 0.0},
    "timed": {
        Holds.SECTION: -0.5,
        Holds.TASK: 0.8,
        Holds.REQUIREMENT: 2.5,
        Holds.REMARK: 0.3,
        Holds.DEADLINE: 1.5,
    },
    "units": {Holds.OWNERS: 3.0, Holds.REMARK: -0.5},
    "mixed": {
        Holds.SECTION: 0.5,
        Holds.TASK: 0.8,
        Holds.REQUIREMENT: 1.0,
        Holds.OWNERS: 1.5,
        Holds.REMARK: 0.3,
        Holds.DEADLINE: -1.0,
    },
    "nothing": {Holds.OWNERS: 1.0, Holds.DEADLINE: 0.5, Holds.REMARK: 1.0},
    "long": {Holds.SECTION: -0.5, Holds.TASK: 1.0, Holds.REQUIREMENT: 3.0, Holds.REMARK: 0.2},
    "short": {
        Holds.SECTION: 1.5,
        Holds.TASK: 1.5,
        Holds.REQUIREMENT: 1.2,
        Holds.REMARK: 0.5,
        Holds.DEADLINE: -1.0,
        Holds.OWNERS: -1.5,
    },
} | _OUTLINE_SCORES
_MISFIT = -3.5


def fitness(text: str, column: Column) -> float:
    """Give the evidence that a cell's text belongs in a column; below 0 speaks against it."""
    if column.slot is Slot.PERSON and looks(text) in {"short", "units", "mixed"}:
        return 2.0 if _names_persons(text) else _MISFIT
    if column.holds is Holds.SECTION and _names_field(text):
        return 0.5
    if column.holds is Holds.SECTION and _names_group(text, column):
        return 2.5
    if column.holds is Holds.DEADLINE and _OFTEN.search(text):
        return 2.0
    if column.holds is Holds.SERIAL and _is_own_number(text.strip()):
        return 3.0
    return _SCORES[looks(text)].get(column.holds, 0.0 if column.holds is Holds.UNKNOWN else _MISFIT)


_OFTEN = re.compile("[0-9一二两三四][次轮][/／][年月季周日]|^20[0-9]{2}[-—–~至]{1,2}20[0-9]{2}$")
"""How often something is done, 10%，2次/年, is a time however it begins; and so is 2025-2026."""


def _is_own_number(text: str) -> bool:
    return bool(_DOTTED.fullmatch(text) or _LETTERED.fullmatch(text))


def _names_persons(text: str) -> bool:
    named = bool(_PERSONS.fullmatch(text.strip())) and not _lists_unit(text)
    folded = fold(text).strip()
    return named and not is_institution(folded) and not _is_long_unit(folded)


def _is_long_unit(folded: str) -> bool:
    """Tell whether a text is one unit of more characters than a person's name has."""
    return len(folded) > _LONGEST_FIELD and folded.isalpha() and looks_like_unit(folded)


def _names_field(text: str) -> bool:
    """Tell whether a text may name a field of work as well as its office: 教育."""
    short = len(text) <= _LONGEST_FIELD and looks(text) == "units"
    return short and not is_institution(fold(text).strip())


_LONGEST_FIELD = 4


def _names_group(text: str, column: Column) -> bool:
    """Tell whether a text names a group below a heading of groups: 抢险组."""
    ends = tuple(words("headings", "groups", "ends"))
    return text.rstrip().endswith(ends) and fold(column.heading) in words("headings", "groups")


@lru_cache(maxsize=4096)
def looks(text: str) -> str:
    """Give what a cell's text looks like: `number`, `time`, `units`, `nothing`, `short`, `long`.

    A mere quantity, 36座, is a `measure`.
    A sentence that opens with a time is `timed`. A short list of which some are units is `mixed`.
    A text that begins with a number of the outline gives that number's style (`numbering`).
    """
    folded = fold(text).strip()
    told = next((name for name, tells in _TESTS if tells(folded)), None)
    if told is not None:
        return told
    printed = printed_number(folded)
    if printed is not None and _lists_units(folded[printed.end :]):
        return "units"
    if printed is not None and printed.style in _OUTLINE_SCORES:
        return printed.style
    if _lists_unit(folded):
        return "mixed"
    return "long" if len(folded) > _LONG or _SENTENCE.search(folded) else "short"


def _lists_units(text: str) -> bool:
    """Tell whether all names behind a number surely are units: 1.县财政局."""
    parts = [part for part in _SEPARATORS.split(text.rstrip("。；")) if part]
    return bool(parts) and all(map(is_institution, parts)) and not any(map(tells_task, parts))


def _is_officers(folded: str) -> bool:
    """Tell whether each line is a unit with its person: 县港航局 陶亮, 县港航局局长陶亮."""
    if "。" in folded:
        return False
    return all(names_officer(line) or staffed(line.strip()) for line in folded.split("\n"))


def _is_times(folded: str) -> bool:
    return is_time(folded) or all(is_time(part) for part in _SEPARATORS.split(folded) if part)


def _is_timed(folded: str) -> bool:
    """Tell whether a text opens with a time and goes on with work: 每月通报巡河情况."""
    if not _is_times(folded):
        return False
    ends = folded.endswith("。")
    return any(_goes_on(clause, ends=ends) for clause in _CLAUSES.split(folded.rstrip("。")))


def _goes_on(clause: str, *, ends: bool) -> bool:
    begins = begins_pattern().match(clause)
    if begins is None or whole_pattern().fullmatch(clause):
        return False
    rest = clause[begins.end() :]
    return len(rest) > _SHORT_WORK and (ends or tells_task(rest))


_CLAUSES = re.compile("[，；。]")
_SHORT_WORK = 4
"""A column of times may say 6月底前完成验收."""


def looks_like_list(folded: str) -> bool:
    """Tell whether a folded text reads as a list of units, with or without words of roles."""
    if not folded or len(folded) > 600 or "。" in folded.rstrip("。"):
        return False
    if printed_number(folded) is not None:
        return False
    parts = _parts(folded.rstrip("。，"))
    if folded.endswith(("。", "，")) and any(map(tells_task, parts)):
        return False
    return bool(parts) and sum(map(_is_unit, parts)) * 4 >= len(parts) * 3


def _is_unit(part: str) -> bool:
    """Tell whether a part of a list names a unit, be it with a verb behind it: 各镇配合."""
    if looks_like_unit(part):
        return True
    if "各" in part and looks_like_unit(_closing_verb().sub("", part)):
        return True
    return bool(_tailed().search(part)) and not tells_task(part)


def _lists_unit(text: str) -> bool:
    """Tell whether one of several listed names surely is a unit, and none tells a task."""
    parts = [part for part in _LISTED.split(fold(text).strip()) if part]
    if len(parts) < 2 or max(map(len, parts)) > _LONGEST_NAME or any(map(tells_task, parts)):
        return False
    return any(map(is_institution, parts))


_LISTED = re.compile("[、，]")
_LONGEST_NAME = 12


def _parts(folded: str) -> list[str]:
    """Give what stands between the separators, a collective that lists whole: 12个街道、镇."""
    if _COLLECTIVE.search(folded) is None:
        return [part for part in _SEPARATORS.split(folded) if part]
    return [folded[start:end] for start, end, _ in stretches(hide(folded))]


_COLLECTIVE = re.compile("各|[0-9]个|有关|相关")


@cache
def _tailed() -> re.Pattern[str]:
    """Match the end of a unit's name with what may stand behind it: 县财政局等配合."""
    end, manner = one_of(words("units", "lines", "ends")), one_of(words("roles", "manner"))
    verb = one_of(verb_slots())
    return re.compile(
        rf"(?<=[^0-9余多、，；\s])(?:{end})(?:（[^）]*）)?(?:等|{manner})*(?:{verb})*$"
    )


@cache
def _closing_verb() -> re.Pattern[str]:
    return re.compile(f"(?:{one_of(verb_slots())})$")


_TESTS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("nothing", says_nothing),
    ("number", _NUMBER.fullmatch),
    ("digits", _DIGITS.fullmatch),
    ("timed", _is_timed),
    ("time", _is_times),
    ("measure", is_measure),
    ("units", looks_like_list),
    ("units", _is_officers),
)
