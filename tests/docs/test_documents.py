"""What the documents show is what happens: their commands run and print what stands below them."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dutygraph.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
MENTION = re.compile(r"^(?:\$ |.*[\\/])?dutygraph ([a-z][a-z-]+)", re.MULTILINE)
INLINE = re.compile(r"`([^`\n]+)`")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


def shown(document: Path) -> list[tuple[str, str]]:
    """Give each `$ command` of a document with the output printed below it."""
    found = []
    for block in BLOCK.findall(document.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output.rstrip("\n")))
    return found


CASES = [
    pytest.param(command, output, id=f"{document.name}: {command}")
    for document in DOCUMENTS
    for command, output in shown(document)
]


def pattern(output: str) -> str:
    """Make a pattern of an expected output, in which `…` alone on a line stands for any lines."""
    lines = [r"[\s\S]*?" if line.strip() == "…" else re.escape(line) for line in output.split("\n")]
    return r"\n".join(lines)


@pytest.mark.parametrize(("command", "output"), CASES)
def test_a_shown_command_prints_what_is_shown(command: str, output: str, tmp_path: Path) -> None:
    program, *arguments = shlex.split(command)
    assert program == "dutygraph"
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    language = {"DUTYGRAPH_LANG": "zh", "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "dutygraph.cli", *arguments],
        cwd=tmp_path,
        env={**os.environ, **language},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    if output:
        assert re.fullmatch(pattern(output), done.stdout.rstrip("\n")), done.stdout


def test_the_readme_shows_commands() -> None:
    assert any(command.startswith("dutygraph report") for command, _ in shown(ROOT / "README.md"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_document_names_only_commands_that_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    code = "\n".join(
        [
            *re.findall(r"`([^`\n]+)`", text),
            *re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL),
        ]
    )
    assert set(MENTION.findall(code)) - set(COMMANDS) == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_a_link_into_the_project_leads_somewhere(document: Path) -> None:
    for target in LINK.findall(document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_every_command_stands_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [
        name for name in COMMANDS if f"`{name}" not in text and f"dutygraph {name}" not in text
    ] == []
