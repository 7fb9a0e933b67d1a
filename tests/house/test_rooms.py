"""The house stays easy to see: small modules, no bags, light start-up."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    path for room in ("cli", "exports", "graph", "ontology") for path in (ROOT / room).rglob("*.py")
)
BAGS = {"utils", "util", "helpers", "helper", "manager", "core", "misc", "common"}
HEAVY = {
    "rdflib",
    "networkx",
    "pyvis",
    "numpy",
    "scipy",
    "lxml",
    "rich",
    "pyoxigraph",
    "xlsxwriter",
}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_has_one_subject(path: Path) -> None:
    """No module passes 300 lines or carries the name of a bag."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    assert path.stem not in BAGS


def test_nothing_names_a_machine() -> None:
    """No committed text holds the path of somebody's machine."""
    listed = subprocess.run(
        ["git", "grep", "-lIE", "/(work|home|root)/[a-z]", "--", ".", ":!tests/house", ":!.ci"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert listed.returncode in {1, 128}, listed.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["report", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    """Asking for help opens none of the large libraries."""
    code = (
        "import sys\n"
        "from dutygraph.cli.main import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        f"print(sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
