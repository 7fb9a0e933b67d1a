"""The same plan comes out of every format that another program wrote."""

import shutil

import pytest

from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.errors import DocumentError

WRITTEN = {
    "plan.docx": "docx",
    "plan-lo.docx": "docx",
    "plan.doc": "doc",
    "plan.wps": "wps",
    "plan.rtf": "rtf",
    "plan.xlsx": "xlsx",
    "plan-lo.xlsx": "xlsx",
    "plan.xls": "xls",
    "plan-lo.html": "html",
    "plan.pdf": "pdf",
}
needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


@pytest.mark.parametrize("name", WRITTEN)
def test_every_row_of_the_plan_is_right(files, plan, texts, name):
    title, grid = plan
    assert len(grid) == 35
    document = open_document(files / name)
    first, table, *rest = texts(document)
    assert first == title
    assert table == grid
    assert not any(rest)
    assert document.source.format == WRITTEN[name]


@pytest.mark.parametrize("name", WRITTEN)
def test_merged_cells_are_marked_where_they_only_cover(files, plan, formats, name):
    _, grid = plan
    (table,) = open_document(files / name).grids
    for column in range(4):
        begins = formats.heights(grid, column)
        merged = [row[column].merged for row in table.rows]
        assert merged == [begins[row] == 0 for row in range(35)]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_cell_knows_its_place(files, name):
    document = open_document(files / name)
    (table,) = document.grids
    cell = table.rows[3][3]
    assert cell.text == "政务公开办"
    first_row = 2 if document.source.format in {"xlsx", "xls"} else 1
    assert (cell.span.table, cell.span.row, cell.span.column) == (1, 3 + first_row, 4)
    assert (cell.span.start, cell.span.end) == (0, 5)
    covered = table.rows[3][0]
    assert covered.merged
    assert covered.span.row == 1 + first_row
    assert all(row[3].span.column == 4 for row in table.rows)


def test_a_pdf_tells_the_page_of_each_cell(files):
    document = open_document(files / "plan.pdf")
    (table,) = document.grids
    pages = [row[3].span.page for row in table.rows]
    assert pages == sorted(pages)
    assert (pages[0], pages[-1]) == (1, 6)


def test_a_sheet_is_named_in_the_place(files):
    (table,) = open_document(files / "plan.xls").grids
    assert table.rows[0][0].span.sheet == "分工方案"


def test_rows_that_a_page_break_cut_in_every_cell_are_doubtful(files):
    doubts = open_document(files / "plan.pdf").doubts
    assert {doubt.code for doubt in doubts} == {"documents.stitched-row"}
    (table,) = open_document(files / "plan.pdf").grids
    starts = [table.rows[doubt.span.row - 1][2].text[:3] for doubt in doubts]
    assert starts == ["15.", "21.", "30."]


def test_the_example_script_writes_what_is_read_back(formats, plan, texts, tmp_path):
    title, grid = plan
    for ending, write in formats.WRITERS.items():
        write(tmp_path / f"plan.{ending}", title, grid)
        first, *rest = filter(None, texts(open_document(tmp_path / f"plan.{ending}")))
        assert first == (f"# {title}" if ending == "md" else title)
        assert rest == [grid]


@needs_libreoffice
@pytest.mark.parametrize(
    ("name", "options"), [("plan.odt", {}), ("plan.doc", {"via": "libreoffice"})]
)
def test_libreoffice_converts_what_has_no_reader_or_is_wished(files, plan, texts, name, options):
    document = open_document(files / name, **options)
    assert texts(document)[1] == plan[1]
    assert document.source.reader == "libreoffice"


def test_without_libreoffice_the_sentence_says_so(files, monkeypatch):
    monkeypatch.setattr("dutygraph.graph.documents.converted.program", lambda: None)
    for name, options in (("plan.odt", {}), ("plan.docx", {"via": "libreoffice"})):
        with pytest.raises(DocumentError) as caught:
            open_document(files / name, **options)
        assert caught.value.key == "documents.needs-libreoffice"


def test_a_route_that_does_not_exist_or_fit_is_refused(files, tmp_path):
    with pytest.raises(DocumentError) as caught:
        open_document(files / "plan.docx", via="word")
    assert caught.value.key == "documents.no-such-route"
    with pytest.raises(DocumentError) as caught:
        open_document(files / "plan.pdf", via="libreoffice")
    assert caught.value.key == "documents.no-conversion"


def test_a_conversion_that_fails_is_said(opened, monkeypatch):
    monkeypatch.setattr("dutygraph.graph.documents.converted.program", lambda: "/bin/false")
    with pytest.raises(DocumentError) as caught:
        opened("plan.rtf", b"{\\rtf1 text}", via="libreoffice")
    assert caught.value.key == "documents.conversion-failed"


def test_a_conversion_that_hangs_is_ended(opened, tmp_path, monkeypatch):
    from dutygraph.graph.documents.limits import Limits

    sleeper = tmp_path / "soffice"
    sleeper.write_text("#!/bin/sh\nsleep 60\n", encoding="ascii")
    sleeper.chmod(0o755)
    monkeypatch.setattr("dutygraph.graph.documents.converted.program", lambda: str(sleeper))
    with pytest.raises(DocumentError) as caught:
        opened(
            "plan.rtf",
            b"{\\rtf1 text}",
            via="libreoffice",
            limits=Limits(conversion_seconds=1),
        )
    assert caught.value.key == "documents.conversion-slow"
