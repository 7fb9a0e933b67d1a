"""What changed between two plans: requirements that came, went, or passed to other units."""

from typing import TYPE_CHECKING

import pytest

from dutygraph.graph.plan import Assignment, Basis, Plan, Requirement, Role, Row, Source
from dutygraph.graph.questions import answer, ask, bound, question
from dutygraph.graph.span import Span
from dutygraph.graph.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Dataset

YEARS = {"plan": "2024", "earlier": "2023"}
Cells = dict[str, list[tuple[str, Role]]]
LEAD, SUPPORT = Role.LEAD, Role.SUPPORT
BEFORE: Cells = {
    "2023年6月底前公开预算。": [("办公室", LEAD), ("财务科", SUPPORT)],
    "维护网站。": [("信息科", LEAD)],
    "印发简报。": [("办公室", LEAD)],
    "组织培训。": [("人事科", LEAD), ("办公室", SUPPORT)],
}
AFTER: Cells = {
    "组织培训。": [("人事科", LEAD), ("办公室", SUPPORT)],
    "维护网站。": [("办公室", LEAD), ("信息科", SUPPORT)],
    "2024年7月底前公开预算。": [("办公室", LEAD), ("审计科", SUPPORT)],
    "回应关切。": [("办公室", LEAD)],
}


def made(year: int, cells: Cells) -> Plan:
    """A plan with one cell for each requirement."""
    at = Span(0, 4, table=1, row=1, column=4)
    numbered = list(enumerate(cells.items(), 1))
    return Plan(
        f"某县{year}年政务公开分工方案",
        Source(f"{year}.docx", f"{year}" * 16, "docx", "table"),
        issuer="某县",
        year=year,
        rows=tuple(
            Row(
                f"row{n}",
                (f"r{n}",),
                tuple(
                    Assignment(unit, role, Basis.INLINE_MARKER, at, place)
                    for place, (unit, role) in enumerate(listed, 1)
                ),
                at,
            )
            for n, (_, listed) in numbered
        ),
        requirements=tuple(
            Requirement(f"r{n}", str(n), text, f"row{n}", at) for n, (text, _) in numbered
        ),
    )


@pytest.fixture(scope="module")
def years() -> "Iterator[Store]":
    with open_store() as memory:
        memory.put_all([made(2023, BEFORE), made(2024, AFTER)])
        yield memory


CHANGES = [
    ("requirements-new", [("4", "回应关切。", "1")]),
    ("requirements-gone", [("3", "印发简报。", "1")]),
    (
        "requirements-kept",
        [("1", "组织培训。", "1"), ("2", "维护网站。", "1"), ("3", "2024年7月底前公开预算。", "1")],
    ),
    (
        "owner-changes",
        [
            ("2", "信息科", "lead", "support", "维护网站。"),
            ("2", "办公室", "", "lead", "维护网站。"),
            ("3", "审计科", "", "support", "2024年7月底前公开预算。"),
            ("3", "财务科", "support", "", "2024年7月底前公开预算。"),
        ],
    ),
]


@pytest.mark.parametrize(("name", "rows"), CHANGES)
def test_what_changed_is_found_by_wording_numerals_aside(
    name: str, rows: list[tuple[str, ...]], years: Store
) -> None:
    assert sorted(ask(years, name, **YEARS).texts()) == sorted(rows)


@pytest.mark.parametrize(("name", "rows"), CHANGES)
@pytest.mark.parametrize("server", ["oxigraph_url", "virtuoso_url"])
def test_a_server_finds_the_same_changes(
    name: str, rows: list[tuple[str, ...]], server: str, years: Store,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    remote = open_store(request.getfixturevalue(server))
    remote.put_quads(years.dump("nquads").decode())
    asked = question(name)
    try:
        table = answer(remote, asked, bound(years, asked, YEARS))
        assert table.texts() == ask(years, name, **YEARS).texts()
        assert len(table) == len(rows)
    finally:
        for held in years.plans():
            remote.drop(held.iri)


@pytest.mark.filterwarnings("ignore:Dataset.:DeprecationWarning")
@pytest.mark.parametrize(("name", "rows"), CHANGES)
def test_rdflib_finds_the_same_changes(
    name: str, rows: list[tuple[str, ...]], years: Store, dataset: "Dataset"
) -> None:
    from dutygraph.graph.store.query_binding import bind

    asked = question(name)
    terms = bound(years, asked, YEARS)
    found = dataset.query(bind(asked.query.rpartition("ORDER BY")[0], terms))
    texts = [tuple("" if term is None else str(term) for term in row) for row in found]
    assert sorted(texts) == sorted(rows)


@pytest.fixture(scope="module")
def dataset(years: Store) -> "Dataset":
    from rdflib import Dataset

    parsed = Dataset(default_union=True)
    parsed.parse(data=years.dump("nquads").decode(), format="nquads")
    return parsed


def test_a_wording_that_stands_twice_is_counted_not_lost() -> None:
    twice = made(2024, {"2024年报送。": [("办公室", LEAD)], "2025年报送。": [("办公室", LEAD)]})
    with open_store() as memory:
        memory.put_all([made(2023, BEFORE), twice])
        assert ask(memory, "requirements-new", **YEARS).texts() == (("1", "2024年报送。", "2"),)
