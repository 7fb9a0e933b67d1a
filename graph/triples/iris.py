"""The IRIs of data: ASCII, the same each time, names hashed.

A hash is the first 12 hexadecimal digits of the SHA-256 of a key: its parts in Unicode form
NFKC without white space, joined by U+001F. So a name keeps its IRI whether it came from Word
or from PDF, and Chinese stands in labels only.
"""

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import quote

from ...ontology.terms import DATA
from ..errors import DutygraphError

if TYPE_CHECKING:
    from ..plan import Citation, DocumentNumber, Plan

_WIDE = str.maketrans("(),:;!?", "（），：；！？")


def folded(words: str) -> str:
    """Give the form by which names are compared: NFKC without white space.

    >>> folded("科信　支队（筹）")
    '科信支队(筹)'
    """
    return "".join(normalize("NFKC", words).split())


def label(words: str) -> str:
    """Give the form in which a shared name is shown; equal for equal folded forms.

    >>> label("科信 支队(筹)")
    '科信支队（筹）'
    """
    return folded(words).translate(_WIDE)


def h12(*parts: str) -> str:
    """Hash a key to 12 hexadecimal digits.

    >>> h12("汕尾市公安局", "宣传科") == h12("汕尾市 公安局", "宣传科 ")
    True
    """
    return _digest("\x1f".join(folded(part) for part in parts))


def _digest(key: str) -> str:
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def plan_key(plan: "Plan") -> tuple[str, ...]:
    """Give what makes a plan the same plan: issuer, title and year.

    A plan without a title is known by its bytes and its first requirement.
    """
    year = "" if plan.year is None else str(plan.year)
    if plan.title.strip():
        return plan.issuer or "", plan.title, year
    first = plan.requirements[0].text if plan.requirements else ""
    return plan.issuer or "", plan.source.sha256, first


def shared_graph(name: str, base: str = DATA) -> str:
    """Give the IRI of a graph that all plans share: `registry`, `curated`, `vocabulary`."""
    return f"{base}graph/{name}"


def plan_iri(plan: "Plan", base: str = DATA) -> str:
    """Give the IRI of a plan."""
    return f"{base}plan/{h12(*plan_key(plan))}"


def plan_graphs(iri: str) -> tuple[str, str, str]:
    """Give the IRIs of the three graphs of a plan: stated, inferred, derived."""
    base, _, hashed = iri.rpartition("plan/")
    return (
        f"{base}graph/stated/{hashed}",
        f"{base}graph/inferred/{hashed}",
        f"{base}graph/derived/{hashed}",
    )


class Iris:
    """Mints the IRIs of one plan and stops when two different keys meet in one hash."""

    def __init__(self, plan: "Plan", base: str = DATA) -> None:
        self.base = base
        self._keys: dict[str, str] = {}
        self.element = cache(self._element)
        self.plan = plan_iri(plan, base)
        self.file = f"{self.plan}/file"
        self.issuer = self._minted("unit", plan.issuer) if plan.issuer else None
        self._owner = plan.issuer or self.plan

    def _element(self, kind: str, local_id: str) -> str:
        """Give the IRI of a part of the plan: `…/requirement/r3`."""
        return f"{self.plan}/{kind}/{quote(local_id, safe='')}"

    def unit(self, name: str) -> str:
        """Give the IRI of a unit: its name within the issuer; the issuer's own IRI for itself."""
        if self.issuer and folded(name) == folded(self._owner):
            return self.issuer
        return self._minted("unit", self._owner, name)

    def group(self, name: str) -> str:
        """Give the IRI of a collective, within the issuer."""
        return self._minted("group", self._owner, name)

    def post(self, name: str) -> str:
        """Give the IRI of a post or person, within the issuer."""
        return self._minted("post", self._owner, name)

    def regulation(self, citation: "Citation") -> str:
        """Give the IRI of a cited document: by its number, else its title, else its words."""
        return self._minted("regulation", regulation_name(citation))

    def _minted(self, kind: str, *parts: str) -> str:
        key = "\x1f".join(folded(part) for part in parts)
        iri = f"{self.base}{kind}/{_digest(key)}"
        if self._keys.setdefault(iri, key) != key:
            names = (self._keys[iri], key)
            raise DutygraphError("graph.clash", one=names[0], other=names[1], iri=iri)
        return iri


def regulation_name(citation: "Citation") -> str:
    """Give what a cited document is known by."""
    number: DocumentNumber | None = citation.number
    return str(number) if number else citation.title or citation.raw
