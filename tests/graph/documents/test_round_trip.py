"""Any table that is written into a format is read back from it."""

from html import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutygraph.graph.documents.opening import open_document

UNITS = st.lists(
    st.sampled_from(["县港航局", "县财政局", "各镇（街道）", "<甲>&乙局"]), min_size=1, max_size=3
)
TEXTS = st.one_of(
    UNITS.map("、".join),
    UNITS.map("\n".join),
    st.text("县港航局一二、（）。A1", min_size=1, max_size=8),
)


@st.composite
def tables(draw):
    """Draw a grid with some cells merged: the grid filled, and the areas of its cells."""
    height, width = draw(st.integers(2, 6)), draw(st.integers(2, 4))
    owner = [[None] * width for _ in range(height)]
    areas = []
    for row in range(height):
        for column in range(width):
            if owner[row][column] is not None:
                continue
            tall = draw(st.integers(1, height - row)) if column and row else 1
            wide = draw(st.sampled_from([1, 1, 2])) if row and column else 1
            wide = min(wide, width - column)
            if any(owner[row][column + at] is not None for at in range(wide)):
                wide = 1
            areas.append((row, column, tall, wide, draw(TEXTS)))
            for below in range(row, row + tall):
                for beside in range(column, column + wide):
                    owner[below][beside] = len(areas) - 1
    grid = [[areas[at][4] for at in row] for row in owner]
    return grid, areas


def as_html(areas, grid):
    rows = [
        "".join(
            f"<td rowspan={tall} colspan={wide}>{escape(text).replace(chr(10), '<br>')}</td>"
            for row, _, tall, wide, text in areas
            if row == number
        )
        for number in range(len(grid))
    ]
    return "<table>" + "".join(f"<tr>{cells}</tr>" for cells in rows) + "</table>"


def as_docx(areas, grid, word):
    body = []
    for number in range(len(grid)):
        cells = []
        for row, _, tall, wide, text in sorted(areas, key=lambda area: area[1]):
            if row <= number < row + tall:
                merge = f'<w:vMerge w:val="{"restart" if row == number else "continue"}"/>'
                lines = text.split("\n") if row == number else [""]
                content = "".join(word.par(word.run(escape(line))) for line in lines)
                properties = f'<w:gridSpan w:val="{wide}"/>' + merge * (tall > 1)
                cells.append(word.cell(content, properties))
        body.append(word.row(*cells))
    return word.table(*body)


def write_xlsx(areas, path):
    import xlsxwriter

    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        for row, column, tall, wide, text in areas:
            if tall * wide > 1:
                sheet.merge_range(row, column, row + tall - 1, column + wide - 1, text)
            else:
                sheet.write_string(row, column, text)


@pytest.mark.parametrize("ending", ["html", "docx", "xlsx"])
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(table=tables())
def test_a_table_is_read_back(ending, table, tmp_path, word):
    grid, areas = table
    path = tmp_path / f"a.{ending}"
    if ending == "html":
        path.write_text(as_html(areas, grid), encoding="utf-8")
    elif ending == "docx":
        word.write_word(path, as_docx(areas, grid, word))
    else:
        write_xlsx(areas, path)
    (found,) = open_document(path).grids
    assert [[cell.text for cell in row] for row in found.rows] == grid
    anchors = {(row, column) for row, column, *_ in areas}
    for row, cells in enumerate(found.rows):
        assert [not cell.merged for cell in cells] == [
            (row, column) in anchors for column in range(len(cells))
        ]
