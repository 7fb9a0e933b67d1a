"""Collectives written out as their members, only from a list that a person confirmed."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from ..errors import UsageError
from .incidence import Incidence, Tie

Roster = Mapping[str, tuple[str, ...]]
HEADINGS = {"集合名称", "collective"}


def read_roster(path: Path) -> dict[str, tuple[str, ...]]:
    """Read a CSV of two columns, collective and member, one member a line; a heading may stand.

    Raises `UsageError` for a file that cannot be read or a line without two columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = [[cell.strip() for cell in row] for row in csv.reader(file)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError("network.roster-unread", path=path, detail=error) from error
    members: dict[str, list[str]] = defaultdict(list)
    for number, cells in enumerate(lines, 1):
        if not any(cells) or cells[0].lower() in HEADINGS:
            continue
        if len(cells) < 2 or not cells[0] or not cells[1]:
            raise UsageError("network.roster-line", path=path, line=number)
        members[cells[0]].append(cells[1])
    return {name: tuple(dict.fromkeys(found)) for name, found in members.items()}


def expanded(incidence: Incidence, roster: Roster) -> Incidence:
    """Put the members of each known collective in its place, in its role.

    A member that stands on the requirement by name already keeps its own role. Collectives that
    the roster does not know stay as they are.
    """
    ties: set[Tie] = set()
    for tie in incidence.ties:
        if not tie.collective or tie.unit not in roster:
            ties.add(tie)
            continue
        beside = incidence.by_requirement[tie.plan, tie.requirement]
        named = {other.unit for other in beside if other.named}
        ties |= {
            replace(tie, unit=member, collective=False)
            for member in roster[tie.unit]
            if member not in named
        }
    return replace(incidence, ties=tuple(sorted(ties)))
