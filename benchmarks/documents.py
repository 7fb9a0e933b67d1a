"""Documents opened, and plans read, per second of CPU, beside other readers, and what each loses.

Run: `python benchmarks/documents.py [RUNS]`. The example plan (34 rows, 4 columns, merged cells) is
written in each format; .pdf needs LibreOffice. python-docx, markitdown and pandoc take part when
they are installed. A row is right when its four cells are, merged ones filled down. The last
columns say what of a Word file survives: an automatic number, a table cell in a content control,
a tracked insertion. Times are the best of the runs, user and system time, children included.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.intake import read_plans

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ("txt", "docx", "xlsx", "html", "pdf")
TRAITS = {"number": "一、总体要求", "control": "县港航局", "insertion": "、县财政局"}

Rows = list[list[str]]


@dataclass(frozen=True)
class Reader:
    """A program that opens documents: what it makes of the rows and of the text."""

    name: str
    formats: tuple[str, ...]
    rows: Callable[[Path], Rows]
    text: Callable[[Path], str]
    opens: Callable[[Path], object]
    """The part that is timed: the file into the reader's own values."""


def ours() -> Reader:
    """Read with this package."""

    def rows(path: Path) -> Rows:
        grids = open_document(path).grids
        return [[cell.text for cell in row] for grid in grids for row in grid.rows]

    def text(path: Path) -> str:
        paragraphs = "\n".join(found.text for found in open_document(path).paragraphs)
        return paragraphs + "\n".join("\t".join(row) for row in rows(path))

    return Reader("dutygraph", FORMATS, rows, text, open_document)


def ours_whole() -> Reader:
    """Read with this package up to the plan: requirements, units, roles, times, citations."""
    opened = ours()
    return Reader("dutygraph, the plan", FORMATS, opened.rows, opened.text, read_plans)


def python_docx() -> Reader:
    """Read with python-docx: its tables' cells, its paragraphs."""
    import docx

    def rows(path: Path) -> Rows:
        tables = docx.Document(str(path)).tables
        return [[cell.text for cell in row.cells] for table in tables for row in table.rows]

    def text(path: Path) -> str:
        paragraphs = "\n".join(found.text for found in docx.Document(str(path)).paragraphs)
        return paragraphs + "\n".join("\t".join(row) for row in rows(path))

    return Reader(f"python-docx {version('python-docx')}", ("docx",), rows, text, rows)


def markitdown() -> Reader:
    """Read with markitdown: the rows of its Markdown tables."""
    from markitdown import MarkItDown

    converter = MarkItDown()

    def text(path: Path) -> str:
        return str(converter.convert(path).text_content)

    def rows(path: Path) -> Rows:
        lines = [line for line in text(path).splitlines() if line.startswith("|")]
        return [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]

    return Reader(f"markitdown {version('markitdown')}", FORMATS, rows, text, text)


def pandoc() -> Reader:
    """Read with pandoc: the rows of its HTML, laid out by this package, since it keeps spans."""

    def html(path: Path) -> str:
        command = ["pandoc", "--to", "html", str(path)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def rows(path: Path) -> Rows:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder, "page.html")
            page.write_text(html(path), encoding="utf-8")
            grids = open_document(page).grids
            return [[cell.text for cell in row] for grid in grids for row in grid.rows]

    def text(path: Path) -> str:
        return re.sub(r"<[^>]+>", "", html(path))

    told = subprocess.run(["pandoc", "--version"], check=True, capture_output=True, text=True)
    return Reader(told.stdout.split("\n")[0], ("docx", "html"), rows, text, html)


def installed() -> list[Reader]:
    """Give the readers that this machine has."""
    made = [ours(), ours_whole()]
    if importlib.util.find_spec("docx"):
        made.append(python_docx())
    if importlib.util.find_spec("markitdown"):
        made.append(markitdown())
    if shutil.which("pandoc"):
        made.append(pandoc())
    return made


def cpu_seconds(work: Callable[[], object], runs: int) -> float:
    """Give the least CPU time of a piece of work over some runs, after one to warm up."""
    work()
    return min(_once(work) for _ in range(runs))


def _once(work: Callable[[], object]) -> float:
    before = sum(os.times()[:4])
    repeats = 0
    while (spent := sum(os.times()[:4]) - before) < 0.2:
        work()
        repeats += 1
    return spent / max(repeats, 1)


def right_rows(found: Rows, expected: Rows) -> int:
    """Count the expected rows that were found whole."""
    plain = {tuple(_squeezed(cell) for cell in row) for row in found}
    return sum(tuple(_squeezed(cell) for cell in row) in plain for row in expected)


def _squeezed(text: str) -> str:
    return re.sub(r"\s|<br ?/?>", "", text)


def script(path: Path) -> ModuleType:
    """Load one of the project's scripts."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write_traits(path: Path) -> Path:
    """Write a Word file with a number, a cell in a content control and a tracked insertion."""
    word = script(ROOT / "tests" / "graph" / "documents" / "files" / "make_files.py")
    control = (
        f"<w:sdt><w:sdtContent>{word.cell(word.par(word.run('县港航局')))}</w:sdtContent></w:sdt>"
    )
    inserted = f"<w:ins {word.CHANGE}>{word.run('、县财政局')}</w:ins>"
    head = word.row(*(word.cell(word.par(word.run(text))) for text in ("任务", "牵头", "配合")))
    body = word.row(
        word.cell(word.par(word.run("修缮渡口"))),
        control,
        word.cell(word.par(word.run("县水利局") + inserted)),
    )
    whole = word.listed("总体要求", 1) + word.table(head, body)
    written: Path = word.write_word(path, whole, numbering=word.LISTS)
    return written


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    formats = script(ROOT / "examples" / "make_formats.py")
    with tempfile.TemporaryDirectory() as folder:
        paths = {path.suffix[1:]: path for path in formats.write_all(Path(folder))}
        traits = write_traits(Path(folder, "traits.docx"))
        _, grid = formats.title_and_grid()
        print(f"{'reader':22}{'format':8}{'per second':>11}{'rows':>8}   of a Word file it keeps")
        for reader in installed():
            kept = [name for name, words in TRAITS.items() if words in reader.text(traits)]
            for ending in reader.formats:
                if ending not in paths:
                    continue
                seconds = cpu_seconds(lambda r=reader, e=ending: r.opens(paths[e]), runs)
                rows = (
                    "-"
                    if ending == "txt"
                    else f"{right_rows(reader.rows(paths[ending]), grid[1:])}/34"
                )
                note = ", ".join(kept) if ending == "docx" else ""
                print(f"{reader.name:22}{ending:8}{1 / seconds:11.1f}{rows:>8}   {note}")


if __name__ == "__main__":
    main()
