"""Random plans that LibreOffice writes as .doc, .wps and .pdf are read back equal.

LibreOffice cannot write .wps: such a file is the .doc, an OLE2 Word file, under that name.
"""

import shutil
import subprocess

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from plans import forms
from test_round_trip import (
    TITLE,
    expected,
    expected_times,
    plans,
    prose,
    read_back,
    table,
    times_back,
)

from dutygraph.graph.documents.opening import open_document

BATCH = 16
needs_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


@pytest.fixture(scope="module")
def batch():
    """A batch of random plans, the same in every run."""
    drawn = []

    @given(st.lists(plans(), min_size=BATCH, max_size=BATCH))
    @settings(
        max_examples=2,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def draw(some):
        drawn[:] = some

    draw()
    return drawn


@pytest.fixture(scope="module")
def folder(batch, tmp_path_factory):
    """The batch as Word files, and what LibreOffice makes of them all at once."""
    made = tmp_path_factory.mktemp("converted")
    for at, items in enumerate(batch):
        forms.write_docx([TITLE.strip(), table(items)], made / f"table-{at}.docx")
        forms.write_docx([TITLE.strip(), table(items)], made / f"bare-{at}.docx", style=None)
        text = prose(items, "（牵头单位：{}；责任单位：{}）")
        forms.write_docx([text], made / f"prose-{at}.docx")
    for kind in ("doc", "pdf"):
        profile = f"-env:UserInstallation={(made / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(made)]
        files = sorted(str(path) for path in made.glob("*.docx"))
        subprocess.run([*command, *files], check=True, capture_output=True, timeout=180)
    for path in made.glob("*.doc"):
        shutil.copy(path, path.with_suffix(".wps"))
    return made


@needs_libreoffice
@pytest.mark.parametrize("kind", ["doc", "wps", "pdf"])
def test_tables_that_libreoffice_writes_are_read_back(batch, folder, kind):
    for at, items in enumerate(batch):
        path = folder / f"table-{at}.{kind}"
        assert open_document(path).source.format == kind
        assert read_back(path) == expected(items, sections=True)
        assert times_back(path) == expected_times(items)


@needs_libreoffice
@pytest.mark.parametrize("kind", ["doc", "wps", "pdf"])
def test_prose_that_libreoffice_writes_is_read_back(batch, folder, kind):
    for at, items in enumerate(batch):
        assert read_back(folder / f"prose-{at}.{kind}") == expected(items, sections=True)


@needs_libreoffice
def test_tables_without_lines_in_a_pdf_are_read_back_or_told(batch, folder):
    told = 0
    for at, items in enumerate(batch):
        path = folder / f"bare-{at}.pdf"
        doubts = {doubt.code for doubt in open_document(path).doubts}
        if "documents.unclear-table" in doubts:
            told += 1
        else:
            assert read_back(path) == expected(items, sections=True)
    assert told <= BATCH // 8
