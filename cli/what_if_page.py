"""The outcome of a change as a page to read: before and after, side by side."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..ontology.messages import say
from .citing import cite

if TYPE_CHECKING:
    from ..graph.network.changes import Change
    from ..graph.network.clusters import Grouping
    from ..graph.network.what_if import Outcome

MOST = 10


def what_if_page(outcome: "Outcome") -> str:
    """Write the page in the language in use."""
    head = say("what-if.and").join(_said(change) for change in outcome.changes)
    body = [*_orphans(outcome), *_network(outcome), *_loads(outcome), *_groups(outcome)]
    return "\n".join([say("what-if.head", None, changes=head), *(f"  {line}" for line in body)])


def _said(change: "Change") -> str:
    joint = say("cli.joint")
    before, into = joint.join(change.units), joint.join(change.into)
    return say(f"what-if.{change.kind}", None, units=before, into=into)


def _orphans(outcome: "Outcome") -> Iterator[str]:
    titles = dict(outcome.before.titles)
    if outcome.orphaned:
        items = cite(outcome.orphaned, titles)
        yield say("what-if.orphaned", None, n=len(outcome.orphaned), items=items)
    else:
        yield say("what-if.no-orphan")
    if outcome.waiting:
        items = cite(outcome.waiting, titles)
        yield say("what-if.waiting", None, n=len(outcome.waiting), items=items)


def _network(outcome: "Outcome") -> Iterator[str]:
    before, after = outcome.pieces
    key = "what-if.same-pieces" if before == after else "what-if.pieces"
    yield say(key, None, before=before, after=after)
    joint = say("cli.joint")
    told = (
        ("cut-off", outcome.cut_off),
        ("new-coordinators", outcome.new_coordinators),
        ("new-bottlenecks", outcome.new_bottlenecks),
    )
    for key, units in told:
        if units:
            yield say(f"what-if.{key}", None, units=joint.join(units[:MOST]), n=len(units))


def _loads(outcome: "Outcome") -> Iterator[str]:
    if not outcome.shifts:
        return
    yield say("what-if.loads")
    for shift in outcome.shifts[:MOST]:
        yield "  " + say(
            "what-if.shift",
            None,
            unit=shift.unit,
            before=f"{shift.before:.1f}",
            after=f"{shift.after:.1f}",
        )
    if len(outcome.shifts) > MOST:
        yield "  " + say("diagnosis.more", None, n=len(outcome.shifts) - MOST)


def _groups(outcome: "Outcome") -> Iterator[str]:
    before, after = (_sets(each.grouping) for each in (outcome.before, outcome.after))
    if before == after:
        yield say("what-if.same-groups", None, n=len(before))
        return
    yield say("what-if.groups", None, before=len(before), after=len(after))
    for key, groups in (("gone", before - after), ("new", after - before)):
        for members in sorted(map(sorted, groups))[:MOST]:
            yield "  " + say(f"what-if.{key}", None, units=say("cli.joint").join(members))


def _sets(grouping: "Grouping") -> set[frozenset[str]]:
    return {frozenset(m.unit for m in cluster.members) for cluster in grouping.clusters}
