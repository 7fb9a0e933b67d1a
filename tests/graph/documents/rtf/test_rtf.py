"""RTF gives the same as .docx, without any other program."""

import random
import time

import pytest

from dutygraph.graph.documents.document import Document
from dutygraph.graph.documents.limits import Limits
from dutygraph.graph.documents.opening import open_document
from dutygraph.graph.errors import DocumentError

HEAD = (
    r"{\rtf1\adeflang1025\ansi\ansicpg936\uc2\adeff0\deff0\stshfdbch31505"
    r"{\fonttbl{\f0\fbidi \froman\fcharset0\fprq2 Times New Roman;}"
    r"{\f3\fbidi \froman\fcharset2\fprq2 Symbol;}"
    r"{\f13\fbidi \fnil\fcharset134\fprq2{\*\panose 02010600030101010101}\'cb\'ce\'cc\'e5;}}"
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\ql \li0\ri0 \snext0 Normal;}}"
    r"{\*\rsidtbl \rsid1}{\info{\author \'bc\'d7}}{\header \pard\plain \'c3\'bc\par}"
    "\n"
)


def gbk(text):
    """Write a text as Word does: its bytes in the code page, in hexadecimal."""
    coded = "".join(f"\\'{byte:02x}" for byte in text.encode("gb18030"))
    return rf"{{\rtlch\fcs1 \af0 \ltrch\fcs0 \loch\af0\hich\af0\dbch\f13 {coded}}}"


@pytest.fixture
def read(opened, texts):
    return lambda body: texts(opened("a.rtf", (HEAD + body + "}").encode("ascii")))


def told(document):
    return [(doubt.code, dict(doubt.values)) for doubt in document.doubts]


@pytest.mark.parametrize("name", ["traits.rtf", "traits.doc"])
def test_numbers_changes_merges_and_notes_are_those_of_the_docx(files, opened, texts, name):
    packed = open_document(files / "traits.docx")
    document = opened(name, (files / "traits.rtf").read_bytes())
    expected = texts(packed)
    expected[6] = "1.落实双人值班。"  # LibreOffice does not write "never restart" into an RTF
    assert texts(document) == expected
    assert document.doubts == packed.doubts
    assert (document.source.format, document.source.reader) == ("rtf", "rtf")


def test_characters_come_as_bytes_of_the_code_page_and_as_numbers(read):
    numbers = r"\u21439\'cf\'d8\u-30264\'3f\'3f\u8364 ??\uc0\u20065 \uc1\u20065?"
    assert read(rf"\pard\plain {gbk('县港航局、Ａ')}{{\f0 (1)}}{numbers}\par") == [
        "县港航局、Ａ(1)县览€乡乡"
    ]


def test_signs_and_escapes_are_characters(read):
    signs = r"a\tab b\emdash\ldblquote c\rdblquote\~d\_e\-f\{g\}\\h\line i"
    assert read(rf"{{\f0 {signs}}}\par") == ["a\tb—“c” d-ef{g}\\h", "i"]


def test_numbers_of_lists_are_written_and_bullets_are_not(read):
    body = (
        rf"{{\listtext\pard\plain\hich\af13\loch\f13 \'d2\'bb\'a1\'a2\tab}}{gbk('总则')}\par"
        r"{\pntext\pard\plain\f3 \'b7\tab}" + rf"{{\*\pn \pnlvlblt\pnf3}}{gbk('巡查')}\par"
    )
    assert read(body) == ["一、总则", "巡查"]


def test_fields_show_their_result_and_pictures_nothing(read):
    body = (
        rf"{gbk('见')}{{\field{{\*\fldinst REF a}}{{\fldrslt {gbk('附件')}}}}}"
        r"{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict\wmetafile8 0100}}"
        r"{\pict\bin6 {{{}}\}" + rf"{gbk('一')}\par"
    )
    assert read(body) == ["见附件一"]


def test_hidden_crossed_out_and_deleted_text_is_dropped_or_kept_and_told(opened, texts):
    body = (
        gbk("甲局")
        + rf"{{\strike {gbk('、乙局')}}}{{\striked1 {gbk('、丙局')}}}{{\v {gbk('、丁局')}}}"
        + rf"{{\deleted\revauthdel1 {gbk('、戊局')}}}{{\revised\revauth1 {gbk('、己局')}}}"
        + rf"{{\strike\strike0 {gbk('、庚局')}}}\par"
    )
    document = opened("a.rtf", (HEAD + body + "}").encode("ascii"))
    assert texts(document) == ["甲局、乙局、丙局、己局、庚局"]
    assert told(document) == [
        ("documents.tracked-changes", {"insertions": "1", "deletions": "1"}),
        ("documents.struck-out", {"n": "1"}),
        ("documents.hidden-text", {"n": "1"}),
    ]


def row(*cells, edges=(2000, 4000), flags=("", ""), before=""):
    """A row whose definition stands before its cells and again behind them, as Word writes it."""
    defined = r"\trowd \trgaph108\trleft-108" + "".join(
        rf"{flag}\clbrdrt\brdrs\cellx{edge}" for edge, flag in zip(edges, flags, strict=True)
    )
    inside = "".join(rf"\pard\plain \intbl\itap1 {gbk(text)}\cell " for text in cells)
    return rf"{defined}{before}{inside}\pard\plain \intbl {{{defined}\row }}"


def test_wide_and_merged_cells_of_tables_fill_the_grid(read):
    body = (
        row("分工", edges=(4000,), flags=("",))
        + row("牵头", "配合")
        + row("甲局", "乙局", flags=(r"\clvmgf", ""))
        + row("", "丙局", flags=(r"\clvmrg", ""))
        + rf"\pard\plain {gbk('注')}\par"
    )
    assert read(body) == [
        [["分工", "分工"], ["牵头", "配合"], ["甲局", "乙局"], ["甲局", "丙局"]],
        "注",
    ]


def test_a_numbered_paragraph_in_a_cell_stays_in_it(read):
    item = rf"{{\listtext\pard\plain 1.\tab}}{gbk('甲局')}\par \pard\plain \intbl "
    assert read(
        row("任务", "单位") + row("值守", "乙局", before=r"\pard\plain \intbl " + item)
    ) == [[["任务", "单位"], ["1.甲局\n值守", "乙局"]]]


def test_a_table_in_a_cell_stands_after_its_table(read):
    cell = rf"\pard\plain \intbl\itap2 {gbk('内')}\nestcell "
    inner = (
        cell * 2 + r"{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par }"
    ) * 2
    body = row("任务", "单位") + row("值守", "各镇", before=inner)
    assert read(body) == [[["任务", "单位"], ["值守", "各镇"]], [["内", "内"], ["内", "内"]]]


def test_notes_and_boxes_follow_the_text(read):
    body = (
        rf"{gbk('正文')}{{\super\chftn{{\footnote \pard\plain {gbk('脚注')}}}}}"
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\shptxt \pard\plain "
        rf"{gbk('附件1')}\par}}}}{{\shprslt {gbk('附件1')}}}}}{gbk('。')}\par"
    )
    assert read(body) == ["正文。", "脚注", "附件1"]


def test_a_file_of_pictures_only_is_refused(opened):
    with pytest.raises(DocumentError) as caught:
        opened("a.rtf", (HEAD + r"{\pict\pngblip 8950}\par}").encode("ascii"))
    assert caught.value.key == "documents.no-text"


@pytest.mark.parametrize(
    ("data", "limits", "key"),
    [
        (b"{\\rtf1" + b"{" * 600 + b"a", Limits(), "documents.too-deep"),
        (b"{\\rtf1" + b"{a}" * 60, Limits(tags=50), "documents.too-many-tags"),
        (b"{\\rtf1" + b"a\\par " * 60, Limits(paragraphs=50), "documents.too-many-paragraphs"),
    ],
)
def test_groups_and_words_without_end_are_refused(opened, data, limits, key):
    with pytest.raises(DocumentError) as caught:
        opened("a.rtf", data, limits=limits)
    assert caught.value.key == key


@pytest.mark.parametrize(
    "piece",
    [rb"\trowd\cellx1\intbl a\cell\row ", rb"\u1 ", rb"{\footnote a}", rb"\itap49 a\nestcell "],
)
def test_words_again_and_again_take_no_time(opened, piece):
    begun = time.process_time()
    data = b"{\\rtf1 " + piece * (400_000 // len(piece)) + b"}"
    try:
        opened("a.rtf", data)
    except DocumentError as error:
        assert "a.rtf" in error.sentence("zh")  # noqa: PT017
    assert time.process_time() - begun < 10


def test_a_file_with_wrong_bytes_is_read_or_refused(opened, files):
    chance = random.Random(11)  # noqa: S311
    whole = (files / "traits.rtf").read_bytes()
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 5, 50])):
            data[chance.randrange(6, len(data))] = chance.choice(b"\\{}0a'9 ")
        try:
            found = opened("a.rtf", bytes(data))
        except DocumentError as error:
            found = error.sentence("zh")
        assert isinstance(found, Document) or "a.rtf" in found
