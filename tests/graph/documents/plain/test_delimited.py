"""Delimited rows become one table."""

import pytest

from dutygraph.graph.documents.limits import Limits
from dutygraph.graph.errors import DocumentError

GRID = [["序号", "任务", "单位"], ["1", "修缮,渡口；加固", "甲局\n乙局"], ["2", "值守", ""]]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_the_delimiter_and_the_encoding_are_found(opened, texts, delimiter, encoding):
    rows = [delimiter.join(f'"{cell}"' for cell in row) for row in GRID]
    assert texts(opened("a.csv", "\r\n".join(rows).encode(encoding))) == [GRID]


def test_commas_in_sentences_do_not_win_over_tabs(opened, texts):
    data = "任务\t单位\n甲,乙,丙,丁\t县港航局\n戊,己\t县财政局\n"
    assert texts(opened("a.tsv", data.encode())) == [
        [["任务", "单位"], ["甲,乙,丙,丁", "县港航局"], ["戊,己", "县财政局"]]
    ]


def test_rows_of_different_length_are_padded_and_a_title_is_a_paragraph(opened, texts):
    data = "分工表,,\n序号,任务,单位\n1,修缮渡口\n"
    assert texts(opened("a.csv", data.encode())) == [
        "分工表",
        [["序号", "任务", "单位"], ["1", "修缮渡口", ""]],
    ]


def test_a_field_beyond_the_limit_is_refused(opened):
    with pytest.raises(DocumentError) as caught:
        opened("a.csv", f"a,b\nc,{'x' * 2000}\n".encode(), limits=Limits(cell_characters=1000))
    assert caught.value.key == "documents.cell-too-large"


def test_what_only_speaks_to_excel_is_no_text(opened, texts):
    rows = 'sep=;\r\n序号;单位;时限\r\n="1";="县港航局";="2026年12月"\r\n2\t;各镇;12月底\t\r\n'
    assert texts(opened("a.csv", rows.encode("gb18030"))) == [
        [["序号", "单位", "时限"], ["1", "县港航局", "2026年12月"], ["2", "各镇", "12月底"]]
    ]


def test_quoted_formulas_are_texts_too(opened, texts):
    rows = '序号,单位\n"=""01""","=""县港航局"""\n2,=各镇\n'
    assert texts(opened("a.csv", rows.encode())) == [
        [["序号", "单位"], ["01", "县港航局"], ["2", "=各镇"]]
    ]
