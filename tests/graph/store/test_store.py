"""A store replaces, never doubles, and loses nothing that it acknowledged."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dutygraph.graph.errors import QueryError, StoreError
from dutygraph.graph.store import Store, open_store
from dutygraph.graph.table import Value
from dutygraph.ontology.terms import DATA, DUTY

REGISTRY = f"{DATA}graph/registry"
OWNERS = "SELECT ?r ?name { ?r duty:ownedBy ?u . ?u skos:prefLabel ?name } ORDER BY ?r ?name"


def quads(key: str, owners: dict[str, list[str]], *, parent: str | None = None) -> str:
    """Write a small plan: requirement → names of its owners, all below one parent."""
    stated, lines = f"<{DATA}graph/stated/{key}>", []
    plan = f"<{DATA}plan/{key}>"
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    a = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    lines.append(f"{plan} {a} <{DUTY.Plan}> {stated} .")
    lines.append(f'{plan} <http://purl.org/dc/terms/title> "方案{key}"@zh {stated} .')
    for requirement, names in owners.items():
        node = f"<{DATA}plan/{key}/requirement/{requirement}>"
        for name in names:
            unit = f"<{DATA}unit/{name}>"
            lines.append(f"{node} <{DUTY.ownedBy}> {unit} {stated} .")
            lines.append(f"{unit} {a} <{DUTY.Unit}> <{REGISTRY}> .")
            lines.append(f'{unit} {label} "单位{name}"@zh <{REGISTRY}> .')
            if parent:
                above = f"<{DATA}unit/{parent}>"
                link = "<http://www.w3.org/ns/org#subOrganizationOf>"
                lines.append(f"{unit} {link} {above} <{REGISTRY}> .")
                lines.append(f"{above} {a} <{DUTY.Unit}> <{REGISTRY}> .")
    return "".join(f"{line}\n" for line in sorted(set(lines)))


FIRST = quads("aaaa", {"r1": ["x", "y"], "r2": ["y"]}, parent="top")
SECOND = quads("bbbb", {"r1": ["y", "z"]})


@pytest.fixture(params=["memory", "folder"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with open_store(None if request.param == "memory" else tmp_path / "plans.db") as opened:
        yield opened


def lines(store: Store) -> set[str]:
    return set(store.dump("nquads").decode().splitlines())


def test_what_was_put_is_what_is_held(empty: Store) -> None:
    empty.put_quads(FIRST)
    assert lines(empty) == set(FIRST.splitlines())


def test_putting_again_changes_nothing(empty: Store) -> None:
    empty.put_quads(FIRST)
    empty.put_quads(SECOND)
    before = empty.dump("nquads")
    empty.put_quads(FIRST)
    assert empty.dump("nquads") == before


def test_a_changed_plan_leaves_nothing_of_its_former_self(empty: Store) -> None:
    changed = quads("aaaa", {"r1": ["y"]})
    empty.put_quads(FIRST)
    empty.put_quads(SECOND)
    empty.put_quads(changed)
    assert f"<{DATA}unit/x>" not in empty.dump("nquads").decode()
    assert f"<{DATA}unit/top>" in empty.dump("nquads").decode(), "unit y of the other plan needs it"
    assert empty.select(OWNERS).column("name") == tuple(
        Value.literal(f"单位{name}", language="zh") for name in ("y", "y", "z")
    )


def test_dropping_a_plan_keeps_what_others_use(empty: Store) -> None:
    empty.put_quads(SECOND)
    before = lines(empty)
    empty.put_quads(quads("aaaa", {"r1": ["x"]}, parent="top"))
    empty.drop(f"{DATA}plan/aaaa")
    assert lines(empty) == before


def test_many_plans_at_once_are_the_same_as_one_by_one(tmp_path: Path) -> None:
    plans = [quads(f"p{n:03}", {"r1": [f"u{n % 7}"], "r2": ["y"]}) for n in range(45)]
    with open_store(tmp_path / "one") as one, open_store(tmp_path / "bulk") as bulk:
        for plan in plans:
            one.put_quads(plan)
        bulk.put_all_quads(plans[:30])
        bulk.put_all_quads(plans)
        assert one.dump("nquads") == bulk.dump("nquads")
        assert len(bulk.plans()) == 45


def test_a_store_can_be_read_by_others_while_it_is_open(tmp_path: Path) -> None:
    with open_store(tmp_path / "db") as store:
        store.put_quads(FIRST)
    with open_store(tmp_path / "db") as one, open_store(tmp_path / "db") as two:
        assert one.select(OWNERS) == two.select(OWNERS)


def test_two_writers_are_told_apart(tmp_path: Path) -> None:
    with open_store(tmp_path / "db") as one, open_store(tmp_path / "db") as two:
        one.put_quads(FIRST)
        with pytest.raises(StoreError, match="另一个程序"):
            two.put_quads(SECOND)


def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """The process dies without closing; every put that returned is there, whole."""
    (tmp_path / "first.nq").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.nq").write_text(SECOND, encoding="utf-8")
    code = (
        "import os, sys, pathlib\n"
        "from dutygraph.graph.store import open_store\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "store = open_store(folder / 'db')\n"
        "for name in ('first.nq', 'second.nq', 'first.nq'):\n"
        "    store.put_quads((folder / name).read_text(encoding='utf-8'))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], check=False)
    assert done.returncode == -9
    with open_store(tmp_path / "db") as store:
        assert lines(store) == set(FIRST.splitlines()) | set(SECOND.splitlines())


def test_a_failing_put_leaves_what_was_there(empty: Store) -> None:
    empty.put_quads(FIRST)
    before = empty.dump("nquads")
    broken = FIRST.replace(f"<{DUTY.Plan}>", "<no iri at all>")
    with pytest.raises(StoreError, match="N-Quads"):
        empty.put_quads(broken)
    assert empty.dump("nquads") == before


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("一封信", encoding="utf-8")
    for place in (tmp_path, tmp_path / "letter.txt"):
        with pytest.raises(StoreError, match="不是图谱库"):
            open_store(place).put_quads(FIRST)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_missing_store_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="build"):
        open_store(tmp_path / "none").select("SELECT * { ?s ?p ?o }")
    assert not (tmp_path / "none").exists()


def test_a_damaged_store_is_a_sentence(tmp_path: Path) -> None:
    with open_store(tmp_path / "db") as store:
        store.put_quads(FIRST)
    for manifest in (tmp_path / "db").glob("MANIFEST*"):
        manifest.write_bytes(b"not a manifest")
    with pytest.raises(StoreError, match="打不开"):
        open_store(tmp_path / "db").plans()


@pytest.mark.parametrize("kind", ["nquads", "trig", "turtle", "ntriples", "jsonld", "rdfxml"])
def test_a_dump_does_not_depend_on_the_order_of_writing(kind: str) -> None:
    with open_store() as one, open_store() as two:
        one.put_quads(FIRST)
        one.put_quads(SECOND)
        two.put_quads(SECOND)
        two.put_quads(FIRST)
        assert one.dump(kind) == two.dump(kind)
        assert one.dump(kind)


def test_an_unknown_format_is_named(empty: Store) -> None:
    with pytest.raises(StoreError, match="parquet"):
        empty.dump("parquet")


def test_the_dataset_view_answers_as_the_store_does(empty: Store) -> None:
    empty.put_quads(FIRST)
    dataset = empty.dataset()
    seen = [
        (str(row.r), str(row.name))
        for row in dataset.query(
            OWNERS, initNs={"duty": str(DUTY), "skos": "http://www.w3.org/2004/02/skos/core#"}
        )
    ]
    assert seen == list(empty.select(OWNERS).texts())
    assert len(seen) == 3


def test_the_plans_of_a_store_are_listed(empty: Store) -> None:
    empty.put_quads(SECOND)
    empty.put_quads(FIRST)
    assert [plan.title for plan in empty.plans()] == ["方案aaaa", "方案bbbb"]
    assert empty.plans()[0].iri == f"{DATA}plan/aaaa"


def test_ask_and_construct_answer_in_their_own_forms(empty: Store) -> None:
    empty.put_quads(FIRST)
    assert empty.ask_boolean("ASK { ?r duty:ownedBy ?u }")
    assert not empty.ask_boolean("ASK { ?r duty:supportedBy ?u }")
    made = empty.construct("CONSTRUCT WHERE { ?r duty:ownedBy ?u }", "ntriples").decode()
    assert len(made.splitlines()) == 3
    assert made.splitlines() == sorted(made.splitlines())
    with pytest.raises(QueryError, match="ASK"):
        empty.ask_boolean(OWNERS)
