"""Answers read well on a terminal and are harmless in a spreadsheet."""

import csv
import json
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dutygraph.exports.results import csv_results, json_results, tsv_results, xml_results
from dutygraph.exports.tables import FORMATS, FORMULA, table_bytes, terminal_text, width_of
from dutygraph.graph.errors import OutputError
from dutygraph.graph.table import Table, Value

LEAD = Value.iri("https://w3id.org/dutygraph/code/role/lead")
TABLE = Table(
    ("unit", "role", "load"),
    (
        (Value.literal("政务公开办", language="zh"), LEAD, Value.literal(36)),
        (Value.literal("科信支队", language="zh"), None, Value.literal(-5)),
    ),
)
NASTY = [
    '=HYPERLINK("http://x")',
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "＠x",
    "http://example.org/",
    "[red]x[/red]",
    "[/附件]",
    "a|b",
    "行\n行",
    '引"号,',
    "<script>",
    "\x1b[31m",
    "\u202eabc",
    "",
]


def of_texts(*texts: str) -> Table:
    return Table(("t",), tuple((Value.literal(text),) for text in texts))


def test_columns_of_wide_characters_line_up() -> None:
    lines = terminal_text(TABLE).splitlines()
    places = {
        width_of(line[: line.index(mark)])
        for line, mark in zip([lines[0], *lines[2:]], ["role", "role:", "-5"], strict=True)
    }
    assert len(lines) == 4
    assert width_of(lines[0].rstrip()) == width_of(lines[2].rstrip()) == width_of(lines[3].rstrip())
    assert len(places) == 2, (
        "role and its code begin at one place, the right-aligned number does not"
    )


def test_a_tab_in_a_cell_moves_no_column() -> None:
    rows = ((Value.literal("a\tb"), Value.literal("x")), (Value.literal("abc"), Value.literal("y")))
    lines = terminal_text(Table(("t", "u"), rows)).splitlines()
    assert lines[2].index("x") == lines[3].index("y")
    assert "\t" not in lines[2]


def test_a_narrow_terminal_folds_and_loses_nothing() -> None:
    text = "落实政务公开工作要求" * 5
    drawn = terminal_text(of_texts(text), 30)
    assert all(width_of(line) <= 30 for line in drawn.splitlines())
    assert "".join(line.strip() for line in drawn.splitlines()[2:]) == text


@pytest.mark.parametrize("text", ["[red]x[/red]", "[/附件]", ":smile:", "[a]"])
def test_nothing_in_a_text_is_markup_of_the_terminal(text: str) -> None:
    assert text in terminal_text(of_texts(text))


def test_control_characters_do_not_steer_the_terminal() -> None:
    assert "\x1b" not in terminal_text(of_texts("\x1b[31mred", "\u202eabc"))


def test_a_terminal_without_box_characters_gets_ascii() -> None:
    assert terminal_text(Table(("x",), ((Value.literal(1),),)), ascii_only=True).isascii()


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_of_a_csv_is_a_formula(text: str) -> None:
    data = table_bytes(of_texts(text), "csv").decode("utf-8-sig")
    cell = next(iter(list(csv.reader(StringIO(data, newline="")))[1]), "")
    assert not cell.startswith(FORMULA)
    assert cell.removeprefix("'") == text


def test_numbers_stay_numbers_in_a_csv() -> None:
    assert "科信支队,,-5" in table_bytes(TABLE, "csv").decode("utf-8-sig")


@pytest.mark.parametrize("text", [text for text in NASTY if text and text.isprintable()])
def test_no_cell_of_a_sheet_is_a_formula_or_link(text: str) -> None:
    sheet = openpyxl.load_workbook(BytesIO(table_bytes(of_texts(text), "xlsx"))).active
    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == text
    assert sheet["A2"].hyperlink is None


def test_a_sheet_holds_typed_cells() -> None:
    sheet = openpyxl.load_workbook(BytesIO(table_bytes(TABLE, "xlsx"))).active
    assert [cell.value for cell in sheet[1]] == ["unit", "role", "load"]
    assert [cell.value for cell in sheet[2]] == ["政务公开办", LEAD.text, 36]
    assert sheet.freeze_panes == "A2"


def test_markdown_escapes_what_would_be_markup() -> None:
    lines = table_bytes(of_texts("a|b", "<b>", "x\ny", "*甲*"), "md").decode().splitlines()
    assert lines == ["| t |", "| --- |", "| a\\|b |", "| &lt;b> |", "| x<br>y |", "| \\*甲\\* |"]


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_answer_gives_the_same_bytes(name: str) -> None:
    assert table_bytes(TABLE, name) == table_bytes(TABLE, name)
    assert table_bytes(Table(("x",), ()), name)


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(OutputError, match="docx"):
        table_bytes(TABLE, "docx")


def test_the_result_formats_are_read_by_another_implementation() -> None:
    from pyoxigraph import QueryResultsFormat, parse_query_results

    for data, kind in (
        (json_results(TABLE), QueryResultsFormat.JSON),
        (xml_results(TABLE), QueryResultsFormat.XML),
        (tsv_results(TABLE), QueryResultsFormat.TSV),
    ):
        first, second = parse_query_results(data, format=kind)
        assert (first["unit"].value, first["unit"].language) == ("政务公开办", "zh")
        assert first["role"].value == LEAD.text
        assert (first["load"].value, second["load"].value) == ("36", "-5")
        assert second["role"] is None


def test_truth_is_written_as_the_standard_says() -> None:
    assert json.loads(json_results(True)) == {"head": {}, "boolean": True}
    assert "<boolean>false</boolean>" in xml_results(False).decode()


@given(st.text())
def test_any_text_survives_json_and_gives_well_formed_xml(text: str) -> None:
    table = of_texts(text)
    (binding,) = json.loads(json_results(table).decode("utf-8", "surrogatepass"))["results"][
        "bindings"
    ]
    assert binding["t"]["value"] == text
    etree.fromstring(xml_results(table))
    assert csv_results(table).startswith(b"t\r\n")
