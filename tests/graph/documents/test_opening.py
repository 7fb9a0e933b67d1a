"""What cannot be opened is refused with one sentence that names the file."""

import io
import os
import sys

import pytest

from dutygraph.graph.documents.limits import Limits
from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.errors import DocumentError


def refusal(path, **options):
    with pytest.raises(DocumentError) as caught:
        open_document(path, **options)
    assert str(path) in caught.value.sentence("zh")
    assert str(path) in caught.value.sentence("en")
    return caught.value.key


def test_a_missing_file_is_refused(tmp_path):
    assert refusal(tmp_path / "no.txt") == "documents.missing"


def test_a_folder_is_refused(tmp_path):
    assert refusal(tmp_path) == "documents.is-folder"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\0" * 100])
def test_an_empty_file_is_refused(tmp_path, data):
    path = tmp_path / "plan.txt"
    path.write_bytes(data)
    assert refusal(path) == "documents.empty"


def test_a_file_over_the_limit_is_refused(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(b"x" * 2000)
    assert refusal(path, limits=Limits(file_bytes=1999)) == "documents.file-too-large"
    assert refusal(path, limits=Limits(text_characters=1999)) == "documents.text-too-large"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert refusal(path) == "documents.no-file"


def test_standard_input_is_read_for_a_dash(monkeypatch):
    class Input:
        buffer = io.BytesIO("县港航局\n".encode("gbk"))

    monkeypatch.setattr("sys.stdin", Input)
    document = open_document("-")
    assert document.paragraphs[0].text == "县港航局"
    assert document.source.path == "-"


def test_a_name_longer_than_the_system_takes_is_refused(tmp_path):
    assert refusal(tmp_path / ("长" * 300 + ".txt")) == "documents.unreadable"
