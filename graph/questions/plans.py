"""Which plans words mean: a title or a part of it, a year, a place, or a place and a year."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..table import Value
from ..triples.iris import label
from .lookups import PLAN, PLANS
from .nearness import nearest
from .unclear import SHOWN, nothing, several

if TYPE_CHECKING:
    from ..store import Store

EACH = re.compile(r"的?各方案$|^all(?:plans)?(?:of)?", re.IGNORECASE)
"""Behind or before a year or a place: not the one plan of it, but each."""
YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])年?度?的?")


class Known(NamedTuple):
    """A plan of a store, its texts in the form in which names are compared."""

    iri: str
    title: str
    issuer: str
    year: str

    @property
    def told(self) -> str:
        """The title, behind the issuer where it does not begin with it."""
        return self.title if self.title.startswith(self.issuer) else f"{self.issuer} {self.title}"

    @property
    def named(self) -> str:
        """All that words for it may be a part of."""
        return f"{self.issuer}{self.title}"


def plans_named(store: "Store", words: str, *, one: bool = False) -> Value | tuple[Value, ...]:
    """Give the plan that words mean, or all that they mean where they say 各方案: 2025年各方案.

    Raises `QueryError` when they mean none, and when they mean several though only one is to be
    taken or they do not ask for each.
    """
    exact = store.select(PLAN, {"title": Value.literal(words, language="zh")}).texts()
    if len(exact) == 1:
        return Value.iri(exact[0][0])
    known = [Known(iri, *map(label, rest)) for iri, *rest in store.select(PLANS).texts()]
    name = label(words)
    fitting = fitting_plans(known, name)
    each = () if fitting else fitting_plans(known, EACH.sub("", name))
    if len(found := (*fitting, *each)) == 1:
        return Value.iri(found[0].iri)
    if found and (fitting or one):
        raise several("one-plan" if one else "plan", words, [plan.told for plan in found])
    if found:
        return tuple(Value.iri(plan.iri) for plan in found)
    raise nothing("plan", words, _near(known, name))


def fitting_plans(known: Sequence[Known], name: str) -> list[Known]:
    """Give the plans that a name fits, by the strictest reading that any fits."""
    return next(filter(None, _readings(known, name)), []) if name else []


def _near(known: Sequence[Known], name: str) -> list[str]:
    """Give the plans of the same place in other years, or else the titles that come nearest."""
    texts = {text for plan in known for text in (plan.title, plan.named)}
    rest = YEAR.sub("", name)
    same = [plan.told for plan in known if rest and rest in plan.named]
    return same[:SHOWN] or nearest(name, texts)


def _readings(known: Sequence[Known], name: str) -> Iterator[list[Known]]:
    yield [plan for plan in known if name in {plan.title, plan.named}]
    yield [plan for plan in known if plan.year and plan.year == name.removesuffix("年")]
    yield [plan for plan in known if name in plan.named]
    if year := YEAR.search(name):
        rest = YEAR.sub("", name, count=1)
        yield [plan for plan in known if plan.year == year[1] and rest in plan.named]
