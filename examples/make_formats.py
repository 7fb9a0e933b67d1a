"""Write the example plan in every format that dutygraph reads.

    python examples/make_formats.py FOLDER

.docx .xlsx .html .csv .md and .txt are written by this script; .doc .wps .xls and .pdf are
converted from them by LibreOffice when it is installed (`soffice` on the path).
"""

import csv
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from html import escape
from itertools import groupby, pairwise
from pathlib import Path

EXAMPLE = Path(__file__).with_name("shanwei-police-2022.txt")
COLUMNS = 4
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

Grid = list[list[str]]


def title_and_grid(example: Path = EXAMPLE) -> tuple[str, Grid]:
    """Give the plan's title and its table, heading row first, merged cells filled down."""
    title, *lines = example.read_text(encoding="utf-8").splitlines()
    cells: list[str] = []
    for line in lines:
        if line.startswith("\t"):
            cells.append(line.strip())
        elif line.strip():
            cells[-1] += "\n" + line.strip()
    grid = [cells[at : at + COLUMNS] for at in range(0, len(cells) - COLUMNS + 1, COLUMNS)]
    for above, row in pairwise(grid):
        if not row[0]:
            row[0] = above[0]
            row[1] = row[1] or above[1]
    return title, grid


def heights(grid: Grid, column: int) -> dict[int, int]:
    """Give row → number of rows of each merged cell of a column; 0 for a row that is covered."""
    found = dict.fromkeys(range(len(grid)), 1)
    if column > 1:
        return found
    at = 0
    for key, run in groupby(grid, key=lambda row: row[: column + 1]):
        length = len(list(run))
        if key[-1]:
            found |= {at: length, **dict.fromkeys(range(at + 1, at + length), 0)}
        at += length
    return found


def write_docx(path: Path, title: str, grid: Grid) -> None:
    """Write a Word document with a table whose equal cells are merged."""
    merged = [heights(grid, column) for column in range(COLUMNS)]
    rows = "".join(_word_row(grid, merged, row) for row in range(len(grid)))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in (1600, 1700, 4000, 1700))
    body = (
        f'{HEAD}<w:document xmlns:w="{W}"><w:body><w:p>{_run(title)}</w:p>'
        f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl><w:p/></w:body></w:document>"
    )
    types = (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>'
    )
    relations = (
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (
            ("[Content_Types].xml", types),
            ("_rels/.rels", relations),
            ("word/document.xml", body),
        ):
            package.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def _word_row(grid: Grid, merged: list[dict[int, int]], row: int) -> str:
    cells = "".join(_word_cell(grid, merged, row, column) for column in range(COLUMNS))
    return f"<w:tr>{_heading(row)}{cells}</w:tr>"


def _heading(row: int) -> str:
    return "<w:trPr><w:tblHeader/></w:trPr>" if row == 0 else ""


def _word_cell(grid: Grid, merged: list[dict[int, int]], row: int, column: int) -> str:
    height = merged[column][row]
    merge = {1: "", 0: "<w:vMerge/>"}.get(height, '<w:vMerge w:val="restart"/>')
    lines = grid[row][column].split("\n") if height else [""]
    paragraphs = "".join(f"<w:p>{_run(line)}</w:p>" for line in lines)
    return f"<w:tc><w:tcPr>{merge}</w:tcPr>{paragraphs}</w:tc>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def write_xlsx(path: Path, title: str, grid: Grid) -> None:
    """Write a workbook: the title over the table, equal cells merged."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as workbook:
        sheet = workbook.add_worksheet("分工方案")
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top", "border": 1})
        sheet.set_column(0, COLUMNS - 1, 30)
        sheet.merge_range(0, 0, 0, COLUMNS - 1, title, wrapped)
        for column in range(COLUMNS):
            for row, height in heights(grid, column).items():
                text = grid[row][column]
                if height > 1:
                    sheet.merge_range(row + 1, column, row + height, column, text, wrapped)
                elif height:
                    sheet.write_string(row + 1, column, text, wrapped)


def write_html(path: Path, title: str, grid: Grid) -> None:
    """Write a web page with a table whose equal cells are joined by `rowspan`."""
    merged = [heights(grid, column) for column in range(COLUMNS)]
    rows = "\n".join(
        "<tr>" + "".join(_web_cells(grid, merged, row)) + "</tr>" for row in range(len(grid))
    )
    page = (
        f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head><body>\n<h1>{escape(title)}</h1>\n"
        f'<table border="1">\n{rows}\n</table></body></html>\n'
    )
    path.write_text(page, encoding="utf-8", newline="\n")


def _web_cells(grid: Grid, merged: list[dict[int, int]], row: int) -> Iterator[str]:
    for column in range(COLUMNS):
        height = merged[column][row]
        if height:
            span = f' rowspan="{height}"' if height > 1 else ""
            yield f"<td{span}>{escape(grid[row][column]).replace(chr(10), '<br>')}</td>"


def write_csv(path: Path, title: str, grid: Grid) -> None:
    """Write comma-separated values as a spreadsheet program saves them for Chinese Windows."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([[title, "", "", ""], *grid])


def write_md(path: Path, title: str, grid: Grid) -> None:
    """Write a Markdown table, line breaks in cells as `<br>`."""
    head, *rows = [
        "| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |" for row in grid
    ]
    rule = "|" + " --- |" * COLUMNS
    path.write_text(
        "\n".join([f"# {title}", "", head, rule, *rows, ""]), encoding="utf-8", newline="\n"
    )


WRITERS = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "html": write_html,
    "csv": write_csv,
    "md": write_md,
}
CONVERTED = {
    "doc": ("docx", "doc"),
    "wps": ("docx", "doc"),
    "pdf": ("docx", "pdf"),
    "xls": ("xlsx", "xls"),
}


def write_all(folder: Path) -> list[Path]:
    """Write the plan in every format into a folder; give the files."""
    folder.mkdir(parents=True, exist_ok=True)
    title, grid = title_and_grid()
    files = [folder / f"plan.{ending}" for ending in WRITERS]
    for path in files:
        WRITERS[path.suffix[1:]](path, title, grid)
    files.append(Path(shutil.copy(EXAMPLE, folder / "plan.txt")))
    program = shutil.which("soffice")
    if program is None:
        print("LibreOffice is not installed: no .doc .wps .pdf .xls", file=sys.stderr)  # noqa: T201
        return files
    for ending, (origin, target) in CONVERTED.items():
        files.append(folder / f"plan.{ending}")
        shutil.move(convert(program, folder / f"plan.{origin}", target), files[-1])
    return files


def convert(program: str, path: Path, target: str) -> Path:
    """Convert a file with LibreOffice, in a profile of its own; give the new file."""
    folder = Path(tempfile.mkdtemp())
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        *("--convert-to", target),
        *("--outdir", str(folder)),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603
    return folder / f"{path.stem}.{target}"


if __name__ == "__main__":
    for written in write_all(Path(sys.argv[1] if len(sys.argv) > 1 else "formats")):
        print(written)  # noqa: T201
