"""A file is there whole or not at all."""

import os

import pytest

from dutygraph.exports.writing import write_file, write_files
from dutygraph.graph.errors import OutputError


def test_folders_above_are_made_and_nothing_else_is_left(tmp_path):
    write_file(tmp_path / "a" / "b" / "页.html", "责任".encode())
    assert (tmp_path / "a" / "b" / "页.html").read_text(encoding="utf-8") == "责任"
    assert [p.name for p in (tmp_path / "a" / "b").iterdir()] == ["页.html"]


def test_an_existing_file_is_left_alone_unless_forced(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(b"old")
    with pytest.raises(OutputError) as raised:
        write_file(path, b"new")
    assert raised.value.key == "writing.exists"
    assert path.read_bytes() == b"old"
    write_file(path, b"new", force=True)
    assert path.read_bytes() == b"new"


def test_one_file_in_the_way_stops_all(tmp_path):
    (tmp_path / "b").write_bytes(b"old")
    with pytest.raises(OutputError):
        write_files({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert sorted(p.name for p in tmp_path.iterdir()) == ["b"]


def test_a_failure_on_the_way_leaves_no_part_behind(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError) as raised:
        write_files({tmp_path / "a": b"1", tmp_path / "file" / "b": b"2"})
    assert raised.value.key == "writing.no-folder"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file"]


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(OutputError) as raised:
        write_file(tmp_path, b"")
    assert raised.value.key == "writing.directory"
    assert "文件名" in raised.value.sentence("zh")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_is_as_readable_as_any_other(tmp_path):
    write_file(tmp_path / "a", b"")
    (tmp_path / "b").write_bytes(b"")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode
