"""A document as blocks (lines of text and tables) written down in the many forms that offices use.

A table is a list of rows of cells; the cell `^` continues the cell above, `<` the cell to its left.
"""

import csv
import html
import io
from pathlib import Path

UP, LEFT = "^", "<"
Table = list[list[str]]
Blocks = list[str | Table]


def text_form(blocks: Blocks, form: str, merged: str = "blank") -> str:
    """Write a document as plain text; `merged` says what becomes of a merged cell's later rows."""
    write = _TABLES[form]
    parts = [block if isinstance(block, str) else write(block, merged) for block in blocks]
    return "\n".join(parts) + "\n"


def _covered(cell: str) -> bool:
    return cell in (UP, LEFT)


def _blank(row: list[str]) -> list[str]:
    return ["" if _covered(cell) else cell for cell in row]


def _dropped(row: list[str]) -> list[str]:
    return [cell for cell in row if not _covered(cell)]


def _tab(table: Table, _merged: str) -> str:
    rows = ("\n".join(f"\t{cell}" for cell in _blank(row)) for row in table)
    return "\n" + "\n\n".join(rows) + "\n"


def _tabrow(table: Table, _merged: str) -> str:
    return "\n".join("\t".join(_blank(row)) for row in table)


def _pipe(table: Table, merged: str) -> str:
    write = _padded if merged == "padded" else _divided
    return "\n".join(write(row) for row in table)


def _divided(row: list[str]) -> str:
    return " | ".join(_blank(row))


def _padded(row: list[str]) -> str:
    kept = _dropped(row)
    padding = {0: "", 1: " | | |", 2: " | ||"}.get(len(row) - len(kept), " | |||")
    return " | ".join(kept) + padding


def _pipeline(table: Table, merged: str) -> str:
    choose = _blank if merged == "kept" else _dropped
    return "\n".join("\n|\n".join(choose(row)) for row in table)


def _cells(table: Table, _merged: str) -> str:
    return "\n".join("\n".join(_dropped(row)) for row in table)


def _space(table: Table, _merged: str) -> str:
    return "\n".join(" ".join(_blank(row)) for row in table)


def _markdown(table: Table, _merged: str) -> str:
    lines = ["| " + " | ".join(_blank(row)).replace("\n", "<br>") + " |" for row in table]
    lines.insert(1, "|" + " --- |" * len(table[0]))
    return "\n".join(lines) + "\n"


def _csv(table: Table, _merged: str) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(_blank(row) for row in table)
    return text.getvalue()


_TABLES = {
    "txt": _tab,
    "tab": _tab,
    "tabrow": _tabrow,
    "pipe": _pipe,
    "pipeline": _pipeline,
    "cells": _cells,
    "space": _space,
    "md": _markdown,
    "csv": _csv,
}


def spans(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """Give each uncovered cell's place with how many rows and columns it covers."""
    found = {}
    for r, row in enumerate(table):
        for c, cell in enumerate(row):
            if _covered(cell):
                continue
            down, right = 1, 1
            while r + down < len(table) and table[r + down][c] == UP:
                down += 1
            while c + right < len(row) and row[c + right] == LEFT:
                right += 1
            found[r, c] = down, right
    return found


def html_form(blocks: Blocks, title: str) -> str:
    """Write a document as a web page with `rowspan` and `colspan`."""
    body = "".join(_html_block(block) for block in blocks)
    return (
        '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8">'
        f"<title>{html.escape(title)}</title><style>p{{text-indent:2em}}</style>"
        f"<script>var page = {{id: 7}};</script></head>\n<body>\n{body}</body></html>\n"
    )


def _html_block(block: str | Table) -> str:
    if isinstance(block, str):
        lines = (line for line in block.split("\n") if line.strip())
        return "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    covering = spans(block)
    rows = []
    for r, row in enumerate(block):
        cells = "".join(
            _html_cell(row[c], *covering[r, c]) for c in range(len(row)) if (r, c) in covering
        )
        rows.append(f"<tr>{cells}</tr>\n")
    return f'<table border="1">\n{"".join(rows)}</table>\n'


def _html_cell(text: str, down: int, right: int) -> str:
    attributes = (f' rowspan="{down}"' if down > 1 else "") + (
        f' colspan="{right}"' if right > 1 else ""
    )
    return f"<td{attributes}>{html.escape(text).replace(chr(10), '<br>')}</td>"


def write_docx(blocks: Blocks, path: Path, style: str | None = "Table Grid") -> None:
    """Write a Word file with python-docx, merged cells and all; without a style, no lines."""
    import docx

    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            for line in block.split("\n"):
                document.add_paragraph(line)
            continue
        table = document.add_table(len(block), len(block[0]), style=style)
        for (r, c), (down, right) in spans(block).items():
            cell = table.cell(r, c)
            if down > 1 or right > 1:
                cell = cell.merge(table.cell(r + down - 1, c + right - 1))
            cell.text = block[r][c]
    document.save(str(path))


def write_xlsx(blocks: Blocks, path: Path) -> None:
    """Write a workbook with XlsxWriter, merged ranges and all."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("任务表")
        wrap = book.add_format({"text_wrap": True, "border": 1, "valign": "vcenter"})
        for (r, c), cell, (down, right) in _sheet_cells(blocks):
            if down > 1 or right > 1:
                sheet.merge_range(r, c, r + down - 1, c + right - 1, cell, wrap)
            else:
                sheet.write_string(r, c, cell, wrap)


def write_xlsx_openpyxl(blocks: Blocks, path: Path) -> None:
    """Write a workbook with openpyxl, with a second sheet that holds no plan."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "任务表"
    for (r, c), cell, (down, right) in _sheet_cells(blocks):
        sheet.cell(r + 1, c + 1, cell)
        if down > 1 or right > 1:
            sheet.merge_cells(
                start_row=r + 1, start_column=c + 1, end_row=r + down, end_column=c + right
            )
    notes = book.create_sheet("填表说明")
    notes.append(["1. 完成时间填写到月。"])
    notes.append(["2. 请各牵头科室于每月末更新进展情况。"])
    book.save(str(path))


def _sheet_cells(blocks: Blocks):
    top = 0
    for block in blocks:
        table = [[line] for line in block.split("\n")] if isinstance(block, str) else block
        for (r, c), span in spans(table).items():
            yield (top + r, c), table[r][c], span
        top += len(table)
