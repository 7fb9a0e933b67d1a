"""What a demand about time comes to, in words."""

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Literal

from ..graph.codes import TimingKind
from ..ontology.messages import say
from .wording import Words

if TYPE_CHECKING:
    from ..graph.plan import Plan, Requirement, Timing
    from ..ontology.language import Language

_DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_STEPS = ("years", "months", "weeks", "days", "hours", "minutes")


def last_day(written: str) -> date:
    """Give the last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raises `ValueError` for others.

    >>> last_day("2024-02").isoformat()
    '2024-02-29'
    """
    year, month, day = (*map(int, written.split("-")), 0, 0)[:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def due_day(timing: "Timing") -> date | None:
    """Give the last day of a deadline, as `duty:dueDate` does; `None` of what has no such day."""
    if timing.kind is not TimingKind.DEADLINE or not timing.date:
        return None
    try:
        return last_day(timing.date)
    except ValueError:
        return None


def first_due(requirement: "Requirement") -> date | None:
    """Give the earliest last day among the deadlines of a requirement; `None` without any."""
    return min(filter(None, map(due_day, requirement.timing)), default=None)


def due_days(plan: "Plan") -> "dict[date, list[Requirement]]":
    """Give the days on which requirements of a plan are due, earliest first, each in plan order."""
    found: dict[date, list[Requirement]] = {}
    for requirement in plan.requirements:
        for day in dict.fromkeys(filter(None, map(due_day, requirement.timing))):
            found.setdefault(day, []).append(requirement)
    return dict(sorted(found.items()))


def meaning(timing: "Timing") -> Words:
    """Say in each language what a demand comes to: `每 3 个月`, `at least once a year`."""
    return {
        "zh": _sentence(timing, "zh"),
        "en": _sentence(timing, "en"),
    }


def _sentence(timing: "Timing", lang: "Language") -> str:
    values: dict[str, object] = {
        "period": duration_words(timing.period, lang, after="every"),
        "duration": duration_words(timing.duration, lang),
        "count": timing.count or 1,
        "date": due_day(timing) or "",
    }
    return say(f"schedule.{_shape(timing)}", lang, **values)


def _shape(timing: "Timing") -> str:
    known = {
        TimingKind.DEADLINE: timing.date,
        TimingKind.RECURRENCE: timing.period,
        TimingKind.MINIMUM_FREQUENCY: timing.period,
        TimingKind.MINIMUM_PERIOD: timing.duration,
    }
    if timing.kind in known and not known[timing.kind]:
        return f"{timing.kind.value}-unknown"
    return timing.kind.value


def duration_words(iso: str | None, lang: "Language", after: Literal["", "every"] = "") -> str:
    """Say an ISO 8601 duration: `P3M` is 3 个月, 3 months; after “every”, `P1Y` is 年, year.

    What cannot be parsed stays as it is.
    """
    found = _DURATION.fullmatch(iso) if iso else None
    if not found or not any(found.groups()):
        return iso or ""
    parts = [
        say(f"schedule.{_form(number, after)}{step}", lang, n=number)
        for step, number in zip(_STEPS, found.groups(), strict=True)
        if number
    ]
    return " ".join(parts)


def _form(number: str, after: str) -> str:
    if number != "1":
        return ""
    return "each-" if after else "one-"
