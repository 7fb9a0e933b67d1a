"""Files, folders and globs stand for documents, always in the same order."""

from pathlib import Path

import pytest

from dutygraph.graph.documents.finding import find_documents
from dutygraph.graph.errors import DocumentError


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.md", "sub/c.TXT", "~$b.txt", ".d.txt", "picture.png", "sub/notes.log"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def names(found, folder):
    return [path.relative_to(folder).as_posix() for path in found]


def test_a_folder_gives_its_documents_sorted_to_its_depth(folder):
    assert names(find_documents([folder]), folder) == ["a.md", "b.txt", "sub/c.TXT"]


def test_a_glob_is_expanded_and_skips_what_is_no_document(folder):
    assert names(find_documents([str(folder / "*")]), folder) == ["a.md", "b.txt", "sub/c.TXT"]
    assert names(find_documents([str(folder / "**" / "*.TXT")]), folder) == ["sub/c.TXT"]


def test_headers_and_tabs_that_office_keeps_beside_a_page_are_no_documents(tmp_path):
    kept = ["方案.files/sheet001.htm", "方案.htm", "资料/header.htm"]
    for name in (*kept, "方案.files/header.htm", "方案.files/tabstrip.htm"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert names(find_documents([tmp_path]), tmp_path) == kept


def test_a_file_that_is_named_is_taken_whatever_its_ending(folder):
    assert names(find_documents([folder / "picture.png"]), folder) == ["picture.png"]


def test_a_document_named_twice_is_given_once(folder):
    found = find_documents([folder / "b.txt", folder, folder / "a.md"])
    assert names(found, folder) == ["a.md", "b.txt", "sub/c.TXT"]


def test_a_name_with_brackets_is_a_file_before_it_is_a_glob(tmp_path):
    path = tmp_path / "方案[终稿].txt"
    path.write_text("x", encoding="utf-8")
    assert find_documents([str(path)]) == (path,)


def test_standard_input_passes_through():
    assert find_documents(["-"]) == (Path("-"),)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("none.txt", "documents.missing"),
        ("empty", "documents.empty-folder"),
        ("*.pdf", "documents.empty-glob"),
    ],
)
def test_what_stands_for_no_document_is_refused(folder, name, key):
    (folder / "empty").mkdir()
    with pytest.raises(DocumentError) as caught:
        find_documents([str(folder / name)])
    assert caught.value.key == key
    assert str(folder / name) in caught.value.sentence("en")
