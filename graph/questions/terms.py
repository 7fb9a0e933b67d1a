"""What the words of a parameter mean in a store: a unit, a plan, a requirement, a date and so on.

Nothing is guessed: words that name nothing, or several things, raise an error that says what
the store holds instead.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ..errors import QueryError
from ..table import Value
from ..triples.iris import folded, label
from .lookups import (
    ANY_SCOPE,
    IN_PLAN,
    ISSUERS,
    OF_SCOPE,
    REGULATION,
    REGULATIONS,
    REQUIREMENTS,
    SECTIONS,
    UNIT_NAMES,
    UNITS,
)
from .nearness import nearest
from .plans import plans_named
from .shipped import Parameter, code_words
from .unclear import nothing, several

if TYPE_CHECKING:
    from ..store import Store
    from ..store.query_binding import Binding

CODE_ROLE = "https://w3id.org/dutygraph/code/role/"


def term(
    store: "Store", parameter: Parameter, words: str, plan: "Binding | None" = None
) -> "Binding":
    """Give the term that the words mean, within a plan or some plans when they are named.

    Words for each plan of a year or a place mean all of them, where a question takes several.
    Raises `QueryError` when they name nothing or several things.
    """
    if words.startswith(("http://", "https://")) and parameter.kind in NODES:
        return _iri(words)
    if parameter.kind == "plan":
        return plans_named(store, words, one=parameter.required)
    return KINDS[parameter.kind](store, words, plan)


def _iri(words: str) -> Value:
    try:
        return Value.iri(words)
    except ValueError as error:
        raise QueryError("questions.bad-iri", words=words) from error


def _unit(store: "Store", words: str, plan: "Binding | None") -> Value:
    of, name = _qualified(words)
    found = _units_named(store, name, of, plan)
    if not found and of is None:
        of, name = _glued(store, name)
        found = _units_named(store, name, of, plan) if of else ()
    if not found:
        names = [row[0] for row in store.select(UNIT_NAMES).texts()]
        raise nothing("unit", words, nearest(label(name), names))
    if len(found) > 1:
        examples = [f"{row[1]}/{name}" if row[1] else name for row in found]
        raise several("unit", words, examples)
    return Value.iri(found[0][0])


def _qualified(words: str) -> tuple[str | None, str]:
    """Give the issuer or plan that a unit is of, where one is written before it, and its name."""
    of, slash, name = words.partition("/")
    return (of.strip(), label(name)) if slash and name.strip() else (None, label(words))


def _glued(store: "Store", words: str) -> tuple[str | None, str]:
    issuers = [row[0] for row in store.select(ISSUERS).texts()]
    fitting = [name for name in issuers if words.startswith(name) and len(words) > len(name)]
    issuer = max(fitting, key=len, default=None)
    return (None, words) if issuer is None else (issuer, words[len(issuer) :].removeprefix("的"))


def _units_named(
    store: "Store", name: str, of: str | None, plan: "Binding | None"
) -> tuple[tuple[str, ...], ...]:
    terms: dict[str, Binding] = {"name": Value.literal(name, language="zh")}
    further = OF_SCOPE if of else ANY_SCOPE
    if of:
        terms["issuer"] = Value.literal(label(of), language="zh")
        terms["title"] = Value.literal(of, language="zh")
    if plan:
        terms["plan"], further = plan, f"{further} {IN_PLAN}"
    return store.select(UNITS.format(further=further), terms).texts()


def _requirement(store: "Store", words: str, plan: "Binding | None") -> Value:
    number = re.sub(r"^第|[条项号款.．、]$", "", folded(words))
    terms: dict[str, Binding] = {"name": Value.literal(number)}
    if plan:
        terms["plan"] = plan
    found = store.select(REQUIREMENTS, terms).texts()
    if not found:
        raise QueryError("questions.no-requirement", words=words)
    if len(found) > 1:
        examples = [f"{row[1]}：{row[2][:12]}…（{row[0].rpartition('/')[2]}）" for row in found]
        raise several("requirement", words, examples)
    return Value.iri(found[0][0])


def _regulation(store: "Store", words: str, _plan: "Binding | None") -> Value:
    name = label(words.strip("《》"))
    terms = {"title": Value.literal(name, language="zh"), "number": Value.literal(name)}
    exact = store.select(REGULATION, terms).texts()
    if len(exact) == 1:
        return Value.iri(exact[0][0])
    rows = store.select(REGULATIONS).texts()
    return _held("regulation", words, name, [(row[0], row[1:]) for row in rows])


def _section(store: "Store", words: str, plan: "Binding | None") -> Value:
    from ..documents.blocks.numerals import chinese

    name = re.sub(r"^第|[部分节章、.]+$", "", label(words))
    if name.isascii() and name.isdigit() and len(name) < 4:
        name = chinese(int(name))
    rows = store.select(SECTIONS, {"plan": plan} if plan else None).texts()
    numbered = [row for row in rows if row[1] == name]
    if len(numbered) == 1:
        return Value.iri(numbered[0][0])
    if numbered:
        raise several("section", words, [f"{row[3]}：{row[2]}" for row in numbered])
    return _held("section", words, name, [(row[0], (label(row[2]),)) for row in rows])


def _held(kind: str, words: str, name: str, named: Sequence[tuple[str, tuple[str, ...]]]) -> Value:
    """Give the one thing of that name, else the one whose name holds the words."""
    exact = [node for node, names in named if name in names]
    holding = exact or [n for n, names in named if name and any(name in each for each in names)]
    if len(holding) == 1:
        return Value.iri(holding[0])
    shown = [next(filter(None, names), "") for node, names in named if node in holding]
    if holding:
        raise several(kind, words, shown)
    raise nothing(kind, words, nearest(name, {each for _, names in named for each in names}))


def _role(_store: "Store", words: str, _plan: "Binding | None") -> Value:
    said = code_words("role")
    for code, by_language in said.items():
        if words.lower() in {code, *by_language.values()}:
            return Value.iri(f"{CODE_ROLE}{code}")
    known = "、".join(f"{by_language['zh']}（{code}）" for code, by_language in said.items())
    raise QueryError("questions.no-role", words=words, known=known)


def _text(_store: "Store", words: str, _plan: "Binding | None") -> Value:
    return Value.literal(words)


def _number(_store: "Store", words: str, _plan: "Binding | None") -> Value:
    found = folded(words)
    if not (found.isascii() and found.isdigit() and len(found) < 10):
        raise QueryError("questions.no-number", words=words)
    return Value.literal(int(found))


def _date(_store: "Store", words: str, _plan: "Binding | None") -> Value:
    if words in {"today", "今天"}:
        return Value.literal(date.today().isoformat(), datatype=XSD_DATE)
    from ..triples.quad import last_day

    numbers = re.fullmatch(
        r"(\d{4})[年/.-]?(?:(\d{1,2})[月/.-]?(?:(\d{1,2})[日号]?)?)?", folded(words)
    )
    iso = "-".join(part.zfill(2) for part in numbers.groups() if part) if numbers else ""
    encoded = last_day(iso) if iso else None
    if encoded is None:
        raise QueryError("questions.no-date", words=words)
    return Value.literal(encoded.split('"')[1], datatype=XSD_DATE)


XSD_DATE = "http://www.w3.org/2001/XMLSchema#date"
NODES = frozenset({"unit", "requirement", "regulation", "plan", "section", "role"})
KINDS: dict[str, Callable[["Store", str, "Binding | None"], Value]] = {
    "unit": _unit,
    "requirement": _requirement,
    "regulation": _regulation,
    "section": _section,
    "role": _role,
    "text": _text,
    "number": _number,
    "date": _date,
}
