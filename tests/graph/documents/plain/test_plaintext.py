"""A text is kept line by line, exactly as it stands."""

from hashlib import sha256
from pathlib import Path

import pytest

from dutygraph.graph.documents.opening import open_document

PLAN = Path(__file__).parents[4] / "examples" / "shanwei-police-2022.txt"


def test_blank_lines_and_tabs_stand_as_they_are(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes("标题\r\n\r\n\t一、总则\n\t\r \n".encode())
    document = open_document(path)
    assert [block.text for block in document.blocks] == ["标题", "", "\t一、总则", "\t", " "]
    assert [(block.span.paragraph, block.span.line) for block in document.blocks] == [
        (number, number) for number in range(1, 6)
    ]


def test_a_span_covers_its_line(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("县港航局\n", encoding="utf-8")
    (paragraph,) = open_document(path).blocks
    assert (paragraph.span.start, paragraph.span.end) == (0, 4)


def test_the_lines_of_the_real_plan_give_its_text_back():
    document = open_document(PLAN)
    text = PLAN.read_text(encoding="utf-8")
    assert "\n".join(block.text for block in document.blocks) == text.removesuffix("\n")
    assert document.source.sha256 == sha256(PLAN.read_bytes()).hexdigest()
    assert document.source.format == "txt"
    assert document.doubts == ()


@pytest.mark.parametrize(("name", "kind"), [("a.md", "md"), ("a.txt", "txt"), ("a", "txt")])
def test_the_name_tells_markdown_from_text(tmp_path, name, kind):
    path = tmp_path / name
    path.write_text("一、总则\n", encoding="utf-8")
    assert open_document(path).source.format == kind


def test_damaged_characters_are_told(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(("修缮渡口。" * 50).encode()[:-1])
    (doubt,) = open_document(path).doubts
    assert doubt.code == "documents.broken-characters"
    assert dict(doubt.values) == {"n": "1", "encoding": "utf-8"}
