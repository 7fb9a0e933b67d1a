"""`dutygraph sparql` answers, cuts and refuses as it says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dutygraph.graph.store import open_store
from dutygraph.graph.store.engine import Change

USAGE, BAD_QUERY, FAILED = 2, 6, 1
NAMES = ("宣传科", "=cmd()", "[red]", "“平安厅”局长信箱工作专班", "全角　空格", "a\u202eb")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_store(tmp_path / "图谱库") as store:
        store.engine.apply(
            Change("".join(f'<x:u{n}> <x:name> "{name}" <x:g> .\n' for n, name in enumerate(NAMES)))
        )
    return tmp_path / "图谱库"


def sparql(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dutygraph.cli", "sparql", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        input=stdin,
    )


EXPLODING = "SELECT (COUNT(*) AS ?n) {" + "".join(f"?s{n} ?p{n} ?o{n} ." for n in range(12)) + "}"
ALL = "SELECT ?name { ?u <x:name> ?name } ORDER BY ?u"


def test_a_query_gives_a_table(folder: Path) -> None:
    done = sparql("-e", ALL, "--store", folder)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert [line.strip() for line in done.stdout.splitlines()[2:]] == [
        name.replace("\u202e", "\\u202e") for name in NAMES
    ]


def test_a_query_comes_from_a_file_or_from_standard_input(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(ALL, encoding="utf-8-sig")
    direct = sparql("-e", ALL, "--store", folder).stdout
    assert sparql("-f", tmp_path / "q.rq", "--store", folder).stdout == direct
    assert sparql("-f", "-", "--store", folder, stdin=ALL).stdout == direct


def test_json_is_the_format_of_the_standard(folder: Path) -> None:
    answer = json.loads(sparql("-e", ALL, "--store", folder, "--format", "json").stdout)
    assert [row["name"]["value"] for row in answer["results"]["bindings"]] == list(NAMES)


def test_a_workbook_is_written_to_a_file(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.xlsx"
    done = sparql("-e", ALL, "--store", folder, "--format", "xlsx", "-o", target)
    assert done.returncode == 0, done.stderr
    assert target.read_bytes().startswith(b"PK")
    again = sparql("-e", ALL, "--store", folder, "--format", "xlsx", "-o", target)
    assert again.returncode == FAILED, "an existing file is not overwritten"


def test_construct_and_ask_have_their_own_formats(folder: Path) -> None:
    construct = "CONSTRUCT { ?u <x:label> ?n } WHERE { ?u <x:name> ?n }"
    assert "x:label" in sparql("-e", construct, "--store", folder).stdout
    lines = sparql("-e", construct, "--store", folder, "--format", "ntriples").stdout
    assert len(lines.splitlines()) == len(NAMES)
    assert sparql("-e", "ASK { ?s ?p ?o }", "--store", folder).stdout == "true\n"
    assert sparql("-e", construct, "--store", folder, "--format", "csv").returncode == USAGE
    assert sparql("-e", ALL, "--store", folder, "--format", "turtle").returncode == USAGE


@pytest.mark.parametrize(
    ("query", "warned"),
    [
        ("SELECT ?r { ?r duty:onwedBy ?u }", "duty:onwedBy"),
        ("SELECT ?r { ?r a <https://w3id.org/dutygraph/ontology#Requirment> }", "duty:Requirment"),
        (
            "PREFIX duty: <https://w3id.org/dutygraph/ontology#> SELECT ?r { ?r duty:led ?u }",
            "duty:led",
        ),
        ("SELECT ?r { ?r duty:ownedBy/skos:prefLabel ?u }", None),
        ("PREFIX duty: <x:y/> SELECT ?r { ?r duty:onwedBy ?u }", None),
        ('SELECT ?r { ?r <x:name> "duty:onwedBy" } # duty:onwedBy', None),
    ],
)
def test_a_misspelt_term_of_the_ontology_is_told(
    query: str, warned: str | None, folder: Path
) -> None:
    done = sparql("-e", query, "--store", folder)
    assert done.returncode == 0, done.stderr
    assert "没有符合的结果。" in done.stderr
    assert done.stderr.count("本体里没有") == (1 if warned else 0)
    if warned:
        assert f"本体里没有 {warned}，" in done.stderr
    assert sparql("-e", query, "--store", folder, "-q").stderr == ""


def test_the_nearest_term_is_offered(folder: Path) -> None:
    done = sparql("-e", "SELECT ?r { ?r duty:onwedBy ?u }", "--store", folder, "--lang", "en")
    assert "near it: duty:ownedBy" in done.stderr


def test_a_graph_goes_into_a_file_by_its_ending(folder: Path, tmp_path: Path) -> None:
    construct = "CONSTRUCT { ?u <x:label> ?n } WHERE { ?u <x:name> ?n }"
    target = tmp_path / "out.nt"
    assert sparql("-e", construct, "--store", folder, "-o", target).returncode == 0
    assert len(target.read_text(encoding="utf-8").splitlines()) == len(NAMES)
    wrong = sparql("-e", ALL, "--store", folder, "-o", tmp_path / "out.ttl")
    assert wrong.returncode == USAGE
    assert not (tmp_path / "out.ttl").exists()


def test_a_cut_answer_says_so_on_stderr(folder: Path) -> None:
    done = sparql("-e", ALL, "--store", folder, "--limit", "2", "--lang", "en", "-q")
    assert len(done.stdout.splitlines()) == 4
    assert "first 2 rows" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["-e", "INSERT DATA { <x:a> <x:b> 1 }"], BAD_QUERY),
        (["-e", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"], BAD_QUERY),
        (["-e", "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }"], BAD_QUERY),
        (["-e", "SELECT * { ?s ?p }"], BAD_QUERY),
        (["-e", EXPLODING, "--timeout", "0.2"], BAD_QUERY),
        ([], USAGE),
        (["-e", "ASK {}", "-f", "-"], USAGE),
        (["-f", "no-such-file.rq"], USAGE),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_one_sentence(
    folder: Path, arguments: list[str], code: int
) -> None:
    done = sparql(*arguments, "--store", folder)
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_a_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    done = sparql("-e", ALL, "--store", tmp_path / "none")
    assert done.returncode == FAILED
    assert "dutygraph build" in done.stderr
    assert not (tmp_path / "none").exists()
