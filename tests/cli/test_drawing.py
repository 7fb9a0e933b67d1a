"""`draw` and `ledger` write one file each, whole or not at all."""

from dataclasses import replace

import pytest
from specimens import plan_of

from dutygraph.cli.main import main
from dutygraph.graph.codes import Role
from dutygraph.graph.store import open_store


def run(*arguments):
    with pytest.raises(SystemExit) as left:
        main([str(argument) for argument in arguments])
    return left.value.code


@pytest.mark.parametrize(
    ("command", "name", "start"),
    [("draw", "page.html", b"<!DOCTYPE html>"), ("ledger", "ledger.xlsx", b"PK")],
)
def test_a_document_becomes_a_file(command, name, start, example, tmp_path, capsys):
    target = tmp_path / "new" / name
    assert run(command, example, "-o", target) == 0
    assert target.read_bytes().startswith(start)
    assert str(target) in capsys.readouterr().err
    assert [path.name for path in target.parent.iterdir()] == [name]


def test_an_existing_file_is_kept_unless_forced(example, tmp_path, capsys):
    target = tmp_path / "page.html"
    target.write_bytes(b"mine")
    assert run("draw", example, "-o", target) == 1
    assert target.read_bytes() == b"mine"
    assert "--force" in capsys.readouterr().err
    assert run("draw", example, "-o", target, "--force", "-q") == 0
    assert capsys.readouterr().err == ""
    assert target.read_bytes().startswith(b"<!DOCTYPE html>")


def test_the_language_of_the_page_is_the_one_asked_for(example, tmp_path):
    target = tmp_path / "page.html"
    assert run("draw", example, "-o", target, "--lang", "en") == 0
    assert '<html lang="en">' in target.read_text(encoding="utf-8")


def test_a_dash_writes_to_standard_output(example, capfdbinary):
    assert run("ledger", example, "-o", "-", "-q") == 0
    assert capfdbinary.readouterr().out.startswith(b"PK")


def test_a_store_without_requirements_is_said_in_one_sentence(tmp_path, capsys):
    place = tmp_path / "plans.db"
    with open_store(str(place)) as store:
        store.put(replace(plan_of([[("甲局", Role.LEAD)]]), requirements=(), rows=()))
    assert run("draw", "--store", place, "-o", tmp_path / "page.html") == 4
    assert "dutygraph build" in capsys.readouterr().err
    assert not (tmp_path / "page.html").exists()


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("graphml", b"<?xml"),
        ("gexf-units", b"<?xml"),
        ("csv", b"\xef\xbb\xbf"),
        ("ics", b"BEGIN:VCAL"),
    ],
)
def test_export_writes_one_format(kind, start, example, tmp_path):
    target = tmp_path / "out"
    assert run("export", kind, example, "-o", target, "-q") == 0
    assert target.read_bytes().startswith(start)
