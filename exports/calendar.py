"""Dated and recurring duties as an iCalendar file (RFC 5545), for Outlook, WPS or a telephone.

A recurring duty has no day of its own in a plan: its reminder stands on the last day of each
period of the plan's year, and says so. Daily duties and vague demands are left out.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..graph.codes import Role, TimingKind
from ..ontology.language import Language, language
from ..ontology.messages import say
from .labels import labels, title_of
from .schedule import due_day, last_day, meaning
from .wording import JOINTS, clipped, legal

if TYPE_CHECKING:
    from ..graph.plan import Plan, Requirement, Timing

PRODUCT = "-//dutygraph//duties//EN"
STAMP = "20000101T000000Z"
"""Stands as the time of writing, so that the same plan gives the same bytes."""
FOLD = 75
"""Octets of a line, its fold counted, the longest that RFC 5545 advises."""
PERIODS = {
    "P1W": ("01-07", "FREQ=WEEKLY"),
    "P7D": ("01-07", "FREQ=WEEKLY"),
    "P1M": ("01", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    "P2M": ("02", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1"),
    "P3M": ("03", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
    "P6M": ("06", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"),
    "P1Y": ("12", "FREQ=YEARLY"),
}
"""Of each period, when the first one in a year ends (day, or month), and the rule to repeat it."""
RECURRING = (TimingKind.RECURRENCE, TimingKind.MINIMUM_FREQUENCY)


def calendar_bytes(plans: "Sequence[Plan]", lang: Language | None = None) -> bytes:
    """Give the reminders of plans as the bytes of an .ics file, all-day events in plan order.

    Recurring duties need the plan's year; without one they are left out.
    """
    chosen = lang or language()
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    for plan in plans:
        named = labels(plan)
        for requirement in plan.requirements:
            for place, when, timings in _dated(requirement, plan.year):
                key = f"{plan.source.sha256} {plan.title} {requirement.id} {place}"
                texts = _texts(plan, requirement, timings, named[requirement.id], chosen)
                lines.extend(_event(key, when, texts))
    lines.append("END:VCALENDAR")
    return "".join(f"{line}\r\n" for whole in lines for line in _folded(whole)).encode("utf-8")


def _dated(
    requirement: "Requirement", year: int | None
) -> "Iterator[tuple[int, list[str], list[Timing]]]":
    """Give each reminder with its demands and the place of the first; one reminder a deadline day.

    A plan may name the same day in its wording and in its column of deadlines.
    """
    found: dict[tuple[str, ...], list[tuple[int, Timing]]] = {}
    for place, timing in enumerate(requirement.timing):
        if when := _when(timing, year):
            apart = () if timing.kind is TimingKind.DEADLINE else (str(place),)
            found.setdefault((*when, *apart), []).append((place, timing))
    for held in found.values():
        place, first = held[0]
        yield place, _when(first, year), [timing for _, timing in held]


def _when(timing: "Timing", year: int | None) -> list[str]:
    if due := due_day(timing):
        return [f"DTSTART;VALUE=DATE:{due:%Y%m%d}"]
    if timing.kind in RECURRING and year and timing.period in PERIODS:
        first, rule = PERIODS[timing.period]
        day = last_day(f"{year}-{first}")
        return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"RRULE:{rule};UNTIL={year}1231"]
    return []


def _texts(
    plan: "Plan", requirement: "Requirement", timings: "list[Timing]", label: str, lang: Language
) -> tuple[str, str]:
    held = plan.assignments(requirement)
    owners = [a.name for a in held if a.role in {Role.LEAD, Role.RESPONSIBLE}]
    names = JOINTS[lang].join(dict.fromkeys(owners or [a.name for a in held]))
    summary = say(
        "calendar.summary", lang, number=label, text=clipped(requirement.text, 60), units=names
    )
    told = dict.fromkeys(_told(timing, lang) for timing in timings)
    place = requirement.span.describe(lang)
    return summary, "\n".join((requirement.text, *told, f"{title_of(plan)} · {place}"))


def _told(timing: "Timing", lang: Language) -> str:
    sentence = "deadline" if timing.kind is TimingKind.DEADLINE else "recurring"
    return say(f"calendar.{sentence}", lang, raw=timing.raw, meaning=meaning(timing)[lang])


def _event(key: str, when: list[str], texts: tuple[str, str]) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(key.encode('utf-8')).hexdigest()[:32]}@dutygraph"
    yield f"DTSTAMP:{STAMP}"
    yield from when
    yield f"SUMMARY:{_escaped(texts[0])}"
    yield f"DESCRIPTION:{_escaped(texts[1])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    plain = re.sub(r"\r\n?", "\n", legal(text))
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Cut a line into pieces of at most 75 octets, never inside a character."""
    piece, room = "", FOLD
    for character in line:
        size = len(character.encode("utf-8"))
        if size > room:
            yield piece
            piece, room = " ", FOLD - 1
        piece += character
        room -= size
    yield piece
